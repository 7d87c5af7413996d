import Glibc

/// Compares two pictures of the same size pixel by pixel.
///
/// Exact unless told otherwise. Rows that are equal cost one `memcmp`, and so does each equal block of sixteen pixels in others: the C
/// library compares in the widest vectors that the processor has. (Swift 6.3 takes `SIMD64<UInt8>` apart on x86-64: 50 ms for a
/// page where this takes 1.7.)
public struct PixelComparison: Sendable {
  /// The largest difference of a channel, 0 to 255, that still counts as equal.
  public var tolerance: UInt8
  /// Whether pixels that are softened edges in either picture may differ.
  public var forgivesAntialiasing: Bool
  /// What is not looked at.
  public var ignored: [PixelArea]

  /// A comparison of every channel of every pixel, less what it is told to forgive.
  ///
  /// - Parameters:
  ///   - tolerance: of a channel, 0 to 255.
  ///   - ignored: may reach over the picture's edges, and over one another.
  public init(tolerance: UInt8 = 0, forgivesAntialiasing: Bool = false, ignored: [PixelArea] = []) {
    self.tolerance = tolerance
    self.forgivesAntialiasing = forgivesAntialiasing
    self.ignored = ignored
  }

  /// The pixels that differ, in the order of the picture.
  public struct Result: Sendable {
    /// Index of each differing pixel: row · width + column.
    public internal(set) var indices: [Int] = []
    /// Of each of them, the largest difference of a channel, 1 to 255.
    public internal(set) var distances: [UInt8] = []

    /// Whether nothing differs.
    public var isEmpty: Bool { indices.isEmpty }
  }

  /// The pixels that differ by more than is forgiven.
  ///
  /// - Precondition: both have the same width and height.
  public func differences(between expected: Raster, and actual: Raster) -> Result {
    precondition(expected.width == actual.width && expected.height == actual.height, "pictures of one size")
    var result = Result()
    expected.pixels.withUnsafeBufferPointer { expectedPixels in
      actual.pixels.withUnsafeBufferPointer { actualPixels in
        guard let one = expectedPixels.baseAddress, let other = actualPixels.baseAddress else { return }
        for row in 0..<expected.height {
          for span in spans(ofRow: row, width: expected.width) {
            let start = row * expected.width + span.lowerBound
            compare(one, other, from: start, count: span.count, into: &result)
          }
        }
      }
    }
    guard forgivesAntialiasing, !result.isEmpty else { return result }
    let edges = [expected, actual].map(Antialiasing.init)
    let kept = result.indices.indices.filter { index in
      !edges.contains { $0.isSoftened(result.indices[index], in: edges) }
    }
    return Result(indices: kept.map { result.indices[$0] }, distances: kept.map { result.distances[$0] })
  }

  private func compare(
    _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>, from start: Int, count: Int, into result: inout Result
  ) {
    if memcmp(one + start, other + start, count * 4) == 0 { return }
    // What differs lies together: blocks that are equal are passed by sixteen pixels at once.
    var index = start
    let end = start + count
    while index < end {
      let block = index..<min(index + 16, end)
      if memcmp(one + index, other + index, block.count * 4) != 0 { compareEach(one, other, block, into: &result) }
      index = block.upperBound
    }
  }

  private func compareEach(
    _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>, _ range: Range<Int>, into result: inout Result
  ) {
    for index in range where one[index] != other[index] {
      let distance = Self.distance(one[index], other[index])
      guard distance > tolerance else { continue }
      result.indices.append(index)
      result.distances.append(distance)
    }
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> UInt8 {
    var largest: UInt32 = 0
    for shift: UInt32 in [0, 8, 16, 24] {
      let (a, b) = (one >> shift & 255, other >> shift & 255)
      largest = max(largest, a > b ? a - b : b - a)
    }
    return UInt8(largest)
  }

  /// What of a row is looked at.
  private func spans(ofRow row: Int, width: Int) -> [Range<Int>] {
    var spans = [0..<width]
    for area in ignored where area.rows.contains(row) {
      spans = spans.flatMap { span in
        let left = span.clamped(to: 0..<max(0, area.columns.lowerBound))
        let right = span.clamped(to: min(area.columns.upperBound, width)..<width)
        return [left, right].filter { !$0.isEmpty }
      }
    }
    return spans
  }
}
