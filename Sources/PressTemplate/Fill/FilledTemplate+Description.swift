// A person's data must not slip into a log by way of a description: these tell structure only.

extension FilledTemplate: CustomStringConvertible, CustomReflectable {
  public var description: String { "FilledTemplate(\(record), \(values.count) fields)" }
  public var customMirror: Mirror { Mirror(self, children: ["record": record, "fields": values.keys.sorted()]) }
}

extension FilledTemplate.Value: CustomStringConvertible, CustomReflectable {
  public var description: String {
    switch self {
    case .text: "text"
    case .picture: "picture"
    case .list(let entries): "list of \(entries.count)"
    case .texts(let texts, _): "texts, \(texts.count)"
    }
  }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension FilledTemplate.DocumentValues: CustomStringConvertible, CustomReflectable {
  public var description: String { "DocumentValues" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension FilledTemplate.FilledText: CustomStringConvertible, CustomReflectable {
  public var description: String { "FilledText(\(fields.map(\.field).joined(separator: ", ")))" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
