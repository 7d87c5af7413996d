import PressScene

/// Puts two quadratic curves back into the cubic one they came from.
///
/// Noto's outlines were cubic; TrueType wants quadratic ones, about two for each. Art drawn from outlines (a seal's text) writes
/// half the numbers with this, at a cost that no paper shows.
enum QuadraticJoin {
  /// The farthest that a joined curve may lie from the two, in em: twice the error of the fonts' own conversion.
  static let tolerance = 0.001

  struct Quadratic {
    var start: Point
    var control: Point
    var end: Point

    /// The point halfway in the curve's parameter.
    var middle: Point {
      Point(
        x: (start.x + control.x * 2 + end.x) / 4,
        y: (start.y + control.y * 2 + end.y) / 4)
    }

    /// The same curve as a cubic one: its control points lie two thirds of the way to its own.
    var cubic: Path.Segment {
      .curve(control1: start.toward(control, 2.0 / 3), control2: end.toward(control, 2.0 / 3), end: end)
    }
  }

  /// - Returns: nil where the curves do not meet in the middle of their control points, as the halves of one curve do, or where
  ///   the joined one would stray.
  static func cubic(_ first: Quadratic, _ second: Quadratic) -> Path.Segment? {
    let joint = first.control.toward(second.control, 0.5)
    // Not exactly: where a font leaves that point out, FreeType rounds it to whole units.
    guard joint.isNear(first.end, within: tolerance) else { return nil }
    // Halving a cubic and taking each half for a quadratic puts that one's control point 3/4 along the cubic's handle.
    let handle1 = first.start.toward(first.control, 4.0 / 3)
    let handle2 = second.end.toward(second.control, 4.0 / 3)
    func point(_ t: Double) -> Point {
      let s = 1 - t
      let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return Point(
        x: first.start.x * a + handle1.x * b + handle2.x * c + second.end.x * d,
        y: first.start.y * a + handle1.y * b + handle2.y * c + second.end.y * d)
    }
    guard point(0.25).isNear(first.middle, within: tolerance), point(0.75).isNear(second.middle, within: tolerance)
    else { return nil }
    return .curve(control1: handle1, control2: handle2, end: second.end)
  }
}

extension Point {
  fileprivate func toward(_ other: Point, _ part: Double) -> Point {
    Point(x: x + (other.x - x) * part, y: y + (other.y - y) * part)
  }

  fileprivate func isNear(_ other: Point, within distance: Double) -> Bool {
    abs(x.value - other.x.value) <= distance && abs(y.value - other.y.value) <= distance
  }
}
