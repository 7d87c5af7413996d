extension JSONParser {
  /// A string's text, escapes resolved; begins at the opening quote, ends behind the closing one.
  mutating func string() throws(JSONError) -> String {
    let opened = position..<position + 1
    position += 1
    // Text since the last escape that is not yet in `resolved`; most strings have no escape and are copied once.
    var start = position
    var resolved: [UInt8] = []
    while true {
      skipPlainASCII()
      guard position < end else { throw JSONError(.unclosed(.string, opened: opened), at: end..<end) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let run = bytes[start..<position]
        position += 1
        if resolved.isEmpty { return String(decoding: run, as: UTF8.self) }
        resolved.append(contentsOf: run)
        return String(decoding: resolved, as: UTF8.self)
      case UInt8(ascii: "\\"):
        resolved.append(contentsOf: bytes[start..<position])
        if let scalar = try escape(opened) { resolved.append(contentsOf: String(Character(scalar)).utf8) }
        start = position
      case 0x0A, 0x0D: throw JSONError(.lineBreakInString(opened: opened), at: position..<position + 1)
      case 0..<0x20:
        try report(.controlCharacter(bytes[position]), at: position..<position + 1)
        position += 1
      default: position += try scalarLength(at: position)
      }
    }
  }

  /// Moves to the first byte that is not printable ASCII or is a quote or a backslash, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlainASCII() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while end - position >= 8 {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      // A byte's high bit is set if it is zero (after the xor), below 0x20, or not ASCII; the lowest one set is exact.
      let special = ((quote &- ones) | (backslash &- ones) | (word &- ones &* 0x20) | word) & highs
      guard special == 0 else {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < end {
      switch bytes[position] {
      case 0x22, 0x5C, 0..<0x20, 0x80...: return
      default: position += 1
      }
    }
  }

  /// The bytes of the UTF-8 character at `place` (Unicode 15, table 3-7).
  func scalarLength(at place: Int) throws(JSONError) -> Int {
    let lead = bytes[place]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw JSONError(.invalidUTF8(byte: lead), at: place..<place + 1)
    }
    guard end - place >= length, second ~= bytes[place + 1],
      bytes[(place + 2)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw JSONError(.invalidUTF8(byte: lead), at: place..<place + 1) }
    return length
  }

  /// The character of an escape; nil, and a report, if there is none.
  private mutating func escape(_ opened: Range<Int>) throws(JSONError) -> Unicode.Scalar? {
    let start = position
    position += 1
    guard position < end else { throw JSONError(.unclosed(.string, opened: opened), at: end..<end) }
    let kind = bytes[position]
    // A line break or half a character after the backslash is told by the loop that called.
    guard kind >= 0x20, kind < 0x80 else {
      try report(.invalidEscape, at: start..<start + 1)
      return nil
    }
    position += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      try report(.invalidEscape, at: start..<position)
      return nil
    }
  }

  /// The character of `\uXXXX`, or of two of them that make a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar? {
    guard let unit = hexUnit() else {
      try report(.invalidEscape, at: start..<position)
      return nil
    }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = position
    if unit < 0xDC00, bytes[position..<end].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      position += 2
      if let low = hexUnit(), 0xDC00...0xDFFF ~= low {
        return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
      }
      position = afterFirst
    }
    try report(.loneSurrogate(unit), at: start..<afterFirst)
    return nil
  }

  /// Four hex digits as a UTF-16 code unit; nil, behind those that are there, if there are fewer.
  private mutating func hexUnit() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < end else { return nil }
      let digit: UInt8
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[position] - 0x30
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[position] - 0x41 + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[position] - 0x61 + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
