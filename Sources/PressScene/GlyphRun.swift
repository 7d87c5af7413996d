/// A glyph's number in its face.
public typealias GlyphID = UInt16

/// The identity of a face: which outlines, whatever the file's place on this machine.
public struct FaceID: Hashable, Sendable {
  /// Our family name, `CertPress Song`.
  public var name: String
  /// SHA-256 of the font file, lower-case hex.
  public var digest: String

  public init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

/// Which glyphs stand for which characters: the whole range of one for the whole range of the other, so that ligatures,
/// decomposed characters and characters outside the BMP all extract right.
public struct Cluster: Hashable, Sendable {
  /// Indices into the run's glyphs.
  public var glyphs: Range<Int>
  /// Indices into the Unicode scalars of the run's text.
  public var scalars: Range<Int>

  public init(glyphs: Range<Int>, scalars: Range<Int>) {
    self.glyphs = glyphs
    self.scalars = scalars
  }
}

/// Glyphs of one face at one size on one baseline. Painters draw it as it stands; they never shape.
public struct GlyphRun: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable { case horizontal, vertical }

  public struct Glyph: Hashable, Sendable {
    public var id: GlyphID
    /// Where the glyph's origin lies, from the run's origin, along and across the baseline; on the grid.
    public var position: Point
    /// The way to the next glyph's place, tracking and distribution included; on the grid.
    public var advance: Points

    public init(id: GlyphID, position: Point, advance: Points) {
      self.id = id
      self.position = position
      self.advance = advance
    }
  }

  public var face: FaceID
  /// The em, in points.
  public var size: Points
  public var paint: Paint
  /// Width of a stroke of the same paint around the outlines, which makes them bold; 0 for none.
  public var embolden: Points = 0
  /// From the run's own space (origin on the baseline, y down, points) to the page.
  public var transform: Transform
  public var direction: Direction
  public var glyphs: [Glyph]
  /// The source characters of this run, in reading order.
  public var text: String
  /// In order, without gaps: together they cover all glyphs and all scalars of ``text``.
  public var clusters: [Cluster]

  public init(
    face: FaceID, size: Points, paint: Paint, transform: Transform, direction: Direction = .horizontal,
    glyphs: [Glyph], text: String, clusters: [Cluster]
  ) {
    self.face = face
    self.size = size
    self.paint = paint
    self.transform = transform
    self.direction = direction
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
  }
}

/// How a text came to its size and lines, for the inspector, the goldens and the warnings.
public struct TextFit: Hashable, Sendable {
  /// As the layout asks.
  public var askedSize: Points
  public var usedSize: Points
  public var lines: Int
  /// The policy step that held, as written: `shrink(12pt)`; nil where the text fitted as asked.
  public var step: String?
  /// The width that the text had to fit; nil where nothing bounds it.
  public var allowedWidth: Points?
  /// The widest line at the used size.
  public var measuredWidth: Points

  public init(
    askedSize: Points, usedSize: Points, lines: Int, step: String?, allowedWidth: Points?, measuredWidth: Points
  ) {
    self.askedSize = askedSize
    self.usedSize = usedSize
    self.lines = lines
    self.step = step
    self.allowedWidth = allowedWidth
    self.measuredWidth = measuredWidth
  }
}
