/// Makes bands into chunks of a PNG (ISO/IEC 15948, 11.2.4): one IDAT for each, with its own CRC, so that a kept one is only copied.
struct BandEncoder {
  let grid: TileGrid
  let distances: PixelDistances
  private let block: DeflateBlock
  private let drawn: TokenBuffer

  init(width: Int, buffers: RasterBuffers) {
    grid = TileGrid(width: width)
    distances = PixelDistances(width: width)
    block = buffers.block
    drawn = buffers.drawn
  }

  /// The chunk of a background that nothing is drawn on.
  func chunk(of band: TokenBand) -> [UInt8] {
    withChunk(counts: band.counts) { write in
      band.withContents { write($0.tokens) }
    } then: {
      Array($0)
    }
  }

  /// Hands over the chunk of a background that something was drawn on, and its sums.
  func withChunk(of change: BandChange, _ body: (UnsafeRawBufferPointer, PixelSums) -> Void) {
    var change = change
    drawn.removeAll()
    change.tokenize(into: drawn)
    let own = drawn.tokens
    withChunk(counts: change.counts) { write in
      change.background.withContents { contents in
        for slice in change.slices {
          write(UnsafeBufferPointer(rebasing: (slice.isDrawn ? own : contents.tokens)[slice.range]))
        }
      }
    } then: {
      body($0, change.sums)
    }
  }

  private func withChunk<Result>(
    counts: SymbolCounts, tokens: ((UnsafeBufferPointer<PixelToken>) -> Void) -> Void,
    then body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    block.write(counts: counts, distances: distances, room: PNGChunk.headLength, tokens: tokens) { start, length in
      body(PNGChunk.frame("IDAT", around: start, length: length))
    }
  }
}
