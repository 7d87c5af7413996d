import PressDiagnostics
import PressSyntax

/// The value of a property, or the arguments of an element, before it is read.
struct ListReader {
  let findings: Findings
  /// Whose value it is, as a message says it: `at`.
  let subject: String
  private(set) var wanted = ""
  let entries: [ListSyntax.Entry]
  /// Of the whole value; of the name before it if there is none.
  let place: Span
  /// An element's arguments may be missing; a property without a value is the parser's to tell.
  let isArguments: Bool

  /// The arguments of an element.
  init(_ arguments: [TermSyntax], of name: Token, findings: Findings, subject: String) {
    self.findings = findings
    self.subject = subject
    entries = [ListSyntax.Entry(terms: arguments, comma: nil)]
    isArguments = true
    place = findings.span(
      from: name.range.lowerBound, to: max(name.range.upperBound, arguments.last?.range.upperBound ?? 0))
  }

  /// The value of a property.
  init(_ list: ListSyntax, of name: Token, findings: Findings, subject: String) {
    self.findings = findings
    self.subject = subject
    entries = list.entries
    isArguments = false
    place = findings.span(list.range ?? name.range)
  }

  var terms: [TermSyntax] { entries.flatMap(\.terms) }

  func wanting(_ wanted: String) -> ListReader {
    var reader = self
    reader.wanted = wanted
    return reader
  }

  /// Reads what stands between the commas, all of it even if one part fails.
  func each<Value>(_ read: (inout TermReader) throws(Reported) -> Value) throws(Reported) -> [Value] {
    var values: [Value] = []
    var failed = entries.isEmpty  // the parser has told of a property without a value
    for entry in entries {
      var reader = TermReader(entry.terms, findings: findings, subject: subject, wanted: wanted, place: place)
      do {
        values.append(try read(&reader))
        while let next = reader.next, let value = readOn(&reader, read) {
          let gap = next.tokens.first?.trivia ?? next.range
          findings.report(.missingComma(at: findings.span(gap), before: findings.span(next.range)))
          values.append(value)
        }
        try reader.finish()
      } catch {
        failed = true
      }
    }
    if failed { throw Reported() }
    return values
  }

  /// Another value where a comma should stand; nil if what stands there is none.
  private func readOn<Value>(
    _ reader: inout TermReader, _ read: (inout TermReader) throws(Reported) -> Value
  ) -> Value? {
    var further = reader
    let (value, _) = findings.attempt { () throws(Reported) in try read(&further) }
    if value != nil { reader = further }
    return value
  }
}
