// Words, numbers and colours.

extension Lexer {
  mutating func word() -> Token.Kind {
    let start = position
    // `28mm x39mm`: the x of a size stands alone.
    if isTimes(at: start), tokens.last?.kind == .number, start == timesAt || sizeFollows(start + 1, afterSpaces: false)
    {
      position += 1
      findings.add(.unspacedTimes, at: start..<position, cures: [spaces(around: start)])
      return .word
    }
    if !skipWordCharacters(allowing: { $0.continuesWord }) { return .word }
    reportFullWidth(start..<position)
    return .word
  }

  private func isTimes(at offset: Int) -> Bool { bytes.byte(at: offset) | 0x20 == UInt8(ascii: "x") }

  private func spaces(around offset: Int) -> [Finding.Edit] {
    var edits: [Finding.Edit] = []
    if !bytes.byte(at: offset - 1).isBlank { edits.append(.insert(" ", at: offset)) }
    if !bytes.byte(at: offset + 1).isBlank { edits.append(.insert(" ", at: offset + 1)) }
    return edits
  }

  /// Whether a number stands at `offset`, or behind the blanks there.
  private func sizeFollows(_ offset: Int, afterSpaces: Bool) -> Bool {
    var offset = offset
    // A bound keeps the look ahead from making a long line quadratic.
    let limit = offset + 8
    while afterSpaces, offset < limit, bytes.byte(at: offset).isBlank { offset += 1 }
    return bytes.byte(at: offset).isDigit || beginsNumber(at: offset)
  }

