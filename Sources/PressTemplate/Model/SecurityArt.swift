public import PressScene

/// Fine lines woven as on securities: parametric, and the same for the same seed.
public struct GuillocheElement: Sendable {
  public enum Form: Sendable, Hashable {
    /// Round; `hole` is the diameter of what stays empty inside ÷ its own diameter.
    case rosette(diameter: Points, hole: Double)
    /// Along a line.
    case band(from: Point, to: Point, height: Points)
  }
  public var form: Form
  /// Of a rosette its lobes, of a band its waves.
  public var lobes: Int
  public var strands: Int
  public var stroke: Stroke
  public var seed: Int

  public init(form: Form, lobes: Int, strands: Int, stroke: Stroke, seed: Int) {
    self.form = form
    self.lobes = lobes
    self.strands = strands
    self.stroke = stroke
    self.seed = seed
  }
}

/// A text so small that a copier blurs it, again and again along a line.
public struct MicrotextElement: Sendable {
  public enum Along: Sendable, Hashable {
    case line(from: Point, to: Point)
    /// The edge of its box, clockwise from the top left corner.
    case box
    /// The ellipse in its box, clockwise from the left.
    case ellipse
  }
  public var text: TextTemplate
  public var family: String
  public var size: Points
  public var color: Color
  public var along: Along

  public init(text: TextTemplate, family: String, size: Points, color: Color, along: Along) {
    self.text = text
    self.family = family
    self.size = size
    self.color = color
    self.along = along
  }
}

/// A pale text all over the sheet.
public struct WatermarkElement: Sendable {
  public var text: TextTemplate
  public var family: String
  public var size: Points
  public var color: Color
  /// 0 (invisible) to 1.
  public var opacity: Double
  /// Degrees, clockwise.
  public var rotation: Double
  /// Between one and the next, along the line and across it.
  public var gap: Points

  public init(
    text: TextTemplate, family: String, size: Points, color: Color, opacity: Double, rotation: Double, gap: Points
  ) {
    self.text = text
    self.family = family
    self.size = size
    self.color = color
    self.opacity = opacity
    self.rotation = rotation
    self.gap = gap
  }
}
