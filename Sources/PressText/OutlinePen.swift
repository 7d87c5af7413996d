import CFreeType
import PressScene

/// Takes a glyph's contours from FreeType, one call for each segment, and turns them to em, y down, cubic.
struct OutlinePen {
  private let unitsPerEm: Double
  private var path = Path()
  private var current = Point.zero
  private var isOpen = false
  /// A quadratic curve that waits for the other half of the cubic one it may have been.
  private var pending: QuadraticJoin.Quadratic?

  init(unitsPerEm: Double) { self.unitsPerEm = unitsPerEm }

  /// With the last contour closed.
  var finished: Path {
    var pen = self
    pen.flush()
    if isOpen { pen.path.segments.append(.close) }
    return pen.path
  }

  private mutating func flush() {
    if let pending { path.segments.append(pending.cubic) }
    pending = nil
  }

  private func point(_ vector: UnsafePointer<FT_Vector>) -> Point {
    // `0 -` keeps a negative zero away.
    Point(x: Points(Double(vector.pointee.x) / unitsPerEm), y: Points(0 - Double(vector.pointee.y) / unitsPerEm))
  }

  private mutating func move(to end: UnsafePointer<FT_Vector>) {
    flush()
    if isOpen { path.segments.append(.close) }
    isOpen = true
    current = point(end)
    path.segments.append(.move(current))
  }

  private mutating func line(to end: UnsafePointer<FT_Vector>) {
    flush()
    current = point(end)
    path.segments.append(.line(current))
  }

  private mutating func curve(_ control: UnsafePointer<FT_Vector>, to end: UnsafePointer<FT_Vector>) {
    let next = QuadraticJoin.Quadratic(start: current, control: point(control), end: point(end))
    current = next.end
    if let first = pending, let joined = QuadraticJoin.cubic(first, next) {
      path.segments.append(joined)
      pending = nil
    } else {
      flush()
      pending = next
    }
  }

  private mutating func curve(
    _ first: UnsafePointer<FT_Vector>, _ second: UnsafePointer<FT_Vector>, to end: UnsafePointer<FT_Vector>
  ) {
    flush()
    current = point(end)
    path.segments.append(.curve(control1: point(first), control2: point(second), end: current))
  }

  /// For `FT_Outline_Decompose`, whose last argument is a pointer to an ``OutlinePen``.
  static var callbacks: FT_Outline_Funcs {
    FT_Outline_Funcs(
      move_to: { end, pen in
        guard let end, let pen else { return 1 }
        pen.assumingMemoryBound(to: OutlinePen.self).pointee.move(to: end)
        return 0
      },
      line_to: { end, pen in
        guard let end, let pen else { return 1 }
        pen.assumingMemoryBound(to: OutlinePen.self).pointee.line(to: end)
        return 0
      },
      conic_to: { control, end, pen in
        guard let control, let end, let pen else { return 1 }
        pen.assumingMemoryBound(to: OutlinePen.self).pointee.curve(control, to: end)
        return 0
      },
      cubic_to: { first, second, end, pen in
        guard let first, let second, let end, let pen else { return 1 }
        pen.assumingMemoryBound(to: OutlinePen.self).pointee.curve(first, second, to: end)
        return 0
      },
      shift: 0, delta: 0)
  }
}
