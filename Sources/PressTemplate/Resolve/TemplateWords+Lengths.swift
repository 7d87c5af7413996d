import PressDiagnostics
import PressScene

// What this room says about lengths and numbers.

extension Diagnostic {
  static func missingUnit(_ subject: String, number: String, units: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-unit", "\(number) of what? a length in '\(subject)' has a unit", at: span,
      hint: "write \(units.map { number + $0 }.alternatives); there are mm, cm, in, pt, em, % and 初号 to 八号",
      fixIts: units.map { .replace(span, number, with: number + $0) })
  }

  static func detachedUnit(number: String, unit: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.detached-unit", "a unit stands right behind its number", at: span,
      hint: "write \(number)\(unit)", fixIts: [FixIt("write '\(number)\(unit)'", [SourceEdit(span, number + unit)])])
  }

  static func unknownUnit(_ unit: String, meant: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-unit", "no unit is called '\(unit)'", at: span,
      hint: meant.map { "did you mean \($0)?" } ?? "there are mm, cm, in, pt, em and %",
      fixIts: meant.map { [FixIt("write '\($0)'", [SourceEdit(span, $0)])] } ?? [])
  }

  static func pixels(_ subject: String, pointsAt96: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.pixels", "a pixel has no size on paper", at: span,
      hint: "measure it in mm or pt; on a screen of 96 pixels an inch this would be \(pointsAt96)",
      fixIts: [FixIt("write '\(pointsAt96)'", [SourceEdit(span, pointsAt96)])])
  }

  static func unexpectedUnit(
    _ unit: String, of subject: String, wanted: String, at span: Span, digits: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.unexpected-unit", "'\(subject)' wants \(wanted), without a unit", at: span,
      hint: "write \(digits)",
      fixIts: [FixIt(unit == "%" ? "write '\(digits)'" : "remove '\(unit)'", [SourceEdit(span, digits)])])
  }

  static func missingParentheses(after name: String, at span: Span, cure: String) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-parentheses", "what belongs to '\(name)' stands in parentheses", at: span,
      hint: "write \(cure)", fixIts: [FixIt("write '\(cure)'", [SourceEdit(span, cure)])])
  }

  static func missingX(in subject: String, before span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-x", "'\(subject)' is width x height, and the x between the two is missing", at: span,
      hint: "put x between them", fixIts: [.insert("x ", before: span)])
  }

  static func extraX(in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.extra-x", "'\(subject)' is a place, x and y side by side, not a size", at: span,
      hint: "remove the x", fixIts: [.remove(span, "'x'")])
  }

  static func negative(_ subject: String, at span: Span, cure: String) -> Diagnostic {
    Diagnostic(
      .error, "template.negative", "'\(subject)' cannot be negative", at: span, hint: "write \(cure), say",
      fixIts: [FixIt("write '\(cure)'", [SourceEdit(span, cure)])])
  }

  static func zero(_ subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.zero", "'\(subject)' must be greater than 0", at: span, hint: "write how large it is")
  }

  static func tooLarge(_ subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.too-large", "this is larger than any paper", at: span,
      hint: "no length is more than 14400pt (5080mm)")
  }

  static func outOfRange(_ subject: String, allowed: ClosedRange<Double>, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.out-of-range",
      "'\(subject)' is a number from \(decimal(allowed.lowerBound)) to \(decimal(allowed.upperBound))",
      at: span, hint: "write a number in that range")
  }

  static func notWhole(_ subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.not-whole", "'\(subject)' counts something and is a whole number", at: span,
      hint: "write a number without decimals")
  }

  static func percentNotAllowed(_ subject: String, wanted: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.percent-not-allowed", "'\(subject)' cannot be a percentage", at: span,
      hint: "write \(wanted); only places, widths and heights may be in %")
  }

  static func percentWithoutBase(_ subject: String, container: String, side: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.percent-without-base", "% of what? the '\(container)' around it has no \(side) of its own",
      at: span, hint: "give the '\(container)' a \(side), or write a length in mm or pt")
  }

  static func emWithoutSize(_ subject: String, of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.em-without-size",
      "an em is the type size of its element, and this '\(word)' has none to count"
        + " '\(subject)' from", at: span, hint: "write a length in mm or pt")
  }

  static func tooWide(_ subject: String, limit: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.out-of-range", "'\(subject)' must be less than \(limit)", at: span,
      hint: "make it smaller, or the whole larger")
  }
}
