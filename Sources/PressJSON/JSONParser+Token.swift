extension JSONParser {
  /// A number's text, `-? int frac? exp?` (RFC 8259, 6).
  mutating func number() throws(JSONError) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < end, bytes[position] == UInt8(ascii: "0") {
      position += 1
      if position < end, isDigit(bytes[position]) { throw JSONError(.leadingZero, at: position - 1..<position) }
    } else {
      try digits()
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while position < end, isDigit(bytes[position]) { position += 1 }
    guard position > start else { throw JSONError(.missingDigits, at: start..<min(start + 1, end)) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// `true`, `false` or `null`.
  mutating func word() throws(JSONError) -> JSONValue.Kind {
    let start = position
    while position < end, isDigit(bytes[position]) || isLetter(bytes[position]) { position += 1 }
    // No word that is known or mistaken for one is longer than this.
    let word = String(decoding: bytes[start..<min(position, start + 12)], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: throw JSONError(.unknownWord(meant: Self.likelyMeaning(of: word)), at: start..<position)
    }
  }

  private static func likelyMeaning(of word: String) -> String? {
    switch word.lowercased() {
    case "true", "yes": "true"
    case "false", "no": "false"
    case "null", "none", "nil", "undefined", "nan", "infinity": "null"
    default: nil
    }
  }
}
