/// Walks the small languages inside of attributes: numbers, names, lists.
struct SVGScanner {
  private let bytes: [UInt8]
  /// The next byte.
  private(set) var position = 0

  /// Numbers beyond are refused: with them, products of transforms lose their meaning.
  static let largestNumber = 1e9

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func advance() { position += 1 }

  mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) { position += 1 }
  }

  /// White space with at most one comma in it; true if there was the comma.
  @discardableResult
  mutating func skipSeparator() -> Bool {
    skipSpace()
    guard take(",") else { return false }
    skipSpace()
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    let isHere = text.withUTF8Buffer { bytes.dropFirst(position).starts(with: $0) }
    if isHere { position += text.utf8CodeUnitCount }
    return isHere
  }

  /// To the end if `text` does not come.
  mutating func skip(past text: StaticString) {
    while position < bytes.count, !take(text) { position += 1 }
  }

  /// Letters, digits, `-`, `_`, `:` and what is beyond ASCII; empty if none comes.
  mutating func name() -> String {
    let start = position
    while let byte = next, byte.isLetter || byte.isDigit || byte >= 0x80 || [0x2D, 0x5F, 0x3A].contains(byte) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  var isAtNumber: Bool {
    guard let next else { return false }
    return next.isDigit || [0x2B, 0x2D, 0x2E].contains(next)
  }

  /// A number as SVG 1.1 (8.3.9) writes it; nil, and nothing taken, if none comes. `1e` of `1em` is no exponent.
  mutating func number() throws(SVGFault.Problem) -> Double? {
    let start = position
    if next == 0x2B || next == 0x2D { position += 1 }
    var digits = skipDigits()
    if next == 0x2E {
      position += 1
      digits += skipDigits()
    }
    guard digits > 0 else {
      position = start
      return nil
    }
    let mantissaEnd = position
    if next == 0x65 || next == 0x45 {
      position += 1
      if next == 0x2B || next == 0x2D { position += 1 }
      if skipDigits() == 0 { position = mantissaEnd }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.magnitude <= Self.largestNumber else { throw .number(text.quoted) }
    return value
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, byte.isDigit { position += 1 }
    return position - start
  }

  /// The rest, whatever it is.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[min(position, bytes.count)...], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isLetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }
}
