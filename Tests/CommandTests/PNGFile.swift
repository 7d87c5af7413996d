import Foundation

/// Writes PNG files as small as a bomb: rows of one grey, compressed by repetition.
enum PNGFile {
  /// - Parameter rows: how many of them the data really has; all by default.
  static func data(width: Int, height: Int, rows: Int? = nil) -> Data {
    var header = big(width) + big(height)
    header += [8, 0, 0, 0, 0]
    // Each row: filter 0 and black.
    return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + chunk("IHDR", header)
      + chunk("IDAT", zeros((width + 1) * (rows ?? height))) + chunk("IEND", [])
  }

  /// A zlib stream of zeros (RFC 1950, RFC 1951): one literal, then matches of 258 and of 1 at distance 1, in fixed Huffman
  /// codes.
  private static func zeros(_ count: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.append(0b011, 3)  // last block, fixed codes
    bits.append(reversed(0x30, 8), 8)  // literal 0
    var left = count - 1
    while left >= 258 {
      bits.append(reversed(0xC5, 8), 8)  // length 258
      bits.append(0, 5)  // distance 1
      left -= 258
    }
    for _ in 0..<left { bits.append(reversed(0x30, 8), 8) }
    bits.append(0, 7)  // end of block
    // Adler-32 of zeros: a stays 1, b counts the bytes.
    return [0x78, 0x9C] + bits.bytes + big((count % 65_521) << 16 | 1)
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 | (code >> $1 & 1) << (length - 1 - $1) }
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> Data {
    let body = Array(type.utf8) + content
    return Data(big(content.count) + body + big(Int(crc(body))))
  }

  private static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 8

    /// The lowest `count` bits of `value`, the lowest first.
    mutating func append(_ value: Int, _ count: Int) {
      for bit in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << used
        used += 1
      }
    }
  }
}
