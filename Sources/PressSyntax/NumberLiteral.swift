/// The value of a number token and its unit as written.
struct NumberLiteral {
  /// Larger numbers are mistakes, and would not survive the arithmetic of lengths.
  static let limit = 1_000_000.0

  var value: Double
  /// "" without a unit.
  var unit: String

  /// Nil for what is no number even with goodwill: `1.2.3`.
  init?(_ token: ArraySlice<UInt8>) {
    // What people write for a sign or a digit is folded first; plain ASCII goes the short way.
    var bytes = token
    if let first = token.first, first >= 0x80 || token.contains(0xEF) {
      var text = Array(token).foldedText(0..<token.count)
      if let sign = text.unicodeScalars.first, sign.looksLikeMinus {
        text = "-" + String(text.unicodeScalars.dropFirst())
      }
      bytes = Array(text.utf8)[...]
    }
    var offset = bytes.startIndex
    var isNegative = false
    if offset < bytes.endIndex, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
      isNegative = bytes[offset] == UInt8(ascii: "-")
      offset += 1
      while offset < bytes.endIndex, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    }
    let start = offset
    var digits: UInt64 = 0
    var count = 0
    var fraction = 0
    var hasPoint = false
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ".") {
        if hasPoint { return nil }
        hasPoint = true
      } else if byte.isDigit {
        // Leading zeros carry nothing; 15 digits are exact in a Double.
        if count > 0 || byte != UInt8(ascii: "0") { count += 1 }
        if count <= 15 { digits = digits * 10 + UInt64(byte - 0x30) }
        if hasPoint { fraction += 1 }
      } else {
        break
      }
      offset += 1
    }
    if count <= 15, fraction < NumberLiteral.powersOfTen.count {
      // One correctly rounded division of two exact numbers.
      value = Double(digits) / NumberLiteral.powersOfTen[fraction]
    } else {
      guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)) else { return nil }
      self.value = value
    }
    if isNegative { value = -value }
    unit = String(decoding: bytes[offset...], as: UTF8.self)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
