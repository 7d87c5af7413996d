public import PressDiagnostics

/// What a certificate says of one person: fields in the order in which they were given.
///
/// Its values are personal data. ``description`` and reflection show names and kinds, never a value.
public struct Record: Sendable {
  /// How the caller knows it: a file's name, `records.ndjson:17`, a request's number.
  public let name: String
  public let fields: [Field]
  /// The whole record in its source; nil for one that was built in code.
  public let span: Span?
  /// What the spans point into; nil for one that was built in code.
  public let source: Source?

  public struct Field: Sendable, Equatable {
    public let name: String
    /// The name's place, quotes included; nil for a record that was built in code, and so is `span`.
    public let nameSpan: Span?
    public let value: RecordValue
    /// The value's place, quotes included.
    public let span: Span?

    public init(name: String, nameSpan: Span? = nil, value: RecordValue, span: Span? = nil) {
      self.name = name
      self.nameSpan = nameSpan
      self.value = value
      self.span = span
    }
  }

  /// A record that a service built in code. Its fields stand in the order of their names.
  public init(name: String, values: [String: RecordValue]) {
    let fields = values.sorted { $0.key < $1.key }.map { Field(name: $0.key, value: $0.value) }
    self.init(name: name, fields: fields, span: nil, source: nil)
  }

  init(name: String, fields: [Field], span: Span?, source: Source?) {
    self.name = name
    self.fields = fields
    self.span = span
    self.source = source
  }

  /// The field of that name; nil if the record lacks it.
  public subscript(field: String) -> Field? { fields.first { $0.name == field } }
}

extension Record: CustomStringConvertible, CustomReflectable {
  public var description: String {
    "record \(name): " + fields.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }

  public var customMirror: Mirror { Mirror(self, children: ["name": name, "fields": fields]) }
}

extension Record.Field: CustomStringConvertible, CustomReflectable {
  public var description: String { "\(name) \(value)" }

  public var customMirror: Mirror { Mirror(self, children: ["name": name, "value": value]) }
}
