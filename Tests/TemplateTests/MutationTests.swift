import PressDiagnostics
import PressSyntax
import PressTemplate
import Testing

@Suite("whole layouts with one token at fault")
struct MutationTests {
  /// All mistakes in `make soak`, one in twenty-five of them in `make test`.
  private static let stride = LayoutCorpus.soaks ? 1 : 25

  @Test("the layouts in which mistakes are made have none of their own")
  func corpus() {
    #expect(LayoutCorpus.whole.layouts.count > 20)
    for (name, bytes, files) in LayoutCorpus.whole.layouts {
      let resolved = Resolved(bytes, files: files)
      #expect(resolved.errors.isEmpty, "\(name): \(resolved.report)")
    }
  }

  @Test("one mistake makes one error on average, never crashes, and prints back byte for byte")
  func mistakes() {
    var generator = SeededGenerator(seed: 20_220_406)
    var counts: [Mistake.Kind: [Int]] = [:]
    var worst: [(errors: Int, words: String)] = []
    var longest = Duration.zero
    for (name, bytes, files) in LayoutCorpus.whole.layouts {
      let maker = MistakeMaker(bytes)
      for token in maker.tokens {
        for kind in Mistake.Kind.allCases where generator.next().isMultiple(of: UInt64(MutationTests.stride)) {
          guard let mistake = maker.mistake(kind, in: token, &generator) else { continue }
          let start = ContinuousClock.now
          let resolved = Resolved(mistake.bytes, files: files)
          longest = max(longest, ContinuousClock.now - start)
          let words = "\(name), line \(maker.line(of: token)): '\(mistake.old)' \(kind), now '\(mistake.new)'"
          #expect(resolved.tree.printed(from: resolved.source) == mistake.bytes, "\(words)")
          let errors = resolved.errors.count
          counts[kind, default: []].append(errors)
          if errors > 2 { worst.append((errors, words)) }
        }
      }
    }
    let all = Spread(counts.values.flatMap(\.self))
    let deleted = Spread(counts[.deleted] ?? [])
    let changed = Spread(counts.filter { $0.key != .deleted && $0.key != .inserted }.values.flatMap(\.self))
    // The promise is 2; what is reached is held a little above.
    #expect(all.mean <= 1.1 && deleted.mean <= 1.1 && changed.mean <= 1.1, "\(all), deleted \(deleted)")
    #expect(all.meanOfFailing <= 1.2, "\(all)")
    #expect(all.ninetyFifth <= 2 && all.most <= 40, "\(all)")
    // Not a timing, but what would be an endless loop.
    #expect(longest < .seconds(20))
    guard LayoutCorpus.soaks else { return }
    for kind in Mistake.Kind.allCases { print(kind.rawValue, Spread(counts[kind] ?? [])) }
    print("all changes", changed)
    print("all", all)
    for (errors, words) in worst.sorted(by: { $0.errors > $1.errors }).prefix(20) { print(errors, words) }
  }

  @Test("tokens in any order, and bytes of any kind, are answered and not crashed on")
  func noise() {
    var generator = SeededGenerator(seed: 20_220_406)
    let bytes = Array(Fixture.sample.utf8)
    var tokens: [Token] = []
    Resolved(bytes).tree.forEachToken { if $0.kind != .endOfFile { tokens.append($0) } }
    for round in 0..<60 {
      var pieces = tokens.map { (Array(bytes[$0.trivia]), Array(bytes[$0.range])) }
      for _ in 0..<(1 + round) {
        let (i, j) = (
          Int.random(in: 0..<pieces.count, using: &generator), Int.random(in: 0..<pieces.count, using: &generator)
        )
        (pieces[i].1, pieces[j].1) = (pieces[j].1, pieces[i].1)
      }
      var text = pieces.flatMap { $0.0 + $0.1 }
      if round.isMultiple(of: 3) {
        for _ in 0..<round {
          text[Int.random(in: 0..<text.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      let resolved = Resolved(text)
      #expect(resolved.diagnostics.allSatisfy { $0.span.map { $0.range.upperBound <= text.count } ?? true })
      for fixIt in resolved.errors.flatMap(\.fixIts).prefix(5) { _ = Resolved(resolved.source.applying(fixIt.edits)) }
    }
  }
}

/// How many errors mistakes make.
private struct Spread: CustomStringConvertible {
  private let sorted: [Int]

  init(_ counts: [Int]) { sorted = counts.sorted() }

  var mean: Double { Double(sorted.reduce(0, +)) / Double(max(1, sorted.count)) }
  /// Of those that make any: the layout may still be whole with a number doubled.
  var meanOfFailing: Double {
    Double(sorted.reduce(0, +)) / Double(max(1, sorted.filter { $0 > 0 }.count))
  }
  var ninetyFifth: Int { at(0.95) }
  var most: Int { sorted.last ?? 0 }

  private func at(_ share: Double) -> Int { sorted.isEmpty ? 0 : sorted[Int(Double(sorted.count - 1) * share)] }

  private func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  var description: String {
    "\(sorted.count) mistakes: mean \(hundredths(mean)), of those with errors \(hundredths(meanOfFailing)), "
      + "median \(at(0.5)), 95th percentile \(ninetyFifth), most \(most)"
  }
}

/// A small generator (SplitMix64), so that a failing mutation can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
