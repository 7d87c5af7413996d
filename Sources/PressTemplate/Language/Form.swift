import PressDiagnostics
import PressSyntax

/// How a property's value is written, and what it is read into.
struct Form<Value: Sendable>: Sendable {
  /// As a message says it: `a length such as 12mm`.
  let wanted: String
  /// The bare words that may stand there, for suggestions and completion.
  let words: [String]
  /// How calls among the words are written: `shrink` as `shrink(12pt)`.
  let examples: [String: String]
  let read: @Sendable (ListReader) throws(Reported) -> Value

  /// A value without commas.
  init(
    _ wanted: String, words: [String] = [], examples: [String: String] = [:],
    single read: @escaping @Sendable (inout TermReader) throws(Reported) -> Value
  ) {
    self.wanted = wanted
    self.words = words
    self.examples = examples
    self.read = { list throws(Reported) in
      let findings = list.findings
      func readAll(_ terms: [TermSyntax]) throws(Reported) -> Value {
        var reader = TermReader(terms, findings: findings, subject: list.subject, wanted: wanted, place: list.place)
        let count = findings.diagnostics.count
        let value = try read(&reader)
        do { try reader.finish() } catch {
          // What was read amiss before is part of that.
          findings.keepLatest(after: count)
          throw error
        }
        return value
      }
      if list.terms.isEmpty, !list.isArguments { throw Reported() }  // the parser has told of it
      // The parser has told of a comma behind the last entry.
      let commas = list.entries.dropLast().compactMap(\.comma)
      guard let comma = commas.first else { return try readAll(list.terms) }
      // `at: 32mm, 43mm` is right but for the comma; then only that is said.
      let (value, _) = findings.attempt { () throws(Reported) in try readAll(list.terms) }
      if let point = list.decimalComma { throw findings.fail(point) }
      findings.report(
        .unexpectedComma(
          in: list.subject, wanted: wanted, at: findings.span(comma),
          cure: value == nil ? [] : commas.map(findings.span)))
      guard let value else { throw Reported() }
      return value
    }
  }

  /// Values parted by commas.
  init(
    _ wanted: String, words: [String] = [], examples: [String: String] = [:],
    list read: @escaping @Sendable (ListReader) throws(Reported) -> Value
  ) {
    self.wanted = wanted
    self.words = words
    self.examples = examples
    self.read = { list throws(Reported) in try read(list.wanting(wanted)) }
  }
}

extension ListReader {
  /// `112,5mm`, if that is where the first comma stands.
  fileprivate var decimalComma: Diagnostic? {
    guard entries.count > 1, let comma = entries[0].comma, case .number(let whole, _, "")? = entries[0].terms.last,
      case .number(let fraction, let value, _)? = entries[1].terms.first, value >= 0,
      whole.range.upperBound == comma.range.lowerBound, fraction.range.lowerBound == comma.range.upperBound
    else { return nil }
    return .decimalComma(
      findings.text(findings.span(whole)) + "." + findings.text(findings.span(fraction)), at: findings.span(comma),
      number: findings.span(from: whole.range.lowerBound, to: fraction.range.upperBound))
  }
}
