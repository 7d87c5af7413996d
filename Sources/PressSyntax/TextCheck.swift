/// Looks at the whole text once before it is cut into tokens: is it UTF-8, and does it hide anything?
struct TextCheck {
  /// A file in another encoding is not worth reading on: every character would be an error.
  private(set) var isUnreadable = false

  init(_ bytes: [UInt8], findings: inout Findings) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report(.utf16, bytes, &findings)
      return
    }
    var places: [Range<Int>] = []
    var placeCount = 0
    var lastInvalid = -1
    var wideCount = 0
    var nulCount = 0
    var treacherous: (scalar: Unicode.Scalar, range: Range<Int>)?
    var hidden: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
    // A byte order mark at the beginning is allowed.
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A {
        offset += 1
        continue
      }
      guard let (scalar, length) = bytes.scalar(at: offset) else {
        if lastInvalid != offset {
          placeCount += 1
          if places.count < 5 { places.append(offset..<offset + 1) }
        }
        offset += 1
        lastInvalid = offset
        continue
      }
      if length > 1 { wideCount += 1 }
      if scalar.isTreacherous {
        if byte == 0 { nulCount += 1 }
        if let last = treacherous, last.scalar == scalar, last.range.upperBound == offset {
          treacherous = (scalar, last.range.lowerBound..<offset + length)
        } else {
          if let last = treacherous, hidden.count <= Findings.limit { hidden.append(last) }
          treacherous = (scalar, offset..<offset + length)
        }
      }
      offset += length
    }
    if let last = treacherous { hidden.append(last) }

    if nulCount > bytes.count / 4, bytes.count > 1 {
      report(TextCheck.alternates(bytes) ? .utf16 : .binary, bytes, &findings)
    } else if placeCount > wideCount, TextCheck.isGBK(bytes) {
      report(.gbk, bytes, &findings)
    } else if placeCount + hidden.count > 8 + bytes.count / 16 {
      report(.binary, bytes, &findings)
    } else {
      if let first = places.first {
        findings.add(
          .notUTF8(byte: bytes[first.lowerBound], places: placeCount), at: first, notes: Array(places.dropFirst()))
      }
      for (scalar, range) in hidden {
        findings.add(.invisibleCharacter(scalar), at: range, cures: [[.remove(range)]])
      }
    }
  }

  private mutating func report(_ encoding: SyntaxProblem.Encoding, _ bytes: [UInt8], _ findings: inout Findings) {
    isUnreadable = true
    findings.add(.otherEncoding(encoding), at: 0..<min(1, bytes.count))
  }

  /// Whether every other byte is NUL, as in UTF-16 of ASCII text.
  private static func alternates(_ bytes: [UInt8]) -> Bool {
    var counts = [0, 0]
    for (offset, byte) in bytes.enumerated() where byte == 0 { counts[offset & 1] += 1 }
    return min(counts[0], counts[1]) * 8 < max(counts[0], counts[1])
  }

  /// Whether all bytes beyond ASCII are pairs of GBK, and there are a few.
  private static func isGBK(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let trail = bytes.byte(at: offset + 1)
      guard bytes[offset] != 0x80, bytes[offset] != 0xFF, trail >= 0x40, trail != 0x7F, trail != 0xFF else {
        return false
      }
      pairs += 1
      offset += 2
    }
    return pairs >= 4
  }
}
