import Foundation
import TestKit
import Testing

@testable import PressGolden

@Suite("Comparison of pixels")
struct PixelComparisonTests {
  private static func picture(_ width: Int, _ height: Int, _ pixels: [UInt32]) throws -> Raster {
    try Raster(png: Array(Raster.png(width: width, height: height, pixels: pixels)))
  }

  /// Opaque pixels that look like nothing.
  private static func noise(_ count: Int, seed: UInt32) -> [UInt32] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return 0xFF00_0000 | state >> 8
    }
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    var largest = 0
    for shift: UInt32 in [16, 8, 0] { largest = max(largest, abs(Int(one >> shift & 255) - Int(other >> shift & 255))) }
    return largest
  }

  @Test("finds what a comparison pixel by pixel, channel by channel finds", arguments: [1, 3, 15, 16, 17, 33, 64, 101])
  func asTheSimplest(width: Int) throws {
    let height = 7
    let one = Self.noise(width * height, seed: UInt32(width))
    for tolerance: UInt8 in [0, 1, 7, 254] {
      var other = one
      for (index, change) in Self.noise(width * height, seed: 99).enumerated() where change % 5 == 0 {
        // Changes of every size, in one channel or in all.
        other[index] = 0xFF00_0000 | (one[index] ^ (change % 3 == 0 ? change & 7 : change)) & 0xFF_FFFF
      }
      let found = PixelComparison(tolerance: tolerance).differences(
        between: try Self.picture(width, height, one), and: try Self.picture(width, height, other))
      let distances = zip(one, other).map(Self.distance)
      let expected = distances.indices.filter { distances[$0] > Int(tolerance) }
      #expect(found.indices == expected)
      #expect(found.distances.map(Int.init) == expected.map { distances[$0] })
    }
  }

  @Test("sees each single pixel, wherever it lies")
  func everyPlace() throws {
    let (width, height) = (37, 5)
    let one = try Self.picture(width, height, Self.noise(width * height, seed: 1))
    for index in one.pixels.indices {
      var pixels = one.pixels
      pixels[index] ^= 0x100
      let found = PixelComparison().differences(between: one, and: try Self.picture(width, height, pixels))
      #expect(found.indices == [index])
      #expect(found.distances == [1])
    }
  }

  @Test("ignored areas hide their pixels and no others, also where they overlap or reach beyond the picture")
  func ignored() throws {
    let (width, height) = (40, 10)
    let one = try Self.picture(width, height, Array(repeating: 0xFFFF_FFFF, count: width * height))
    let other = try Self.picture(width, height, Array(repeating: 0xFF00_0000, count: width * height))
    let areas = [
      PixelArea(columns: 3..<9, rows: 2..<5), PixelArea(columns: 7..<20, rows: 4..<6),
      PixelArea(columns: 35..<90, rows: 0..<40), PixelArea(columns: 50..<60, rows: 0..<3),
    ]
    let found = PixelComparison(ignored: areas).differences(between: one, and: other)
    let expected = (0..<width * height).filter { index in
      !areas.contains { $0.columns.contains(index % width) && $0.rows.contains(index / width) }
    }
    #expect(found.indices == expected)
  }

  @Test("softened edges differ silently only where that is asked for, and a hard change never does")
  func antialiasing() throws {
    // A dark area beside a light one, with a slope of one pixel between them.
    let (width, height) = (12, 12)
    func picture(edge: UInt32, spot: Int? = nil) throws -> Raster {
      var pixels = (0..<width * height).map { index -> UInt32 in
        let x = index % width
        return x < 5 ? 0xFF00_0000 : x == 5 ? 0xFF00_0000 | edge << 16 | edge << 8 | edge : 0xFFFF_FFFF
      }
      if let spot { pixels[spot] = 0xFF00_0000 }
      return try Self.picture(width, height, pixels)
    }
    let (one, other) = (try picture(edge: 100), try picture(edge: 140))
    #expect(PixelComparison().differences(between: one, and: other).indices.count == height)
    #expect(PixelComparison(forgivesAntialiasing: true).differences(between: one, and: other).isEmpty)
    // A black spot in the middle of the light area is no edge.
    let spotted = try picture(edge: 140, spot: 6 * width + 9)
    let found = PixelComparison(forgivesAntialiasing: true).differences(between: one, and: spotted)
    #expect(found.indices == [6 * width + 9])
  }
}
