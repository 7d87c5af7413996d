/// A colour in sRGB, 8 bits a channel.
public struct Color: Hashable, Sendable {
  public var red, green, blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  public static let black = Color(red: 0, green: 0, blue: 0)
  public static let white = Color(red: 255, green: 255, blue: 255)

  /// `#rrggbb`
  public var hex: String {
    func pair(_ value: UInt8) -> String {
      let digits = String(value, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return "#" + pair(red) + pair(green) + pair(blue)
  }
}

/// What fills an area or a stroke.
public enum Paint: Hashable, Sendable {
  case solid(Color)
  /// Along the line from `start` to `end`; beyond the ends the end colours go on.
  case linear(start: Point, end: Point, stops: [Stop])
  case radial(center: Point, radius: Points, stops: [Stop])

  public struct Stop: Hashable, Sendable {
    /// 0 at the start, 1 at the end; ascending.
    public var offset: Double
    public var color: Color
    public init(offset: Double, color: Color) {
      self.offset = offset
      self.color = color
    }
  }
}

public enum FillRule: String, Hashable, Sendable {
  case nonZero = "nonzero"
  case evenOdd = "evenodd"
}

public struct Fill: Hashable, Sendable {
  public var paint: Paint
  public var rule: FillRule

  public init(_ paint: Paint, rule: FillRule = .nonZero) {
    self.paint = paint
    self.rule = rule
  }
}

public struct Stroke: Hashable, Sendable {
  public enum Cap: String, Hashable, Sendable { case butt, round, square }
  public enum Join: String, Hashable, Sendable { case miter, round, bevel }

  public var paint: Paint
  /// Greater than 0.
  public var width: Points
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Points]
  public var dashOffset: Points
  public var cap: Cap
  public var join: Join
  public var miterLimit: Double

  public init(
    _ paint: Paint, width: Points, dash: [Points] = [], dashOffset: Points = 0, cap: Cap = .butt, join: Join = .miter,
    miterLimit: Double = 10
  ) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.dashOffset = dashOffset
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
  }
}

/// A drawn path: filled first, then stroked.
public struct Shape: Hashable, Sendable {
  public var path: Path
  public var fill: Fill?
  public var stroke: Stroke?
  /// 0 (invisible) to 1.
  public var opacity: Double

  public init(_ path: Path, fill: Fill? = nil, stroke: Stroke? = nil, opacity: Double = 1) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
    self.opacity = opacity
  }
}
