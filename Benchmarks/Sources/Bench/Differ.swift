import Glibc
import PressGolden

/// The golden harness' comparison of two pictures and nothing else.
struct Differ {
  private let expected, actual: Raster

  /// Decodes both files.
  init(_ expected: String, _ actual: String) throws {
    self.expected = try Raster(png: bytes(of: expected))
    self.actual = try Raster(png: bytes(of: actual))
    guard self.expected.width == self.actual.width, self.expected.height == self.actual.height else {
      throw SystemError("\(expected) and \(actual) are not of one size", code: EINVAL)
    }
  }

  /// Prints how many pixels differ, then what each of `count` more comparisons took on the wall, in whole nanoseconds.
  func run(count: Int) {
    print(differing())
    for _ in 0..<count {
      let start = now(.wall)
      // The list of pixels is freed within it: who compares pays for that too.
      _ = differing()
      print(Int((now(.wall) - start) * 1_000_000))
    }
  }

  @inline(never)
  private func differing() -> Int { PixelComparison().differences(between: expected, and: actual).indices.count }
}
