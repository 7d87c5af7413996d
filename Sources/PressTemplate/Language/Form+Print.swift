import PressDiagnostics
import PressSyntax

/// `mask(6, 4)` or `date("yyyy年M月d日")`, and where its numbers stand.
struct MeasuredPrint: Sendable {
  var rule: Schema.PrintRule
  var numbers: [Span] = []
}

extension Form where Value == MeasuredPrint {
  static let print = Form(
    "mask(6, 4), date(\"yyyy年M月d日\"), number(2), chinese, capital, money or join(\"、\")", words: PrintWord.all,
    examples: Dictionary(
      uniqueKeysWithValues: PrintWord.allCases.filter { $0.example != $0.rawValue }.map { ($0.rawValue, $0.example) })
  ) { reader throws(Reported) in
    try reader.printRule()
  }
}

/// The words that `print` begins with.
private enum PrintWord: String, CaseIterable {
  case mask, date, number, chinese, capital, money, join

  static let all = allCases.map(\.rawValue)

  /// How it is written.
  var example: String {
    switch self {
    case .mask: "mask(6, 4)"
    case .date: "date(\"yyyy年M月d日\")"
    case .number: "number(2)"
    case .join: "join(\"、\")"
    case .chinese, .capital, .money: rawValue
    }
  }
}

extension TermReader {
  fileprivate mutating func printRule() throws(Reported) -> MeasuredPrint {
    let (name, head, span, arguments) = try call()
    guard let word = PrintWord(rawValue: name) else { throw unknown(name, at: head, among: PrintWord.all) }
    if let numerals = Schema.Numerals(rawValue: name) {
      if arguments == nil { return MeasuredPrint(rule: .numerals(numerals)) }
      let rest = findings.span(from: head.range.upperBound, to: span.range.upperBound)
      throw findings.fail(.extraValue(in: name, wanted: "nothing behind it", findings.text(rest), at: rest))
    }
    guard let arguments, !arguments.terms.isEmpty else {
      throw findings.fail(.missingArgument(of: name, example: word.example, at: span))
    }
    switch word {
    case .mask: return try mask(arguments.wanting("mask(first, last), such as mask(6, 4)"), span)
    case .number:
      return try number(arguments.wanting("number(decimals, separator), such as number(2) or number(0, \",\")"), span)
    case .join: return try join(arguments.wanting("join(separator, last separator), such as join(\"、\")"), span)
    case .date, .chinese, .capital, .money:
      let pattern = try Form("a pattern such as \"yyyy年M月d日\", or chinese") { reader throws(Reported) in
        try reader.datePattern()
      }.read(arguments)
      return MeasuredPrint(rule: .date(pattern: pattern))
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

  /// The decimals, and the separator of thousands.
  private func number(_ arguments: ListReader, _ span: Span) throws(Reported) -> MeasuredPrint {
    enum Part {
      case decimals(Int, Span)
      case separator(String, Span)
    }
    let parts = try arguments.each { reader throws(Reported) -> Part in
      guard case .string(let token, _) = reader.next else {
        let decimals = try reader.count(0...20)
        return .decimals(decimals.value, decimals.span)
      }
      return .separator(try reader.plainText(), findings.span(token))
    }
    guard case .decimals(let decimals, let place)? = parts.first, parts.count <= 2 else {
      throw findings.fail(.wrongNumberPrint(at: span))
    }
    guard parts.count == 2 else {
      return MeasuredPrint(rule: .number(decimals: decimals, separator: ""), numbers: [place])
    }
    guard case .separator(let separator, let separatorPlace) = parts[1] else {
      throw findings.fail(.wrongNumberPrint(at: span))
    }
    // What looks like a part of the number would make another number of it.
    if separator.isEmpty || separator.count > 3 || separator.contains(where: { $0.isNumber || ".-−".contains($0) }) {
      throw findings.fail(.wrongSeparator(at: separatorPlace))
    }
    return MeasuredPrint(rule: .number(decimals: decimals, separator: separator), numbers: [place])
  }

  private func join(_ arguments: ListReader, _ span: Span) throws(Reported) -> MeasuredPrint {
    let separators = try arguments.each { reader throws(Reported) in try reader.plainText() }
    guard let separator = separators.first, let last = separators.last, separators.count <= 2 else {
      throw findings.fail(.wrongJoin(at: span))
    }
    return MeasuredPrint(rule: .join(separator: separator, last: last))
  }

  private mutating func datePattern() throws(Reported) -> String {
    if case .word(_, "chinese") = next {
      _ = try take()
      return DatePattern.chineseName
    }
    let place = next.map { findings.span($0.range) } ?? place
    if case .word(let token, let word) = next {
      if DatePattern.unknownPart(of: word) == nil, !DatePattern(word).isEmpty {
        throw findings.fail(.missingQuotes(around: word, in: subject, at: findings.span(token)))
      }
      // Not a text without quotes, as other bare words here: one more word is known.
      let suggestion = Suggestion.likely(to: word, among: [DatePattern.chineseName])
      throw findings.fail(
        .unknownWord(
          word, in: subject, choices: [DatePattern.chineseName, "a pattern in quotes"], suggestion: suggestion,
          at: findings.span(token)))
    }
    let text = try plainText()
    if let unknown = DatePattern.unknownPart(of: text) {
      throw findings.fail(.unknownDatePart(unknown, at: place, cure: DatePattern.mended(text)))
    }
    if DatePattern(text).isEmpty { throw findings.fail(.emptyDatePattern(at: place)) }
    return text
  }
}
