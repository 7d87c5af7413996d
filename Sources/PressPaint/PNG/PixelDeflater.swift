/// Deflates rows of RGB pixels, each with filter byte 0 before it, as one zlib stream (RFC 1950, RFC 1951).
struct PixelDeflater: ~Copyable {
  private let width: Int
  private let distances: PixelDistances
  /// The row that is being read and the one above, without their unused bytes.
  private var current: UnsafeMutablePointer<UInt32>
  private var above: UnsafeMutablePointer<UInt32>
  private var hasAbove = false
  private var block: DeflateBlock
  private var sums = Adler32()

  init(width: Int) {
    self.width = width
    distances = PixelDistances(width: width)
    current = .allocate(capacity: width)
    above = .allocate(capacity: width)
    block = DeflateBlock(mostTokensAtOnce: width + 1, distances: distances)
  }

  deinit {
    current.deallocate()
    above.deallocate()
  }

  func start(in output: inout [UInt8]) { output += [0x78, 0x01] }  // 32 KB window, fastest

  /// Adds `width` pixels of `0x..RRGGBB`; the stream ends after the last row.
  mutating func append(row: UnsafePointer<UInt32>, isLast: Bool, to output: inout [UInt8]) {
    let pixels = current
    for x in 0..<width { pixels[x] = row[x] & 0xFF_FFFF }
    tokenize()
    current = above
    above = pixels
    hasAbove = true
    if isLast || block.isFull { block.write(isLast: isLast, to: &output) }
    if isLast {
      for shift in [24, 16, 8, 0] { output.append(UInt8(truncatingIfNeeded: sums.value >> UInt32(shift))) }
    }
  }

  /// Says each pixel as the one to the left, as the one above, or outright.
  private mutating func tokenize() {
    block.addFilterByte()
    sums.addFilterByte()
    let row = PixelRow(pixels: current, above: above, width: width)
    let looksUp = hasAbove && distances.reachesUp
    var x = 0
    while x < width {
      let pixel = current[x]
      let same = row.run(from: x)
      let left = x > 0 && pixel == current[x - 1] ? same : 0
      // The distance upward costs a dozen bits more each time it is said; where one colour goes on for long it is cheaper to
      // begin anew with a pixel.
      let up = looksUp && same < Self.longRun && pixel == above[x] ? row.runLikeAbove(from: x) : 0
      if left > 0, left + 4 >= up {
        block.addRun(pixels: left, upward: false)
        sums.add(pixel, times: left)
        x += left
      } else if up > 1 {
        block.addRun(pixels: up, upward: true)
        for place in x..<x + up { sums.add(current[place]) }
        x += up
      } else {
        block.add(pixel)
        sums.add(pixel)
        x += 1
      }
    }
    sums.reduce()
  }

  /// Pixels of the longest match, 258 bytes.
  private static let longRun = 86
}

/// Finds repetition in a row, eight pixels at a step.
private struct PixelRow {
  let pixels: UnsafePointer<UInt32>
  let above: UnsafePointer<UInt32>
  let width: Int

  init(pixels: UnsafeMutablePointer<UInt32>, above: UnsafeMutablePointer<UInt32>, width: Int) {
    self.pixels = UnsafePointer(pixels)
    self.above = UnsafePointer(above)
    self.width = width
  }

  /// How many pixels from `start` on are as that one; at least 1.
  @inline(__always)
  func run(from start: Int) -> Int {
    let pixel = pixels[start]
    var x = start + 1
    guard x < width, pixels[x] == pixel else { return 1 }
    let two = UInt64(pixel) << 32 | UInt64(pixel)
    let wide = UnsafeRawPointer(pixels)
    while x &+ 8 <= width, eight(wide, x, differFrom: { _ in two }) == 0 { x &+= 8 }
    while x < width, pixels[x] == pixel { x &+= 1 }
    return x - start
  }

  /// How many pixels from `start` on are as those above, the first of which is.
  @inline(__always)
  func runLikeAbove(from start: Int) -> Int {
    var x = start + 1
    let wide = UnsafeRawPointer(pixels)
    let wideAbove = UnsafeRawPointer(above)
    while x &+ 8 <= width,
      eight(wide, x, differFrom: { wideAbove.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }) == 0
    {
      x &+= 8
    }
    while x < width, pixels[x] == above[x] { x &+= 1 }
    return x - start
  }

  /// 0 where eight pixels are as others; `others` gives two pixels at a byte offset.
  @inline(__always)
  private func eight(_ row: UnsafeRawPointer, _ x: Int, differFrom others: (Int) -> UInt64) -> UInt64 {
    var difference: UInt64 = 0
    for pair in 0..<4 {
      let offset = 4 &* x &+ 8 &* pair
      difference |= row.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ others(offset)
    }
    return difference
  }
}
