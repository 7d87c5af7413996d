import Foundation
import PressMedia
import PressScene

/// Test data in the repository, found upward of this file.
enum Fixture {
  static func bytes(_ path: String) throws -> [UInt8] {
    var folder = URL(filePath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(
      atPath: folder.appending(path: "Package.swift").path)
    return try Array(Data(contentsOf: folder.appending(path: "Tests/Data").appending(path: path)))
  }

  static let portraits = (0...11).map { "photos/0" + ($0 < 10 ? "0" : "") + "\($0).jpg" }

  /// The formulas of `pictures/make.py`.
  static func block(_ x: Int, _ y: Int) -> [Int] { [x / 8 * 40 + 20, y / 8 * 60 + 20, x / 8 > y / 8 ? 200 : 60, 255] }
  static func ramp(_ x: Int, _ y: Int) -> [Int] { [x * 6, y * 10, (x * 7 + y * 3) % 256, 255 - x * 3 - y * 5] }
}

extension PixelBuffer {
  /// Red, green, blue and alpha, premultiplied.
  func rgba(_ x: Int, _ y: Int) -> [Int] {
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: stride * y + 4 * x, as: UInt32.self) }
    return [16, 8, 0, 24].map { Int(word >> $0 & 0xFF) }
  }

  /// The largest difference of any sample from `expected`, which is not premultiplied.
  func largestDifference(from expected: (Int, Int) -> [Int]) -> Int {
    var largest = 0
    for y in 0..<height {
      for x in 0..<width {
        let pixel = expected(x, y)
        let wanted = pixel.prefix(3).map { Int((Double($0 * pixel[3]) / 255).rounded()) } + [pixel[3]]
        largest = max(largest, zip(rgba(x, y), wanted).map { abs($0 - $1) }.max() ?? 0)
      }
    }
    return largest
  }

  /// Turned as an orientation says (EXIF 2.32, tag 274: where row 0 and column 0 of the stored pixels are).
  func upright(_ orientation: Picture.Orientation) -> PixelBuffer {
    let size = orientation.isSideways ? (height, width) : (width, height)
    var result = PixelBuffer(
      width: size.0, height: size.1, stride: 4 * size.0, hasAlpha: hasAlpha,
      bytes: [UInt8](repeating: 0, count: 4 * size.0 * size.1))
    for y in 0..<height {
      for x in 0..<width {
        let (right, bottom) = (width - 1 - x, height - 1 - y)
        let (column, row) =
          switch orientation {
          case .up: (x, y)
          case .upMirrored: (right, y)
          case .down: (right, bottom)
          case .downMirrored: (x, bottom)
          case .leftMirrored: (y, x)
          case .right: (bottom, x)
          case .rightMirrored: (bottom, right)
          case .left: (y, right)
          }
        for byte in 0..<4 {
          result.bytes[result.stride * row + 4 * column + byte] = bytes[stride * y + 4 * x + byte]
        }
      }
    }
    return result
  }
}

/// SplitMix64: the same numbers on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension [UInt8] {
  func contains(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    guard count >= needle.count else { return false }
    return (0...count - needle.count).contains { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}
