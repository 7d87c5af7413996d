import PressDiagnostics
import PressSyntax
import PressTemplate
import Testing

@Suite("the sample layout with one token at fault")
struct MutationTests {
  enum Change: String, CaseIterable { case deleted, replaced, doubled }

  @Test("never crashes, and makes no more than two errors on average", arguments: Change.allCases)
  func mutations(change: Change) {
    let bytes = Array(Fixture.sample.utf8)
    var tokens: [Token] = []
    Resolved(bytes).tree.forEachToken { if $0.kind != .endOfFile { tokens.append($0) } }
    var errors = 0
    var most = 0
    for token in tokens {
      var changed = bytes
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      changed.replaceSubrange(token.range, with: Array(replacement(of: text, token.kind, change).utf8))
      let count = Resolved(changed).errors.count
      errors += count
      most = max(most, count)
    }
    let average = Double(errors) / Double(tokens.count)
    #expect(tokens.count > 600)
    #expect(average <= 1.3, "\(average) errors on average")
    #expect(most <= 4)
  }

  private func replacement(of text: String, _ kind: Token.Kind, _ change: Change) -> String {
    switch change {
    case .deleted: return ""
    case .doubled: return text + " " + text
    case .replaced: break
    }
    return switch kind {
    case .word: text.dropLast() + "zz"
    case .number: text + "q"
    case .string: "'" + text.dropFirst().dropLast() + "'"
    case .color: "#12"
    case .leftBrace: "("
    case .rightBrace: ")"
    case .colon: "="
    case .semicolon: ","
    case .comma: ";"
    case .leftParenthesis: "{"
    case .rightParenthesis: "}"
    case .unknown, .endOfFile: "?"
    }
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
