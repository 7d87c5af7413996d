import PressScene

// What the seed decides, within what looks well: found by printing many at 40 mm in lines of 0.25 pt. Lengths are shares of the
// radius.

extension GuillocheRosette {
  /// The nets, the outermost first.
  var families: [GuillocheFamily] {
    var dice = SplitMix64(seed: seed)
    let design = Design(self, dice: &dice)
    return (0..<design.layers).map { design.family(layer: $0, dice: &dice) }
  }

  private struct Design {
    let layers, lobes, strands: Int
    /// Rings one in the other, or nets over all of the rosette.
    let isNested: Bool
    /// How far a ring reaches into the next, as a share of its width.
    let overlap: Double
    /// Of a ring.
    let width: Double
    let firstLobes: Int

    init(_ rosette: GuillocheRosette, dice: inout SplitMix64) {
      layers = min(max(rosette.layers, 1), 4)
      lobes = min(max(rosette.lobes, 3), 60)
      strands = min(max(rosette.strands, 1), 60)
      // Closer to the centre all lines of a net would run together.
      let hole = rosette.inner > 0.12 ? min(rosette.inner, 0.9) : 0.12
      let prefersNested = dice.index(below: 3) > 0
      // Nets over each other need strands to show their weave, and room around the hole.
      isNested = layers > 1 && (prefersNested || layers > 2 || strands < 9 || hole < 0.22)
      overlap = dice.number(in: 0.25...0.45)
      let rings = Double(layers)
      width = isNested ? (1 - hole) / (rings - (rings - 1) * overlap) : 1 - hole
      firstLobes = dice.index(below: 3)
    }

    func family(layer: Int, dice: inout SplitMix64) -> GuillocheFamily {
      let high = isNested ? 1 - Double(layer) * width * (1 - overlap) : 1
      let low = high - width
      // Lines lie closer towards the centre: what is right a bit inwards of the middle is right for both borders.
      let middle = low + 0.38 * width
      // Length of line by area. Few strands make wide meshes, and must not become spokes to fill them.
      let density =
        min(30 + 3.5 * Double(strands), 62 + 0.8 * Double(strands)) / (isNested ? 1 : 1.1 * Double(layers).squareRoot())
      let count = max(min(strands, 3), min(strands, Int((isNested ? 0.75 : 0.4) * density * width)))
      let frequency = frequency(strands: count, density: density, middle: middle, dice: &dice)

      let kind = Harmonics.Lobes.allCases[(firstLobes + layer) % Harmonics.Lobes.allCases.count]
      var depth = min(0.45 * width, 2.2 / Double(lobes)) * dice.number(in: 0.5...1)
      var notch = min(0.3 * width, 1.2 / Double(lobes)) * dice.number(in: 0.2...1)
      // Rings touch each other all the way round.
      if isNested, layer > 0 { depth = min(depth, 0.65 * overlap * width) }
      if isNested, layer + 1 < layers { notch = min(notch, 0.3 * overlap * width) }
      // The lobes of a layer stand in the notches of the one before.
      let shift = layer % 2 == 0 ? 0 : 0.5
      let notchShift = shift + 0.5 * Double(dice.index(below: 2))
      // At most a third faster or slower than the mean.
      let pull = dice.number(in: -0.35...0.35) * Double(frequency) / (2 * .pi * Double(lobes))
      return GuillocheFamily(
        inner: Harmonics(mean: low) + Harmonics(.sine, count: lobes, phase: notchShift) * notch,
        outer: Harmonics(mean: high - depth) + Harmonics(kind, count: lobes, phase: shift) * depth,
        frequency: frequency,
        phase: Harmonics(mean: 0, terms: [.init(frequency: lobes, amplitude: pull, phase: shift)]),
        third: dice.number(in: -0.11 ... -0.02),
        sway: sway(low: low, middle: middle, frequency: frequency, dice: &dice),
        strands: count)
    }

    /// Near to what makes the density; if it can be, one with which each lobe is like the other.
    private func frequency(strands: Int, density: Double, middle: Double, dice: inout SplitMix64) -> Int {
      let across = Double(strands) / width
      let swings = .pi * middle * max(0, density * density - across * across).squareRoot()
      let ideal = max(2, swings / Double(strands))
      let least = Int((ideal * 0.75).rounded(.up))
      let near = Array(least...max(least, Int(ideal * 1.3)))
      let symmetric = near.filter { $0 * strands % lobes == 0 }
      let choice = symmetric.isEmpty ? near : symmetric
      return choice[dice.index(below: choice.count)]
    }

    /// None, a little forwards (drawn-out tips), or backwards: wide arcs outside, at more than 1 / (reach · frequency) loops
    /// inside. Forwards loops would be spikes, and loops around a small hole blots.
    private func sway(low: Double, middle: Double, frequency: Int, dice: inout SplitMix64) -> Double {
      let kind = dice.index(below: 4)
      let wide = dice.number(in: -2.2 ... -0.6)
      // Loops of one net would tangle with the other's.
      let backwards = isNested || layers == 1 ? wide : wide / 2.5
      let pace = strands < 9 ? min(backwards, -1) : [0, 0.4, backwards, backwards][kind]
      let sway = pace * middle / (width / 2 * Double(frequency)) * min(1, low / 0.3)
      // Wide arcs of many strands would darken the border.
      return max(sway, strands > 16 ? -0.3 : -0.5)
    }
  }
}
