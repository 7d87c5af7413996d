public import PressDiagnostics

/// The value of a record's field, as data: nothing in it is markup.
public enum RecordValue: Sendable, Equatable {
  case text(String)
  /// The number as written, so that `2.50` prints as itself.
  case number(String)
  case bool(Bool)
  case null
  case list([Item])
  /// Fields within a field: one line of a transcript, say.
  case object([Record.Field])

  public struct Item: Sendable, Equatable {
    public let value: RecordValue
    /// The item's place; nil in a record that was built in code.
    public let span: Span?

    public init(_ value: RecordValue, span: Span? = nil) {
      self.value = value
      self.span = span
    }
  }
}

extension RecordValue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
}

extension RecordValue: CustomStringConvertible, CustomReflectable {
  /// The kind of value, never the value.
  public var description: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .bool: "bool"
    case .null: "null"
    case .list(let items): "list of \(items.count)"
    case .object(let fields): "object(\(fields.map(\.description).joined(separator: ", ")))"
    }
  }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RecordValue.Item: CustomStringConvertible, CustomReflectable {
  public var description: String { value.description }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
