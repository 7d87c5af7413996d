/// The data codewords of a symbol: segments one after the other, as bits (ISO/IEC 18004, 7.4).
struct QRBitStream {
  private var bytes: [UInt8] = []
  /// Bits that make no whole byte yet, and how many.
  private var rest: UInt32 = 0
  private var restCount = 0

  /// The codewords of all segments of `payload`, filled up to `capacity`.
  ///
  /// - `capacity`: data codewords of the symbol, enough for the segments.
  static func codewords(
    of payload: [UInt8], in segments: [QRSegment], version: Int, capacity: Int
  ) -> [UInt8] {
    var stream = QRBitStream()
    stream.bytes.reserveCapacity(capacity)
    if QRSegment.needsUTF8Header(payload) { stream.appendUTF8Header() }
    for segment in segments { stream.append(payload[segment.range], mode: segment.mode, version: version) }
    stream.fill(to: capacity)
    return stream.bytes
  }

  /// - `count`: 0–16.
  private mutating func append(_ value: Int, bits count: Int) {
    rest = rest << UInt32(count) | UInt32(value)
    restCount += count
    while restCount >= 8 {
      restCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: rest >> UInt32(restCount)))
    }
  }

  /// ECI 26 (7.4.2).
  private mutating func appendUTF8Header() {
    append(0b0111, bits: 4)
    append(26, bits: 8)
  }

  private mutating func append(_ content: ArraySlice<UInt8>, mode: QRSegment.Mode, version: Int) {
    append(mode.indicator, bits: 4)
    append(content.count, bits: mode.countBits(version: version))
    switch mode {
    case .numeric: appendGroups(of: 3, in: content, base: 10, bits: [4, 7, 10]) { Int($0) - 0x30 }
    case .alphanumeric:
      appendGroups(of: 2, in: content, base: 45, bits: [6, 11]) { QRSegment.alphanumericValue($0) ?? 0 }
    case .byte: for byte in content { append(Int(byte), bits: 8) }
    }
  }

  /// Characters as the digits of one number each group (7.4.3 and 7.4.4); the last may be shorter.
  ///
  /// - `bits`: of groups of one, two … characters.
  private mutating func appendGroups(
    of size: Int, in content: ArraySlice<UInt8>, base: Int, bits: [Int], value: (UInt8) -> Int
  ) {
    var start = content.startIndex
    while start < content.endIndex {
      let end = min(content.endIndex, start + size)
      append(content[start..<end].reduce(0) { $0 * base + value($1) }, bits: bits[end - start - 1])
      start = end
    }
  }

  /// The terminator as far as there is room (7.4.9), zeros to the end of the codeword, pad codewords (7.4.10).
  private mutating func fill(to capacity: Int) {
    append(0, bits: min(4, 8 * (capacity - bytes.count) - restCount))
    if restCount > 0 { append(0, bits: 8 - restCount) }
    var pad: UInt8 = 0b1110_1100
    while bytes.count < capacity {
      bytes.append(pad)
      pad ^= 0b1110_1100 ^ 0b0001_0001
    }
  }
}
