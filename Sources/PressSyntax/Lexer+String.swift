// Texts in quotes. A line whose quotes come in pairs is read without any guess. Where they do not, one quote is missing or too
// many, and the looks of each quote tell which: an opening one has a space before and a text behind it, a closing one the reverse.

extension Lexer {
  mutating func string() -> Token.Kind? {
    let start = position
    examineLine()
    if !quotesPair {
      if let last = tokens.last, last.kind == .string, last.range.upperBound == start {
        position += 1
        quotesPair = true
        findings.add(.strayQuote, at: start..<position, cures: [[.remove(start..<position)]])
        return .unknown
      }
      if looksClosing(start) { return unopenedString() }
    }
    let next = closingQuote(after: start)
    if !quotesPair, next.map(looksOpening) ?? true {
      let limit = next ?? examinedLineEnd
      if let cut = cut(from: start + 1, to: limit, isLast: next == nil) {
        position = cut.end
        quotesPair = true
        if let wrong = cut.wrongQuote {
          findings.add(
            .typographicQuotes(String(decoding: bytes[wrong], as: UTF8.self)), at: wrong,
            cures: [[.replace(wrong, with: "\"")]])
        } else {
          findings.add(.unclosedString, at: start..<position, cures: [[.insert("\"", at: position)]])
        }
        return .string
      }
    }
    // Pairs have a closing quote on the line; where they do not, the cut above has been made.
    position = next.map { $0 + 1 } ?? examinedLineEnd
    return .string
  }

  /// Finds out whether the straight quotes from here to the line's end come in pairs.
  private mutating func examineLine() {
    guard position >= examinedLineEnd else { return }
    var isInside = false
    var offset = position
    while offset < bytes.count, !bytes[offset].isLineBreak {
      switch bytes[offset] {
      case UInt8(ascii: "\""): isInside.toggle()
      case UInt8(ascii: "\\") where isInside && !bytes.byte(at: offset + 1).isLineBreak: offset += 1
      case UInt8(ascii: "/") where !isInside && bytes.byte(at: offset + 1) == UInt8(ascii: "/"):
        offset = bytes.lineEnd(from: offset) - 1
      default: break
      }
      offset += 1
    }
    examinedLineEnd = min(offset, bytes.count)
    quotesPair = !isInside
  }

