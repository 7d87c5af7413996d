import PressDiagnostics

// From the bytes of a string token to pieces of text and fields.

extension StringLiteral {
  /// - Parameter range: the token's bytes, with its quotes as far as they are there.
  init(decoding range: Range<Int>, of bytes: [UInt8], findings: inout Findings) {
    if let text = StringLiteral.plainText(range, of: bytes) {
      self.init(pieces: [.text(text)])
      return
    }
    var decoder = StringDecoder(bytes: bytes, range: range)
    decoder.run(&findings)
    self.init(pieces: decoder.pieces)
  }
}

extension StringLiteral {
  /// What stands between two straight quotes without escapes and braces, as most texts do; nil for the others.
  private static func plainText(_ range: Range<Int>, of bytes: [UInt8]) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    guard bytes[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
    for offset in inside {
      switch bytes[offset] {
      case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""): return nil
      default: break
      }
    }
    return String(decoding: bytes[inside], as: UTF8.self)
  }
}

private struct StringDecoder {
  let bytes: [UInt8]
  var offset: Int
  let end: Int
  let quote: Quote?
  var pieces: [StringLiteral.Piece] = []
  /// The text since the last field.
  var text: [UInt8] = []

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    // A text whose opening quote is missing begins with something else, and ends with a straight one.
    if !range.isEmpty, let (scalar, length) = bytes.scalar(at: range.lowerBound), let quote = Quote(scalar) {
      self.quote = quote
      offset = range.lowerBound + length
    } else {
      quote = .straight
      offset = range.lowerBound
    }
  }

  mutating func run(_ findings: inout Findings) {
    while offset < end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\\"): escape(&findings)
      case UInt8(ascii: "{"): leftBrace(&findings)
      case UInt8(ascii: "}"):
        if offset + 1 < end, bytes[offset + 1] == byte {
          offset += 1
        } else {
          loneRightBrace(&findings)
        }
        take(1)
      case UInt8(ascii: "\"") where quote == .straight:
        finish()
        return
      default:
        if byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "`") {
          take(1)
        } else if let (scalar, length) = bytes.scalar(at: offset) {
          if let quote, quote.closes(with: scalar) {
            finish()
            return
          }
          take(length)
        } else {
          text.append(contentsOf: [0xEF, 0xBF, 0xBD])
          offset += 1
        }
      }
    }
    finish()
  }

  /// `}` by itself; or one of `{{name}` and `{name}}`, which are nearly fields.
  private func loneRightBrace(_ findings: inout Findings) {
    let doubling: [Finding.Edit] = [.insert("}", at: offset)]
    var start = offset
    while start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit || bytes[start - 1] == UInt8(ascii: "_") {
      start -= 1
    }
    if text.isEmpty, case .field(_, let name)? = pieces.last {
      findings.add(
        .unevenBraces, at: name.lowerBound - 1..<offset + 1, cures: [[.remove(offset..<offset + 1)]])
    } else if start < offset, bytes.byte(at: start - 1) == UInt8(ascii: "{"),
      bytes.byte(at: start - 2) == UInt8(ascii: "{")
    {
      findings.add(
        .unevenBraces, at: start - 2..<offset + 1, cures: [[.remove(start - 2..<start - 1)], doubling])
    } else {
      findings.add(.loneRightBrace, at: offset..<offset + 1, cures: [doubling])
    }
  }

  private mutating func take(_ count: Int) {
    text.append(contentsOf: bytes[offset..<min(offset + count, end)])
    offset += count
  }

  private mutating func finish() {
    if !text.isEmpty || pieces.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
    text = []
  }

  private mutating func escape(_ findings: inout Findings) {
    let start = offset
    offset += 1
    guard offset < end, let (scalar, length) = bytes.scalar(at: offset) else {
      findings.add(.unknownEscape(nil), at: start..<start + 1, cures: [[.insert("\\", at: start)]])
      text.append(UInt8(ascii: "\\"))
      return
    }
    offset += length
    switch scalar {
    case "\"", "\\": text.append(UInt8(scalar.value))
    case "'" where quote == .single: text.append(UInt8(ascii: "'"))
    case "n": text.append(0x0A)
    case "t": text.append(0x09)
    case "u": codePoint(from: start, &findings)
    case "{", "}":
      // In other languages a backslash keeps a brace from its meaning; here it is doubled.
      findings.add(
        .unknownEscape(Character(scalar)), at: start..<offset,
        cures: [[.replace(start..<start + 1, with: String(scalar))]])
      text.append(UInt8(scalar.value))
    default:
      findings.add(.unknownEscape(Character(scalar)), at: start..<offset, cures: [[.insert("\\", at: start)]])
      text.append(contentsOf: bytes[start..<offset])
    }
  }

  /// `\u{4DAE}`; also takes `\u4DAE` for what it means.
  private mutating func codePoint(from start: Int, _ findings: inout Findings) {
    let hasBrace = offset < end && bytes[offset] == UInt8(ascii: "{")
    if hasBrace { offset += 1 }
    let digitsStart = offset
    var value: UInt32 = 0
    let most = hasBrace ? 6 : 4
    while offset < end, offset - digitsStart < most, let digit = bytes[offset].hexadecimalValue {
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    let digits = digitsStart..<offset
    let isClosed = hasBrace && offset < end && bytes[offset] == UInt8(ascii: "}")
    if isClosed { offset += 1 }
    guard !digits.isEmpty, let scalar = Unicode.Scalar(value), hasBrace ? isClosed : digits.count == 4 else {
      findings.add(.badCodePoint, at: start..<offset)
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return
    }
    if !hasBrace {
      let written = String(decoding: bytes[digits], as: UTF8.self)
      findings.add(.badCodePoint, at: start..<offset, cures: [[.replace(digits, with: "{" + written + "}")]])
    }
    text.append(contentsOf: Array(String(scalar).utf8))
  }

  private mutating func leftBrace(_ findings: inout Findings) {
    let start = offset
    if offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "{") {
      offset += 1
      take(1)
      return
    }
    var stop = offset + 1
    while stop < end, bytes[stop] != UInt8(ascii: "}"), bytes[stop] != UInt8(ascii: "{"),
      bytes[stop] != UInt8(ascii: "\"")
    {
      stop += 1
    }
    guard stop < end, bytes[stop] == UInt8(ascii: "}") else {
      // Up to the end of the name, if one stands there.
      let name = likelyName(from: offset + 1)
      var cures: [[Finding.Edit]] = [[.insert("{", at: start)]]
      if !name.isEmpty {
        let isFullWidth = bytes.scalar(at: name.upperBound)?.scalar == "｝"
        cures.insert(
          [
            isFullWidth
              ? .replace(name.upperBound..<name.upperBound + 3, with: "}") : .insert("}", at: name.upperBound)
          ], at: 0)
      }
      findings.add(.unclosedField, at: start..<max(name.upperBound, start + 1), cures: cures)
      take(1)
      return
    }
    let inner = trimmed(start + 1..<stop)
    let name = nameRange(from: inner.lowerBound)
    offset = stop + 1
    if name.isEmpty || name != inner {
      findings.add(.badFieldName, at: start..<stop + 1)
      text.append(contentsOf: bytes[start...stop])
      return
    }
    if inner != start + 1..<stop {
      let written = String(decoding: bytes[inner], as: UTF8.self)
      findings.add(
        .badFieldName, at: start..<stop + 1, cures: [[.replace(start..<stop + 1, with: "{" + written + "}")]])
    }
    if !text.isEmpty { finish() }
    pieces.append(.field(String(decoding: bytes[inner], as: UTF8.self), inner))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isBlank { range = range.dropFirst() }
    while let last = range.last, bytes[last].isBlank { range = range.dropLast() }
    return range
  }

  /// The name of a field that is not closed: one in Latin letters ends before the Chinese text that goes on behind it.
  private func likelyName(from offset: Int) -> Range<Int> {
    let name = nameRange(from: offset)
    let latin = bytes[name].prefix { $0 < 0x80 }
    return latin.isEmpty ? name : offset..<latin.endIndex
  }

  /// The word that begins at `offset`; empty if none does.
  private func nameRange(from offset: Int) -> Range<Int> {
    var stop = offset
    while stop < end, let (scalar, length) = bytes.scalar(at: stop),
      stop == offset ? scalar.beginsWord : scalar.continuesWord
    { stop += length }
    return offset..<min(stop, end)
  }
}
