import PressDiagnostics

// What a layout's bytes and characters are to the lexer. ASCII is decided on bytes; the rest is decoded.

extension [UInt8] {
  /// The byte at `offset`; 0 outside the array, which begins no token.
  func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// The character that begins at `offset` and its length in bytes; nil where the bytes are not UTF-8 (Unicode 16, table 3-7).
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    func continuation(_ distance: Int) -> UInt32? {
      let byte = byte(at: offset + distance)
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    var value: UInt32
    let length: Int
    let least: UInt32
    switch lead {
    case 0xC2...0xDF: (value, length, least) = (UInt32(lead & 0x1F), 2, 0x80)
    case 0xE0...0xEF: (value, length, least) = (UInt32(lead & 0x0F), 3, 0x800)
    case 0xF0...0xF4: (value, length, least) = (UInt32(lead & 0x07), 4, 0x1_0000)
    default: return nil
    }
    for distance in 1..<length {
      guard let bits = continuation(distance) else { return nil }
      value = value << 6 | bits
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The ASCII character at `offset`, full-width forms (U+FF01–FF5E) counting as the ASCII ones they stand for, and its length in
  /// bytes; 0 for any other character.
  func folded(at offset: Int) -> (byte: UInt8, length: Int) {
    let byte = byte(at: offset)
    if byte < 0x80 { return (byte, 1) }
    guard byte == 0xEF, let (scalar, length) = scalar(at: offset), let ascii = scalar.foldedToASCII else {
      return (0, 1)
    }
    return (ascii, length)
  }

  /// The text of `range` with full-width forms folded to ASCII.
  func foldedText(_ range: Range<Int>) -> String {
    let text = String(decoding: self[range], as: UTF8.self)
    guard self[range].contains(0xEF) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(scalar.foldedToASCII.map { Unicode.Scalar($0) } ?? scalar) }
    return String(folded)
  }

  /// The cells of a terminal that the text of `range` takes.
  func displayWidth(_ range: Range<Int>) -> Int {
    if self[range].allSatisfy({ $0 < 0x80 }) { return range.count }
    return DisplayWidth.of(String(decoding: self[range], as: UTF8.self))
  }

  /// The end of the line that holds `offset`: the place of its line break, or the end of the file.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < count, !self[end].isLineBreak { end += 1 }
    return end
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  var foldedToASCII: UInt8? { value >= 0xFF01 && value <= 0xFF5E ? UInt8(value - 0xFEE0) : nil }

  /// Begins a word: a letter of any script, a letter number (`〇`) or `_`.
  var beginsWord: Bool {
    if value < 0x80 { return UInt8(value).isLetter || self == "_" }
    // Han ideographs come first: they are nearly all that a Chinese layout has beyond ASCII.
    if value >= 0x4E00 && value <= 0x9FFF { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber: return true
    default: return self == "\u{FF3F}"
    }
  }

  var continuesWord: Bool {
    if value < 0x80 { return beginsWord || UInt8(value).isDigit || self == "-" }
    if beginsWord { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return self == "\u{FF0D}"
    }
  }

  /// A space of any width that is not ASCII: no-break, ideographic.
  var isWideSpace: Bool {
    value == 0xA0 || value == 0x3000 || (value > 0x7F && properties.generalCategory == .spaceSeparator)
  }

  /// Cannot be seen, and changes what a reader sees or what is printed: controls, bidirectional controls, zero-width spaces,
  /// line and paragraph separators, noncharacters. Tabs and line breaks are not among them.
  var isTreacherous: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// A dash that people and word processors put where a minus belongs.
  var looksLikeMinus: Bool { value == 0x2212 || value == 0x2013 || value == 0x2014 || value == 0xFF0D }

  /// `U+4DAE`
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
