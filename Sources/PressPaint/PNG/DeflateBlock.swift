/// Writes bands as deflate blocks with their own codes (RFC 1951, 3.2.7). Each ends on a whole byte, by an empty stored block, so that
/// a band's bytes are the same wherever it stands.
final class DeflateBlock {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  deinit { memory.deallocate() }

  /// - Parameters:
  ///   - counts: of all symbols in the tokens, without the end of the block.
  ///   - room: bytes that `body` gets before and behind the block.
  ///   - tokens: hands over all tokens, in order and in portions.
  /// - Returns: what `body` makes of the memory, in which the block stands from `room` on, and the block's length.
  func write<Result>(
    counts: SymbolCounts, distances: PixelDistances, room: Int,
    tokens: ((UnsafeBufferPointer<PixelToken>) -> Void) -> Void,
    then body: (UnsafeMutablePointer<UInt8>, Int) -> Result
  ) -> Result {
    let codes = BlockCodes(counts: counts, distances: distances)
    let start = reserve(codes.mostBytes + 2 * room)
    var place = start + room
    var bits = BitWriter()
    bits.put(0b100, 3, at: &place)
    codes.header.write(with: &bits, at: &place)
    codes.withStrings { strings in tokens { strings.write($0, with: &bits, at: &place) } }
    bits.put(codes.endOfBlock, at: &place)
    bits.put(0b000, 3, at: &place)
    bits.finish(at: &place)
    for byte in [0, 0, 0xFF, 0xFF] as [UInt8] {
      place.pointee = byte
      place += 1
    }
    return body(start, place - start - room)
  }

  private func reserve(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    if memory.count < capacity || memory.baseAddress == nil {
      memory.deallocate()
      memory = .allocate(capacity: capacity)
    }
    return memory.baseAddress.unsafelyUnwrapped
  }
}
