/// Contours of lines and cubic Bézier curves, in points (or in em for glyph outlines).
public struct Path: Hashable, Sendable {
  public enum Segment: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(control1: Point, control2: Point, end: Point)
    case close
  }

  public var segments: [Segment]

  public init(_ segments: [Segment] = []) { self.segments = segments }

  public init(rect: Rect) {
    segments = [
      .move(Point(x: rect.x, y: rect.y)), .line(Point(x: rect.maxX, y: rect.y)),
      .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.x, y: rect.maxY)), .close,
    ]
  }

  /// Four cubic arcs; the largest radial error is 0.03 % of the radius.
  public init(circleAt center: Point, radius: Points) {
    let k = radius * 0.5522847498
    func at(_ x: Points, _ y: Points) -> Point { Point(x: center.x + x, y: center.y + y) }
    segments = [
      .move(at(radius, 0)),
      .curve(control1: at(radius, k), control2: at(k, radius), end: at(0, radius)),
      .curve(control1: at(-k, radius), control2: at(-radius, k), end: at(-radius, 0)),
      .curve(control1: at(-radius, -k), control2: at(-k, -radius), end: at(0, -radius)),
      .curve(control1: at(k, -radius), control2: at(radius, -k), end: at(radius, 0)),
      .close,
    ]
  }

  /// The ellipse that touches the four sides: a circle of cubic arcs, stretched. Runs clockwise from the right.
  public init(ellipseIn rect: Rect) {
    let center = rect.center
    self = Path(circleAt: .zero, radius: 1).map {
      Point(x: center.x + rect.width / 2 * $0.x.value, y: center.y + rect.height / 2 * $0.y.value)
    }
  }

  public func transformed(by transform: Transform) -> Path {
    map { transform($0) }
  }

  public var onGrid: Path { map(\.onGrid) }

  /// The same segments with every point changed.
  public func map(_ change: (Point) -> Point) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let point): .move(change(point))
        case .line(let point): .line(change(point))
        case .curve(let first, let second, let end):
          .curve(control1: change(first), control2: change(second), end: change(end))
        case .close: .close
        }
      })
  }

  public static func += (left: inout Path, right: Path) { left.segments += right.segments }

  /// The box around all points and control points: never smaller than the ink, and equal to it for arcs cut at their extremes.
  public var controlBox: Rect {
    var points: [Point] = []
    for segment in segments {
      switch segment {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let first, let second, let end): points += [first, second, end]
      case .close: break
      }
    }
    guard let first = points.first else { return .zero }
    var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
    for point in points {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
