import PressScene

/// A band of guilloche, as printed on securities, along x from 0 to its length about y = 0. What leaves at the end comes in at
/// the beginning in the same place and direction, so that bands join without a seam.
struct GuillocheBand: Hashable {
  var length: Points
  /// Nothing is drawn outside of it.
  var height: Points
  /// Swells of the border along the length: 1 to 200.
  var waves: Int
  /// 1 to 60 in each layer.
  var strands: Int
  /// 1 to 4, each a net of its own.
  var layers: Int
  var seed: UInt64

  init(length: Points, height: Points, waves: Int, strands: Int = 8, layers: Int = 2, seed: UInt64 = 1) {
    self.length = length
    self.height = height
    self.waves = waves
    self.strands = strands
    self.layers = layers
    self.seed = seed
  }

  /// One path a layer, the lowest first: an open contour for each strand.
  func paths() -> [Path] {
    let half = height / 2
    guard half.value > 0, length.value > 0, half.value.isFinite, length.value.isFinite else { return [] }
    return families.map { family in
      var path = Path()
      for strand in 0..<family.strands {
        path += Path(
          tracing: { turn in
            let place = family.place(strand: strand, turn: turn)
            return (
              Point(x: length * turn, y: half * place.across), Point(x: length, y: half * place.acrossSlope)
            )
          }, pieces: family.frequency * 4, closed: false, tolerance: max(0.004, half.value * 1e-6))
      }
      return path
    }
  }
}
