import PressScene

/// A rosette of guilloche, as printed on securities, centred on the origin. Its figure depends on everything but the diameter,
/// which only scales it.
struct GuillocheRosette: Hashable {
  /// Nothing is drawn outside of it.
  var diameter: Points
  /// The hole, as a share of the diameter: 0 to 0.9. Where lines would run together at the centre a small hole is left all the same.
  var inner: Double
  /// Lobes of the border: 3 to 60.
  var lobes: Int
  /// 1 to 60 in each layer; where layers are narrow or lie over each other they may have fewer.
  var strands: Int
  /// 1 to 4, each a net of its own.
  var layers: Int
  var seed: UInt64

  init(
    diameter: Points, inner: Double = 0.25, lobes: Int = 12, strands: Int = 12, layers: Int = 2, seed: UInt64 = 1
  ) {
    self.diameter = diameter
    self.inner = inner
    self.lobes = lobes
    self.strands = strands
    self.layers = layers
    self.seed = seed
  }

  /// One path a layer, the outermost first: a closed contour for each strand.
  func paths() -> [Path] {
    let radius = diameter / 2
    guard radius.value > 0, radius.value.isFinite else { return [] }
    return families.map { family in
      var path = Path()
      for strand in 0..<family.strands {
        path += Path(
          tracing: { place(on: family, strand: strand, turn: $0, radius: radius) }, pieces: family.frequency * 4,
          closed: true, tolerance: max(0.004, radius.value * 1e-6))
      }
      return path
    }
  }

  private func place(
    on family: GuillocheFamily, strand: Int, turn: Double, radius: Points
  ) -> (point: Point, velocity: Point) {
    let place = family.place(strand: strand, turn: turn)
    // From the top, clockwise. Unit vectors outwards and along.
    let (sine, cosine) = sineAndCosine(degrees: turn.truncatingRemainder(dividingBy: 1) * 360)
    let (r, t) = (place.across, place.along)
    let rSlope = place.acrossSlope - 2 * .pi * t
    let tSlope = place.alongSlope + 2 * .pi * r
    return (
      Point(x: radius * (sine * r + cosine * t), y: radius * (sine * t - cosine * r)),
      Point(x: radius * (sine * rSlope + cosine * tSlope), y: radius * (sine * tSlope - cosine * rSlope))
    )
  }
}
