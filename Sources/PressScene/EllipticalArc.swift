/// An arc of an ellipse by its end points (SVG 1.1, appendix F.6).
struct EllipticalArc {
  var start: Point
  var end: Point
  /// Their signs don't matter; radii too small for the end points grow together until they reach.
  var radii: (x: Double, y: Double)
  /// From the x axis to the ellipse's, in degrees, clockwise on the page.
  var rotation: Double
  /// Of the two arcs in the asked direction, the one over more than half of the ellipse.
  var isLarge: Bool
  /// On the page (y down): SVG's sweep flag.
  var isClockwise: Bool

  /// A curve for each quarter begun; a line where a radius is zero, nothing where the ends are one.
  var segments: [Path.Segment] {
    guard start != end else { return [] }
    let (sine, cosine) = sineAndCosine(degrees: rotation.truncatingRemainder(dividingBy: 360))
    var (rx, ry) = (abs(radii.x), abs(radii.y))
    // Half the chord, in the space where the ellipse is the unit circle.
    let half = Vector(x: (start.x - end.x).value / 2, y: (start.y - end.y).value / 2)
    var chord = Vector(x: (cosine * half.x + sine * half.y) / rx, y: (cosine * half.y - sine * half.x) / ry)
    var squared = chord.x * chord.x + chord.y * chord.y
    // Radii of next to nothing overflow: as good as zero.
    guard squared.isFinite, squared > 0 else { return [.line(end)] }
    if squared > 1 {
      let growth = squared.squareRoot()
      (rx, ry) = (rx * growth, ry * growth)
      chord = Vector(x: chord.x / growth, y: chord.y / growth)
      squared = 1
    }
    let side = (isLarge == isClockwise ? -1 : 1) * (max(0, 1 - squared) / squared).squareRoot()
    let center = Vector(x: side * chord.y, y: -side * chord.x)
    let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
    func onPage(_ vector: Vector) -> Point {
      let (x, y) = ((center.x + vector.x) * rx, (center.y + vector.y) * ry)
      return Point(x: middle.x + Points(cosine * x - sine * y), y: middle.y + Points(sine * x + cosine * y))
    }
    return UnitArc(
      from: Vector(x: chord.x - center.x, y: chord.y - center.y),
      to: Vector(x: -chord.x - center.x, y: -chord.y - center.y), isLarge: isLarge,
      isClockwise: isClockwise
    ).pieces.map { piece in
      .curve(
        control1: onPage(piece.control1), control2: onPage(piece.control2), end: piece.end.map(onPage) ?? end)
    }
  }
}

private struct Vector {
  var x, y: Double
}

/// An arc of the unit circle, by roots alone: the same on every machine.
private struct UnitArc {
  var from, to: Vector
  var isLarge, isClockwise: Bool

  /// The last piece ends where the arc does, without a point of its own.
  typealias Piece = (control1: Vector, control2: Vector, end: Vector?)

  var pieces: [Piece] {
    let sign = isClockwise ? 1.0 : -1.0
    var pieces: [Piece] = []
    var point = from
    // Quarter turns while more than a quarter is left. How many there can be is known; next to nothing and next to a whole
    // turn could not be told apart by rounded numbers.
    while pieces.count < (isLarge ? 3 : 1), isLarge && pieces.isEmpty || !isWithinQuarter(of: point) {
      let next = Vector(x: -sign * point.y, y: sign * point.x)
      pieces.append((control(point, sign * 0.5522847498), control(next, -sign * 0.5522847498), next))
      point = next
    }
    // 4/3 · tan(δ/4), from the cosine and sine of δ by halving the tangent twice.
    let cosine = point.x * to.x + point.y * to.y
    let sine = sign * (point.x * to.y - point.y * to.x)
    let half = max(0, sine) / (1 + max(0, cosine))
    let reach = 4 / 3 * half / (1 + (1 + half * half).squareRoot())
    pieces.append((control(point, sign * reach), control(to, -sign * reach), nil))
    return pieces
  }

  private func isWithinQuarter(of point: Vector) -> Bool {
    let cosine = point.x * to.x + point.y * to.y
    let sine = (point.x * to.y - point.y * to.x) * (isClockwise ? 1 : -1)
    // Exact quarters come out a bit off.
    return sine >= 0 && cosine >= -1e-9
  }

  /// From a point along its tangent.
  private func control(_ point: Vector, _ reach: Double) -> Vector {
    Vector(x: point.x - reach * point.y, y: point.y + reach * point.x)
  }
}
