/// Numbers from a seed, the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    let unit = Double(next() >> 11) / Double(UInt64(1) << 53)
    return range.lowerBound + (range.upperBound - range.lowerBound) * unit
  }

  /// From 0 up to, not including, `count`, which is at least 1.
  mutating func index(below count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