  /// Moves past characters that `allowing` accepts; true if full-width forms are among them.
  private mutating func skipWordCharacters(allowing: (Unicode.Scalar) -> Bool) -> Bool {
    var isFullWidth = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isLetter || byte.isDigit {
        position += 1
      } else {
        guard let (scalar, length) = bytes.scalar(at: position), allowing(scalar) else { break }
        if scalar.foldedToASCII != nil { isFullWidth = true }
        position += length
      }
    }
    return isFullWidth
  }

  private mutating func reportFullWidth(_ range: Range<Int>) {
    let ascii = bytes.foldedText(range)
    findings.add(
      .fullWidth(written: String(decoding: bytes[range], as: UTF8.self), ascii: ascii), at: range,
      cures: [[.replace(range, with: ascii)]])
  }

  /// A sign or a point with a digit behind it, or a full-width digit.
  func beginsNumber(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 0xE2, 0xEF: break
    default: return false
    }
    let (folded, length) = bytes.folded(at: offset)
    if folded.isDigit { return true }
    guard let (scalar, _) = bytes.scalar(at: offset) else { return false }
    let isSign = scalar.looksLikeMinus || folded == UInt8(ascii: "-") || folded == UInt8(ascii: "+")
    guard isSign || folded == UInt8(ascii: ".") else { return false }
    var next = offset + (isSign && folded == 0 ? 3 : length)
    if isSign, bytes.folded(at: next).byte == UInt8(ascii: ".") { next += bytes.folded(at: next).length }
    return bytes.folded(at: next).byte.isDigit
  }

  /// Whether the sign at hand belongs to a length behind a word: `title + 6mm`.
  var beginsOffset: Bool {
    guard tokens.last?.kind == .word else { return false }
    var offset = position + 1
    let limit = offset + 8
    while offset < limit, bytes.byte(at: offset) == UInt8(ascii: " ") { offset += 1 }
    return bytes.byte(at: offset).isDigit || bytes.byte(at: offset) == UInt8(ascii: ".") && beginsNumber(at: offset)
  }

  /// A sign, with blanks behind it or not, and its number: one token.
  mutating func offset() -> Token.Kind {
    position += 1
    while bytes.byte(at: position) == UInt8(ascii: " ") { position += 1 }
    return number()
  }

  /// `-?digits[.digits]` and the unit right behind it; what is nearly a number is taken whole and mended.
  mutating func number() -> Token.Kind {
    if skipPlainNumber() { return .number }
    let start = position
    var mended = ""
    var isWritten = true
    if let (scalar, length) = bytes.scalar(at: position) {
      let folded = bytes.folded(at: position).byte
      if folded == UInt8(ascii: "+") {
        isWritten = false
        position += length
      } else if folded == UInt8(ascii: "-") || scalar.looksLikeMinus {
        mended = "-"
        isWritten = scalar == "-" || folded != 0
        position += length
      }
    }
    let whole = digits()
    mended += whole.isEmpty ? "0" : whole
    if whole.isEmpty { isWritten = false }
    var fractions = 0
    while bytes.folded(at: position).byte == UInt8(ascii: ".") {
      let length = bytes.folded(at: position).length
      let follows = bytes.folded(at: position + length).byte.isDigit
      // A full stop behind a number belongs to it; two of them are something else.
      if !follows, bytes.folded(at: position + length).byte == UInt8(ascii: ".") { break }
      position += length
      fractions += 1
      if follows { mended += "." + digits() } else { isWritten = false }
    }
    let digitsEnd = position
    skipUnit()
    mended += bytes.foldedText(digitsEnd..<position)
    let range = start..<position
    if fractions > 1 {
      findings.add(.badNumber, at: range)
    } else if !isWritten {
      findings.add(.badNumber, at: range, cures: [[.replace(range, with: mended)]])
    } else if bytes[range].contains(0xEF), mended.utf8.count != range.count {
      reportFullWidth(range)
    }
    return .number
  }

  /// The number that nearly all are: ASCII, well formed, with a unit of letters other than `x`. False leaves all as it was.
  private mutating func skipPlainNumber() -> Bool {
    var offset = position
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    while bytes.byte(at: offset).isDigit { offset += 1 }
    guard offset > whole else { return false }
    if bytes.byte(at: offset) == UInt8(ascii: ".") {
      guard bytes.byte(at: offset + 1).isDigit else { return false }
      offset += 2
      while bytes.byte(at: offset).isDigit { offset += 1 }
    }
    if bytes.byte(at: offset) == UInt8(ascii: "%") {
      offset += 1
    } else {
      while bytes.byte(at: offset).isLetter, !isTimes(at: offset) { offset += 1 }
    }
    let next = bytes.byte(at: offset)
    guard next < 0x80, !next.isLetter, !next.isDigit, next != UInt8(ascii: "."), next != UInt8(ascii: "_") else {
      return false
    }
    position = offset
    return true
  }

  private mutating func digits() -> String {
    let start = position
    while true {
      let (byte, length) = bytes.folded(at: position)
      guard byte.isDigit else { break }
      position += length
    }
    return bytes.foldedText(start..<position)
  }

  /// `%` or letters; an `x` with a number behind it is the sign of a size, not a letter of the unit.
  private mutating func skipUnit() {
    let start = position
    let (byte, length) = bytes.folded(at: position)
    if byte == UInt8(ascii: "%") {
      position += length
      if isTimes(at: position), sizeFollows(position + 1, afterSpaces: true) { timesAt = position }
      return
    }
    guard position < bytes.count, let (first, _) = bytes.scalar(at: position), first.beginsWord else { return }
    while position < bytes.count, let (scalar, length) = bytes.scalar(at: position) {
      // The x of `113px 56mm` is a letter of its unit.
      let isPixel = position == start + 1 && bytes[start] | 0x20 == UInt8(ascii: "p")
      if isTimes(at: position), sizeFollows(position + 1, afterSpaces: position > start && !isPixel) {
        timesAt = position
        break
      }
      guard scalar != "-", scalar.continuesWord else { break }
      position += length
    }
  }

  /// `#` and what stands right behind it.
  mutating func color() -> Token.Kind {
    let start = position
    position += bytes.folded(at: position).length
    var digits = ""
    var isFullWidth = position - start > 1
    var isHexadecimal = true
    while position < bytes.count {
      let (byte, length) = bytes.folded(at: position)
      guard byte.isLetter || byte.isDigit else { break }
      if byte.hexadecimalValue == nil { isHexadecimal = false }
      if length > 1 { isFullWidth = true }
      digits.unicodeScalars.append(Unicode.Scalar(byte))
      position += length
    }
    let range = start..<position
    switch digits.utf8.count {
    case 3, 6:
      if !isHexadecimal {
        findings.add(.badColorDigit, at: range)
      } else if isFullWidth {
        reportFullWidth(range)
      }
    // With a transparency behind it, as on the web.
    case 4 where isHexadecimal, 8 where isHexadecimal:
      let opaque = String(digits.prefix(digits.utf8.count == 4 ? 3 : 6))
      findings.add(.badColor(digits: digits.utf8.count), at: range, cures: [[.replace(range, with: "#" + opaque)]])
    default:
      findings.add(.badColor(digits: digits.utf8.count), at: range)
    }
    return .color
  }
}
