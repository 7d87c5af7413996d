import PressDiagnostics
import PressSyntax

extension Form where Value == [MeasuredStep] {
  static let steps = Form(
    "steps such as shrink(12pt), wrap(2)", words: ["shrink", "wrap"],
    examples: ["shrink": "shrink(12pt)", "wrap": "wrap(2)"],
    list: { list throws(Reported) in try list.each { reader throws(Reported) in try reader.step() } })
}

extension TermReader {
  /// The call that stands next, or a bare word as a call without parentheses.
  mutating func call() throws(Reported) -> (
    name: String, head: Span, span: Span, arguments: ListReader?
  ) {
    let term = try take()
    switch term {
    case .word(let token, let word):
      guard case .number(let number, _, _)? = next else {
        return (word, findings.span(token), findings.span(token), nil)
      }
      let argument = try take()
      let whole = findings.span(from: token.range.lowerBound, to: number.range.upperBound)
      let cure = word + "(" + findings.text(findings.span(number)) + ")"
      findings.report(.missingParentheses(after: word, at: whole, cure: cure))
      let list = ListSyntax(entries: [ListSyntax.Entry(terms: [argument], comma: nil)])
      return (word, findings.span(token), whole, ListReader(list, of: token, findings: findings, subject: word))
    case .call(let token, _, let arguments, _):
      let name = findings.text(token)
      let reader = ListReader(arguments, of: token, findings: findings, subject: name)
      return (name, findings.span(token), findings.span(term.range), reader)
    default: throw mismatch(term)
    }
  }

  func unknown(_ name: String, at span: Span, among choices: [String]) -> Reported {
    let suggestion = Suggestion.likely(to: name, among: choices)
    return findings.fail(.unknownWord(name, in: subject, choices: choices, suggestion: suggestion, at: span))
  }

  fileprivate mutating func step() throws(Reported) -> MeasuredStep {
    let (name, head, span, arguments) = try call()
    let written = findings.text(span)
    switch name {
    case "shrink":
      guard let arguments, !arguments.terms.isEmpty else {
        throw findings.fail(.missingArgument(of: "shrink", example: "shrink(12pt)", at: span))
      }
      let size = try Form<Measure>.typeSize.read(arguments)
      return MeasuredStep(kind: .shrink(size), span: span, number: size.span, written: written)
    case "wrap":
      guard let arguments, !arguments.terms.isEmpty else {
        return MeasuredStep(kind: .wrap(nil), span: span, number: nil, written: written)
      }
      let lines = try Form("a whole number of lines from 2 to 100") { reader throws(Reported) in
        try reader.count(2...100)
      }.read(arguments)
      return MeasuredStep(kind: .wrap(lines.value), span: span, number: lines.span, written: written)
    default: throw unknown(name, at: head, among: ["shrink", "wrap"])
    }
  }
}
