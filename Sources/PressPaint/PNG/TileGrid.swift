/// The columns that a page's rows are cut into for encoding. What a tile says of its row leans on the pixel to its left and on the row
/// above, within the tile and within its band; nothing else. So the tiles in which nothing was drawn stay as they are.
struct TileGrid: Hashable {
  /// In pixels.
  let width: Int

  /// As many as deflate's longest match has: one colour costs as many matches as without tiles.
  static let pixelsPerTile = LengthCodes.longest / 3

  /// Tiles a row; the last may be narrower.
  var count: Int { (width + Self.pixelsPerTile - 1) / Self.pixelsPerTile }

  func pixels(of tile: Int) -> Range<Int> {
    let start = tile * Self.pixelsPerTile
    return start..<min(start + Self.pixelsPerTile, width)
  }

  /// With its filter byte.
  var bytesPerRow: Int { 3 * width + 1 }

  /// How many bytes follow a tile in a band of `rows` rows.
  func bytes(after tile: Int, ofRow row: Int, of rows: Int) -> Int {
    (rows - row) * bytesPerRow - 1 - 3 * pixels(of: tile).upperBound
  }
}

/// Which tiles of which rows of a band may differ from its background.
struct TouchedTiles {
  let grid: TileGrid
  let rows: Int
  /// Row by row; 1 is touched.
  private(set) var marks: [UInt8]
  /// For each tile one more than its last touched row; 0 where it has none.
  private(set) var depths: [Int]

  init(grid: TileGrid, rows: Int) {
    self.grid = grid
    self.rows = rows
    marks = [UInt8](repeating: 0, count: rows * grid.count)
    depths = [Int](repeating: 0, count: grid.count)
  }

  /// All of them.
  init(allOf grid: TileGrid, rows: Int) {
    self.grid = grid
    self.rows = rows
    marks = [UInt8](repeating: 1, count: rows * grid.count)
    depths = [Int](repeating: rows, count: grid.count)
  }

  /// - Parameter box: pixels that may have been painted, counted from the band's upper left; what is outside of the band does not count.
  mutating func touch(_ box: PixelBox) {
    // Whatever leans on a painted pixel may be said otherwise: the pixel to its right, the one below.
    let box = PixelBox(left: box.left, top: box.top, right: box.right + 1, bottom: box.bottom + 1)
      .intersection(PixelBox(left: 0, top: 0, right: grid.width, bottom: rows))
    guard !box.isEmpty else { return }
    let tiles = box.left / TileGrid.pixelsPerTile...(box.right - 1) / TileGrid.pixelsPerTile
    for tile in tiles { depths[tile] = max(depths[tile], box.bottom) }
    for row in box.top..<box.bottom {
      for tile in tiles { marks[row * grid.count + tile] = 1 }
    }
  }
}
