/// How far back the pixel to the left and the pixel above lie, as deflate says it.
struct PixelDistances {
  let left = DistanceCode(distance: 3)
  let up: DistanceCode
  /// Deflate looks back 32 KB, a row of 10,922 pixels.
  let reachesUp: Bool

  init(width: Int) {
    let bytes = 3 * width + 1
    reachesUp = bytes <= 32768
    up = DistanceCode(distance: min(bytes, 32768))
  }
}

/// A distance in deflate's alphabet (RFC 1951, 3.2.5).
struct DistanceCode {
  let symbol: Int
  let extraBits: Int
  let extra: UInt64

  /// - Parameter distance: 1 to 32768.
  init(distance: Int) {
    guard distance > 2 else {
      (symbol, extraBits, extra) = (distance - 1, 0, 0)
      return
    }
    let rest = distance - 1
    let top = Int.bitWidth - 1 - rest.leadingZeroBitCount
    symbol = 2 * top + (rest >> (top - 1) & 1)
    extraBits = top - 1
    extra = UInt64(rest & (1 << (top - 1) - 1))
  }
}

/// Lengths of matches in deflate's alphabet (RFC 1951, 3.2.5).
enum LengthCodes {
  static let longest = 258

  /// The symbol of each length, 257 to 285; lengths below 3 have none.
  static let symbols: [UInt16] = (0...longest).map { UInt16(parts(of: $0).symbol) }

  /// For each length its code and extra bits, then `distance`.
  static func strings(_ code: HuffmanCode, followedBy distance: BitString) -> [BitString] {
    (0...longest).map { length in
      guard length >= 3 else { return BitString(bits: 0, count: 0) }
      let (symbol, extraBits, extra) = parts(of: length)
      return BitString(code, symbol).then(BitString(bits: extra, count: extraBits)).then(distance)
    }
  }

  private static func parts(of length: Int) -> (symbol: Int, extraBits: Int, extra: UInt64) {
    if length < 11 { return (254 + max(length, 3), 0, 0) }
    if length == longest { return (285, 0, 0) }
    let rest = length - 3
    let top = Int.bitWidth - 1 - rest.leadingZeroBitCount
    let extraBits = top - 2
    return (257 + 4 * extraBits + rest >> extraBits, extraBits, UInt64(rest & (1 << extraBits - 1)))
  }
}

extension BitString {
  init(_ code: HuffmanCode, _ symbol: Int) {
    self.init(bits: UInt64(code.codes[symbol]), count: Int(code.lengths[symbol]))
  }

  init(_ code: HuffmanCode, _ distance: DistanceCode) {
    self = BitString(code, distance.symbol).then(BitString(bits: distance.extra, count: distance.extraBits))
  }
}
