import PressDiagnostics
import PressSyntax
import PressTemplate
import Testing

@Suite("the sample layout with one mistake in it")
struct MutationTests {
  @Test("print", arguments: ["change", "double"])
  func mutations(kind: String) throws {
    let bytes = Array(Fixture.sample.utf8)
    var tokens: [Token] = []
    Resolved(bytes).tree.forEachToken { if $0.kind != .endOfFile { tokens.append($0) } }
    var counts: [Int: Int] = [:]
    var sum = 0, n = 0
    for (i, token) in tokens.enumerated() {
      var changed = bytes
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      var new: String
      if kind == "double" { new = text + " " + text } else {
      switch token.kind {
      case .word: new = String(text.dropLast()) + "zz"
      case .number: new = text + "q"
      case .string: new = "'" + text.dropFirst().dropLast() + "'"
      case .color: new = "#12"
      case .leftBrace: new = "("
      case .rightBrace: new = ")"
      case .colon: new = "="
      case .semicolon: new = ","
      case .comma: new = ";"
      case .leftParenthesis: new = "{"
      case .rightParenthesis: new = "}"
      default: new = "?"
      } }
      changed.replaceSubrange(token.range, with: Array(new.utf8))
      let r = Resolved(changed)
      let c = r.errors.count
      counts[c, default: 0] += 1
      sum += c; n += 1
      if c > 2 || c == 0 {
        print("\(kind) \(c) '\(text)' -> '\(new)' line \(r.source.line(at: token.range.lowerBound)) #\(i)", r.errors.map { "\($0.id)@\(r.source.line(at: $0.span?.range.lowerBound ?? 0))" }.prefix(9))
      }
    }
    print(kind, Double(sum) / Double(n), counts.sorted { $0.key < $1.key }, n)
  }
}
