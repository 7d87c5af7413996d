import PressDiagnostics
import PressRecord
import PressScene

// All that this room says about records. Values are personal: no message holds one.

extension Diagnostic {
  static func missingField(
    _ field: Schema.Field, at span: Span?, isEmpty: Bool, similar: Record.Field?, record: String
  ) -> Diagnostic {
    var fixIts: [FixIt] = []
    if let place = similar?.nameSpan, let similar {
      fixIts = [
        FixIt("replace '\(similar.name)' with '\(field.name)'", [SourceEdit(place, "\"" + field.name + "\"")])
      ]
    }
    return Diagnostic(
      .error, "record.missing-field", field.title + (isEmpty ? " is empty" : " is missing"),
      at: similar?.nameSpan ?? span,
      hint: similar.map { "the record has '\($0.name)': was '\(field.name)' meant?" }
        ?? "every record of this layout has one", fixIts: fixIts,
      notes: [Note("the layout declares it here", at: field.span)], field: field.name, record: record)
  }

  static func absentOptional(_ field: Schema.Field, at span: Span?, places: [Span], record: String) -> Diagnostic {
    Diagnostic(
      .error, "record.missing-field", field.title + " is missing, and the layout prints it", at: span,
      hint: "give it, or put what prints it into 'when \(field.name) { … }' in the layout",
      notes: places.map { Note("the layout prints it here", at: $0) }, field: field.name, record: record)
  }

  static func unknownField(_ name: String, suggestion: String?, at span: Span?, record: String) -> Diagnostic {
    var fixIts: [FixIt] = []
    if let suggestion, let span {
      fixIts = [FixIt("replace '\(name)' with '\(suggestion)'", [SourceEdit(span, "\"" + suggestion + "\"")])]
    }
    return Diagnostic(
      .warning, "record.unknown-field", "the layout has no field '\(name)'", at: span,
      hint: suggestion.map { "did you mean '\($0)'?" } ?? "it is not printed; remove it, or declare it in the layout",
      fixIts: fixIts, field: name, record: record)
  }

  static func wrongType(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    let found =
      switch given.value {
      case .text: "a text"
      case .number: "a number"
      case .bool: "true or false"
      case .null: "null"
      case .list: "a list"
      case .object: "an object"
      }
    let hint =
      switch given.value {
      case .number: "put it in quotes, so that every digit of it stays"
      case .list, .object: "give one value in quotes; a layout prints no lists yet"
      default: "write it in quotes"
      }
    return .fault(
      "wrong-type", "\(field.title) wants \(field.type.noun), and this is \(found)", hint: hint, field, given, record)
  }

  static func notANumber(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "wrong-type", "\(field.title) wants a number, and this text is none",
      hint: "write digits, with a point before the decimals: 12.5", field, given, record)
  }

  static func notADate(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "not-a-date", "\(field.title) wants a date, and this is no day of the calendar",
      hint: "write it as year-month-day such as 2022-04-06, or year-month such as 2022-04", field, given, record)
  }

  static func incompleteDate(_ field: Schema.Field, _ given: Record.Field, wantsDay: Bool, record: String) -> Diagnostic
  {
    .fault(
      "not-a-date", "\(field.title) is printed with its \(wantsDay ? "day" : "month"), and this date has none",
      hint: "write it as year-month-day such as 2022-04-06", note: "print", field, given, record)
  }

  static func incompleteDocumentDate(_ field: Schema.Field, at span: Span?, place: Span, record: String) -> Diagnostic {
    Diagnostic(
      .error, "record.not-a-date", "\(field.title) is the document's date, and this date has no day", at: span,
      hint: "write it as year-month-day such as 2022-04-06",
      notes: [Note("the layout takes the document's date from it", at: place)], field: field.name, record: record)
  }

  static func notAURL(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "not-a-url", "\(field.title) wants a web address, and this is none",
      hint: "write all of it, without spaces, beginning with https:// or http://", field, given, record)
  }

  static func tooLong(
    _ count: Int, _ maximum: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "too-long", "\(field.title) has \(count) characters, and at most \(maximum) are allowed",
      hint: "shorten it, or raise 'max' in the layout", note: "max", field, given, record)
  }

  static func tooShort(
    _ count: Int, _ minimum: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "too-short", "\(field.title) has \(count) characters, and at least \(minimum) are needed",
      hint: "write all of it, or lower 'min' in the layout", note: "min", field, given, record)
  }

  static func notOneOf(
    _ allowed: [String], _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "not-one-of", "\(field.title) is none of the values that are allowed", hint: "write \(allowed.alternatives)",
      note: "one-of", field, given, record)
  }

  static func maskTooShort(
    first: Int, last: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "mask-too-short",
      "\(field.title) would be printed in full: its mask keeps \(first) characters and \(last), and it has no more",
      hint: "look whether it is complete; a value that is masked already has asterisks in its middle", note: "print",
      field, given, record)
  }

  static func forbiddenCharacter(
    _ scalar: Unicode.Scalar, position: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "forbidden-character",
      "character \(position) of \(field.title) is \(scalar.codePoint), \(scalar.refusedNoun), and cannot be printed",
      hint: PrivateUse.contains(scalar)
        ? "find out which character is meant, and write it with its code point in Unicode"
        : scalar.value == 0xFFFD ? "convert the data again from its source" : "remove it", field, given, record)
  }

  static func normalised(
    _ change: TextReading.Change, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    var diagnostic = fault(
      "normalised",
      "character \(change.position) of \(field.title) is \(change.from.codePoint) and is printed as \(change.to.codePoint)",
      hint: PrivateUse.contains(change.from)
        ? "it is private use of an old encoding; write \(change.to.codePoint) in the data"
        : "names are parted by \(change.to.codePoint); write that in the data", field, given, record)
    diagnostic.severity = .warning
    return diagnostic
  }

  /// An error in a field's value. `note` is the rule of the layout that it breaks.
  private static func fault(
    _ id: String, _ message: String, hint: String, note: String? = nil, _ field: Schema.Field, _ given: Record.Field,
    _ record: String
  ) -> Diagnostic {
    let place = note.flatMap { field.provenance[$0]?.span }
    return Diagnostic(
      .error, "record." + id, message, at: given.span, hint: hint,
      notes: place.map { [Note("the layout says so here", at: $0)] } ?? [], field: field.name, record: record)
  }
}

extension Schema.Field {
  /// Its name, and what a person calls it.
  fileprivate var title: String { "field '\(name)' (\(label))" }
}

extension Schema.Field.FieldType {
  fileprivate var noun: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date"
    case .image: "a picture's path"
    case .url: "a web address"
    case .list: "a list"
    }
  }
}
