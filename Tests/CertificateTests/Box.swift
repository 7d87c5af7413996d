/// A rectangle in points from the page's top left corner, y down.
struct Box: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  func united(with other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// The common part; with negative extents where there is none.
  func cut(by other: Box) -> Box {
    Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  func grown(by distance: Double) -> Box {
    Box(left: left - distance, top: top - distance, right: right + distance, bottom: bottom + distance)
  }

  /// Do they share more than `tolerance` in both directions?
  func overlaps(_ other: Box, tolerance: Double = 0.01) -> Bool {
    let common = cut(by: other)
    return common.width > tolerance && common.height > tolerance
  }

  func holds(_ other: Box, tolerance: Double = 0.01) -> Bool {
    other.left >= left - tolerance && other.top >= top - tolerance && other.right <= right + tolerance
      && other.bottom <= bottom + tolerance
  }
}

extension Sequence<Box> {
  /// The box around all of them.
  var united: Box? { reduce(nil) { $0?.united(with: $1) ?? $1 } }
}

/// Millimetres as points.
func mm(_ length: Double) -> Double { length * 72 / 25.4 }
