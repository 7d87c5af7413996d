import PressScene

/// A path by the length walked along it. Contours are walked one after the other, without the way between them.
struct PathWalk {
  /// The length of all lines and curves, closing lines included.
  let length: Points
  private let pieces: [Piece]
  private let start: Point

  /// A stretch of one curve, short enough that length runs evenly with the parameter.
  private struct Piece {
    var curve: Cubic
    var parameters: ClosedRange<Double>
    /// Walked before it.
    var before: Double
    var length: Double
  }

  /// Places are off by less than 0.002 pt along the path, and exactly on it.
  static let tolerance = 0.002
  /// A path of more pieces than that (some metres of paper) is walked more coarsely.
  private static let pieceLimit = 200_000.0

  init(_ path: Path) {
    let curves = path.cubics.filter { !$0.isPoint }
    let counts = curves.map { $0.pieceCount(tolerance: Self.tolerance) }
    let share = min(1, Self.pieceLimit / counts.reduce(1, +))
    var pieces: [Piece] = []
    var walked = 0.0
    for (curve, count) in zip(curves, counts) {
      let parts = max(1, (count * share).rounded(.up))
      for part in 0..<Int(parts) {
        let range = Double(part) / parts...Double(part + 1) / parts
        let length = curve.length(over: range)
        guard length > 0, length.isFinite else { continue }
        pieces.append(Piece(curve: curve, parameters: range, before: walked, length: length))
        walked += length
      }
    }
    self.pieces = pieces
    length = Points(walked)
    start = path.start
  }

  /// The place after that distance, and the direction there. Distances beyond an end give the end; where contours or corners
  /// meet, what follows counts. The direction of a path without length is to the right.
  func place(at distance: Points) -> (point: Point, sine: Double, cosine: Double) {
    let distance = max(0, min(distance.value, length.value))
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].before <= distance { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (start, 0, 1) }
    let piece = pieces[low - 1]
    let share = min(1, (distance - piece.before) / piece.length)
    let (first, last) = (piece.parameters.lowerBound, piece.parameters.upperBound)
    let parameter = first + (last - first) * share
    var direction = piece.curve.velocity(at: parameter)
    var speed = direction.magnitude
    if speed < 1e-9 * piece.length / (last - first) {
      // A cusp, or a curve that starts on its control point.
      direction = piece.curve.point(at: last) - piece.curve.point(at: first)
      speed = direction.magnitude
    }
    let point = piece.curve.point(at: parameter)
    guard speed > 0 else { return (point, 0, 1) }
    return (point, direction.y.value / speed, direction.x.value / speed)
  }
}
