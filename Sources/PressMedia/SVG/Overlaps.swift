import PressScene

/// Whether shapes may cover each other, by the boxes around what they paint.
enum Overlaps {
  /// More shapes than this count as overlapping: looking at all pairs would take too long.
  static let maximumShapes = 1_000

  /// Shapes that only touch do not overlap.
  static func exist(among shapes: ArraySlice<Shape>) -> Bool {
    guard shapes.count <= maximumShapes else { return true }
    let boxes = shapes.map(\.reach).sorted { $0.x < $1.x }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.x >= box.maxX { break }
        if other.y < box.maxY, box.y < other.maxY { return true }
      }
    }
    return false
  }
}

extension Shape {
  /// Never smaller than the ink.
  fileprivate var reach: Rect {
    let box = path.controlBox
    guard let stroke else { return box }
    let corner = max(stroke.join == .miter ? stroke.miterLimit : 1, stroke.cap == .square ? 2.0.squareRoot() : 1)
    let margin = stroke.width / 2 * corner
    return Rect(
      x: box.x - margin, y: box.y - margin, width: box.width + margin * 2, height: box.height + margin * 2)
  }
}
