import PressDiagnostics
import PressScene

// What this room says about values.

extension Diagnostic {
  static func missingValue(of subject: String, wanted: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.incomplete-value", "a part of '\(subject)' is missing", at: span, hint: "write \(wanted)")
  }

  static func extraValue(in subject: String, wanted: String, _ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.extra-value", "this is too much for '\(subject)'", at: span, hint: "it wants \(wanted)",
      fixIts: [.remove(span, "'\(text)'")])
  }

  static func wrongValue(of subject: String, wanted: String, found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-value", "'\(subject)' cannot be \(found)", at: span, hint: "write \(wanted)")
  }

  static func unknownWord(
    _ word: String, in subject: String, choices: [String], suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-word", "'\(subject)' knows no '\(word)'", at: span,
      hint: suggestion.map { "did you mean '\($0)'?" } ?? "write \(choices.alternatives)",
      fixIts: suggestion.map { [.replace(span, word, with: $0)] } ?? [])
  }

  static func quotedWord(_ word: String, in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.quoted-word", "the value of '\(subject)' is a bare word, without quotes", at: span,
      hint: "write \(word)", fixIts: [FixIt("remove the quotes", [SourceEdit(span, word)])])
  }

  static func missingQuotes(around word: String, in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-quotes", "'\(subject)' wants a text, and a text stands in quotes", at: span,
      hint: "write \"\(word)\"", fixIts: [FixIt("put it in quotes", [SourceEdit(span, "\"" + word + "\"")])])
  }

  /// `cure` is empty where the commas are not all that is wrong.
  static func unexpectedComma(in subject: String, wanted: String, at span: Span, cure: [Span]) -> Diagnostic {
    Diagnostic(
      .error, "template.unexpected-comma", "'\(subject)' has one value, without commas", at: span,
      hint: "write \(wanted)",
      fixIts: cure.isEmpty ? [] : [FixIt("remove the comma", cure.map { SourceEdit($0, "") })])
  }

  static func missingComma(at gap: Span, before span: Span) -> Diagnostic {
    Diagnostic(
      .error, "syntax.missing-comma", "a comma is missing before this", at: span,
      hint: "the entries of a value are parted by commas", fixIts: [.insert(",", before: gap)])
  }

  static func decimalComma(_ cure: String, at span: Span, number: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unexpected-comma", "decimals stand behind a point, not behind a comma", at: span,
      hint: "write \(cure)", fixIts: [FixIt("write '\(cure)'", [SourceEdit(number, cure)])])
  }

  /// A length, a colour or the like.
  static func quotedValue(_ value: String, in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.quoted-word", "the value of '\(subject)' stands without quotes", at: span,
      hint: "write \(value)", fixIts: [FixIt("remove the quotes", [SourceEdit(span, value)])])
  }

  static func unwrittenColor(_ found: String, of subject: String, cure: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-value", "'\(subject)' cannot be \(found): a colour begins with '#'", at: span,
      hint: "write \(cure)", fixIts: [FixIt("write '\(cure)'", [SourceEdit(span, cure)])])
  }

  /// The right things in the wrong order.
  static func wrongOrder(
    _ message: String, id: String = "template.wrong-value", cure: String, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .error, id, message, at: span, hint: "write \(cure)",
      fixIts: [FixIt("write '\(cure)'", [SourceEdit(span, cure)])])
  }

  static func unknownTypeSize(_ word: String, in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-word", "'\(subject)' knows no '\(word)'", at: span,
      hint: "the sizes are \(TypeSize.all.map(\.name).enumeration)")
  }

  static func repeatedValue(_ subject: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.repeated-value", "this stands twice in '\(subject)'", at: span, hint: "keep one of the two",
      notes: [Note("the first one is here", at: first)])
  }

  static func noFieldsHere(in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.no-fields-here", "'\(subject)' is the same for every record and holds no field", at: span,
      hint: "write it without fields; '{{' is a brace")
  }

  static func fieldByName(_ name: String, in subject: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.no-fields-here", "'\(subject)' takes a field by its bare name, without quotes and braces",
      at: span, hint: "write \(name)", fixIts: [FixIt("write '\(name)'", [SourceEdit(span, name)])])
  }

  static func unreadField(_ name: String, written: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, "template.unread-field", "'\(written)' is printed as it stands here, without the value of '\(name)'",
      at: span, hint: "a field in a text is written '{\(name)}'",
      fixIts: [FixIt("write '{\(name)}'", [SourceEdit(span, "{" + name + "}")])])
  }

  static func wrongFieldType(
    _ field: Schema.Field, wanted: String, hint: String = "use another field, or change its type", at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-field-type", "the field '\(field.name)' is of type \(field.type.rawValue), not \(wanted)",
      at: span, hint: hint,
      notes: [Note("'\(field.name)' is declared here", at: field.span)])
  }
}

// MARK: Lengths and numbers

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

// MARK: Fonts and fitting

extension Diagnostic {
  static func fontOrder(at span: Span, cure: String) -> Diagnostic {
    Diagnostic(
      .error, "template.font-order", "the font stands before its size", at: span, hint: "write \(cure)",
      fixIts: [FixIt("write '\(cure)'", [SourceEdit(span, cure)])])
  }

  static func shrinkNotSmaller(size: Points, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.shrink-not-smaller", "a text of \(decimal(size.value))pt cannot shrink to this", at: span,
      hint: "write a size below \(decimal(size.value))pt, or remove the step")
  }

  static func repeatedStep(_ step: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.repeated-step", "'fit' has '\(step)' twice", at: span, hint: "keep one of the two",
      notes: [Note("the first one is here", at: first)])
  }
}

// MARK: Data

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
