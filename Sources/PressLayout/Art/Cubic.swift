import PressScene

/// A cubic Bézier curve; a line is one with its control points on its thirds.
struct Cubic: Hashable {
  var start, control1, control2, end: Point

  init(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
    (self.start, self.control1, self.control2, self.end) = (start, control1, control2, end)
  }

  init(from start: Point, to end: Point) {
    let third = Point(x: (end.x - start.x) / 3, y: (end.y - start.y) / 3)
    self.init(start, start + third, end - third, end)
  }

  var isPoint: Bool { start == control1 && start == control2 && start == end }

  func point(at t: Double) -> Point {
    let s = 1 - t
    let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    func blend(_ a: Points, _ b: Points, _ c: Points, _ d: Points) -> Points {
      a * weights.0 + b * weights.1 + c * weights.2 + d * weights.3
    }
    return Point(
      x: blend(start.x, control1.x, control2.x, end.x), y: blend(start.y, control1.y, control2.y, end.y))
  }

  /// The derivative by the parameter.
  func velocity(at t: Double) -> Point {
    let s = 1 - t
    let weights = (3 * s * s, 6 * s * t, 3 * t * t)
    let (a, b, c) = (control1 - start, control2 - control1, end - control2)
    return Point(
      x: a.x * weights.0 + b.x * weights.1 + c.x * weights.2, y: a.y * weights.0 + b.y * weights.1 + c.y * weights.2)
  }

  /// Into how many equal steps of the parameter the curve is cut so that neither the chords nor an even pace along them are
  /// off by more than that: both stay below an eighth of the second derivative times the step squared.
  func pieceCount(tolerance: Double) -> Double {
    let first = (start - control1 + control2 - control1).magnitude
    let second = (control1 - control2 + end - control2).magnitude
    let count = (6 * max(first, second) / (8 * tolerance)).squareRoot().rounded(.up)
    return count.isFinite ? max(1, count) : 1
  }

  /// By Gauss and Legendre's three points.
  func length(over range: ClosedRange<Double>) -> Double {
    let half = (range.upperBound - range.lowerBound) / 2
    let middle = range.lowerBound + half
    func speed(_ node: Double) -> Double { velocity(at: middle + half * node).magnitude }
    let node = 0.6.squareRoot()
    return half * (5 * speed(-node) + 8 * speed(0) + 5 * speed(node)) / 9
  }
}

extension Point {
  var magnitude: Double { (x.value * x.value + y.value * y.value).squareRoot() }
}

extension Path {
  var start: Point {
    switch segments.first {
    case .move(let point), .line(let point): point
    case .curve(_, _, let end): end
    case .close, nil: .zero
    }
  }

  /// All that is drawn, each contour's closing line included.
  var cubics: [Cubic] {
    var cubics: [Cubic] = []
    var current = start
    var first = start
    for segment in segments {
      switch segment {
      case .move(let point): (current, first) = (point, point)
      case .line(let point):
        cubics.append(Cubic(from: current, to: point))
        current = point
      case .curve(let control1, let control2, let end):
        cubics.append(Cubic(current, control1, control2, end))
        current = end
      case .close:
        if current != first { cubics.append(Cubic(from: current, to: first)) }
        current = first
      }
    }
    return cubics
  }
}
