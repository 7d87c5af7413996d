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
  /// for a version, and takes the next one when those do not fit.
  static let utf8HeaderBits = 28

  /// Header and content, in bits.
  func bits(version: Int) -> Int {
    mode.headerBits(version: version) + (range.count * mode.sixthsOfBit + 5) / 6
  }

  /// Divides `bytes` into segments so that the bits are as few as can be, by dynamic programming over "the fewest bits
  /// up to here when the next byte is in this mode". A change of mode that saves nothing is not made.
  static func fewestBits(for bytes: [UInt8], version: Int) -> [QRSegment] {
    let modes = Mode.allCases
    let headers = modes.map { 6 * $0.headerBits(version: version) }
    // In sixths of a bit, as three digits take 10 bits and two alphanumeric characters 11.
    let impossible = Int.max / 2
    var costs = headers
    var ended = headers
    // For each byte and mode of the byte after it, the mode of this one.
    var steps = [Int](repeating: 0, count: modes.count * bytes.count)
    for (index, byte) in bytes.enumerated() {
      for mode in modes.indices {
        ended[mode] = modes[mode].holds(byte) ? min(impossible, costs[mode] + modes[mode].sixthsOfBit) : impossible
      }
      for next in modes.indices {
        costs[next] = ended[next]
        steps[modes.count * index + next] = next
        for last in modes.indices where last != next && ended[last] < impossible {
          let changed = (ended[last] + 5) / 6 * 6 + headers[next]
          if changed < costs[next] {
            costs[next] = changed
            steps[modes.count * index + next] = last
          }
        }
      }
    }

    var segments: [QRSegment] = []
    var mode = modes.indices.reduce(0) { costs[$1] < costs[$0] ? $1 : $0 }
    for index in bytes.indices.reversed() {
      mode = steps[modes.count * index + mode]
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
  /// Mode indicator and character count (tables 2 and 3).
  func headerBits(version: Int) -> Int {
    let row = version <= 9 ? 0 : version <= 26 ? 1 : 2
    return switch self {
    case .numeric: 4 + [10, 12, 14][row]
    case .alphanumeric: 4 + [9, 11, 13][row]
    case .byte: 4 + [8, 16, 16][row]
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
    case .alphanumeric:
      switch byte {
      // 0–9 and :, A–Z, then space $ % * + - . / (table 5).
      case 0x30...0x3A, 0x41...0x5A, 0x20, 0x24, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F: true
      default: false
      }
    case .byte: true
    }
  }
}
