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
  /// A length: a number with its unit, a 字号, or a plain 0. A slip whose cure is known is told and read as it was meant.
  mutating func length(_ rule: LengthRule) throws(Reported) -> Measure {
    let (measure, isCorrected) = try measure(take(), rule)
    let span = measure.span ?? place
    if measure.unit == .percent, !rule.takesPercent {
      throw findings.fail(.percentNotAllowed(subject, wanted: wanted, at: span))
    }
    let isTooLarge = !measure.value.isFinite || abs(measure.points?.value ?? measure.value) > LengthRule.limit
    let isNegative = rule.sign != .any && measure.value < 0
    let isZero = rule.sign == .positive && measure.value == 0
    if isCorrected, isTooLarge || isNegative || isZero { throw Reported() }
    if isTooLarge { throw findings.fail(.tooLarge(subject, at: span)) }
    if isZero { throw findings.fail(.zero(subject, at: span)) }
    guard isNegative else { return measure }
    let positive = String(measure.written.drop { $0 == "-" })
    findings.report(.negative(subject, at: span, cure: positive))
    return Measure(-measure.value, measure.unit, span: span, written: positive)
  }

  private mutating func measure(
    _ term: TermSyntax, _ rule: LengthRule
  ) throws(Reported) -> (measure: Measure, isCorrected: Bool) {
    switch term {
    case .number(let token, let value, ""): return try bareNumber(token, value, rule)
    case .number(let token, let value, let unit):
      let span = findings.span(token)
      guard let known = LengthUnit(rawValue: unit) else {
        return (try unknownUnit(unit, value: value, at: span), true)
      }
      return (Measure(value, known, span: span, written: findings.text(span)), false)
    case .word(let token, let word):
      guard let points = TypeSize.points(word) else {
        if word.last == "号" || word.first == "小" && word.count == 2 {
          throw findings.fail(.unknownTypeSize(word, in: subject, at: findings.span(token)))
        }
        throw mismatch(term)
      }
      return (Measure(points, .pt, span: findings.span(token), written: word), false)
    case .string(let token, let literal):
      if let plain = literal.plain, plain.isLength {
        throw findings.fail(.quotedValue(plain, in: subject, at: findings.span(token)))
      }
      throw mismatch(term)
    default: throw mismatch(term)
    }
  }

  /// Zero, or a slip: `40 mm`, `40`.
  private mutating func bareNumber(
    _ token: Token, _ value: Double, _ rule: LengthRule
  ) throws(Reported) -> (measure: Measure, isCorrected: Bool) {
    let span = findings.span(token)
    let digits = findings.text(span)
    switch next {
    case .word(let unitToken, "px"):
      _ = try take()
      let whole = findings.span(from: token.range.lowerBound, to: unitToken.range.upperBound)
      return (pixels(value, at: whole), true)
    case .word(let unitToken, let word):
      guard let unit = LengthUnit.meant(by: word) else { break }
      _ = try take()
      let whole = findings.span(from: token.range.lowerBound, to: unitToken.range.upperBound)
      findings.report(.detachedUnit(number: digits, unit: unit.rawValue, at: whole))
      return (Measure(value, unit, span: whole), true)
    case .broken: throw Reported()  // its unit may have been in that: `50 %`
    default: break
    }
    if value == 0 { return (Measure(0, .pt, span: span, written: digits), false) }
    findings.report(.missingUnit(subject, number: digits, units: rule.typical, at: span))
    let unit = rule.typical.first.flatMap { LengthUnit(rawValue: $0) } ?? .mm
    return (Measure(value, unit, span: span), true)
  }

  /// A unit that there is not; what was meant, if that is clear.
  private func unknownUnit(_ unit: String, value: Double, at span: Span) throws(Reported) -> Measure {
    let digits = String(findings.text(span).dropLast(unit.count))
    if unit.lowercased() == "px" { return pixels(value, at: span) }
    let units = LengthUnit.allCases.map(\.rawValue)
    let meant =
      LengthUnit.meant(by: unit)?.rawValue
      ?? Suggestion.likely(to: unit, among: units.filter { $0.first == unit.first })
      ?? Suggestion.likely(to: unit, among: [LengthUnit.mm.rawValue])
      ?? Suggestion.likely(to: unit, among: units)
    findings.report(.unknownUnit(unit, meant: meant.map { digits + $0 }, at: span))
    guard let known = meant.flatMap({ LengthUnit(rawValue: $0) }) else { throw Reported() }
    return Measure(value, known, span: span)
  }

  private func pixels(_ value: Double, at span: Span) -> Measure {
    let points = Measure(value * 0.75, .pt, span: span)
    findings.report(.pixels(subject, pointsAt96: points.written, at: span))
    return points
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

extension String {
  /// A number with its unit, such as 60mm.
  fileprivate var isLength: Bool {
    guard let unit = LengthUnit.allCases.first(where: { hasSuffix($0.rawValue) }) else { return false }
    let digits = dropLast(unit.rawValue.count).drop { $0 == "-" }
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && Double(digits) != nil
  }
}
