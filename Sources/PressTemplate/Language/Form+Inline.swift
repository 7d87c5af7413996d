import PressDiagnostics
import PressScene
import PressSyntax

// Parts of the layout's own text that look otherwise: `text "H" sub("2") "O"`. Values of records never do: what stands in them is
// data.

extension Form where Value == TextTemplate {
  /// One or several texts, some of them in bold, in another font, raised or lowered.
  static let runs = Form(
    "a text in quotes or a field", words: InlineWord.allCases.map(\.rawValue),
    examples: Dictionary(uniqueKeysWithValues: InlineWord.allCases.map { ($0.rawValue, $0.example) })
  ) { reader throws(Reported) in
    if reader.isSingle { return try reader.text() }
    var runs = InlineRuns()
    repeat { try reader.run(look: InlineLook(), into: &runs) } while reader.next != nil
    return TextTemplate(pieces: runs.pieces, span: runs.span ?? reader.place, looks: runs.looks)
  }
}

/// The calls that may stand in a text.
private enum InlineWord: String, CaseIterable {
  case bold, sup, sub
  case font = "in"
  case color

  var example: String {
    switch self {
    case .bold: "bold(\"…\")"
    case .sup: "sup(\"2\")"
    case .sub: "sub(\"2\")"
    case .font: "in(kai, \"…\")"
    case .color: "color(#b3261e, \"…\")"
    }
  }
}

private struct InlineRuns {
  var pieces: [TextTemplate.Piece] = []
  var looks: [(pieces: Range<Int>, look: InlineLook)] = []
  var span: Span?
}

extension TermReader {
  /// Nothing but one string or one word: as most texts are.
  fileprivate var isSingle: Bool {
    guard termCount == 1 else { return false }
    if case .call = next { return false }
    return true
  }

  fileprivate mutating func run(look: InlineLook, into runs: inout InlineRuns) throws(Reported) {
    guard case .call(let token, _, let arguments, _)? = next else {
      let text = try text()
      let first = runs.pieces.count
      runs.pieces += text.pieces
      if look != InlineLook() { runs.looks.append((first..<runs.pieces.count, look)) }
      runs.span = runs.span.map { $0.joined(with: text.span) } ?? text.span
      return
    }
    let term = try take()
    let span = findings.span(term.range)
    let name = findings.text(token)
    guard let word = InlineWord(rawValue: name) else {
      let choices = InlineWord.allCases.map(\.rawValue)
      throw findings.fail(
        .unknownWord(
          name, in: subject, choices: choices, suggestion: Suggestion.likely(to: name, among: choices),
          at: findings.span(token)))
    }
    if term.isBroken { throw Reported() }
    var look = look
    var entries = arguments.entries
    func fail() -> Reported { findings.fail(.missingArgument(of: name, example: word.example, at: span)) }
    switch word {
    case .bold: look.isBold = true
    case .sup: look.rise = .superscript
    case .sub: look.rise = .lowered
    case .font:
      guard case .word(let alias, let family)? = entries.first?.terms.first, entries.count > 1 else { throw fail() }
      look.family = findings.names.useFont(family, at: findings.span(alias))
      entries.removeFirst()
    case .color:
      guard case .color(_, let red, let green, let blue)? = entries.first?.terms.first, entries.count > 1 else {
        throw fail()
      }
      look.color = Color(red: red, green: green, blue: blue)
      entries.removeFirst()
    }
    guard !entries.isEmpty else { throw fail() }
    for entry in entries {
      var reader = TermReader(entry.terms, findings: findings, subject: name, wanted: "a text in quotes", place: span)
      repeat { try reader.run(look: look, into: &runs) } while reader.next != nil
    }
    runs.span = runs.span.map { $0.joined(with: span) } ?? span
  }
}
