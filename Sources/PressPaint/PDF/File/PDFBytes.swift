/// Writes the tokens of PDF (ISO 32000-1, 7.2 and 7.3): operands end with a space, operators with a line end.
struct PDFBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  mutating func append(_ more: PDFBytes) { bytes.append(contentsOf: more.bytes) }

  /// As it stands, without anything behind it.
  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func operation(_ name: StaticString) {
    // One to three letters nearly always: a loop is quicker than a copy.
    let letters = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount { bytes.append(letters[index]) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// 7.3.3. `decimals`: at most so many, 3 for what lies on the scene's grid; no zeros that say nothing.
  mutating func number(_ value: Double, decimals: Int = 3) {
    append(number: value, decimals: decimals)
    bytes.append(UInt8(ascii: " "))
  }

  mutating func number(_ value: Int) {
    append(integer: value)
    bytes.append(UInt8(ascii: " "))
  }

  /// Without the space behind it.
  mutating func append(number value: Double, decimals: Int = 3) {
    let power = Self.powers[decimals]
    // Far beyond any page; and what is no number is drawn nowhere.
    let scaled = value.isFinite ? Int((max(-1e9, min(1e9, value)) * Double(power)).rounded()) : 0
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = scaled.magnitude
    let whole = magnitude / power
    var fraction = magnitude % power
    if whole > 0 || fraction == 0 { append(digits: whole) }
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = power / 10
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction / place))
      fraction %= place
      place /= 10
    }
  }

  mutating func append(integer value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: value.magnitude)
  }

  private mutating func append(digits value: UInt) {
    if value >= 100 {
      append(digits: value / 10)
    } else if value >= 10 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value / 10))
    }
    bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10))
  }

  private static let powers: [UInt] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}

// MARK: - Strings, names and references

extension PDFBytes {
  /// Four hexadecimal digits, for codes of two bytes.
  mutating func append(hex code: UInt16) {
    append(hex: UInt8(truncatingIfNeeded: code &>> 8))
    append(hex: UInt8(truncatingIfNeeded: code))
  }

  /// Two hexadecimal digits.
  mutating func append(hex byte: UInt8) {
    append(hexDigit: byte &>> 4)
    append(hexDigit: byte & 15)
  }

  private mutating func append(hexDigit digit: UInt8) {
    bytes.append(digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "A") &- 10 &+ digit)
  }

  /// UTF-16BE as hexadecimal digits, without byte order mark.
  mutating func append(hexOf text: some StringProtocol) {
    for unit in text.utf16 { append(hex: unit) }
  }

  mutating func append(utf16 scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { append(hex: unit) }
  }

  /// A text string (7.9.2.2): a literal where it is ASCII, else UTF-16BE.
  mutating func text(_ text: some StringProtocol) {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      literal(text)
    } else {
      raw("<FEFF")
      append(hexOf: text)
      raw(">")
    }
  }

  /// A literal string (7.3.4.2) of printable ASCII.
  mutating func literal(_ text: some StringProtocol) {
    raw("(")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    raw(")")
  }

  /// A name (7.3.5): what is no regular character is written by its number.
  mutating func name(_ text: some StringProtocol) {
    raw("/")
    for byte in text.utf8 {
      let isRegular = (0x21...0x7E).contains(byte) && !"()<>[]{}/%#".utf8.contains(byte)
      if isRegular {
        bytes.append(byte)
      } else {
        raw("#")
        append(hex: byte)
      }
    }
  }

  /// 7.3.10, `12 0 R`.
  mutating func reference(_ object: PDFReference) {
    append(integer: object.number)
    raw(" 0 R")
  }

  mutating func references(_ objects: [PDFReference]) {
    for object in objects {
      reference(object)
      raw(" ")
    }
  }

  /// `[x y x y ]`
  mutating func array(_ numbers: [Double], decimals: Int = 3) {
    raw("[")
    for value in numbers { number(value, decimals: decimals) }
    raw("]")
  }
}
