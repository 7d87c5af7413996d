/// A band of rows, said in tokens: what is kept of a background. It is a tenth as large as its pixels, gives them back, and is most of
/// the way to the file's bits.
final class TokenBand {
  let grid: TileGrid
  let rows: Int
  /// Row by row, tile by tile; each row starts with its filter byte.
  private let tokens: [PixelToken]
  /// Where each tile of each row begins among the tokens, and where the last ends.
  private let starts: [UInt32]
  /// The pixel to the left of each tile of each row.
  private let lefts: [UInt32]
  let counts: SymbolCounts
  let sums: PixelSums
  /// The chunk that says this band as it is; made when a page first needs it.
  var chunk: [UInt8]?

  /// - Parameter pixels: `rows` rows of `0x..RRGGBB`; their unused bytes become 0.
  init(pixels: UnsafeMutablePointer<UInt32>, grid: TileGrid, rows: Int, distances: PixelDistances) {
    var (tokens, starts, lefts): ([PixelToken], [UInt32], [UInt32]) = ([], [], [])
    var sums = PixelSums()
    starts.reserveCapacity(rows * grid.count + 1)
    lefts.reserveCapacity(rows * grid.count)
    for row in 0..<rows {
      let line = PixelLine(
        pixels: pixels + row * grid.width, width: grid.width, looksUp: row > 0 && distances.reachesUp)
      for tile in 0..<grid.count {
        let range = grid.pixels(of: tile)
        let left = tile > 0 ? line.pixels[range.lowerBound - 1] : PixelLine.noPixel
        starts.append(UInt32(tokens.count))
        lefts.append(left)
        withUnsafeTemporaryAllocation(of: PixelToken.self, capacity: PixelLine.mostTokens) { said in
          let (count, stretch) = line.tokenize(range, left: left, into: said)
          tokens.append(contentsOf: UnsafeBufferPointer(rebasing: said[..<count]))
          sums.add(stretch, after: grid.bytes(after: tile, ofRow: row, of: rows))
        }
      }
    }
    starts.append(UInt32(tokens.count))
    var counts = SymbolCounts()
    tokens.withUnsafeBufferPointer { counts.add($0, distances) }
    self.grid = grid
    self.rows = rows
    // Without the room that growing left.
    self.tokens = tokens.withUnsafeBufferPointer { Array($0) }
    self.starts = starts
    self.lefts = lefts
    self.counts = counts
    self.sums = sums
  }

  /// In memory.
  var size: Int { 4 * (tokens.count + starts.count + lefts.count) + (chunk?.count ?? 0) + 2048 }

  func withContents<Result>(_ body: (Contents) throws -> Result) rethrows -> Result {
    try tokens.withUnsafeBufferPointer { tokens in
      try starts.withUnsafeBufferPointer { starts in
        try lefts.withUnsafeBufferPointer { lefts in
          try body(Contents(tokens: tokens, starts: starts, lefts: lefts))
        }
      }
    }
  }

  struct Contents {
    let tokens: UnsafeBufferPointer<PixelToken>
    fileprivate let starts: UnsafeBufferPointer<UInt32>
    fileprivate let lefts: UnsafeBufferPointer<UInt32>

    /// - Parameter place: of the tile among all tiles of the band, row by row.
    func tokens(of place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }
    func left(of place: Int) -> UInt32 { lefts[place] }
  }
}