  private func closingQuote(after start: Int) -> Int? {
    var offset = start + 1
    while offset < examinedLineEnd {
      switch bytes[offset] {
      case UInt8(ascii: "\""): return offset
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  private func looksClosing(_ offset: Int) -> Bool {
    guard let last = tokens.last, last.range.upperBound == offset else { return false }
    switch last.kind {
    case .word, .number, .unknown, .color, .rightParenthesis, .rightBrace: break
    // A full-width sign that the text ends with.
    case .colon, .comma, .semicolon, .leftParenthesis, .leftBrace: if last.range.count == 1 { return false }
    case .string, .endOfFile: return false
    }
    return endsValue(at: offset + 1)
  }

  private func looksOpening(_ offset: Int) -> Bool {
    let before = bytes.byte(at: offset - 1)
    guard before.isBlank || [":", ",", "("].contains(Unicode.Scalar(before)) else { return false }
    if endsValue(at: offset + 1) { return interpolationEnd(at: offset + 1) != nil }
    return true
  }

  /// What can stand behind a value: white space, a separator, a brace, the end.
  private func endsValue(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte.isBlank || byte.isLineBreak || [";", ",", ")", "}", "{"].contains(Unicode.Scalar(byte))
  }

  /// The end of the field in braces that begins at `offset`: `{name}`; nil if none does.
  private func interpolationEnd(at offset: Int) -> Int? {
    guard bytes.byte(at: offset) == UInt8(ascii: "{") else { return nil }
    var end = offset + 1
    while end < bytes.count, let (scalar, length) = bytes.scalar(at: end), scalar.continuesWord { end += length }
    return end > offset + 1 && bytes.byte(at: end) == UInt8(ascii: "}") ? end + 1 : nil
  }

  /// Where a text without a closing quote ends before `limit`: at the first thing that reads like the layout going on.
  /// At the line's end there is always such a place (`isLast`).
  private func cut(from start: Int, to limit: Int, isLast: Bool) -> (end: Int, wrongQuote: Range<Int>?)? {
    var offset = start
    var typographicDepth = 0
    scan: while offset < limit {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"):
        if bytes.byte(at: offset + 1) == byte {
          offset += 1
        } else if let end = interpolationEnd(at: offset) {
          offset = end - 1
        } else {
          break scan
        }
      case UInt8(ascii: "}"):
        if bytes.byte(at: offset + 1) != byte { break scan }
        offset += 1
      case UInt8(ascii: ";"): if statementFollows(offset + 1) { break scan }
      case UInt8(ascii: ","): if !isLast, blanksEnd(from: offset + 1) == limit { break scan }
      case UInt8(ascii: "/"):
        if bytes.byte(at: offset + 1) == byte, bytes.byte(at: offset - 1).isBlank { break scan }
      case 0xE2:
        guard let (scalar, length) = bytes.scalar(at: offset) else { break }
        if scalar == "“" { typographicDepth += 1 }
        if scalar == "”" {
          typographicDepth -= 1
          if typographicDepth < 0, endsValue(at: offset + length) { return (offset + length, offset..<offset + length) }
        }
      default: break
      }
      offset += 1
    }
    if offset >= limit, !isLast { return nil }
    var end = min(offset, limit)
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return (end, nil)
  }

  private func blanksEnd(from offset: Int) -> Int {
    var offset = offset
    while bytes.byte(at: offset).isBlank { offset += 1 }
    return offset
  }

  /// Whether a property, a brace or the line's end follows the semicolon before `offset`.
  private func statementFollows(_ offset: Int) -> Bool {
    var offset = blanksEnd(from: offset)
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    if byte.isLineBreak || byte == UInt8(ascii: "}") { return true }
    guard byte.isLetter else { return false }
    while bytes.byte(at: offset).isLetter || bytes.byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
    return bytes.byte(at: blanksEnd(from: offset)) == UInt8(ascii: ":")
  }

  /// A quote at the end of something that has none before it: what has been read as other tokens becomes the text.
  private mutating func unopenedString() -> Token.Kind? {
    quotesPair = true
    position += 1
    let first = firstTokenOfText()
    let token = tokens[first]
    tokens.removeSubrange(first...)
    findings.removeLatest(from: token.range.lowerBound)
    findings.add(
      .unopenedString, at: token.range.lowerBound..<position, cures: [[.insert("\"", at: token.range.lowerBound)]])
    tokens.append(
      Token(
        kind: .string, trivia: token.trivia, range: token.range.lowerBound..<position, startsLine: token.startsLine))
    return nil
  }

  /// The token where the text that ends here probably begins: the first one in this statement with a character beyond ASCII, else
  /// the first of those without a space between them.
  private func firstTokenOfText() -> Int {
    var glued = tokens.count - 1
    while glued > 0, tokens[glued].trivia.isEmpty, !isStructure(glued - 1) { glued -= 1 }
    var first = glued
    var index = tokens.count - 1
    // The statement's own word is not part of its text.
    while index > 0, !tokens[index].startsLine, !isStructure(index - 1) {
      if bytes[tokens[index].range].contains(where: { $0 >= 0x80 }) { first = min(first, index) }
      index -= 1
    }
    return first
  }

  /// Whether a token ends what may belong to one text: ASCII punctuation, but for a field in braces.
  private func isStructure(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .leftBrace, .rightBrace: return token.range.count == 1 && !isField(index)
    case .colon: return token.range.count == 1 && !isPunctuation(index)
    case .semicolon, .comma, .leftParenthesis: return token.range.count == 1
    case .string: return true
    default: return false
    }
  }

  /// Whether the colon at `index` is part of a text: `text 打印时间: {print_date}`, where a word before it cannot be a property.
  private func isPunctuation(_ index: Int) -> Bool {
    guard index >= 2 else { return false }
    let word = tokens[index - 1]
    guard word.kind == .word, !word.startsLine, bytes[word.range].contains(where: { $0 >= 0x80 }) else { return false }
    return tokens[index - 2].kind == .word || isField(index - 2)
  }

  /// Whether the brace at `index` belongs to `{name}`.
  private func isField(_ index: Int) -> Bool {
    guard tokens[index].kind == .leftBrace || tokens[index].kind == .rightBrace else { return false }
    let left = tokens[index].kind == .leftBrace ? index : index - 2
    guard left >= 0, left + 2 < tokens.count, tokens[left].kind == .leftBrace, tokens[left + 1].kind == .word,
      tokens[left + 2].kind == .rightBrace
    else { return false }
    return tokens[left + 1].trivia.isEmpty && tokens[left + 2].trivia.isEmpty
  }

  /// A text in quotes that are not straight double ones; nil if the mark at hand begins none.
  mutating func foreignString() -> Token.Kind? {
    let start = position
    guard let (opening, length) = bytes.scalar(at: start), let quote = Quote(opening) else { return nil }
    var offset = start + length
    while offset < bytes.count, !bytes[offset].isLineBreak, offset >= unclosedUntil[opening, default: 0] {
      guard let (scalar, size) = bytes.scalar(at: offset) else {
        offset += 1
        continue
      }
      if scalar == "\\", !bytes.byte(at: offset + 1).isLineBreak {
        offset += 2
        continue
      }
      if quote.closes(with: scalar) {
        let closing = offset..<offset + size
        position = closing.upperBound
        findings.add(
          .typographicQuotes(String(opening)), at: start..<position,
          cures: [quoteEdits(opening: start..<start + length, closing: closing)])
        return .string
      }
      offset += size
    }
    unclosedUntil[opening] = max(offset, unclosedUntil[opening, default: 0])
    return nil
  }

  private func quoteEdits(opening: Range<Int>, closing: Range<Int>) -> [Finding.Edit] {
    var edits: [Finding.Edit] = [.replace(opening, with: "\"")]
    for offset in opening.upperBound..<closing.lowerBound where bytes[offset] == UInt8(ascii: "\"") {
      if bytes[offset - 1] != UInt8(ascii: "\\") { edits.append(.insert("\\", at: offset)) }
    }
    if bytes[closing] != [UInt8(ascii: "\"")] { edits.append(.replace(closing, with: "\"")) }
    return edits
  }
}
