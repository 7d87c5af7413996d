/// What lies before a token, as far as the formatter keeps it: comments, line breaks and blank lines.
struct FormatTrivia {
  struct Comment {
    /// Bytes from the slashes to the last character that can be seen.
    var range: Range<Int>
    /// Whether it stands behind something on its line.
    var isTrailing: Bool
    /// Whether a blank line stands before it.
    var hasBlankLine: Bool
  }

  var comments: [Comment] = []
  /// Whether there is a line break between the token before and this one.
  var startsLine = false
  /// Whether a blank line stands before the token, behind the last comment.
  var hasBlankLine = false

  init() {}

  /// Nil where something stands there that is neither white space nor a comment: it is not the formatter's to move.
  init?(_ range: Range<Int>, of bytes: [UInt8]) {
    var offset = range.lowerBound
    var breaks = 0
    while offset < range.upperBound {
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case 0x0A, 0x0D:
        let isPair = bytes[offset] == 0x0D && bytes.byte(at: offset + 1) == 0x0A
        offset += isPair ? 2 : 1
        breaks += 1
        startsLine = true
      case UInt8(ascii: "/") where bytes.byte(at: offset + 1) == UInt8(ascii: "/"):
        let end = bytes.lineEnd(from: offset)
        let isFirst = range.lowerBound == 0
        comments.append(
          Comment(
            range: offset..<bytes.visibleEnd(offset..<end), isTrailing: !startsLine && !isFirst,
            hasBlankLine: breaks > 1))
        offset = end
        breaks = 0
      default:
        guard let (scalar, length) = bytes.scalar(at: offset) else { return nil }
        // A byte order mark says nothing that UTF-8 does not.
        guard scalar.isWideSpace || offset == 0 && scalar == "\u{FEFF}" else { return nil }
        offset += length
      }
    }
    hasBlankLine = breaks > 1
  }

  /// Takes in what stood before a token that is left out between this trivia's place and the token before.
  mutating func prepend(_ earlier: FormatTrivia) {
    if earlier.startsLine || !earlier.comments.isEmpty {
      for index in comments.indices { comments[index].isTrailing = false }
    }
    if earlier.hasBlankLine {
      if comments.isEmpty { hasBlankLine = true } else { comments[0].hasBlankLine = true }
    }
    comments = earlier.comments + comments
    startsLine = startsLine || earlier.startsLine
  }
}

extension [UInt8] {
  /// The end of `range` without the white space there.
  fileprivate func visibleEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound, self[start] & 0xC0 == 0x80 { start -= 1 }
      guard self[start].isBlank || scalar(at: start)?.scalar.isWideSpace ?? false else { break }
      end = start
    }
    return end
  }
}
