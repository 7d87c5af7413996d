// White space and comments. What is meant as a comment counts as one even where it is written wrong.

extension Lexer {
  /// Moves past trivia; true if a line break was among it.
  mutating func skipTrivia() -> Bool {
    var startsLine = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09: position += 1
      case 0x0A, 0x0D:
        position += 1
        startsLine = true
      // Other controls have been reported with the whole text; the layout is read as if they were not there.
      case 0...0x1F, 0x7F: position += 1
      case UInt8(ascii: "/"):
        switch bytes.byte(at: position + 1) {
        case UInt8(ascii: "/"): position = bytes.lineEnd(from: position)
        case UInt8(ascii: "*"): if skipBlockComment() { startsLine = true }
        // One slash is half a comment where no value can have it.
        case 0x20, 0x09: skipWrongComment(mark: 1)
        default: return startsLine
        }
      case UInt8(ascii: "#"):
        guard hashIsComment(at: position) else { return startsLine }
        skipWrongComment(mark: 1)
      case 0x80...:
        guard let (scalar, length) = bytes.scalar(at: position) else { return startsLine }
        if scalar.isWideSpace || scalar.isTreacherous {
          position += length
        } else if scalar == "／", bytes.scalar(at: min(position + length, bytes.count - 1))?.scalar == "／" {
          skipWrongComment(mark: 2 * length)
        } else {
          return startsLine
        }
      default: return startsLine
      }
    }
    return startsLine
  }

  /// `# …` is a comment in many languages; a colour has its digits right behind the sign.
  private func hashIsComment(at offset: Int) -> Bool {
    let next = bytes.byte(at: offset + 1)
    guard next.isBlank || next.isLineBreak || next == UInt8(ascii: "#") || next == UInt8(ascii: "!") else {
      return false
    }
    return tokens.last?.kind != .colon
  }

  /// A comment to the end of its line behind a mark of `length` bytes.
  private mutating func skipWrongComment(mark length: Int) {
    let mark = position..<position + length
    findings.add(
      .wrongComment(String(decoding: bytes[mark], as: UTF8.self)), at: mark, cures: [[.replace(mark, with: "//")]])
    position = bytes.lineEnd(from: position)
  }

  /// `/* … */`, or the rest of the line if nothing closes it; true if it holds a line break.
  private mutating func skipBlockComment() -> Bool {
    let start = position
    var end = start + 2
    while !blockCommentsEnd {
      guard end + 1 < bytes.count else {
        blockCommentsEnd = true
        break
      }
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
        position = end + 2
        let cure = findings.isFull ? nil : lineComments(for: start..<position)
        findings.add(.blockComment, at: start..<start + 2, cures: cure.map { [$0] } ?? [])
        return bytes[start..<position].contains { $0.isLineBreak }
      }
      end += 1
    }
    position = bytes.lineEnd(from: start)
    findings.add(
      .unclosedBlockComment, at: start..<start + 2, cures: [[.replace(start..<start + 2, with: "//")]])
    return false
  }

  /// The edits that turn a block comment into line comments; nil if something follows it on its last line.
  private func lineComments(for range: Range<Int>) -> [Finding.Edit]? {
    let rest = bytes[range.upperBound..<bytes.lineEnd(from: range.upperBound)]
    guard rest.allSatisfy(\.isBlank) else { return nil }
    let closing = range.upperBound - 2..<range.upperBound
    var edits: [Finding.Edit] = [.replace(range.lowerBound..<range.lowerBound + 2, with: "//")]
    var offset = range.lowerBound + 2
    while offset < closing.lowerBound {
      let isEnd = bytes[offset].isLineBreak
      offset += 1
      // A line break of two bytes counts once; an empty line needs no mark.
      guard isEnd, !bytes[offset].isLineBreak, offset < closing.lowerBound else { continue }
      edits.append(.insert("// ", at: offset))
    }
    edits.append(.remove(closing))
    return edits
  }
}
