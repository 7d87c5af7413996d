public import PressDiagnostics
public import PressRecord
import PressScene

extension Template {
  /// Fills the template from a record: each value is checked against the schema, put right where that is certain, and brought
  /// into the form in which it is printed.
  ///
  /// All that is wrong with the record is told, in the order of the schema. The template is nil if there is an error among
  /// that. No message holds a value; at most a single character's code point.
  public func filled(by record: Record) -> (filled: FilledTemplate?, diagnostics: [Diagnostic]) {
    var filling = Filling(template: self, record: record)
    filling.readFields()
    filling.readTwins()
    filling.checkPresence()
    filling.tellUnknownFields()
    let filled = filling.template()
    return (filling.diagnostics.hasErrors ? nil : filled, filling.diagnostics)
  }
}

/// One record on its way into a template.
struct Filling {
  let source: Template
  let record: Record
  var diagnostics: [Diagnostic] = []
  var values: [String: FilledTemplate.Value] = [:]
  var dates: [String: ISODate] = [:]
  var spans: [String: Span] = [:]
  /// Fields of the record that a diagnostic has already named as what was meant by a missing one.
  private var explained: Set<String> = []

  init(template: Template, record: Record) {
    source = template
    self.record = record
  }

  mutating func readFields() {
    values.reserveCapacity(source.schema.fields.count)
    spans.reserveCapacity(source.schema.fields.count)
    for (index, field) in source.schema.fields.enumerated() where field.isGiven {
      // Records mostly come in the order of the schema.
      let expected = record.fields.indices.contains(index) ? record.fields[index] : nil
      guard let given = expected?.name == field.name ? expected : record[field.name],
        !given.value.isNothing(for: field.type)
      else {
        values[field.name] = field.defaultText.map { .text($0) }
        if !field.isOptional { tellMissing(field) }
        continue
      }
      if let span = given.span { spans[field.name] = span }
      values[field.name] = value(of: field, given) ?? field.faultyValue
    }
  }

  /// Fields that print another one's value: what is wrong with that has been told.
  mutating func readTwins() {
    for field in source.schema.fields {
      guard let name = field.sameAs, values[name] != nil else { continue }
      guard let given = record[name], !given.value.isNothing(for: field.type) else {
        values[field.name] = values[name]
        continue
      }
      let isSound = !diagnostics.contains { $0.severity == .error && $0.field == name }
      let count = diagnostics.count
      let value = value(of: field, given) ?? field.faultyValue
      if !isSound || !diagnostics[count...].contains(where: { $0.severity == .error }) {
        diagnostics.removeLast(diagnostics.count - count)
      }
      values[field.name] = value
    }
  }

  private mutating func tellMissing(_ field: Schema.Field) {
    let unknown = record.fields.filter { !isKnown($0.name) && !explained.contains($0.name) }
    let similar = Suggestion.likely(to: field.name, among: unknown.map(\.name)).flatMap { record[$0] }
    if let similar { explained.insert(similar.name) }
    let empty = record[field.name]
    diagnostics.append(
      .missingField(field, at: empty?.span ?? start, isEmpty: empty != nil, similar: similar, record: record.name))
  }

  /// Bare names only: `grades/score` is no field of a record.
  private func isKnown(_ name: String) -> Bool { source.schema.fields.contains { $0.name == name && $0.isGiven } }

  /// The beginning of the record in its source.
  private var start: Span? {
    record.span.map { Span($0.source, $0.range.lowerBound..<min($0.range.lowerBound + 1, $0.range.upperBound)) }
  }

  /// An optional field may be printed only where the layout asks for it with `when`.
  mutating func checkPresence() {
    checkEntries()
    let absent = source.schema.fields.filter { $0.isOptional && values[$0.name] == nil }
    if absent.isEmpty { return }
    var places: [String: [Span]] = [:]
    visit(source.elements, outside: []) { text, entries in
      for case .field(let name, let span) in text.pieces where !entries.contains(name) {
        places[name, default: []].append(span)
      }
    }
    for text in [source.document.title, source.document.author] {
      for case .field(let name, let span) in text?.pieces ?? [] { places[name, default: []].append(span) }
    }
    for field in absent {
      guard let spans = places[field.name] else { continue }
      let empty = record[field.name]
      diagnostics.append(
        .absentOptional(
          field, at: empty?.span ?? start, places: spans.sorted { $0.range.lowerBound < $1.range.lowerBound },
          record: record.name))
    }
  }

  /// Visits the texts, and what stands for one, of the elements that are there with this record.
  /// - Parameter entries: names that stand for fields of a list's entries; some of those may be there.
  private func visit(
    _ elements: [Element], outside entries: Set<String>, _ body: (TextTemplate, Set<String>) -> Void
  ) {
    for element in elements {
      for text in element.texts { body(text, entries) }
      switch element.kind {
      case .when(let field, let children):
        if entries.contains(field) || values[field] != nil { visit(children, outside: entries, body) }
      case .repeat(let field, let children):
        let names = source.schema[field]?.fields.map(\.name) ?? []
        if values[field] != nil { visit(children, outside: entries.union(names), body) }
      default: visit(element.children, outside: entries, body)
      }
    }
  }

  mutating func tellUnknownFields() {
    for field in record.fields where !isKnown(field.name) && !explained.contains(field.name) {
      let absent = source.schema.fields.filter(\.isGiven).map(\.name).filter { record[$0] == nil }
      diagnostics.append(
        .unknownField(
          field.name, suggestion: Suggestion.likely(to: field.name, among: absent), at: field.nameSpan,
          record: record.name))
    }
  }

  mutating func template() -> FilledTemplate {
    var filled = FilledTemplate(
      template: source, values: values,
      document: FilledTemplate.DocumentValues(title: nil, author: nil, date: nil), record: record.name,
      valueSpans: spans)
    filled.document = FilledTemplate.DocumentValues(
      title: source.document.title.map { filled.text($0).string },
      author: source.document.author.map { filled.text($0).string }, date: documentDate())
    return filled
  }

  private mutating func documentDate() -> Timestamp? {
    switch source.document.date {
    case .literal(let date, _): return date
    case .field(let name, let place):
      guard let date = dates[name], let field = source.schema[name] else { return nil }
      if case .day(let year, let month, let day) = date { return Timestamp(year: year, month: month, day: day) }
      // How it is printed may have told of that.
      let span = record[name]?.span
      if diagnostics.contains(where: { $0.id == "record.not-a-date" && $0.field == name && $0.span == span }) {
        return nil
      }
      diagnostics.append(.incompleteDocumentDate(field, at: record[name]?.span, place: place, record: record.name))
      return nil
    case nil: return nil
    }
  }
}

extension RecordValue {
  /// True for null, for a text with nothing in it to print, and where a list is wanted for one without entries.
  func isNothing(for type: Schema.Field.FieldType) -> Bool {
    switch self {
    case .null: true
    case .text(let text): text.unicodeScalars.allSatisfy { $0.isSpace && $0 != "\n" && $0 != "\t" }
    case .list(let items): type == .list && items.isEmpty
    default: false
    }
  }
}

extension Schema.Field {
  /// What stands for a value at fault: that it is wrong has been told, it is not missing as well.
  var faultyValue: FilledTemplate.Value { type == .list ? .list([]) : .text("") }
}
