/// What many runs took.
struct Spread {
  let median: Double
  /// The slowest of the quickest tenth: nearest to a machine that does nothing else.
  let best: Double

  /// - Parameter values: at least one.
  init(of values: [Double]) {
    let sorted = values.sorted()
    median = sorted[sorted.count / 2]
    best = sorted[sorted.count / 10]
  }
}
