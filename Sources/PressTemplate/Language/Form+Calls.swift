import PressDiagnostics
import PressSyntax

/// `mask(6, 4)` or `date("yyyy年M月d日")`, and where its numbers stand.
struct MeasuredPrint: Sendable {
  var rule: Schema.PrintRule
  var numbers: [Span]
}

extension Form where Value == [MeasuredStep] {
  static let steps = Form(
    "steps such as shrink(12pt), wrap(2)", words: ["shrink", "wrap"],
    list: { list throws(Reported) in try list.each { reader throws(Reported) in try reader.step() } })
}

extension Form where Value == MeasuredPrint {
  static let print = Form("mask(6, 4) or date(\"yyyy年M月d日\")", words: ["mask", "date"]) { reader throws(Reported) in
    try reader.printRule()
  }
}

extension TermReader {
  /// The call that stands next, or a bare word as a call without parentheses.
  private mutating func call() throws(Reported) -> (
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

  private func unknown(_ name: String, at span: Span, among choices: [String]) -> Reported {
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

  fileprivate mutating func printRule() throws(Reported) -> MeasuredPrint {
    let (name, head, span, arguments) = try call()
    switch name {
    case "mask":
      guard let arguments, !arguments.terms.isEmpty else {
        throw findings.fail(.missingArgument(of: "mask", example: "mask(6, 4)", at: span))
      }
      return try mask(arguments.wanting("mask(first, last), such as mask(6, 4)"), span)
    case "date":
      guard let arguments, !arguments.terms.isEmpty else {
        throw findings.fail(.missingArgument(of: "date", example: "date(\"yyyy年M月d日\")", at: span))
      }
      let pattern = try Form("a pattern such as \"yyyy年M月d日\", or chinese") { reader throws(Reported) in
        try reader.datePattern()
      }.read(arguments)
      return MeasuredPrint(rule: .date(pattern: pattern), numbers: [])
    default: throw unknown(name, at: head, among: ["mask", "date"])
    }
  }

  private func mask(_ arguments: ListReader, _ span: Span) throws(Reported) -> MeasuredPrint {
    let numbers = try arguments.each { reader throws(Reported) in try reader.count(0...100) }
    guard (2...3).contains(numbers.count) else {
      throw findings.fail(.wrongMask(count: numbers.count, at: span))
    }
    let stars = numbers.count == 3 ? numbers[2] : (5, span)
    if stars.0 == 0 { throw findings.fail(.outOfRange("mask", allowed: 1...100, at: stars.1)) }
    return MeasuredPrint(
      rule: .mask(first: numbers[0].value, last: numbers[1].value, stars: stars.0), numbers: numbers.map(\.span))
  }

  private mutating func datePattern() throws(Reported) -> String {
    if case .word(_, "chinese") = next {
      _ = try take()
      return DatePattern.chineseName
    }
    let place = next.map { findings.span($0.range) } ?? place
    if case .word(let token, let word) = next {
      // Not a text without quotes, as other bare words here: one more word is known.
      let suggestion = Suggestion.likely(to: word, among: [DatePattern.chineseName])
      throw findings.fail(
        .unknownWord(
          word, in: subject, choices: [DatePattern.chineseName, "a pattern in quotes"], suggestion: suggestion,
          at: findings.span(token)))
    }
    let text = try plainText()
    if let unknown = DatePattern.unknownPart(of: text) {
      throw findings.fail(.unknownDatePart(unknown, at: place))
    }
    if DatePattern(text).isEmpty { throw findings.fail(.emptyDatePattern(at: place)) }
    return text
  }
}
