/// A JSON value (RFC 8259) that remembers where it stands in the bytes it was read from.
public struct JSONValue: Sendable {
  public enum Kind: Sendable {
    case null
    case bool(Bool)
    /// The number as written: nothing is rounded before somebody asks for a type.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the text; no two names are equal.
    case object([JSONMember])
  }

  public let kind: Kind
  /// The value's bytes in the source, 0-based, a string's quotes included.
  public let range: Range<Int>

  public init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A name and its value in a JSON object.
public struct JSONMember: Sendable {
  /// The name, escapes resolved.
  public let key: String
  /// The name's bytes in the source, quotes included.
  public let keyRange: Range<Int>
  public let value: JSONValue

  public init(key: String, keyRange: Range<Int>, value: JSONValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}
