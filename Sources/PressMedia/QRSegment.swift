/// Bytes of a payload that are encoded in one mode (ISO/IEC 18004, 7.4).
struct QRSegment: Equatable {
  enum Mode: CaseIterable {
    case numeric, alphanumeric, byte
  }

  var mode: Mode
  /// Of the payload's UTF-8.
  var range: Range<Int>

  /// Versions in which the character counts of segments have the same numbers of bits (table 3).
  static let versionsOfOneHeader = [1...9, 10...26, 27...40]

  static func needsUTF8Header(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0x80 } }

  /// An ECI header takes 12 bits, mode indicator and designator (7.4.2), but libqrencode 4.1.1 counts 28 when it looks
  /// for a version, and so do we: the symbols that were printed so far keep their size.
  static let utf8HeaderBits = 28

  /// The value of a character in alphanumeric mode, 0–44; nil if it has none (table 5).
  static func alphanumericValue(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 0x41 + 10
    case UInt8(ascii: " "): 36
    case UInt8(ascii: "$"): 37
    case UInt8(ascii: "%"): 38
    case UInt8(ascii: "*"): 39
    case UInt8(ascii: "+"): 40
    case UInt8(ascii: "-"): 41
    case UInt8(ascii: "."): 42
    case UInt8(ascii: "/"): 43
    case UInt8(ascii: ":"): 44
    default: nil
    }
  }

  /// Header and content, in bits.
  func bits(version: Int) -> Int {
    mode.headerBits(version: version) + (range.count * mode.sixthsOfBit + 5) / 6
  }

  /// Divides `bytes` into segments so that the bits are as few as can be, by dynamic programming over "the fewest bits
  /// up to here when the next byte is in this mode". A change of mode that saves nothing is not made.
  static func fewestBits(for bytes: [UInt8], version: Int) -> [QRSegment] {
    let modes = Mode.allCases
    // In sixths of a bit, as three digits take 10 bits and two alphanumeric characters 11. A vector has a number for each
    // mode.
    let headers = SIMD3(modes.map { Int32(6 * $0.headerBits(version: version)) })
    let characters = SIMD3(modes.map { Int32($0.sixthsOfBit) })
    let impossible = Int32.max / 2
    var costs = headers
    // For each byte and mode of the byte after it, the mode of this one.
    var steps = [SIMD3<Int32>](repeating: [0, 1, 2], count: bytes.count)
    for (index, byte) in bytes.enumerated() {
      var ended = costs &+ characters
      if !Mode.numeric.holds(byte) { ended[0] = impossible }
      if !Mode.alphanumeric.holds(byte) { ended[1] = impossible }
      costs = ended
      for last in 0..<3 where ended[last] < impossible {
        let changed = (ended[last] + 5) / 6 * 6 &+ headers
        let isLess = changed .< costs
        costs.replace(with: changed, where: isLess)
        steps[index].replace(with: Int32(last), where: isLess)
      }
    }

    var segments: [QRSegment] = []
    var mode = modes.indices.reduce(0) { costs[$1] < costs[$0] ? $1 : $0 }
    for index in bytes.indices.reversed() {
      mode = Int(steps[index][mode])
      if let next = segments.last, next.mode == modes[mode] {
        segments[segments.count - 1].range = index..<next.range.upperBound
      } else {
        segments.append(QRSegment(mode: modes[mode], range: index..<index + 1))
      }
    }
    return segments.reversed()
  }
}

extension QRSegment.Mode {
  /// Mode indicator and character count.
  func headerBits(version: Int) -> Int { 4 + countBits(version: version) }

  /// The character count's bits (table 3).
  func countBits(version: Int) -> Int {
    switch self {
    case .numeric: version <= 9 ? 10 : version <= 26 ? 12 : 14
    case .alphanumeric: version <= 9 ? 9 : version <= 26 ? 11 : 13
    case .byte: version <= 9 ? 8 : 16
    }
  }

  /// The mode indicator, four bits (table 2).
  var indicator: Int {
    switch self {
    case .numeric: 0b0001
    case .alphanumeric: 0b0010
    case .byte: 0b0100
    }
  }

  /// What one byte takes, in sixths of a bit; a segment is rounded up to whole bits.
  var sixthsOfBit: Int {
    switch self {
    case .numeric: 20
    case .alphanumeric: 33
    case .byte: 48
    }
  }

  func holds(_ byte: UInt8) -> Bool {
    switch self {
    case .numeric: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    case .alphanumeric: QRSegment.alphanumericValue(byte) != nil
    case .byte: true
    }
  }
}
