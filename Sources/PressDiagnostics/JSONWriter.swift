/// Writes JSON (RFC 8259) in the order of the calls: the same calls, the same bytes.
///
///     var json = JSONWriter()
///     json.object {
///       $0.member("page", 1)
///       $0.key("items")
///       $0.array { $0.string("title") }
///     }
public struct JSONWriter: Sendable {
  public enum Style: Sendable {
    /// No white space at all: one value a line.
    case compact
    /// Two spaces a level, each element and member on a line of its own; empty containers are `[]` and `{}`.
    case indented
  }

  public let style: Style
  /// What is written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Nothing stands yet in the innermost container.
  private var isFirst = true
  private var followsKey = false

  public init(style: Style = .compact) { self.style = style }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func null() { literal("null") }

  public mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }

  public mutating func number(_ value: Int) { literal(String(value)) }

  /// The shortest digits that read back as the same `Double`; JSON has no NaN and no infinity, they become null.
  public mutating func number(_ value: Double) { literal(value.isFinite ? value.description : "null") }

  /// A number in JSON's own syntax, written as it stands.
  public mutating func number(asWritten text: String) { literal(text) }

  public mutating func string(_ text: String) {
    separate()
    append(quoting: text)
  }

  public mutating func array<Failure: Error>(_ elements: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
    try container("[", "]", elements)
  }

  public mutating func object<Failure: Error>(_ members: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
    try container("{", "}", members)
  }

  /// Begins a member of the object that is being written; its value is the next that is written.
  public mutating func key(_ key: String) {
    separate()
    append(quoting: key)
    bytes.append(UInt8(ascii: ":"))
    if style == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  public mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  public mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  public mutating func member(_ key: String, _ value: Double) {
    self.key(key)
    number(value)
  }

  public mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Ends a line of JSON Lines, or a file.
  public mutating func lineBreak() {
    bytes.append(UInt8(ascii: "\n"))
    if depth == 0 { isFirst = true }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func container<Failure: Error>(
    _ opener: Unicode.Scalar, _ closer: Unicode.Scalar, _ content: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    separate()
    bytes.append(UInt8(ascii: opener))
    depth += 1
    isFirst = true
    try content(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: closer))
    isFirst = false
  }

  /// What stands between the last thing and the next.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Escapes what RFC 8259 (7) wants escaped and nothing else.
  private mutating func append(quoting text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        bytes.append(contentsOf: byte < 0x10 ? #"\u000"#.utf8 : #"\u00"#.utf8)
        bytes.append(contentsOf: String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
