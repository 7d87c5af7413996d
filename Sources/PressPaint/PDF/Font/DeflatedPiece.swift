/// Bytes as ``GlyphCode`` writes them, ready to be set between others: nothing in it looks back beyond its own start.
struct DeflatedPiece {
  /// Full ones, and a last one of what is left.
  private var strings: [BitString] = []
  private var open = BitString(bits: 0, count: 0)
  /// Bytes before deflating.
  let length: Int
  /// Adler-32's two sums over these bytes alone (RFC 1950, 9), modulo 65521.
  private let sum: UInt64
  private let weighted: UInt64

  private(set) var bitCount = 0

  init(_ bytes: some RandomAccessCollection<UInt8>) {
    let bytes = Array(bytes)
    length = bytes.count
    var (sum, weighted) = (UInt64(0), UInt64(0))
    for byte in bytes {
      sum &+= UInt64(byte)
      weighted &+= sum
      if weighted > 1 << 60 { weighted %= Self.modulus }
    }
    (self.sum, self.weighted) = (sum % Self.modulus, weighted % Self.modulus)
    deflate(bytes)
  }

  private static let modulus: UInt64 = 65521

  /// Takes at each place the match that saves most, if any does.
  private mutating func deflate(_ bytes: [UInt8]) {
    let code = GlyphCode.shared
    let finder = MatchFinder(bytes)
    var place = 0
    while place < bytes.count {
      var (best, gain, taken) = (code.literals[Int(bytes[place])], 0, 1)
      finder.eachMatch(at: place) { length, distance in
        let match = code.match(length: length, distance: distance)
        let literal = bytes[place..<place + length].reduce(0) { $0 + code.literals[Int($1)].count }
        if literal - match.count > gain { (best, gain, taken) = (match, literal - match.count, length) }
      }
      put(best)
      place += taken
    }
  }

  private mutating func put(_ string: BitString) {
    bitCount += string.count
    if open.count + string.count > 56 {
      strings.append(open)
      open = string
    } else {
      open = open.then(string)
    }
  }

  /// Adds the piece to a stream.
  func append(to stream: inout DeflatedFont) {
    stream.put(strings, open)
    stream.add(sum: sum, weighted: weighted, length: length)
  }
}

/// Where bytes repeat what came before them, three at least.
private struct MatchFinder {
  private let bytes: [UInt8]
  /// By place, the last place before it with the same three bytes; -1 for none.
  private var earlier: [Int32]
  /// Deflate looks back so far.
  private static let reach = 32768

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    earlier = Array(repeating: -1, count: bytes.count)
    var last = [Int32](repeating: -1, count: 1024)
    for place in 0..<max(0, bytes.count - 2) {
      let three = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
      let hash = Int((three &* 0x9E37_79B1) >> 22)
      earlier[place] = last[hash]
      last[hash] = Int32(place)
    }
  }

  /// From the nearest to the farthest, each longer than those before it; of many the nearest ones.
  func eachMatch(at place: Int, _ body: (_ length: Int, _ distance: Int) -> Void) {
    var longest = 2
    var candidate = Int(earlier[place])
    var tries = 32
    while candidate >= 0, place - candidate <= Self.reach, tries > 0 {
      tries -= 1
      var length = 0
      while length < LengthCodes.longest, place + length < bytes.count,
        bytes[candidate + length] == bytes[place + length]
      {
        length += 1
      }
      if length > longest {
        longest = length
        body(length, place - candidate)
      }
      candidate = Int(earlier[candidate])
    }
  }
}
