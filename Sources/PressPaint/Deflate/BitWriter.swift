/// At most 56 bits in sending order, the first lowest.
struct BitString {
  var bits: UInt64
  var count: Int

  func then(_ next: BitString) -> BitString {
    BitString(bits: bits | next.bits &<< UInt64(count), count: count &+ next.count)
  }
}

/// Packs bits into bytes, the lowest first.
struct BitWriter {
  private var held: UInt64 = 0
  private var count = 0

  /// At most 56 bits; `place` moves on by whole bytes and must have room for eight.
  mutating func put(_ string: BitString, at place: inout UnsafeMutablePointer<UInt8>) {
    held |= string.bits &<< UInt64(count)
    count &+= string.count
    UnsafeMutableRawPointer(place).storeBytes(of: held.littleEndian, as: UInt64.self)
    place += count &>> 3
    held = held &>> UInt64(count & ~7)
    count &= 7
  }

  mutating func put(_ bits: UInt64, _ count: Int, at place: inout UnsafeMutablePointer<UInt8>) {
    put(BitString(bits: bits, count: count), at: &place)
  }

  /// Fills up the last byte.
  mutating func finish(at place: inout UnsafeMutablePointer<UInt8>) {
    if count > 0 { put(0, 8 - count, at: &place) }
  }
}
