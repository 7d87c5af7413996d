/// One row of a band, on its way to tokens.
struct PixelLine {
  let pixels: UnsafeMutablePointer<UInt32>
  let width: Int
  /// False in a band's first row: nothing in a band leans on another.
  let looksUp: Bool

  /// Stands to the left of a row's first pixel, and is like none.
  static let noPixel: UInt32 = .max
  /// One for each pixel of a tile, and the filter byte.
  static let mostTokens = TileGrid.pixelsPerTile + 1

  /// Says the pixels of a tile: each as the one to the left, as the one above, or outright.
  ///
  /// - Parameters:
  ///   - left: the pixel to the left of the tile.
  ///   - tokens: has room for ``mostTokens``.
  /// - Returns: how many tokens, and what the pixels add to the check.
  func tokenize(
    _ tile: Range<Int>, left: UInt32, into tokens: UnsafeMutableBufferPointer<PixelToken>
  ) -> (count: Int, sums: PixelSums) {
    guard let start = tokens.baseAddress else { return (0, PixelSums()) }
    var place = start
    if tile.lowerBound == 0 {
      place.pointee = .filterByte
      place += 1
    }
    for x in tile { pixels[x] &= 0xFF_FFFF }
    let above = UnsafePointer(pixels - width)
    var sums = PixelSums()
    var left = left
    var x = tile.lowerBound
    while x < tile.upperBound {
      let pixel = pixels[x]
      let same = run(from: x, to: tile.upperBound)
      let leftward = pixel == left ? same : 0
      // The distance upward costs a dozen bits more each time it is said; where one colour goes on for long it is cheaper to
      // begin anew with a pixel.
      let upward = looksUp && same < Self.longRun && pixel == above[x] ? runLikeAbove(from: x, to: tile.upperBound) : 0
      if leftward > 0, leftward + 4 >= upward {
        place.pointee = .leftward | PixelToken(truncatingIfNeeded: 3 &* leftward)
        sums.add(pixel, times: leftward)
        x += leftward
      } else if upward > 1 {
        place.pointee = .upward | PixelToken(truncatingIfNeeded: 3 &* upward)
        for place in x..<x + upward { sums.add(pixels[place]) }
        x += upward
        left = pixels[x - 1]
      } else {
        place.pointee = pixel
        sums.add(pixel)
        x += 1
        left = pixel
      }
      place += 1
    }
    return (place - start, sums)
  }

  private static let longRun = 86

  /// How many pixels from `start` on are as that one; at least 1.
  @inline(__always)
  private func run(from start: Int, to end: Int) -> Int {
    let pixel = pixels[start]
    var x = start &+ 1
    guard x < end, pixels[x] == pixel else { return 1 }
    let two = UInt64(pixel) << 32 | UInt64(pixel)
    let wide = UnsafeRawPointer(pixels)
    while x &+ 8 <= end, eight(wide, x, differFrom: { _ in two }) == 0 { x &+= 8 }
    while x < end, pixels[x] == pixel { x &+= 1 }
    return x &- start
  }

  /// How many pixels from `start` on are as those above, the first of which is.
  @inline(__always)
  private func runLikeAbove(from start: Int, to end: Int) -> Int {
    var x = start &+ 1
    let wide = UnsafeRawPointer(pixels)
    let (above, wideAbove) = (pixels - width, UnsafeRawPointer(pixels - width))
    while x &+ 8 <= end,
      eight(wide, x, differFrom: { wideAbove.loadUnaligned(fromByteOffset: $0, as: UInt64.self) }) == 0
    {
      x &+= 8
    }
    while x < end, pixels[x] == above[x] { x &+= 1 }
    return x &- start
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
