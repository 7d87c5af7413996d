/// What a stretch of a row's bytes adds to the stream's check (RFC 1950, 9): their sum, and their sum each weighted by how many bytes
/// of the stretch it and its successors are.
struct PixelSums {
  private(set) var plain = 0
  private(set) var weighted = 0

  /// - Parameter pixel: `0x00RRGGBB`.
  @inline(__always)
  mutating func add(_ pixel: UInt32) {
    let (red, green, blue) = (Int(pixel >> 16), Int(pixel >> 8 & 0xFF), Int(pixel & 0xFF))
    weighted &+= 3 &* plain &+ 3 &* red &+ 2 &* green &+ blue
    plain &+= red &+ green &+ blue
  }

  @inline(__always)
  mutating func add(_ pixel: UInt32, times count: Int) {
    let (red, green, blue) = (Int(pixel >> 16), Int(pixel >> 8 & 0xFF), Int(pixel & 0xFF))
    let sum = red &+ green &+ blue
    weighted &+= count &* (3 &* plain &+ 3 &* red &+ 2 &* green &+ blue) &+ 3 &* sum &* (count &* (count &- 1) / 2)
    plain &+= count &* sum
  }

  /// Adds or takes off what a stretch adds when `after` bytes follow it.
  mutating func add(_ stretch: PixelSums, after: Int) {
    plain += stretch.plain
    weighted += stretch.weighted + stretch.plain * after
  }

  mutating func remove(_ stretch: PixelSums, after: Int) {
    plain -= stretch.plain
    weighted -= stretch.weighted + stretch.plain * after
  }
}
