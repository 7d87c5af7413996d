/// A row or a column of a symbol as a word of bits: bit 0 is its first module, a one is dark.
///
/// Modules before the first and after the last read as light, as the quiet zone is.
protocol QRLine: Sendable {
  /// The largest symbol, in modules a side, whose lines have room.
  static var capacity: Int { get }

  /// All light.
  init()

  /// The first `count` modules dark.
  init(darkUpTo count: Int)

  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  prefix static func ~ (a: Self) -> Self

  /// In the place of each module the one that comes `distance` (1–63) after it.
  func following(_ distance: Int) -> Self
  /// In the place of each module the one that came `distance` (1–63) before it.
  func preceding(_ distance: Int) -> Self

  /// Turns the module at `index` dark if `bit` is 1, leaves it if 0: data are even odds, so a branch would be guessed
  /// wrongly every other time.
  mutating func insert(_ bit: UInt64, at index: Int)

  func isDark(at index: Int) -> Bool
  var isLight: Bool { get }
  var darkCount: Int { get }

  /// The index of the first dark module; the line is not light.
  var firstDark: Int { get }
  /// Turns the first dark module light.
  mutating func removeFirstDark()
}

/// Up to version 11, which is what certificates need.
extension UInt64: QRLine {
  static var capacity: Int { 64 }

  init(darkUpTo count: Int) { self = 1 << UInt64(count) - 1 }

  @inline(__always) func following(_ distance: Int) -> UInt64 { self &>> UInt64(distance) }
  @inline(__always) func preceding(_ distance: Int) -> UInt64 { self &<< UInt64(distance) }
  @inline(__always) mutating func insert(_ bit: UInt64, at index: Int) { self |= bit &<< UInt64(index) }

  @inline(__always) func isDark(at index: Int) -> Bool { self &>> UInt64(index) & 1 == 1 }
  @inline(__always) var isLight: Bool { self == 0 }
  @inline(__always) var darkCount: Int { nonzeroBitCount }

  @inline(__always) var firstDark: Int { trailingZeroBitCount }
  @inline(__always) mutating func removeFirstDark() { self &= self &- 1 }
}

/// Three words, for the 177 modules of version 40.
struct QRWideLine: QRLine {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64

  static var capacity: Int { 192 }

  @inline(__always) private init(_ first: UInt64, _ second: UInt64, _ third: UInt64) {
    self.first = first
    self.second = second
    self.third = third
  }

  init() { self.init(0, 0, 0) }

  init(darkUpTo count: Int) {
    // A shift by 64 or more gives zero, and by less than none the other way.
    self.init(~(~0 << count), ~(~0 << max(0, count - 64)), ~(~0 << max(0, count - 128)))
  }

  @inline(__always) static func & (a: Self, b: Self) -> Self {
    Self(a.first & b.first, a.second & b.second, a.third & b.third)
  }

  @inline(__always) static func | (a: Self, b: Self) -> Self {
    Self(a.first | b.first, a.second | b.second, a.third | b.third)
  }

  @inline(__always) static func ^ (a: Self, b: Self) -> Self {
    Self(a.first ^ b.first, a.second ^ b.second, a.third ^ b.third)
  }

  @inline(__always) prefix static func ~ (a: Self) -> Self { Self(~a.first, ~a.second, ~a.third) }

  @inline(__always) func following(_ distance: Int) -> Self {
    let (down, up) = (UInt64(distance), UInt64(64 - distance))
    return Self(first &>> down | second &<< up, second &>> down | third &<< up, third &>> down)
  }

  @inline(__always) func preceding(_ distance: Int) -> Self {
    let (up, down) = (UInt64(distance), UInt64(64 - distance))
    return Self(first &<< up, second &<< up | first &>> down, third &<< up | second &>> down)
  }

  @inline(__always) mutating func insert(_ bit: UInt64, at index: Int) {
    let moved = bit &<< UInt64(index & 63)
    switch index >> 6 {
    case 0: first |= moved
    case 1: second |= moved
    default: third |= moved
    }
  }

  @inline(__always) func isDark(at index: Int) -> Bool {
    let word = index < 64 ? first : index < 128 ? second : third
    return word &>> UInt64(index & 63) & 1 == 1
  }

  @inline(__always) var isLight: Bool { first | second | third == 0 }
  @inline(__always) var darkCount: Int {
    first.nonzeroBitCount + second.nonzeroBitCount + third.nonzeroBitCount
  }
  var firstDark: Int {
    if first != 0 { return first.trailingZeroBitCount }
    return second != 0 ? 64 + second.trailingZeroBitCount : 128 + third.trailingZeroBitCount
  }

  mutating func removeFirstDark() {
    if first != 0 {
      first &= first &- 1
    } else if second != 0 {
      second &= second &- 1
    } else {
      third &= third &- 1
    }
  }
}
