/// A Huffman code of a JPEG (annex C, F.2.2.3) with what follows each symbol in a block: the bits of its number.
struct HuffmanCode {
  /// Bits that the table is asked by; longer codes are rare.
  static let tableBits = 9

  /// By the next 9 bits: how many bits symbol and number take together, and 256 times how far it leads in the block; 0 for a longer code.
  private(set) var table: [UInt16] = []
  /// By length, 0…16: the first code that is too large for it, shifted to 16 bits, and where its symbols end.
  private var limits = [Int](repeating: 0, count: 17)
  private var lastCodes = [Int](repeating: 0, count: 17)
  private var steps: [UInt16] = []

  /// How far what ends a block leads: beyond all others, wherever it stands.
  static let endOfBlock: UInt16 = 128

  static let noTable = [UInt16](repeating: 0, count: 1 << tableBits)

  var isEmpty: Bool { steps.isEmpty }

  init() {}

  /// Nil for what is none: too many codes of a length, or a number of more bits than a coefficient has.
  init?(counts: UnsafeBufferPointer<UInt8>, values: UnsafeBufferPointer<UInt8>, isDC: Bool) {
    table = [UInt16](repeating: 0, count: 1 << Self.tableBits)
    var code = 0
    var index = 0
    for length in 1...16 {
      let count = Int(counts[length - 1])
      for _ in 0..<count {
        guard let step = Self.step(values[index], length: length, isDC: isDC) else { return nil }
        steps.append(step)
        if length <= Self.tableBits {
          let free = Self.tableBits - length
          guard code < 1 << length else { return nil }
          for place in code << free..<(code + 1) << free { table[place] = step }
        }
        code += 1
        index += 1
      }
      // No code is all ones (C.2).
      if count > 0, code >= 1 << length { return nil }
      limits[length] = code << (16 - length)
      lastCodes[length] = index - code
      code <<= 1
    }
  }

  private static func step(_ value: UInt8, length: Int, isDC: Bool) -> UInt16? {
    let (run, size) = (Int(value >> 4), Int(value & 15))
    if isDC { return value <= 11 ? UInt16(length + Int(value)) | 1 << 8 : nil }
    // Ten bits are the largest coefficient's (F.1.2.2).
    if size > 10 { return nil }
    if size > 0 { return UInt16(length + size) | UInt16(run + 1) << 8 }
    return run == 15 ? UInt16(length) | 16 << 8 : UInt16(length) | endOfBlock << 8
  }

  /// Of a code longer than the table's, from the next 16 bits; nil if there is none.
  func longStep(_ bits: Int) -> UInt16? {
    for length in Self.tableBits + 1...16 where bits < limits[length] {
      let index = lastCodes[length] + bits >> (16 - length)
      return steps.indices.contains(index) ? steps[index] : nil
    }
    return nil
  }
}
