/// The value of a `style` attribute.
enum CSSDeclarations {
  /// Names in lower case and values as written, in order: of two with the same name the later counts. What has no colon is
  /// refused; `!important` is dropped, as there is no style sheet to be stronger than.
  static func read(_ style: String) throws(SVGFault.Problem) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    for declaration in split(withoutComments(style)) where !declaration.trimmed.isEmpty {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else {
        throw .value(declaration.trimmed.quoted, of: "style")
      }
      let name = declaration[..<colon].trimmed.lowercased()
      var value = declaration[(colon + 1)...].trimmed
      if value.lowercased().hasSuffix("!important") { value = value.dropLast(10).trimmed }
      result.append((name, value))
    }
    return result
  }

  private static func withoutComments(_ style: String) -> [UInt8] {
    var result: [UInt8] = []
    var scanner = SVGScanner(style)
    while let byte = scanner.next {
      if scanner.take("/*") {
        scanner.skip(past: "*/")
      } else {
        result.append(byte)
        scanner.advance()
      }
    }
    return result
  }

  /// At semicolons, but not inside of quotes and parentheses.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var (start, depth) = (0, 0)
    var quote: UInt8?
    for (index, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ";") where depth == 0:
        parts.append(bytes[start..<index])
        start = index + 1
      default: break
      }
    }
    return parts + [bytes[start...]]
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: String { String(decoding: self, as: UTF8.self).trimmed }
}
