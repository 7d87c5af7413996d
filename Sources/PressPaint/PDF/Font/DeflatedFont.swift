/// A zlib stream (RFC 1950) of one block in ``GlyphCode``, put together from pieces.
struct DeflatedFont {
  private var sum: UInt64 = 1
  private var weighted: UInt64 = 0
  private var bits = BitWriter()
  private var bytes: [UInt8]
  private var count = 0

  /// - Parameter bitCount: of all pieces that will come.
  init(bitCount: Int) {
    // Each string is stored as eight bytes; the header takes less than 300.
    bytes = Array(repeating: 0, count: bitCount / 8 + 320)
    let fastest: [UInt8] = [0x78, 0x01]  // 32 KB window
    bytes.replaceSubrange(0..<2, with: fastest)
    count = 2
    put(GlyphCode.shared.header, BitString(bits: 0, count: 0))
  }

  mutating func put(_ strings: [BitString], _ last: BitString) {
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var place = start + count
      for string in strings { bits.put(string, at: &place) }
      bits.put(last, at: &place)
      count = place - start
    }
  }

  /// Of a piece: Adler-32 of both in a row follows from theirs.
  mutating func add(sum: UInt64, weighted: UInt64, length: Int) {
    let modulus: UInt64 = 65521
    self.weighted = (self.weighted + UInt64(length) % modulus * self.sum + weighted) % modulus
    self.sum = (self.sum + sum) % modulus
  }

  consuming func finish() -> [UInt8] {
    put([], GlyphCode.shared.end)
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var place = start + count
      bits.finish(at: &place)
      count = place - start
    }
    bytes.removeLast(bytes.count - count)
    for value in [weighted, sum] { bytes += [UInt8(value >> 8), UInt8(value & 255)] }
    return bytes
  }
}
