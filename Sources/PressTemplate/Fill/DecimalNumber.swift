/// A number as its digits, so that none of it is lost to a floating-point value.
struct DecimalNumber: Equatable {
  private(set) var isNegative: Bool
  /// Digits 0…9 before the point; no 0 leads but one that stands alone.
  private(set) var whole: [UInt8]
  /// Digits behind the point, as many as are written.
  private(set) var fraction: [UInt8]

  /// Beyond it `1e400` would be written with more zeros than any certificate has room for.
  private static let largestExponent = 400

  /// Reads a number as JSON has it, or as a text of digits with a point; nil if it is none, or its exponent is too large.
  init?(_ text: String) {
    var bytes = text.utf8[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let pieces = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    var digits: [UInt8] = []
    for piece in pieces {
      guard !piece.isEmpty, let values = DecimalNumber.digits(piece) else { return nil }
      digits += values
    }
    guard let first = pieces.first, let exponent = DecimalNumber.exponent(bytes.dropFirst(mantissa.count)) else {
      return nil
    }
    var point = first.count
    if exponent != 0, digits.contains(where: { $0 != 0 }) {
      guard abs(exponent) <= DecimalNumber.largestExponent else { return nil }
      point += exponent
    }
    if point < 0 { digits = Array(repeating: 0, count: -point) + digits }
    if point > digits.count { digits += Array(repeating: 0, count: point - digits.count) }
    whole = Array(digits.prefix(max(0, point)).drop { $0 == 0 })
    if whole.isEmpty { whole = [0] }
    fraction = Array(digits.dropFirst(max(0, point)))
  }

  private static func digits(_ bytes: Substring.UTF8View.SubSequence) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      digits.append(byte - UInt8(ascii: "0"))
    }
    return digits
  }

  /// 0 where none is written; one too long for an integer is merely too large.
  private static func exponent(_ bytes: Substring.UTF8View.SubSequence) -> Int? {
    if bytes.isEmpty { return 0 }
    var rest = bytes.dropFirst()
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty, let digits = digits(rest) else { return nil }
    let size = digits.reduce(0) { min($0 * 10 + Int($1), largestExponent + 1) }
    return isNegative ? -size : size
  }

  var isZero: Bool { whole.allSatisfy { $0 == 0 } && fraction.allSatisfy { $0 == 0 } }

  /// With exactly so many decimals, half a unit of the last one away from zero.
  func rounded(to decimals: Int) -> DecimalNumber {
    var result = self
    guard fraction.count > decimals else {
      result.fraction += Array(repeating: 0, count: decimals - fraction.count)
      return result
    }
    result.fraction = Array(fraction.prefix(decimals))
    if fraction[decimals] >= 5 { result.increment() }
    return result
  }

  /// Adds one unit of the last decimal to its size.
  private mutating func increment() {
    var digits = whole + fraction
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    whole = Array(digits.dropLast(fraction.count))
    fraction = Array(digits.suffix(fraction.count))
  }

  /// Without the zeros at the end of its decimals.
  var trimmed: DecimalNumber {
    var result = self
    while result.fraction.last == 0 { result.fraction.removeLast() }
    return result
  }

  /// In digits; nothing that is zero has a sign.
  func printed(separator: String) -> String {
    var text = isNegative && !isZero ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += separator }
      text += String(digit)
    }
    return fraction.isEmpty ? text : text + "." + fraction.map { String($0) }.joined()
  }
}
