/// One block of a deflate stream with its own codes (RFC 1951, 3.2.7): first collected, then written.
struct DeflateBlock: ~Copyable {
  private let distances: PixelDistances
  private let tokens: UnsafeMutablePointer<Token>
  private var tokenCount = 0
  /// How often each symbol occurs: 286 of literals and lengths, then 30 of distances.
  private let counts: UnsafeMutablePointer<UInt32>
  private let scratch: UnsafeMutablePointer<UInt8>
  private var bits = BitWriter()

  private static let literals = 286
  private static let endOfBlock = 256
  private static let wanted = 1 << 15

  /// - Parameter mostTokensAtOnce: how many are added before the owner looks at ``isFull`` again.
  init(mostTokensAtOnce: Int, distances: PixelDistances) {
    self.distances = distances
    let capacity = Self.wanted + mostTokensAtOnce
    tokens = .allocate(capacity: capacity)
    counts = .allocate(capacity: Self.literals + 30)
    counts.initialize(repeating: 0, count: Self.literals + 30)
    // The longest token takes 48 bits, the header less than 600 bytes, a store writes 8 bytes.
    scratch = .allocate(capacity: 6 * capacity + 1024)
  }

  deinit {
    tokens.deallocate()
    counts.deallocate()
    scratch.deallocate()
  }

  var isFull: Bool { tokenCount >= Self.wanted }

  // MARK: Collecting

  /// A pixel outright in the lower three bytes, or a kind in the upper byte.
  private typealias Token = UInt32
  private static let filterByte: Token = 1 << 24
  private static let leftward: Token = 2 << 24
  private static let upward: Token = 3 << 24

  mutating func addFilterByte() {
    counts[0] += 1
    push(Self.filterByte)
  }

  /// - Parameter pixel: `0x00RRGGBB`.
  mutating func add(_ pixel: UInt32) {
    counts[Int(pixel >> 16)] &+= 1
    counts[Int(pixel >> 8 & 0xFF)] &+= 1
    counts[Int(pixel & 0xFF)] &+= 1
    push(pixel)
  }

  /// As many pixels as those to the left or above.
  mutating func addRun(pixels: Int, upward: Bool) {
    let kind = upward ? Self.upward : Self.leftward
    let distance = Self.literals + (upward ? distances.up : distances.left).symbol
    var bytes = 3 * pixels
    while bytes > 0 {
      // The longest is a whole number of pixels: what remains is at least 3 bytes.
      let length = min(bytes, LengthCodes.longest)
      counts[Int(LengthCodes.symbols[length])] &+= 1
      counts[distance] &+= 1
      push(kind | UInt32(length))
      bytes -= length
    }
  }

  private mutating func push(_ token: Token) {
    tokens[tokenCount] = token
    tokenCount += 1
  }

  // MARK: Writing

  /// Writes the block and is empty again. After the last block the stream ends on a whole byte.
  mutating func write(isLast: Bool, to output: inout [UInt8]) {
    counts[Self.endOfBlock] += 1
    let all = Array(UnsafeBufferPointer(start: counts, count: Self.literals + 30))
    let literals = HuffmanCode(counts: all[..<Self.literals], longest: 15)
    let distanceCode = HuffmanCode(counts: all[Self.literals...], longest: 15)
    var place = scratch
    bits.put(isLast ? 0b101 : 0b100, 3, at: &place)
    DeflateHeader(literals: literals.lengths, distances: distanceCode.lengths).write(with: &bits, at: &place)
    writeTokens(literals: literals, distances: distanceCode, at: &place)
    bits.put(UInt64(literals.codes[Self.endOfBlock]), Int(literals.lengths[Self.endOfBlock]), at: &place)
    if isLast { bits.finish(at: &place) }
    output.append(contentsOf: UnsafeBufferPointer(start: scratch, count: place - scratch))
    counts.update(repeating: 0, count: Self.literals + 30)
    tokenCount = 0
  }

  private mutating func writeTokens(
    literals: HuffmanCode, distances distanceCode: HuffmanCode, at place: inout UnsafeMutablePointer<UInt8>
  ) {
    let bytes = (0..<256).map { BitString(literals, $0) }
    let left = LengthCodes.strings(literals, followedBy: BitString(distanceCode, distances.left))
    let up = LengthCodes.strings(literals, followedBy: BitString(distanceCode, distances.up))
    var bits = self.bits
    bytes.withUnsafeBufferPointer { bytes in
      left.withUnsafeBufferPointer { left in
        up.withUnsafeBufferPointer { up in
          for index in 0..<tokenCount {
            let token = tokens[index]
            switch token & 0xFF00_0000 {
            case 0:
              let pixel = bytes[Int(token >> 16)].then(bytes[Int(token >> 8 & 0xFF)]).then(bytes[Int(token & 0xFF)])
              bits.put(pixel, at: &place)
            case Self.leftward: bits.put(left[Int(token & 0xFFFF)], at: &place)
            case Self.upward: bits.put(up[Int(token & 0xFFFF)], at: &place)
            default: bits.put(bytes[0], at: &place)
            }
          }
        }
      }
    }
    self.bits = bits
  }
}
