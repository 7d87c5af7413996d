import PressScene

/// The properties that paint a shape, as they are at one element.
struct SVGStyle {
  /// What `fill` and `stroke` can be.
  enum Coat: Equatable {
    case none, currentColor
    case color(Color)
  }

  // Inherited.
  var color = Color.black
  var fill = Coat.color(.black)
  var fillRule = FillRule.nonZero
  var fillOpacity = 1.0
  var stroke = Coat.none
  var strokeOpacity = 1.0
  /// In user units, as are the dashes.
  var strokeWidth = 1.0
  var dash: [Double] = []
  var dashOffset = 0.0
  var cap = Stroke.Cap.butt
  var join = Stroke.Join.miter
  var miterLimit = 4.0
  var isVisible = true

  // Of the element alone.
  var opacity = 1.0
  var isDisplayed = true

  /// What a child starts with.
  var inherited: SVGStyle {
    var style = self
    (style.opacity, style.isDisplayed) = (1, true)
    return style
  }

  /// Nil where nothing is filled.
  var fillPaint: Fill? {
    guard fillOpacity > 0, let color = paint(fill) else { return nil }
    return Fill(.solid(color), rule: fillRule)
  }

  /// Nil where nothing is stroked. `scale`: the length of a user unit.
  func strokePaint(scale: Double) -> Stroke? {
    let width = Points(strokeWidth * scale)
    guard strokeOpacity > 0, width > 0, let color = paint(stroke) else { return nil }
    // A list of an odd length counts twice (SVG 1.1, 11.4); PDF takes no offset below 0.
    let dash = dash.count % 2 == 0 ? dash : dash + dash
    let cycle = dash.reduce(0, +)
    guard cycle > 0 else {
      return Stroke(.solid(color), width: width, cap: cap, join: join, miterLimit: miterLimit)
    }
    let remainder = dashOffset.truncatingRemainder(dividingBy: cycle)
    return Stroke(
      .solid(color), width: width, dash: dash.map { Points($0 * scale) },
      dashOffset: Points((remainder < 0 ? remainder + cycle : remainder) * scale), cap: cap, join: join,
      miterLimit: miterLimit)
  }

  private func paint(_ coat: Coat) -> Color? {
    switch coat {
    case .none: nil
    case .currentColor: color
    case .color(let color): color
    }
  }
}
