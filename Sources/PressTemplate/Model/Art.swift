public import PressScene

/// A round seal: ring, star, text on an arc, an optional line at the bottom.
public struct SealElement: Sendable {
  public var text: TextTemplate
  /// Straight, below the star.
  public var bottom: TextTemplate?
  public var family: String
  public var color: Color
  /// Outer edge of the ring to outer edge.
  public var diameter: Points
  /// The ring's stroke.
  public var ring: Points
  /// Diameter of the circle around the star; 0: none.
  public var star: Points
  /// Degrees that the arc text spans, symmetric about the top.
  public var arc: Double
  /// Height of the arc text's characters.
  public var size: Points
  /// Width ÷ height of the arc text's characters: seals are cut in condensed Song.
  public var condense: Double
  /// From the ring's inner edge to the top of the arc text.
  public var inset: Points
  public var bottomSize: Points

  public init(
    text: TextTemplate, bottom: TextTemplate?, family: String, color: Color, diameter: Points, ring: Points,
    star: Points, arc: Double, size: Points, condense: Double, inset: Points, bottomSize: Points
  ) {
    self.text = text
    self.bottom = bottom
    self.family = family
    self.color = color
    self.diameter = diameter
    self.ring = ring
    self.star = star
    self.arc = arc
    self.size = size
    self.condense = condense
    self.inset = inset
    self.bottomSize = bottomSize
  }
}

public struct LineElement: Sendable {
  public var from: Point
  public var to: Point
  public var stroke: Stroke

  public init(from: Point, to: Point, stroke: Stroke) {
    self.from = from
    self.to = to
    self.stroke = stroke
  }
}

/// What an area is filled with, before its place is known.
public enum AreaPaint: Sendable, Hashable {
  case solid(Color)
  /// From the first colour to the last, evenly, in the direction of `angle`: 0 to the right, 90 downwards.
  case linear(angle: Double, colors: [Color])
  /// From the middle outwards.
  case radial(colors: [Color])
}

public struct RectangleElement: Sendable {
  public var fill: AreaPaint?
  public var stroke: Stroke?
  /// Of the corners.
  public var radius: Points

  public init(fill: AreaPaint?, stroke: Stroke?, radius: Points) {
    self.fill = fill
    self.stroke = stroke
    self.radius = radius
  }
}

public struct EllipseElement: Sendable {
  public var fill: AreaPaint?
  public var stroke: Stroke?

  public init(fill: AreaPaint?, stroke: Stroke?) {
    self.fill = fill
    self.stroke = stroke
  }
}

public struct PathElement: Sendable {
  /// In points, from the element's top left corner.
  public var path: Path
  public var fill: AreaPaint?
  public var stroke: Stroke?

  public init(path: Path, fill: AreaPaint?, stroke: Stroke?) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
  }
}

/// An ornamental frame along the area's edge.
public struct BorderElement: Sendable {
  public enum Ornament: String, Sendable, CaseIterable {
    /// Interlaced waves, as on securities.
    case wave
    /// 回纹, the meander of right angles.
    case fret
    /// Rules only.
    case plain
  }
  public var ornament: Ornament
  /// From the area's edge to the frame's outer edge.
  public var inset: Points
  /// Outer edge to inner edge.
  public var width: Points
  public var color: Color
  /// The inner rule; the outer one is twice as strong.
  public var rule: Points

  public init(ornament: Ornament, inset: Points, width: Points, color: Color, rule: Points) {
    self.ornament = ornament
    self.inset = inset
    self.width = width
    self.color = color
    self.rule = rule
  }
}
