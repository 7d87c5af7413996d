public import PressDiagnostics
public import PressScene

/// One element with all its properties resolved.
public struct Element: Sendable {
  /// Path of ids from the outermost element, `fields/name/value`: unique in the template.
  public var id: String
  /// Of the element's head (its word and arguments).
  public var span: Span
  public var role: Role
  public var placement: Placement
  public var kind: Kind
  /// Every record field that can change what it looks like or whether and where it stands: transitive through `when`, rows
  /// and columns.
  public var fields: Set<String>
  /// Of each property that has a value, by name. Of a property of several parts each has its own: `x` and `y` of a place (`at`,
  /// `center` or `baseline`), `from.x`, `to.y`; `width` and `height` of a size or a diameter; `font.family`, `font.size`;
  /// `stroke.width`, `stroke.color`; and by their numbers, from 1, `fit.1`, `dash.2`.
  public var provenance: [String: Provenance]

  public init(
    id: String, span: Span, role: Role, placement: Placement, kind: Kind, fields: Set<String>,
    provenance: [String: Provenance]
  ) {
    self.id = id
    self.span = span
    self.role = role
    self.placement = placement
    self.kind = kind
    self.fields = fields
    self.provenance = provenance
  }

  public indirect enum Kind: Sendable {
    case text(TextElement)
    case image(ImageElement)
    case qr(QRElement)
    case seal(SealElement)
    case line(LineElement)
    case rectangle(RectangleElement)
    case ellipse(EllipseElement)
    case path(PathElement)
    case border(BorderElement)
    case guilloche(GuillocheElement)
    case microtext(MicrotextElement)
    case watermark(WatermarkElement)
    /// Children side by side, texts on one baseline.
    case row(gap: Points, children: [Element])
    case column(ColumnElement, children: [Element])
    /// Rows (`row`, `head`, and those in `repeat` and `when`) whose children are cells.
    case table(TableElement, children: [Element])
    /// A row that stands again on top of each page that its column or table goes on to.
    case head(gap: Points, children: [Element])
    case group(GroupElement, children: [Element])
    /// Children that are there only if the field has a value.
    case when(field: String, children: [Element])
    /// Children that are there once for each entry of a list.
    case `repeat`(field: String, children: [Element])
    /// Children that are on one page only, counted from 0.
    case page(number: Int, children: [Element])
  }
}

/// Where a box stands and how large it is; positions count from the area's top left corner.
public struct Placement: Sendable {
  public enum Anchor: Sendable {
    /// Placed by the row or column around it.
    case flow
    case topLeft(Point)
    /// The top left corner, a coordinate of which follows from other elements or from the element's own size.
    case relative(x: Coordinate, y: Coordinate)
    case center(Point)
    /// The left end of the first baseline.
    case baseline(Point)
    /// An element that knows its own place: a line between two points, a border along the area.
    case own
  }

  public var anchor: Anchor
  /// One coordinate of a place.
  public enum Coordinate: Sendable, Hashable {
    case length(Points)
    /// The middle stands on the middle of the element with that path; of what it stands in where it is nil.
    case center(of: String?, offset: Points)
    /// The near edge stands behind the far edge of the element with that path: right of it, or below it.
    case after(String, gap: Points)
    /// The far edge stands before the near edge of the element with that path: left of it, or above it.
    case before(String, gap: Points)
    /// The near edge stands on the near edge of the element with that path.
    case with(String, offset: Points)

    /// The path of the element that it hangs on.
    public var target: String? {
      switch self {
      case .length: nil
      case .center(let target, _): target
      case .after(let target, _), .before(let target, _), .with(let target, _): target
      }
    }
  }

  /// Nil: as wide as its content, or in a row what is left.
  public var width: Points?
  public var height: Points?
  /// Kinds of element that it may cover (`over: text`): no overlap is reported against these.
  public var over: Set<Layer>

  public enum Layer: String, Sendable, CaseIterable {
    case text, image, qr, seal
    /// Lines, frames and rules.
    case line
  }

  public init(anchor: Anchor, width: Points? = nil, height: Points? = nil, over: Set<Layer> = []) {
    self.anchor = anchor
    self.width = width
    self.height = height
    self.over = over
  }
}

public struct TextElement: Sendable {
  public var text: TextTemplate
  public var style: TextStyle

  public init(text: TextTemplate, style: TextStyle) {
    self.text = text
    self.style = style
  }
}

public struct TextStyle: Sendable, Hashable {
  public enum Alignment: String, Sendable, CaseIterable {
    case left, center, right
    /// Both edges are flush, but for the last line of a paragraph.
    case justify
    /// 分散对齐: the first character flush left, the last flush right, the rest evenly between; no character is inserted.
    case distribute
  }

  public enum Direction: String, Sendable, CaseIterable {
    case horizontal
    /// 纵排: characters from top to bottom, lines from right to left.
    case vertical
  }

  /// A length that follows the type size, or one that doesn't.
  public enum Extent: Sendable, Hashable {
    case em(Double)
    case points(Points)

    public func at(_ size: Points) -> Points {
      switch self {
      case .em(let factor): size * factor
      case .points(let length): length
      }
    }
  }

  /// One step of the fit policy; steps are tried left to right.
  public enum FitStep: Sendable, Hashable {
    /// Down to this size, in steps of 0.1 pt.
    case shrink(to: Points, written: String)
    /// Up to that many lines; nil: as many as the height holds.
    case wrap(lines: Int?, written: String)

    public var written: String {
      switch self {
      case .shrink(_, let written), .wrap(_, let written): written
      }
    }
  }

  /// The family's name in `fonts/`: `CertPress Song`.
  public var family: String
  public var size: Points
  public var color: Color
  public var alignment: Alignment
  /// Extra space between characters.
  public var tracking: Extent
  /// From baseline to baseline.
  public var leading: Extent
  /// White before the first line of each paragraph.
  public var indent: Extent
  public var direction: Direction
  public var fit: [FitStep]

  public init(
    family: String, size: Points, color: Color = .black, alignment: Alignment = .left, tracking: Extent = .em(0),
    leading: Extent = .em(1.25), indent: Extent = .em(0), direction: Direction = .horizontal, fit: [FitStep] = []
  ) {
    self.family = family
    self.size = size
    self.color = color
    self.alignment = alignment
    self.tracking = tracking
    self.leading = leading
    self.indent = indent
    self.direction = direction
    self.fit = fit
  }
}

public struct ImageElement: Sendable {
  public enum Source: Sendable, Hashable {
    /// A field of type image.
    case field(String, Span)
    /// A file of the layout's own, relative to the layout.
    case file(String, Span)
  }
  public enum Fit: String, Sendable, CaseIterable {
    /// All of the picture is seen.
    case contain
    /// All of the box is filled; what sticks out is cropped evenly.
    case cover
  }
  public var source: Source
  public var fit: Fit

  public init(source: Source, fit: Fit) {
    self.source = source
    self.fit = fit
  }
}

public struct QRElement: Sendable {
  public var payload: TextTemplate
  public var level: QRMatrix.Level
  /// Modules of white that must stay clear around the symbol.
  public var quietZone: Int

  public init(payload: TextTemplate, level: QRMatrix.Level, quietZone: Int) {
    self.payload = payload
    self.level = level
    self.quietZone = quietZone
  }
}
