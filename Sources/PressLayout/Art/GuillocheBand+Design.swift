import PressScene

// What the seed decides, within what looks well: found by printing many of 8 to 16 mm in lines of 0.25 pt. Widths are shares of
// half the height.

extension GuillocheBand {
  /// The nets, the lowest first.
  var families: [GuillocheFamily] {
    var dice = SplitMix64(seed: seed)
    let design = Design(self, dice: &dice)
    return (0..<design.layers).map { design.family(layer: $0, dice: &dice) }
  }

  private struct Design {
    let layers, waves, strands: Int
    /// Length by height.
    let aspect: Double
    /// Ribbons that wind about the middle, or nets that swell and narrow about it.
    let isBraid: Bool
    let firstLobes: Int

    init(_ band: GuillocheBand, dice: inout SplitMix64) {
      layers = min(max(band.layers, 1), 4)
      waves = min(max(band.waves, 1), 200)
      strands = min(max(band.strands, 1), 60)
      aspect = min(max(band.length.ratio(to: band.height), 0.1), 200)
      isBraid = dice.index(below: 3) > 0 && layers > 1
      firstLobes = dice.index(below: 3)
    }

    func family(layer: Int, dice: inout SplitMix64) -> GuillocheFamily {
      let shift = Double(layer) / Double(layers) + 0.5
      let edges = isBraid ? braid(shift: shift, dice: &dice) : swell(layer: layer, shift: shift, dice: &dice)
      let density = (24 + 1.2 * Double(strands)) / Double(layers).squareRoot()
      let swings = aspect / 2 * max(density * density - Double(strands * strands), 4).squareRoot()
      let frequency = frequency(near: min(2000, max(1, swings / Double(strands))), dice: &dice)
      let pull = dice.number(in: -0.3...0.3) * Double(frequency) / (2 * .pi * Double(waves))
      return GuillocheFamily(
        inner: edges.inner, outer: edges.outer, frequency: frequency,
        phase: Harmonics(mean: 0.25, terms: [.init(frequency: waves, amplitude: pull, phase: shift)]),
        third: dice.number(in: -0.11 ... -0.02), strands: strands)
    }

    /// The same number of swings in each wave, if that is near.
    private func frequency(near ideal: Double, dice: inout SplitMix64) -> Int {
      let least = Int((ideal * 0.75).rounded(.up))
      let near = Array(least...max(least, Int(ideal * 1.3)))
      let even = near.filter { $0 % waves == 0 || $0 * strands % waves == 0 }
      let choice = even.isEmpty ? near : even
      return choice[dice.index(below: choice.count)]
    }

    private func braid(shift: Double, dice: inout SplitMix64) -> (inner: Harmonics, outer: Harmonics) {
      let reach = dice.number(in: 0.4...0.6)
      let middle = Harmonics(mean: 0, terms: [.init(frequency: waves, amplitude: 1 - reach, phase: shift)])
      return (middle + Harmonics(mean: -reach), middle + Harmonics(mean: reach))
    }

    private func swell(layer: Int, shift: Double, dice: inout SplitMix64) -> (inner: Harmonics, outer: Harmonics) {
      // Nets over each other have to leave each other room; many strands must not run together where they narrow.
      let asked = layers > 1 ? dice.number(in: 0.6...0.75) : dice.number(in: 0.3...0.65)
      let depth = min(asked, max(0.25, 1 - 0.025 * Double(strands)))
      let kind = Harmonics.Lobes.allCases[(firstLobes + layer) % Harmonics.Lobes.allCases.count]
      let outer = Harmonics(mean: 1 - depth) + Harmonics(kind, count: waves, phase: shift) * depth
      return (outer * -1, outer)
    }
  }
}
