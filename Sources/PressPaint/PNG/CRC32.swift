/// The check of PNG chunks (ISO/IEC 15948, annex D), eight bytes at a step.
enum CRC32 {
  /// `tables[k * 256 + byte]`: the remainder of a byte that has `k` bytes behind it.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var rest = UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
      tables[byte] = rest
    }
    for place in 256..<8 * 256 {
      let before = tables[place - 256]
      tables[place] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }()

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var rest: UInt32 = 0xFFFF_FFFF
      var index = 0
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ UInt64(rest)
        rest = 0
        for place in 0..<8 {
          rest ^= tables[(7 - place) * 256 + Int(word >> UInt64(8 * place) & 0xFF)]
        }
        index += 8
      }
      while index < bytes.count {
        rest = rest >> 8 ^ tables[Int((rest ^ UInt32(bytes[index])) & 0xFF)]
        index += 1
      }
      return ~rest
    }
  }
}
