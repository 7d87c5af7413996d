/// A canonical prefix code for the symbols that occur (RFC 1951, 3.2.2), its bits in sending order.
struct HuffmanCode {
  /// Bits a symbol; 0 where it does not occur.
  private(set) var lengths: [UInt8]
  private(set) var codes: [UInt16]

  /// - Parameter longest: the most bits that a code may have.
  init(counts: ArraySlice<UInt32>, longest: Int) {
    var counts = Array(counts)
    lengths = Self.lengths(counts)
    // Flatter counts make a flatter tree; pages of a single colour get here.
    while lengths.contains(where: { Int($0) > longest }) {
      counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
      lengths = Self.lengths(counts)
    }
    codes = Self.codes(lengths)
  }

  /// - Parameter lengths: of a complete code.
  init(lengths: [UInt8]) {
    self.lengths = lengths
    codes = Self.codes(lengths)
  }

  /// Depths in the Huffman tree. A single symbol gets one bit.
  private static func lengths(_ counts: [UInt32]) -> [UInt8] {
    // One number for count and symbol: comparing pairs took most of the time.
    let symbols = counts.indices.filter { counts[$0] > 0 }.map { UInt64(counts[$0]) << 16 | UInt64($0) }.sorted()
      .map { Int($0 & 0xFFFF) }
    var lengths = [UInt8](repeating: 0, count: counts.count)
    guard symbols.count > 1 else {
      for symbol in symbols { lengths[symbol] = 1 }
      return lengths
    }
    // Leaves come in order of weight, and so do the nodes made of them: the two lightest are always at two fronts.
    var weights = symbols.map { UInt64(counts[$0]) }
    var parents = [Int](repeating: 0, count: 2 * symbols.count - 1)
    var (leaf, node) = (0, symbols.count)
    func lightest() -> Int {
      let takesLeaf = leaf < symbols.count && (node >= weights.count || weights[leaf] <= weights[node])
      defer { if takesLeaf { leaf += 1 } else { node += 1 } }
      return takesLeaf ? leaf : node
    }
    while weights.count < parents.count {
      let (first, second) = (lightest(), lightest())
      parents[first] = weights.count
      parents[second] = weights.count
      weights.append(weights[first] + weights[second])
    }
    var depths = [UInt8](repeating: 0, count: parents.count)
    for place in stride(from: parents.count - 2, through: 0, by: -1) { depths[place] = depths[parents[place]] + 1 }
    for (place, symbol) in symbols.enumerated() { lengths[symbol] = depths[place] }
    return lengths
  }

  private static func codes(_ lengths: [UInt8]) -> [UInt16] {
    var next = [UInt16](repeating: 0, count: 17)
    for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
    for length in 1..<17 { next[length] = (next[length] &+ next[length - 1]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return reversed(next[Int(length)], bits: length)
    }
  }

  private static func reversed(_ code: UInt16, bits: UInt8) -> UInt16 {
    var (code, result) = (code, UInt16(0))
    for _ in 0..<bits {
      result = result << 1 | code & 1
      code >>= 1
    }
    return result
  }
}
