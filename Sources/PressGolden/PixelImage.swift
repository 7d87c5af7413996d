import CPixels

/// A decoded PNG: 8 bits a channel, 0xAARRGGBB.
struct PixelImage {
  let width: Int
  let height: Int
  let pixels: [UInt32]

  /// Why a picture cannot be compared; it then never counts as equal.
  enum Failure: Error {
    case unreadable
    case empty
  }

  init(png bytes: [UInt8]) throws(Failure) {
    var header = certpress_header()
    guard certpress_png_read_header(bytes, bytes.count, &header, nil) == .CERTPRESS_OK else { throw .unreadable }
    let (width, height) = (Int(header.width), Int(header.height))
    guard width > 0, height > 0, width * height <= 200_000_000 else { throw .empty }
    var status = certpress_status.CERTPRESS_DAMAGED
    pixels = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      buffer.withMemoryRebound(to: UInt8.self) { raw in
        guard let start = raw.baseAddress else { return }
        status = certpress_png_decode(
          bytes, bytes.count, start, header.width, header.height, width * 4, nil)
      }
      if status == .CERTPRESS_OK { count = width * height }
    }
    guard status == .CERTPRESS_OK else { throw .unreadable }
    self.width = width
    self.height = height
  }

  /// Whether all pixels are the same.
  var isBlank: Bool { pixels.allSatisfy { $0 == pixels[0] } }

  /// Pixels that differ in any channel, the largest difference of a channel, and the box around them.
  func difference(from other: PixelImage) -> Difference? {
    var difference = Difference(count: 0, largest: 0, left: width, top: height, right: 0, bottom: 0)
    for index in pixels.indices where pixels[index] != other.pixels[index] {
      let (x, y) = (index % width, index / width)
      difference.count += 1
      difference.largest = max(difference.largest, Self.distance(pixels[index], other.pixels[index]))
      difference.left = min(difference.left, x)
      difference.right = max(difference.right, x + 1)
      difference.top = min(difference.top, y)
      difference.bottom = max(difference.bottom, y + 1)
    }
    return difference.count == 0 ? nil : difference
  }

  struct Difference {
    var count: Int
    var largest: Int
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    [0, 8, 16, 24].map { abs(Int(one >> $0 & 255) - Int(other >> $0 & 255)) }.max() ?? 0
  }
}
