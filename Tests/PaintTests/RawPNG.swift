import PressMedia
import PressScene

@testable import PressPaint

/// Pixels by formula, through our own encoder.
struct RawPNG {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt32]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = [UInt32](repeating: 0, count: width * height)
  }

  mutating func fill(_ color: (Int, Int) -> UInt32) {
    for y in 0..<height { for x in 0..<width { pixels[y * width + x] = color(x, y) } }
  }

  subscript(x: Int, y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  /// Some rows as tokens, all by default.
  func band(rows: Range<Int>? = nil) -> TokenBand {
    let rows = rows ?? 0..<height
    var part = Array(pixels[rows.lowerBound * width..<rows.upperBound * width])
    return part.withUnsafeMutableBufferPointer { part in
      TokenBand(
        pixels: part.baseAddress.unsafelyUnwrapped, grid: TileGrid(width: width), rows: rows.count,
        distances: PixelDistances(width: width))
    }
  }

  /// Encoded in bands of `rows`.
  func bytes(rows: Int = 7) -> [UInt8] {
    let bands = BandEncoder(width: width, buffers: RasterBuffers())
    var encoder = PNGEncoder(width: width, height: height, pixelsPerMetre: 11811)
    for top in stride(from: 0, to: height, by: rows) {
      let band = band(rows: top..<min(height, top + rows))
      encoder.append(bands.chunk(of: band), rows: band.rows, sums: band.sums)
    }
    return encoder.finish()
  }

  func picture() throws -> Picture { try Pictures.read(bytes()) }
}
