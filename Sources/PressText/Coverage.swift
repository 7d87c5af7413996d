/// A set of code points, as the manifest writes it: `20-7E,A0,4E00-9FFF`.
struct Coverage: Sendable, Equatable {
  /// First and last code points of the ranges, ascending and disjoint.
  private(set) var firsts: [UInt32] = []
  private(set) var lasts: [UInt32] = []

  static let empty = Coverage()

  private init() {}

  /// The code points of a list of hexadecimal numbers and ranges, ascending and without overlap; nil for any other text.
  init?(parsing text: String) {
    var text = text
    let parsed: Bool = text.withUTF8 { bytes in
      if bytes.isEmpty { return true }
      var first: UInt32?
      var value: UInt32 = 0
      var digits = 0
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: ",")
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "-"):
          guard first == nil, digits > 0 else { return false }
          first = value
          value = 0
          digits = 0
          continue
        case UInt8(ascii: ","):
          guard digits > 0, append(first ?? value, value) else { return false }
          first = nil
          value = 0
          digits = 0
          continue
        default: return false
        }
        digits += 1
        if digits > 6 { return false }
      }
      return first == nil
    }
    guard parsed else { return nil }
  }

  /// The ranges of ascending code points.
  init(ascending codePoints: some Sequence<UInt32>) {
    for codePoint in codePoints {
      if let last = lasts.last, codePoint == last + 1 {
        lasts[lasts.count - 1] = codePoint
      } else {
        firsts.append(codePoint)
        lasts.append(codePoint)
      }
    }
  }

  private mutating func append(_ first: UInt32, _ last: UInt32) -> Bool {
    guard first <= last, last <= 0x10FFFF, first > lasts.last ?? 0 || lasts.isEmpty else { return false }
    firsts.append(first)
    lasts.append(last)
    return true
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { lastOfRange(containing: scalar.value) != nil }

  /// The least code point that is in this set and not in `other`.
  func first(outside other: Coverage) -> UInt32? {
    for (first, last) in zip(firsts, lasts) {
      var next = first
      while next <= last {
        guard let end = other.lastOfRange(containing: next) else { return next }
        next = end + 1
      }
    }
    return nil
  }

  /// The end of the range that holds `codePoint`; nil if none does.
  private func lastOfRange(containing codePoint: UInt32) -> UInt32? {
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= codePoint { low = middle + 1 } else { high = middle }
    }
    return low > 0 && lasts[low - 1] >= codePoint ? lasts[low - 1] : nil
  }
}
