/// The check of a zlib stream (RFC 1950, 9), fed with the sums of whole bands.
struct Adler32 {
  private var a = 1
  private var b = 0

  var value: Int { b << 16 | a }

  mutating func add(_ sums: PixelSums, bytes: Int) {
    b = (b + bytes % 65521 * a + sums.weighted % 65521) % 65521
    a = (a + sums.plain) % 65521
  }
}
