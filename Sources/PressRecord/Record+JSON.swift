public import PressDiagnostics
import PressJSON

extension Record {
  /// The record in a source that is one JSON object (RFC 8259), or the faults that keep it from being one.
  ///
  /// A field is a member of the object. Faults within strings and doubled fields are all told; one of structure or encoding
  /// ends the reading.
  ///
  /// - Parameters:
  ///   - id: the source's name in the `SourceSet`, for the spans.
  ///   - range: the bytes that are the record; all by default.
  ///   - name: how the caller knows the record; the source's name by default.
  public static func read(
    json source: Source, id: SourceID, in range: Range<Int>? = nil, name: String? = nil
  ) -> (record: Record?, diagnostics: [Diagnostic]) {
    let name = name ?? source.name
    let (value, errors) = JSONReader.collect(source.bytes, in: range)
    guard let value else { return (nil, errors.map { Diagnostic($0, in: id, record: name) }) }
    return of(value, source: source, id: id, name: name)
  }

  /// A record of a JSON value, which has to be an object.
  static func of(_ value: JSONValue, source: Source, id: SourceID, name: String) -> (
    record: Record?, diagnostics: [Diagnostic]
  ) {
    let span = Span(id, value.range)
    guard let members = value.members else {
      let diagnostic = Diagnostic(
        .error, "record.not-an-object", "a record is an object, this is \(value.noun)", at: span,
        hint: value.array == nil
          ? "write the fields as { \"name\": … }"
          : "give one object for each record, each on a line of its own (NDJSON)",
        record: name)
      return (nil, [diagnostic])
    }
    return (Record(name: name, fields: members.map { Field($0, in: id) }, span: span, source: source), [])
  }
}

extension Record.Field {
  fileprivate init(_ member: JSONMember, in id: SourceID) {
    self.init(
      name: member.key, nameSpan: Span(id, member.keyRange), value: RecordValue(member.value, in: id),
      span: Span(id, member.value.range))
  }
}

extension RecordValue {
  fileprivate init(_ json: JSONValue, in id: SourceID) {
    switch json.kind {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = .number(text)
    case .string(let text): self = .text(text)
    case .array(let elements):
      self = .list(elements.map { Item(RecordValue($0, in: id), span: Span(id, $0.range)) })
    case .object(let members): self = .object(members.map { Record.Field($0, in: id) })
    }
  }
}

extension JSONValue {
  fileprivate var noun: String {
    switch kind {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
