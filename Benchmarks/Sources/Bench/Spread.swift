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

  /// Of milliseconds.
  var perSecond: Spread { Spread(median: 1000 / median, best: 1000 / best) }

  private init(median: Double, best: Double) { (self.median, self.best) = (median, best) }
}
