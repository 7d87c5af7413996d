/// The bits of a scan, without the zero bytes that stand behind each FF (B.1.1.5).
struct EntropyBits {
  /// Bytes that are looked at behind the end: 64 symbols of 16 bits, with numbers of 11.
  static let reach = 64 * 27 / 8 + 8

  private let codes: [HuffmanCode]
  /// Of all codes, one behind the other.
  let tables: [UInt16]
  private let start: UnsafeRawPointer
  /// In bits.
  private let end: Int
  private var position = 0

  /// Nil where something else than EOI ends the data.
  init?(
    unstuffing data: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>, codes: [HuffmanCode]
  ) {
    self.codes = codes
    tables = codes.flatMap { $0.isEmpty ? HuffmanCode.noTable : $0.table }
    guard let source = data.baseAddress, let target = room.baseAddress else { return nil }
    var (from, to) = (0, 0)
    while let next = data.firstFF(from: from) {
      (target + to).update(from: source + from, count: next - from)
      to += next - from
      guard next + 1 < data.count else { return nil }
      if data[next + 1] != 0 {
        guard data[next + 1] == 0xD9, next + 2 == data.count else { return nil }
        (target + to).update(repeating: 0, count: Self.reach)
        start = UnsafeRawPointer(target)
        end = to * 8
        return
      }
      target[to] = 0xFF
      to += 1
      from = next + 2
    }
    return nil
  }

  /// Nothing but the rest of a byte is left.
  var isAtEnd: Bool { position <= end && end - position < 8 }

  /// Steps over the 64 coefficients of a block (F.2.2); false where they are not sound.
  /// - Parameters:
  ///   - dc: which code its first coefficient has.
  ///   - ac: which code the others have.
  ///   - tables: ``tables``.
  mutating func skipBlock(dc: Int, ac: Int, _ tables: UnsafePointer<UInt16>) -> Bool {
    var position = position
    var code = dc
    var coefficient = 0
    // What is behind the end is zeros, and enough of them for the longest block: one look at the end of each is enough.
    repeat {
      let bytes = start.loadUnaligned(fromByteOffset: position >> 3, as: UInt64.self)
      let window = UInt64(bigEndian: bytes) << UInt64(truncatingIfNeeded: position & 7)
      var step = tables[code << HuffmanCode.tableBits + Int(truncatingIfNeeded: window >> Self.unseen)]
      if step == 0 {
        guard let long = codes[code].longStep(Int(truncatingIfNeeded: window >> 48)) else { return false }
        step = long
      }
      position += Int(step & 0xFF)
      coefficient += Int(step >> 8)
      code = ac
    } while coefficient < 64
    self.position = position
    return position <= end && (coefficient == 64 || coefficient >= Int(HuffmanCode.endOfBlock))
  }

  /// Bits of a window that a table is not asked by.
  private static let unseen = UInt64(64 - HuffmanCode.tableBits)
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the next byte FF is, from `start` on; nil if there is none.
  func firstFF(from start: Int) -> Int? {
    guard let bytes = UnsafeRawPointer(baseAddress) else { return nil }
    var index = start
    // Eight at a time: a byte of the complement is zero where it is FF.
    while index + 8 <= count {
      let word = ~bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { return index + UInt64(littleEndian: zeros).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] == 0xFF { return index }
      index += 1
    }
    return nil
  }
}
