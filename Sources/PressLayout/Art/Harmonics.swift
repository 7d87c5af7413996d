import PressScene

/// A sum of sines over one turn, of whole frequencies, so that the end is the beginning.
struct Harmonics {
  struct Term {
    var frequency: Int
    var amplitude: Double
    /// In turns.
    var phase: Double
  }

  var mean: Double
  var terms: [Term]

  init(mean: Double, terms: [Term] = []) {
    self.mean = mean
    self.terms = terms
  }

  /// - Parameter turn: 0 to 1.
  /// - Returns: value, and derivative by the turn.
  func callAsFunction(_ turn: Double) -> (value: Double, slope: Double) {
    var sum = (value: mean, slope: 0.0)
    for term in terms {
      // The remainder first: at a whole turn it is exactly 0.
      let turns = (Double(term.frequency) * turn).truncatingRemainder(dividingBy: 1) + term.phase
      let (sine, cosine) = sineAndCosine(degrees: turns * 360)
      sum.value += term.amplitude * sine
      sum.slope += term.amplitude * cosine * 2 * .pi * Double(term.frequency)
    }
    return sum
  }

  static func + (left: Harmonics, right: Harmonics) -> Harmonics {
    Harmonics(mean: left.mean + right.mean, terms: left.terms + right.terms)
  }

  static func * (left: Harmonics, right: Double) -> Harmonics {
    Harmonics(
      mean: left.mean * right,
      terms: left.terms.map { Term(frequency: $0.frequency, amplitude: $0.amplitude * right, phase: $0.phase) })
  }
}

extension Harmonics {
  /// How a border of lobes runs between 0 in the notches and 1 at the tips.
  enum Lobes: CaseIterable {
    case sine
    /// Round lobes, narrow notches.
    case petals
    /// Narrow tips, round notches.
    case points
  }

  /// - Parameters:
  ///   - count: lobes to a turn.
  ///   - phase: of the first tip, in turns of one lobe.
  init(_ lobes: Lobes, count: Int, phase: Double) {
    func cosine(_ order: Int, _ amplitude: Double, shift: Double = 0) -> Term {
      Term(frequency: order * count, amplitude: amplitude, phase: 0.25 - Double(order) * (phase + shift))
    }
    switch lobes {
    case .sine: self.init(mean: 0.5, terms: [cosine(1, 0.5)])
    // |cos| to its third harmonic, between its least and greatest value: 0.1429 to 1.5905 before the factor.
    case .petals:
      self.init(
        mean: (1 - 0.14286) / 1.44762,
        terms: [cosine(1, 0.66667 / 1.44762), cosine(2, -0.13333 / 1.44762), cosine(3, 0.05714 / 1.44762)])
    case .points:
      let petals = Harmonics(.petals, count: count, phase: phase + 0.5)
      self = Harmonics(mean: 1) + petals * -1
    }
  }
}
