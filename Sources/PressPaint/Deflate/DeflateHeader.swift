/// What stands before a block: the lengths of its codes, run-length coded and themselves coded (RFC 1951, 3.2.7).
struct DeflateHeader {
  private let literalCount: Int
  private let distanceCount: Int
  private var instructions: [(symbol: Int, extra: BitString)] = []

  init(literals: [UInt8], distances: [UInt8]) {
    literalCount = max(257, 1 + (literals.lastIndex { $0 > 0 } ?? 0))
    distanceCount = 1 + (distances.lastIndex { $0 > 0 } ?? 0)
    let lengths = Array(literals[..<literalCount] + distances[..<distanceCount])
    var start = 0
    while start < lengths.count {
      let length = lengths[start]
      let end = lengths[start...].firstIndex { $0 != length } ?? lengths.count
      add(length, times: end - start)
      start = end
    }
  }

  private mutating func add(_ length: UInt8, times: Int) {
    var left = times
    if length == 0 {
      while left >= 3 {
        let count = min(left, 138)
        instructions.append(
          count < 11
            ? (17, BitString(bits: UInt64(count - 3), count: 3)) : (18, BitString(bits: UInt64(count - 11), count: 7)))
        left -= count
      }
    } else {
      instructions.append((Int(length), BitString(bits: 0, count: 0)))
      left -= 1
      while left >= 3 {
        let count = min(left, 6)
        instructions.append((16, BitString(bits: UInt64(count - 3), count: 2)))
        left -= count
      }
    }
    for _ in 0..<left { instructions.append((Int(length), BitString(bits: 0, count: 0))) }
  }

  func write(with bits: inout BitWriter, at place: inout UnsafeMutablePointer<UInt8>) {
    for string in strings { bits.put(string, at: &place) }
  }

  var strings: [BitString] {
    var counts = [UInt32](repeating: 0, count: 19)
    for instruction in instructions { counts[instruction.symbol] += 1 }
    let code = HuffmanCode(counts: counts[...], longest: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let count = max(4, 1 + (order.lastIndex { code.lengths[$0] > 0 } ?? 0))
    return [
      BitString(bits: UInt64(literalCount - 257), count: 5), BitString(bits: UInt64(distanceCount - 1), count: 5),
      BitString(bits: UInt64(count - 4), count: 4),
    ] + order[..<count].map { BitString(bits: UInt64(code.lengths[$0]), count: 3) }
      + instructions.map { BitString(code, $0.symbol).then($0.extra) }
  }
}
