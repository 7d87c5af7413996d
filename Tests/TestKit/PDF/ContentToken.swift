/// A token of a content stream (ISO 32000-1, 7.8.2).
public enum ContentToken: Sendable {
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([ContentToken])
  case dictionary([String: ContentToken])
  case word(String)

  public static func all(of bytes: [UInt8]) throws -> [ContentToken] {
    var scanner = ContentScanner(bytes: bytes[...])
    var tokens: [ContentToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }
}

private struct ContentScanner {
  var bytes: ArraySlice<UInt8>

  private static let blanks = Set("\0\t\n\u{C}\r ".utf8)
  private static let delimiters = Set("()<>[]{}/%".utf8)

  mutating func next() throws -> ContentToken? {
    bytes = bytes.drop { Self.blanks.contains($0) }
    guard let first = bytes.popFirst() else { return nil }
    switch first {
    case UInt8(ascii: "/"): return .name(word())
    case UInt8(ascii: "("): return .string(try literal())
    case UInt8(ascii: "<"):
      if bytes.first != UInt8(ascii: "<") { return .string(try hexadecimal()) }
      _ = bytes.popFirst()
      var entries: [String: ContentToken] = [:]
      while let token = try next() {
        if case .word(">>") = token { return .dictionary(entries) }
        guard case .name(let key) = token, let value = try next() else { throw Unreadable("a key of a dictionary") }
        entries[key] = value
      }
      throw Unreadable("a dictionary without end")
    case UInt8(ascii: ">"):
      guard bytes.popFirst() == first else { throw Unreadable("a lonely '>'") }
      return .word(">>")
    case UInt8(ascii: "["):
      var tokens: [ContentToken] = []
      while let token = try next() {
        if case .word("]") = token { return .array(tokens) }
        tokens.append(token)
      }
      throw Unreadable("an array without end")
    case UInt8(ascii: "]"): return .word("]")
    default:
      let text = String(UnicodeScalar(first)) + word()
      return Double(text).map { .number($0) } ?? .word(text)
    }
  }

  private mutating func word() -> String {
    let word = bytes.prefix { !Self.blanks.contains($0) && !Self.delimiters.contains($0) }
    bytes = bytes.dropFirst(word.count)
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func hexadecimal() throws -> [UInt8] {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { throw Unreadable("a string without end") }
    var digits = bytes[..<end].filter { !Self.blanks.contains($0) }.compactMap {
      Character(UnicodeScalar($0)).hexDigitValue
    }
    bytes = bytes[(end + 1)...]
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private mutating func literal() throws -> [UInt8] {
    var string: [UInt8] = []
    var depth = 1
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return string }
      case UInt8(ascii: "\\"):
        string.append(try escaped())
        continue
      default: break
      }
      string.append(byte)
    }
    throw Unreadable("a string without end")
  }

  /// What stands after a backslash: a parenthesis, a backslash, three octal digits.
  private mutating func escaped() throws -> UInt8 {
    if let byte = bytes.first, "()\\".utf8.contains(byte) {
      bytes = bytes.dropFirst()
      return byte
    }
    let digits = String(decoding: bytes.prefix(3), as: UTF8.self)
    guard digits.utf8.count == 3, let byte = UInt8(digits, radix: 8) else { throw Unreadable("the escape \\\(digits)") }
    bytes = bytes.dropFirst(3)
    return byte
  }
}
