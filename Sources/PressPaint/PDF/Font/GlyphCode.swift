/// The prefix code in which all font programs are deflated (RFC 1951, 3.2.7): one for all fonts, so that a glyph's bits can be made
/// once and set into any file.
///
/// Its lengths are those of Huffman's code for 250 glyphs each of Song, Hei and Kai, literals and matches as ``DeflatedPiece`` finds
/// them; other glyphs of these faces take 8 % more in it than in zlib's best of a whole font.
struct GlyphCode {
  static let shared = GlyphCode()

  /// By byte.
  let literals: [BitString]
  /// What ends the block.
  let end: BitString
  /// The start of a stream's only block: final, with codes of its own, which follow.
  let header: [BitString]
  /// By length, 3 to 258.
  private let lengths: [BitString]
  private let distanceCode: HuffmanCode

  private init() {
    let literalLengths = Self.digits(Self.literalLengths)
    let distanceLengths = Self.digits(Self.distanceLengths)
    let code = HuffmanCode(lengths: literalLengths)
    distanceCode = HuffmanCode(lengths: distanceLengths)
    literals = (0..<256).map { BitString(code, $0) }
    end = BitString(code, 256)
    lengths = LengthCodes.strings(code, followedBy: BitString(bits: 0, count: 0))
    header =
      [BitString(bits: 0b101, count: 3)] + DeflateHeader(literals: literalLengths, distances: distanceLengths).strings
  }

  /// Length, then distance.
  func match(length: Int, distance: Int) -> BitString {
    lengths[length].then(BitString(distanceCode, DistanceCode(distance: distance)))
  }

  private static func digits(_ text: StaticString) -> [UInt8] {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).map { digit in
      digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
  }

  /// Bits a symbol, as hexadecimal digits: 256 literals, the end of the block, 29 lengths.
  private static let literalLengths: StaticString = """
    55556655666666666666666677777767777687668888887888767666888888799999898999999999999999a99a9aaaaa\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabaaaababaabbbbbbbbbbbbbbbbbbbbbbbbbbbbabbbbbbbbbbbbbbb\
    bbbbbbbbbbbbbbbbbbbbbbbbbbbcbbccbbcbbbccccbbccbcbbbbbbcccbcba878d57899abccdddddddddddddddddddc
    """
  private static let distanceLengths: StaticString = "6665553434333458999999"
}
