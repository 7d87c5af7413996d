import PressScene

/// A glyph's cell that stands askew on the page: a parallelogram of pixels.
struct SkewCell {
  private let corner: (x: Double, y: Double)
  /// Its two sides, from the corner.
  private let along: (x: Double, y: Double)
  private let down: (x: Double, y: Double)

  /// Nil where the cell is upright on the page, as it is or by a quarter.
  init?(_ rect: Rect, by way: Transform, dpi: Double) {
    guard way.a * way.d - way.b * way.c != 0, abs(way.a * way.b) > 1e-9 || abs(way.c * way.d) > 1e-9 else { return nil }
    let scale = dpi / 72
    let origin = way(rect.origin)
    corner = (origin.x.value * scale, origin.y.value * scale)
    along = (way.a * rect.width.value * scale, way.b * rect.width.value * scale)
    down = (way.c * rect.height.value * scale, way.d * rect.height.value * scale)
  }

  init(_ area: PixelArea) {
    corner = (Double(area.columns.lowerBound), Double(area.rows.lowerBound))
    along = (Double(area.columns.count), 0)
    down = (0, Double(area.rows.count))
  }

  /// Whether a pixel's middle is in it.
  func contains(column: Int, row: Int) -> Bool {
    let (x, y) = (Double(column) + 0.5 - corner.x, Double(row) + 0.5 - corner.y)
    let area = along.x * down.y - along.y * down.x
    let (across, deep) = ((x * down.y - y * down.x) / area, (y * along.x - x * along.y) / area)
    return (0...1).contains(across) && (0...1).contains(deep)
  }

  /// Whether more than two pixels of their edges are in one another: no line parts them along one of their sides.
  func overlaps(_ other: SkewCell) -> Bool {
    for side in [along, down, other.along, other.down] {
      let length = (side.x * side.x + side.y * side.y).squareRoot()
      guard length > 0 else { return false }
      let (one, two) = (
        shadow(x: -side.y / length, y: side.x / length), other.shadow(x: -side.y / length, y: side.x / length)
      )
      if one.upperBound - two.lowerBound < 2 || two.upperBound - one.lowerBound < 2 { return false }
    }
    return true
  }

  /// Where it reaches on a line.
  private func shadow(x: Double, y: Double) -> ClosedRange<Double> {
    let start = corner.x * x + corner.y * y
    let (one, other) = (along.x * x + along.y * y, down.x * x + down.y * y)
    let places = [start, start + one, start + other, start + one + other]
    return (places.min() ?? start)...(places.max() ?? start)
  }
}
