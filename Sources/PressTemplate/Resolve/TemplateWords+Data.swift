import PressDiagnostics
import PressScene

// What this room says about the fields that a layout declares.

extension Diagnostic {
  static func incompleteField(_ missing: String, name: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.incomplete-field",
      name.map { "the field '\($0)' has no \(missing)" } ?? "a field has no \(missing)",
      at: span, hint: "write its name, its type and its label: birth date \"出生年月\"")
  }

  static func ruleNotForType(_ rule: String, type: Schema.Field.FieldType, takes: [String], at span: Span) -> Diagnostic
  {
    Diagnostic(
      .error, "template.rule-not-for-type", "'\(rule)' means nothing for a field of type \(type.rawValue)", at: span,
      hint: "it is for \(takes.alternatives); remove it, or change the field's type")
  }

  static func dateInNumerals(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.rule-not-for-type", "'chinese' prints a number, and this field is a date", at: span,
      hint: "write date(chinese)", fixIts: [FixIt("write 'date(chinese)'", [SourceEdit(span, "date(chinese)")])])
  }

  static func printedList(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.rule-not-for-type", "'print' means nothing for a list that has fields of its own", at: span,
      hint: "remove it; how an entry is printed stands in the fields of '\(name)'")
  }

  static func nestedList(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.nested-list", "'\(name)' is a list inside a list", at: span,
      hint: "an entry has single values: make it a text, or a list of its own in 'data'")
  }

  static func fieldInField(_ name: String, of owner: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.field-in-field", "the field '\(name)' stands in '\(owner)', which is no list", at: span,
      hint: "move it out of the block of '\(owner)', or make '\(owner)' a list")
  }

  static func emptyDefault(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.empty-default", "nothing of this default would be seen", at: span,
      hint: "write what is printed where there is no value, or declare the field optional")
  }

  static func minimumAboveMaximum(of things: String, at span: Span, maximum: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.min-above-max", "no value has at least this many \(things) and at most 'max'", at: span,
      hint: "make 'min' smaller than 'max'", notes: [Note("'max' is here", at: maximum)])
  }

  static func impossibleValue(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.impossible-value", "one of these values is shorter than 'min' or longer than 'max'", at: span,
      hint: "remove 'min' and 'max': the list says it all")
  }

  static func wrongTwin(
    _ name: String, of field: Schema.Field, known: Schema.Field?, candidates: [Schema.Field], at span: Span
  ) -> Diagnostic {
    let names = candidates.map(\.name).filter { $0 != field.name }
    let suggestion = known == nil ? Suggestion.likely(to: name, among: names) : nil
    let message =
      if let known {
        known.name == field.name
          ? "'\(name)' cannot be the same as itself"
          : known.isGiven
            ? "'\(name)' is of type \(known.type.rawValue), and '\(field.name)' of type \(field.type.rawValue)"
            : "'\(name)' is no field of the record either"
      } else {
        "no field is called '\(name)'"
      }
    return Diagnostic(
      .error, "template.wrong-twin", message, at: span,
      hint: suggestion.map { "did you mean '\($0)'?" }
        ?? "'same-as' names another field of 'data' of the same type"
        + (names.isEmpty ? "" : ": \(names.quoted.alternatives)"),
      fixIts: suggestion.map { [.replace(span, name, with: $0)] } ?? [])
  }

  static func ruleOfTwin(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.rule-of-twin", "'\(name)' belongs to the field that 'same-as' names", at: span,
      hint: "write it there: the record gives the value once")
  }

  static func wrongMask(count: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-mask",
      "'mask' wants two or three numbers: how many characters stay at the beginning, how many at the end, and how many"
        + " asterisks stand between", at: span, hint: "write mask(6, 4)")
  }

  static func wrongNumberPrint(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-number-print",
      "'number' wants how many decimals are printed, and perhaps in quotes what stands between the thousands", at: span,
      hint: "write number(2) or number(0, \",\")")
  }

  static func wrongSeparator(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-separator", "between thousands stands a character or three that are no part of a number",
      at: span, hint: "write \",\" or a space, say, or leave it out")
  }

  static func wrongJoin(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-join",
      "'join' wants what stands between the texts, and perhaps what stands before the last one", at: span,
      hint: "write join(\"、\") or join(\"、\", \"和\")")
  }

  static func unknownDatePart(_ part: String, at span: Span, cure: String?) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-date-part", "'\(part)' is no part of a date", at: span,
      hint: "there are \(DatePattern.vocabulary.enumeration): \"yyyy年M月d日\"",
      fixIts: cure.map { [FixIt("write \"\($0)\"", [SourceEdit(span, "\"" + $0 + "\"")])] } ?? [])
  }

  static func emptyDatePattern(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.empty-date-pattern", "nothing of the date is in this pattern", at: span,
      hint: "there are \(DatePattern.vocabulary.enumeration): \"yyyy年M月d日\"")
  }

  static func notADate(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.not-a-date", "this is not a day of the calendar", at: span,
      hint: "write it as year-month-day: \"2022-04-06\"")
  }

  static func notALanguage(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.not-a-language", "this is not a language tag", at: span,
      hint: "write it as in BCP 47: \"zh-CN\"")
  }

  static func figureWithoutAlternative(of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-property", "'\(word)' needs 'alt': nothing else says what it shows", at: span,
      hint: "add alt: with a text in quotes, or role: artifact if it is decoration")
  }
}
