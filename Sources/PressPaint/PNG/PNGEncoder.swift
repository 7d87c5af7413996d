/// Puts one 8-bit RGB PNG together, band by band, without filters (ISO/IEC 15948).
///
/// Made for pages: mostly one colour, rows like the row above, a few pictures. Two kinds of repetition are looked for only, the
/// pixel to the left and the row above.
struct PNGEncoder: ~Copyable {
  private let bytesPerRow: Int
  private var rowsLeft: Int
  private var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private var check = Adler32()

  /// - Parameter pixelsPerMetre: both ways; 300 dpi are 11811.
  init(width: Int, height: Int, pixelsPerMetre: Int) {
    bytesPerRow = TileGrid(width: width).bytesPerRow
    rowsLeft = height
    let (bitDepth, colorTypeRGB, unitMetre): (UInt8, UInt8, UInt8) = (8, 2, 1)
    file += PNGChunk.bytes("IHDR", PNGChunk.word(width) + PNGChunk.word(height) + [bitDepth, colorTypeRGB, 0, 0, 0])
    file += PNGChunk.bytes("pHYs", PNGChunk.word(pixelsPerMetre) + PNGChunk.word(pixelsPerMetre) + [unitMetre])
    // The zlib stream (RFC 1950) begins and ends in chunks of its own, and each band is another.
    file += PNGChunk.bytes("IDAT", [0x78, 0x01])  // 32 KB window, fastest
  }

  /// - Parameters:
  ///   - chunk: of the next rows.
  ///   - sums: of those rows, filter bytes included.
  mutating func append(_ chunk: some Collection<UInt8>, rows: Int, sums: PixelSums) {
    file.append(contentsOf: chunk)
    check.add(sums, bytes: rows * bytesPerRow)
    rowsLeft -= rows
  }

  /// - Precondition: all rows have been added.
  consuming func finish() -> [UInt8] {
    precondition(rowsLeft == 0, "a PNG lacks rows")
    let lastBlock: [UInt8] = [0x03, 0x00]  // fixed codes, nothing in it
    file += PNGChunk.bytes("IDAT", lastBlock + PNGChunk.word(check.value))
    file += PNGChunk.bytes("IEND", [])
    return file
  }
}
