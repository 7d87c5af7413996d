import PressDiagnostics
import PressRecord
import PressScene

// All that this room says about records. Values are personal: no message holds one.

extension Diagnostic {
  /// - Parameter bareName: of a list's own field, as it stands in an entry; the field's name by default.
  static func missingField(
    _ field: Schema.Field, bareName: String? = nil, at span: Span?, isEmpty: Bool, similar: Record.Field?,
    record: String
  ) -> Diagnostic {
    let name = bareName ?? field.name
    var fixIts: [FixIt] = []
    if let place = similar?.nameSpan, let similar {
      fixIts = [FixIt("replace '\(similar.name)' with '\(name)'", [SourceEdit(place, "\"" + name + "\"")])]
    }
    let owner = bareName == nil ? "record" : "entry"
    return Diagnostic(
      .error, "record.missing-field", field.title + (isEmpty ? " is empty" : " is missing"),
      at: similar?.nameSpan ?? span,
      hint: similar.map { "the \(owner) has '\($0.name)': was '\(name)' meant?" }
        ?? (bareName != nil
          ? "every entry of this list has one"
          : field.type == .list ? "give at least one entry" : "every record of this layout has one"),
      fixIts: fixIts,
      notes: [Note("the layout declares it here", at: field.span)], field: field.name, record: record)
  }

  static func absentOptional(_ field: Schema.Field, at span: Span?, places: [Span], record: String) -> Diagnostic {
    Diagnostic(
      .error, "record.missing-field", field.title + " is missing, and the layout prints it", at: span,
      hint: "give it, or put what prints it into 'when \(field.name) { … }' in the layout",
      notes: places.map { Note("the layout prints it here", at: $0) }, field: field.name, record: record)
  }

  /// - Parameter entry: of a list: `grades[3]`.
  static func absentInEntry(
    _ field: Schema.Field, of entry: String, at span: Span?, places: [Span], record: String
  ) -> Diagnostic {
    let name = field.name
    var field = field
    field.name = entry + "." + name
    return Diagnostic(
      .error, "record.missing-field", field.title + " is missing, and the layout prints it", at: span,
      hint: "give it, or put what prints it into 'when \(name) { … }' in the layout",
      notes: places.map { Note("the layout prints it here", at: $0) }, field: field.name, record: record)
  }

  /// - Parameter entry: the first entry of a list that has it: `grades[3]`; nil in the record itself.
  static func unknownField(
    _ name: String, of entry: String? = nil, suggestion: String?, at span: Span?, record: String
  ) -> Diagnostic {
    var fixIts: [FixIt] = []
    if let suggestion, let span {
      fixIts = [FixIt("replace '\(name)' with '\(suggestion)'", [SourceEdit(span, "\"" + suggestion + "\"")])]
    }
    return Diagnostic(
      .warning, "record.unknown-field",
      "the layout has no field '\(name)'" + (entry.map { " for an entry such as '\($0)'" } ?? ""), at: span,
      hint: suggestion.map { "did you mean '\($0)'?" } ?? "it is not printed; remove it, or declare it in the layout",
      fixIts: fixIts, field: entry.map { $0 + "." + name } ?? name, record: record)
  }

  static func wrongType(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    let hint =
      switch given.value {
      case _ where field.type == .list:
        field.fields.isEmpty ? "write [ \"…\", \"…\" ]" : "write [ { … }, { … } ], with one object for each entry"
      case .number: "put it in quotes, so that every digit of it stays"
      case .list, .object: "give one value in quotes; several are for a field of type list"
      default: "write it in quotes"
      }
    return .fault(
      "wrong-type", "\(field.title) wants \(field.type.noun), and this is \(given.value.noun)", hint: hint, field,
      given,
      record)
  }

  // MARK: Lists

  static func tooManyEntries(
    _ count: Int, _ maximum: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "too-many-entries", "\(field.title) has \(count) entries, and at most \(maximum) are allowed",
      hint: "give fewer, or raise 'max' in the layout", note: "max", field, given, record)
  }

  static func tooFewEntries(
    _ count: Int, _ minimum: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "too-few-entries",
      "\(field.title) has \(count) \(count == 1 ? "entry" : "entries"), and at least \(minimum) are needed",
      hint: "give all of them, or lower 'min' in the layout", note: "min", field, given, record)
  }

  /// An entry of a list of objects that is something else.
  static func notAnEntry(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "wrong-type", "\(field.title) wants an object, and this is \(given.value.noun)",
      hint: "write it as { \(field.fields.first.map { "\"\($0.name)\": " } ?? "")… }", field, given, record)
  }

  static func emptyEntry(_ field: Schema.Field, at span: Span?, record: String) -> Diagnostic {
    Diagnostic(
      .error, "record.missing-field", field.title + " is empty", at: span,
      hint: "remove this entry, or write what belongs into it",
      notes: [Note("the layout declares the list here", at: field.span)], field: field.name, record: record)
  }

  static func moreEntries(
    after count: Int, _ field: Schema.Field, _ given: Record.Field, record: String
  ) -> Diagnostic {
    .fault(
      "more-entries", "\(field.title) was read up to its entry \(count), for too much is wrong with it",
      hint: "mend what is told first", field, given, record)
  }

  // MARK: Values

  static func notANumber(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "wrong-type", "\(field.title) wants a number, and this text is none",
      hint: "write digits alone, with a point before the decimals: 1200.5", field, given, record)
  }

  static func numberTooLarge(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    let isInWords = if case .numerals = field.print { true } else { false }
    return .fault(
      "number-too-large",
      isInWords
        ? "\(field.title) is written in characters, and it has more than \(ChineseNumerals.most) digits before its point"
        : "\(field.title) has an exponent too large to be written out",
      hint: "look whether it is right", note: "print", field, given, record)
  }

  static func tooManyDecimals(_ field: Schema.Field, _ given: Record.Field, record: String) -> Diagnostic {
    .fault(
      "too-many-decimals", "\(field.title) is an amount of money, and it has more than two decimals",
      hint: "round it: the last that can be written is 分", note: "print", field, given, record)
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
      "too-short",
      "\(field.title) has \(count) \(count == 1 ? "character" : "characters"), and at least \(minimum) are needed",
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

extension RecordValue {
  /// What it is, never what is in it.
  fileprivate var noun: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
