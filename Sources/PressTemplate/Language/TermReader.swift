import PressDiagnostics
import PressScene
import PressSyntax

/// Reads terms one after the other; the first that doesn't fit is reported and ends the reading.
struct TermReader {
  let findings: Findings
  let subject: String
  let wanted: String
  let place: Span
  private var rest: ArraySlice<TermSyntax>

  init(_ terms: [TermSyntax], findings: Findings, subject: String, wanted: String, place: Span) {
    self.findings = findings
    self.subject = subject
    self.wanted = wanted
    self.place = place
    rest = terms[...]
  }

  var next: TermSyntax? { rest.first }
  /// How many terms are left.
  var termCount: Int { rest.count }

  /// The next term; a missing one is reported, and a broken one has been.
  mutating func take() throws(Reported) -> TermSyntax {
    guard let term = rest.popFirst() else {
      throw findings.fail(.missingValue(of: subject, wanted: wanted, at: place))
    }
    if term.isBroken { throw Reported() }
    return term
  }

  /// Reports what is left over.
  func finish() throws(Reported) {
    guard let first = rest.first, let last = rest.last else { return }
    if rest.contains(where: \.isBroken) { throw Reported() }
    let span = findings.span(from: first.range.lowerBound, to: last.range.upperBound)
    throw findings.fail(.extraValue(in: subject, wanted: wanted, findings.text(span), at: span))
  }

  func mismatch(_ term: TermSyntax) -> Reported {
    findings.fail(.wrongValue(of: subject, wanted: wanted, found: term.noun, at: findings.span(term.range)))
  }

  // MARK: Words

  /// A bare word; one in quotes is told and read as if it had none.
  mutating func word() throws(Reported) -> (text: String, span: Span) {
    let term = try take()
    if case .string(let token, let literal) = term, let plain = literal.plain, plain.isWord {
      findings.report(.quotedWord(plain, in: subject, at: findings.span(token)))
      return (plain, findings.span(token))
    }
    guard case .word(let token, let text) = term else { throw mismatch(term) }
    return (text, findings.span(token))
  }

  /// One of these words; a near miss is corrected and read as what it was meant to be.
  mutating func word(of choices: [String]) throws(Reported) -> String {
    let term = try take()
    // A choice in quotes is the same slip whatever the property.
    if case .string(let token, let literal) = term, let plain = literal.plain, choices.contains(plain) {
      findings.report(.quotedWord(plain, in: subject, at: findings.span(token)))
      return plain
    }
    guard case .word(let token, let text) = term else { throw mismatch(term) }
    if choices.contains(text) { return text }
    let suggestion =
      choices.first { $0.lowercased() == text.lowercased() } ?? Suggestion.likely(to: text, among: choices)
    findings.report(
      .unknownWord(text, in: subject, choices: choices, suggestion: suggestion, at: findings.span(token)))
    guard let suggestion else { throw Reported() }
    return suggestion
  }

  // MARK: Plain numbers

  /// A number without a unit.
  mutating func number(_ allowed: ClosedRange<Double>) throws(Reported) -> (value: Double, span: Span) {
    let term = try take()
    guard case .number(let token, let value, let unit) = term else { throw mismatch(term) }
    let span = findings.span(token)
    if !unit.isEmpty {
      throw findings.fail(
        .unexpectedUnit(
          unit, of: subject, wanted: wanted, at: span,
          digits: unit == "%" && allowed.upperBound <= 1
            ? decimal(value / 100) : String(findings.text(span).dropLast(unit.count))))
    }
    guard allowed.contains(value) else {
      throw findings.fail(.outOfRange(subject, allowed: allowed, at: span))
    }
    return (value, span)
  }

  /// A whole number without a unit.
  mutating func count(_ allowed: ClosedRange<Int>) throws(Reported) -> (value: Int, span: Span) {
    let term = next
    let (value, span) = try number(Double(allowed.lowerBound)...Double(allowed.upperBound))
    guard value == value.rounded(), term != nil else { throw findings.fail(.notWhole(subject, at: span)) }
    return (Int(value), span)
  }

  /// A colour, `#b08d3e`.
  mutating func color() throws(Reported) -> (red: UInt8, green: UInt8, blue: UInt8, span: Span) {
    let term = try take()
    guard case .color(let token, let red, let green, let blue) = term else {
      let span = findings.span(term.range)
      if case .string(_, let literal) = term, let plain = literal.plain, plain.first == "#", plain.dropFirst().isColor {
        throw findings.fail(.quotedValue(plain, in: subject, at: span))
      }
      if let cure = unwrittenColor(term) {
        throw findings.fail(.unwrittenColor(term.noun, of: subject, cure: cure, at: span))
      }
      throw mismatch(term)
    }
    return (red, green, blue, findings.span(token))
  }
}

extension TermReader {
  /// `8a6d2f`, `gold` and `rgb(138, 109, 47)` as they must be written.
  private func unwrittenColor(_ term: TermSyntax) -> String? {
    switch term {
    case .word(_, let word): return word.isColor ? "#" + word : ColorName.hex(word)
    case .number(let token, _, _):
      let digits = findings.text(findings.span(token))
      return digits.isColor ? "#" + digits : nil
    case .call(let name, _, let arguments, _):
      guard findings.text(name) == "rgb", arguments.terms.count == 3 else { return nil }
      var hex = "#"
      for case .number(_, let value, "") in arguments.terms where (0...255).contains(value) && value == value.rounded()
      {
        hex += (value < 16 ? "0" : "") + String(Int(value), radix: 16)
      }
      return hex.utf8.count == 7 ? hex : nil
    default: return nil
    }
  }
}

extension StringProtocol {
  /// Three or six hexadecimal digits.
  fileprivate var isColor: Bool {
    (utf8.count == 3 || utf8.count == 6) && utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}

extension String {
  /// True if it could stand without quotes.
  fileprivate var isWord: Bool {
    guard let first, first.isLetter || first == "_" else { return false }
    return allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }
}

extension TermSyntax {
  /// What it is, as a message says it.
  fileprivate var noun: String {
    switch self {
    case .number: "a number"
    case .string: "a text in quotes"
    case .word(_, let word): "the word '\(word)'"
    case .color: "a colour"
    case .call: "a call with parentheses"
    case .broken: "this"
    }
  }
}
