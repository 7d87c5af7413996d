import PressDiagnostics
import PressRecord

// Lists. An entry is called by its number, from 1, and what stands in it by both: `grades[3].score`.

extension Filling {
  /// Faults of one list that are told; a file with the wrong columns has the same one in each of its lines.
  static let mostFaults = 20

  /// A list as it is printed; nil if it is no list, or has too many entries or too few.
  mutating func list(of field: Schema.Field, _ given: Record.Field) -> FilledTemplate.Value? {
    guard case .list(let items) = given.value else { return fail(.wrongType(field, given, record: record.name)) }
    if let maximum = field.maximum, items.count > maximum {
      return fail(.tooManyEntries(items.count, maximum, field, given, record: record.name))
    }
    if let minimum = field.minimum, items.count < minimum {
      return fail(.tooFewEntries(items.count, minimum, field, given, record: record.name))
    }
    return field.fields.isEmpty ? texts(items, of: field, given) : entries(items, of: field, given)
  }

  // MARK: Texts

  private mutating func texts(
    _ items: [RecordValue.Item], of field: Schema.Field, _ given: Record.Field
  ) -> FilledTemplate.Value? {
    var texts: [String] = []
    readEach(items, of: field, given) { filling, entry, item in
      if case .text(let text)? = filling.value(of: entry, item) { texts.append(text) }
    }
    var joined = texts.first ?? ""
    var (separator, last) = ("、", "、")
    if case .join(let between, let beforeLast) = field.print { (separator, last) = (between, beforeLast) }
    for (index, text) in texts.enumerated().dropFirst() {
      joined += (index == texts.count - 1 ? last : separator) + text
    }
    return .texts(texts, joined: joined)
  }

  // MARK: Objects

  private mutating func entries(
    _ items: [RecordValue.Item], of field: Schema.Field, _ given: Record.Field
  ) -> FilledTemplate.Value? {
    var entries: [[String: FilledTemplate.Value]] = []
    var strangers: Set<String> = []
    readEach(items, of: field, given) { filling, entry, item in
      guard case .object(let members) = item.value else {
        filling.diagnostics.append(.notAnEntry(entry, item, record: filling.record.name))
        return
      }
      entries.append(filling.entry(members, of: entry, item, strangers: &strangers))
    }
    return .list(entries)
  }

  /// One entry. `list` has its name already: `grades[3]`.
  private mutating func entry(
    _ members: [Record.Field], of list: Schema.Field, _ item: Record.Field, strangers: inout Set<String>
  ) -> [String: FilledTemplate.Value] {
    var values: [String: FilledTemplate.Value] = [:]
    var explained: Set<String> = []
    var isEmpty = true
    for inner in list.fields {
      let field = inner.named(list.name + "." + inner.name)
      let given = members.first { $0.name == inner.name }
      guard let given, !given.value.isNothing(for: inner.type) else {
        values[inner.name] = inner.defaultText.map { .text($0) }
        if inner.isOptional { continue }
        isEmpty = false
        let unknown = members.map(\.name).filter { name in
          !explained.contains(name) && !list.fields.contains { $0.name == name }
        }
        let similar = Suggestion.likely(to: inner.name, among: unknown).flatMap { name in
          members.first { $0.name == name }
        }
        if let similar { explained.insert(similar.name) }
        diagnostics.append(
          .missingField(
            field, bareName: inner.name, at: given?.span ?? item.span, isEmpty: given != nil, similar: similar,
            record: record.name))
        continue
      }
      isEmpty = false
      if let span = given.span { spans[field.name] = span }
      values[inner.name] = value(of: field, given) ?? field.faultyValue
    }
    if isEmpty { diagnostics.append(.emptyEntry(list, at: item.span, record: record.name)) }
    let absent = list.fields.map(\.name).filter { name in !members.contains { $0.name == name } }
    for member in members
    where !explained.contains(member.name) && !list.fields.contains(where: { $0.name == member.name }) {
      // Once for all entries: whoever has a column too many has it in each line.
      guard strangers.insert(member.name).inserted else { continue }
      diagnostics.append(
        .unknownField(
          member.name, of: list.name, suggestion: Suggestion.likely(to: member.name, among: absent),
          at: member.nameSpan, record: record.name))
    }
    return values
  }

  /// Reads one entry after the other, each under its own name, until there are faults enough.
  private mutating func readEach(
    _ items: [RecordValue.Item], of list: Schema.Field, _ given: Record.Field,
    _ read: (inout Filling, Schema.Field, Record.Field) -> Void
  ) {
    var faults = 0
    var told = diagnostics.count
    for (index, item) in items.enumerated() {
      faults += diagnostics[told...].count { $0.severity == .error }
      told = diagnostics.count
      if faults >= Filling.mostFaults {
        diagnostics.append(.moreEntries(after: index, list, given, record: record.name))
        return
      }
      let entry = list.asEntry(index + 1)
      if let span = item.span { spans[entry.name] = span }
      if item.value.isNothing(for: .text) {
        diagnostics.append(.emptyEntry(entry, at: item.span, record: record.name))
        continue
      }
      read(&self, entry, Record.Field(name: entry.name, value: item.value, span: item.span))
    }
  }

}

extension Schema.Field {
  fileprivate func named(_ name: String) -> Schema.Field {
    var field = self
    field.name = name
    return field
  }

  /// What an entry must be: a text, or for diagnostics the list itself under the entry's name.
  fileprivate func asEntry(_ number: Int) -> Schema.Field {
    var entry = named("\(name)[\(number)]")
    if fields.isEmpty {
      entry.type = .text
      (entry.maximum, entry.minimum, entry.print) = (nil, nil, nil)
    }
    return entry
  }
}
