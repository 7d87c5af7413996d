import PressScene

/// One family of strands, as on securities: all swing between the same two envelopes, each a step of phase behind the one
/// before, so that they weave an even net and the envelopes come out clean.
struct GuillocheFamily {
  var inner: Harmonics
  var outer: Harmonics
  /// Swings to a turn.
  var frequency: Int
  /// Of the first strand, and how it runs ahead and behind along a turn; in swings.
  var phase: Harmonics
  /// Share of the third harmonic in a swing: -1/9 is nearly straight from envelope to envelope, more lies longer at them.
  var third = 0.0
  /// How far strands swing along the turn while they swing across, as a share of the swing across.
  var sway = 0.0
  var strands: Int

  struct Place {
    /// Across: between the envelopes.
    var across, acrossSlope: Double
    /// Along: to be added to the way along the turn, in the same unit.
    var along, alongSlope: Double
  }

  /// A strand at a turn from 0 to 1; slopes are derivatives by the turn.
  func place(strand: Int, turn: Double) -> Place {
    let (low, lowSlope) = inner(turn)
    let (high, highSlope) = outer(turn)
    let (ahead, aheadSlope) = phase(turn)
    let swings =
      (Double(frequency) * turn).truncatingRemainder(dividingBy: 1) + ahead + Double(strand) / Double(strands)
    let pace = 2 * .pi * (Double(frequency) + aheadSlope)
    let (sine, cosine) = sineAndCosine(degrees: swings * 360)
    // sin 3x and cos 3x from sin x and cos x.
    let scale = 1 / (1 - third)
    let swing = (sine + third * sine * (3 - 4 * sine * sine)) * scale
    let swingSlope = (cosine + third * 3 * cosine * (4 * cosine * cosine - 3)) * scale * pace
    let (reach, reachSlope) = ((high - low) / 2, (highSlope - lowSlope) / 2)
    return Place(
      across: (high + low) / 2 + reach * swing,
      acrossSlope: (highSlope + lowSlope) / 2 + reachSlope * swing + reach * swingSlope,
      along: sway * reach * cosine, alongSlope: sway * (reachSlope * cosine - reach * sine * pace))
  }
}

extension Path {
  /// A curve traced by cubic Hermite pieces over parameters from 0 to 1, halved until each is on the curve to `tolerance` at its
  /// quarters.
  ///
  /// - Parameters:
  ///   - pieces: to begin with; enough that no swing is missed.
  ///   - curve: place and derivative by the parameter.
  init(tracing curve: (Double) -> (point: Point, velocity: Point), pieces: Int, closed: Bool, tolerance: Double) {
    var path = Path()
    var before = curve(0)
    path.segments.append(.move(before.point))
    func trace(to turn: Double, _ next: (point: Point, velocity: Point), step: Double, depth: Int) {
      let third = step / 3
      let cubic = Cubic(
        before.point, before.point + before.velocity.scaled(third), next.point - next.velocity.scaled(third), next.point
      )
      let misses =
        depth < 8
        && [0.25, 0.5, 0.75].contains { share in
          let ideal = curve(turn - step * (1 - share)).point
          return (cubic.point(at: share) - ideal).magnitude > tolerance
        }
      guard misses else {
        path.segments.append(.curve(control1: cubic.control1, control2: cubic.control2, end: cubic.end))
        before = next
        return
      }
      trace(to: turn - step / 2, curve(turn - step / 2), step: step / 2, depth: depth + 1)
      trace(to: turn, next, step: step / 2, depth: depth + 1)
    }
    for piece in 1...max(1, pieces) {
      let turn = Double(piece) / Double(max(1, pieces))
      trace(to: turn, curve(turn), step: 1 / Double(max(1, pieces)), depth: 0)
    }
    if closed { path.segments.append(.close) }
    self = path
  }
}

extension Point {
  func scaled(_ factor: Double) -> Point { Point(x: x * factor, y: y * factor) }
}
