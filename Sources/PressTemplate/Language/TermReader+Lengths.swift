import PressDiagnostics
import PressScene
import PressSyntax

/// Which lengths a property takes.
struct LengthRule: Sendable {
  enum Sign: Sendable { case any, notNegative, positive }

  var sign: Sign
  /// Whether % is one: only of places and boxes.
  var takesPercent = false
  /// Units to propose for a number without one, the likeliest first.
  var typical = ["mm", "pt"]

  /// PDF's own limit for a page's sides (ISO 32000-1, annex C.2: 14,400 units).
  static let limit = 14_400.0
}

extension TermReader {
  /// A length: a number with its unit, a 字号, or a plain 0.
  mutating func length(_ rule: LengthRule) throws(Reported) -> Measure {
    let term = try take()
    let measure = try measure(term, rule)
    let span = measure.span ?? place
    if measure.unit == .percent, !rule.takesPercent {
      throw findings.fail(.percentNotAllowed(subject, wanted: wanted, at: span))
    }
    if rule.sign != .any, measure.value < 0 {
      let positive = String(measure.written.drop { $0 == "-" })
      throw findings.fail(.negative(subject, at: span, cure: positive))
    }
    if rule.sign == .positive, measure.value == 0 { throw findings.fail(.zero(subject, at: span)) }
    if !measure.value.isFinite || abs(measure.points?.value ?? measure.value) > LengthRule.limit {
      throw findings.fail(.tooLarge(subject, at: span))
    }
    return measure
  }

  private mutating func measure(_ term: TermSyntax, _ rule: LengthRule) throws(Reported) -> Measure {
    switch term {
    case .number(let token, let value, ""): return try bareNumber(token, value, rule)
    case .number(let token, let value, let unit):
      let span = findings.span(token)
      if let unit = LengthUnit(rawValue: unit) {
        return Measure(value, unit, span: span, written: findings.text(span))
      }
      throw findings.fail(unknownUnit(unit, value: value, token: token))
    case .word(let token, let word):
      guard let points = TypeSize.points(word) else { throw mismatch(term) }
      return Measure(points, .pt, span: findings.span(token), written: word)
    default: throw mismatch(term)
    }
  }

  /// Zero, or a slip: `40 mm`, `40`.
  private mutating func bareNumber(_ token: Token, _ value: Double, _ rule: LengthRule) throws(Reported) -> Measure {
    let digits = findings.text(findings.span(token))
    if case .word(let unitToken, let word) = next, let unit = LengthUnit.meant(by: word) {
      _ = try take()
      let span = findings.span(from: token.range.lowerBound, to: unitToken.range.upperBound)
      findings.report(.detachedUnit(number: digits, unit: unit.rawValue, at: span))
      return Measure(value, unit, span: span, written: digits + unit.rawValue)
    }
    let span = findings.span(token)
    if value == 0 { return Measure(0, .pt, span: span, written: digits) }
    throw findings.fail(.missingUnit(subject, number: digits, units: rule.typical, at: span))
  }

  private func unknownUnit(_ unit: String, value: Double, token: Token) -> Diagnostic {
    let span = findings.span(token)
    let digits = String(findings.text(span).dropLast(unit.count))
    if unit.lowercased() == "px" {
      return .pixels(subject, pointsAt96: decimal(value * 0.75) + "pt", at: span)
    }
    let units = LengthUnit.allCases.map(\.rawValue)
    let meant =
      LengthUnit.meant(by: unit)?.rawValue
      ?? Suggestion.nearest(to: unit, among: units.filter { $0.first == unit.first })
      ?? Suggestion.nearest(to: unit, among: units)
    return .unknownUnit(unit, meant: meant.map { digits + $0 }, at: span)
  }

  /// `x y`
  mutating func point() throws(Reported) -> MeasuredPoint {
    let rule = LengthRule(sign: .any, takesPercent: true)
    let x = try length(rule)
    // A size's `x` between two lengths of a place.
    if case .word(let token, "x") = next {
      _ = try take()
      findings.report(.extraX(in: subject, at: findings.span(token)))
    }
    return MeasuredPoint(x: x, y: try length(rule))
  }

  /// `W x H`, or one length where `isSquareAllowed`.
  mutating func size(isSquareAllowed: Bool) throws(Reported) -> MeasuredSize {
    let rule = LengthRule(sign: .positive, takesPercent: true)
    let width = try length(rule)
    if next == nil, isSquareAllowed { return MeasuredSize(width: width) }
    switch next {
    case .word(_, "x"): _ = try take()
    case .number(let token, _, _):
      findings.report(.missingX(in: subject, before: findings.span(token)))
    case nil: break
    case let term?: throw mismatch(term)
    }
    return MeasuredSize(width: width, height: try length(rule))
  }
}
