/// How pixels are said, before they become bits.
///
/// A pixel outright in the lower three bytes, or a kind in the upper byte and a length in bytes in the lower two.
typealias PixelToken = UInt32

extension PixelToken {
  static let kinds: PixelToken = 0xFF00_0000
  /// Before each row; says no filter.
  static let filterByte: PixelToken = 1 << 24
  /// Like the pixel to the left, again and again.
  static let leftward: PixelToken = 2 << 24
  /// Like the row above.
  static let upward: PixelToken = 3 << 24
}

/// How often each symbol occurs: 286 of literals and lengths, then 30 of distances (RFC 1951, 3.2.5).
struct SymbolCounts {
  static let literals = 286
  static let endOfBlock = 256
  private(set) var counts = [UInt32](repeating: 0, count: literals + 30)

  var ofLiterals: ArraySlice<UInt32> { counts[..<Self.literals] }
  var ofDistances: ArraySlice<UInt32> { counts[Self.literals...] }

  mutating func addEndOfBlock() { counts[Self.endOfBlock] += 1 }

  mutating func add(_ tokens: UnsafeBufferPointer<PixelToken>, _ distances: PixelDistances) {
    count(tokens, distances, by: 1)
  }

  /// - Precondition: they have been added.
  mutating func remove(_ tokens: UnsafeBufferPointer<PixelToken>, _ distances: PixelDistances) {
    count(tokens, distances, by: ~0)
  }

  private mutating func count(_ tokens: UnsafeBufferPointer<PixelToken>, _ distances: PixelDistances, by step: UInt32) {
    let (left, up) = (Self.literals + distances.left.symbol, Self.literals + distances.up.symbol)
    counts.withUnsafeMutableBufferPointer { counts in
      LengthCodes.symbols.withUnsafeBufferPointer { lengths in
        for token in tokens {
          switch token & PixelToken.kinds {
          case 0:
            counts[Int(token >> 16)] &+= step
            counts[Int(token >> 8 & 0xFF)] &+= step
            counts[Int(token & 0xFF)] &+= step
          case PixelToken.filterByte: counts[0] &+= step
          case PixelToken.leftward:
            counts[Int(lengths[Int(token & 0xFFFF)])] &+= step
            counts[left] &+= step
          default:
            counts[Int(lengths[Int(token & 0xFFFF)])] &+= step
            counts[up] &+= step
          }
        }
      }
    }
  }
}
