/// The codes of one block, and what each token is in them.
struct BlockCodes {
  private let literals: HuffmanCode
  private let distances: HuffmanCode
  private let bytes: [BitString]
  private let left: [BitString]
  private let up: [BitString]
  let header: DeflateHeader
  /// That the block can take, with what ends it.
  let mostBytes: Int

  var endOfBlock: BitString { BitString(literals, SymbolCounts.endOfBlock) }

  init(counts: SymbolCounts, distances places: PixelDistances) {
    var counts = counts
    counts.addEndOfBlock()
    let literals = HuffmanCode(counts: counts.ofLiterals, longest: 15)
    let distances = HuffmanCode(counts: counts.ofDistances, longest: 15)
    (self.literals, self.distances) = (literals, distances)
    bytes = (0..<256).map { BitString(literals, $0) }
    left = LengthCodes.strings(literals, followedBy: BitString(distances, places.left))
    up = LengthCodes.strings(literals, followedBy: BitString(distances, places.up))
    header = DeflateHeader(literals: literals.lengths, distances: distances.lengths)
    // A length has up to 5 extra bits, a distance 13; a header takes less than 600 bytes, a store writes 8.
    var bits = zip(counts.ofLiterals, literals.lengths).reduce(0) { $0 + Int($1.0) * Int($1.1) }
    bits += zip(counts.ofDistances, distances.lengths).reduce(0) { $0 + Int($1.0) * (Int($1.1) + 5 + 13) }
    mostBytes = bits / 8 + 1024
  }

  func withStrings(_ body: (Strings) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      left.withUnsafeBufferPointer { left in
        up.withUnsafeBufferPointer { up in body(Strings(bytes: bytes, left: left, up: up)) }
      }
    }
  }

  struct Strings {
    fileprivate let bytes, left, up: UnsafeBufferPointer<BitString>

    func write(
      _ tokens: UnsafeBufferPointer<PixelToken>, with writer: inout BitWriter,
      at writingPlace: inout UnsafeMutablePointer<UInt8>
    ) {
      var (bits, place) = (writer, writingPlace)
      for token in tokens {
        switch token & PixelToken.kinds {
        case 0:
          let pixel = bytes[Int(token >> 16)].then(bytes[Int(token >> 8 & 0xFF)]).then(bytes[Int(token & 0xFF)])
          bits.put(pixel, at: &place)
        case PixelToken.leftward: bits.put(left[Int(token & 0xFFFF)], at: &place)
        case PixelToken.upward: bits.put(up[Int(token & 0xFFFF)], at: &place)
        default: bits.put(bytes[0], at: &place)
        }
      }
      (writer, writingPlace) = (bits, place)
    }
  }
}
