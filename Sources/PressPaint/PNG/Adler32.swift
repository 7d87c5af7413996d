/// The check of a zlib stream (RFC 1950, 9), fed with pixels.
struct Adler32 {
  private var a: UInt64 = 1
  private var b: UInt64 = 0

  var value: UInt32 { UInt32(b << 16 | a) }

  /// A filter byte, which is 0.
  mutating func addFilterByte() { b &+= a }

  mutating func add(_ pixel: UInt32) {
    let (red, green, blue) = (UInt64(pixel >> 16), UInt64(pixel >> 8 & 0xFF), UInt64(pixel & 0xFF))
    b &+= 3 &* a &+ 3 &* red &+ 2 &* green &+ blue
    a &+= red &+ green &+ blue
  }

  mutating func add(_ pixel: UInt32, times count: Int) {
    let (red, green, blue) = (UInt64(pixel >> 16), UInt64(pixel >> 8 & 0xFF), UInt64(pixel & 0xFF))
    let (sum, n) = (red &+ green &+ blue, UInt64(count))
    b &+= n &* (3 &* a &+ 3 &* red &+ 2 &* green &+ blue) &+ 3 &* sum &* (n &* (n &- 1) / 2)
    a &+= n &* sum
  }

  /// To be called at least once a row: a row of 40,000 pixels stays far below the overflow.
  mutating func reduce() {
    a %= 65521
    b %= 65521
  }
}
