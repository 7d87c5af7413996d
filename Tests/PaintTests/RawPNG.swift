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

  /// Encoded, the rows handed over in portions of `rows`.
  func bytes(rows: Int = 7) -> [UInt8] {
    var encoder = PNGEncoder(width: width, height: height, pixelsPerMetre: 11811)
    for top in stride(from: 0, to: height, by: rows) {
      pixels[top * width..<min(height, top + rows) * width].withUnsafeBufferPointer { encoder.append(rows: $0) }
    }
    return encoder.finish()
  }

  func picture() throws -> Picture { try Pictures.read(bytes()) }
}
