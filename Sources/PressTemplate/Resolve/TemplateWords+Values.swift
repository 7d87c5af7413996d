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
