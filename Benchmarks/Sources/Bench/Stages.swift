import CertPress

/// What the parts of a certificate take, in milliseconds of processor time. Each stage is run together with those before it, and the
/// median of their time taken off.
struct Stages {
  let load, read: Spread
  private let filled, composed: Spread
  private let wholes: [Product: Spread]

  var fill: Double { filled.median - read.median }
  var compose: Double { composed.median - filled.median }

  /// The whole, from a record's JSON to a file's bytes.
  func whole(_ product: Product) -> Spread { wholes[product] ?? load }
  /// Painting and encoding.
  func paint(_ product: Product) -> Double { whole(product).median - composed.median }

  /// All take turns, so that a machine that is busy for a while is busy for all of them.
  init(of subject: Subject) throws {
    var probes = [
      Probe(count: 8) { _ in try subject.load() },
      Probe(count: 60) { _ = try subject.record($0) },
      Probe(count: 60) { _ = subject.layout.template.filled(by: try subject.record($0)) },
      Probe(count: 60) { _ = try subject.scene($0) },
    ]
    probes += Product.allCases.map { product in
      Probe(count: product.format == .pdf ? 60 : 8) { _ = try subject.render($0, as: product) }
    }
    for round in 0..<Self.rounds {
      for index in probes.indices { try probes[index].run(counted: round >= Self.rounds / 3) }
    }
    let spreads = probes.map { Spread(of: $0.times) }
    (load, read, filled, composed) = (spreads[0], spreads[1], spreads[2], spreads[3])
    wholes = Dictionary(uniqueKeysWithValues: zip(Product.allCases, spreads.dropFirst(4)))
  }

  /// The first third warms up.
  private static let rounds = 12
}

/// Something that is timed again and again.
private struct Probe {
  let count: Int
  let body: (Int) throws -> Void
  private(set) var times: [Double] = []
  private var done = 0

  init(count: Int, body: @escaping (Int) throws -> Void) {
    self.count = count
    self.body = body
  }

  mutating func run(counted: Bool) throws {
    for number in done..<done + count {
      let start = now(.thread)
      try body(number)
      if counted { times.append(now(.thread) - start) }
    }
    done += count
  }
}
