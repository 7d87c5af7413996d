import PressDiagnostics

/// Cuts a layout into tokens that cover every byte. Total and linear: what it cannot use becomes a token or trivia all the same.
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var findings = Findings()

  /// Where an `x` stands right behind a length: `28mmx39mm`.
  var timesAt = -1
  /// The line that ``quotesPair`` speaks of ends here.
  var examinedLineEnd = -1
  /// Whether the straight quotes of that line come in pairs.
  var quotesPair = true
  /// No closing quote of this kind stands between here and the offset: spares a second search of one line.
  var unclosedUntil: [Unicode.Scalar: Int] = [:]
  /// Brackets that were read as the braces of blocks and are not closed yet.
  private var openBrackets = 0
  /// Set once no `*/` is left in the file.
  var blockCommentsEnd = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 1)
  }

  mutating func run() {
    while true {
      let before = position
      let startsLine = skipTrivia()
      let start = position
      guard start < bytes.count else {
        tokens.append(
          Token(kind: .endOfFile, trivia: before..<start, range: start..<start, startsLine: startsLine))
        return
      }
      if let kind = scanToken() {
        tokens.append(Token(kind: kind, trivia: before..<start, range: start..<position, startsLine: startsLine))
      }
    }
  }

  /// Moves past one token and returns its kind; nil if it has put the token in place itself.
  private mutating func scanToken() -> Token.Kind? {
    let start = position
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "{"): return punctuation(.leftBrace)
    case UInt8(ascii: "}"): return punctuation(.rightBrace)
    case UInt8(ascii: "("): return punctuation(.leftParenthesis)
    case UInt8(ascii: ")"): return punctuation(.rightParenthesis)
    case UInt8(ascii: ";"): return punctuation(.semicolon)
    case UInt8(ascii: ","): return punctuation(.comma)
    case UInt8(ascii: ":"):
      return bytes.byte(at: start + 1) == UInt8(ascii: "=") ? equalsSign() : punctuation(.colon)
    case UInt8(ascii: "="): return equalsSign()
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "#"): return color()
    case UInt8(ascii: "[") where beginsBlock: return squareBracket(.leftBrace)
    case UInt8(ascii: "]") where openBrackets > 0: return squareBracket(.rightBrace)
    case UInt8(ascii: "*") where tokens.last?.kind == .number: return timesSign(length: 1)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return foreignString() ?? unknown()
    default: break
    }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), beginsOffset { return offset() }
    if byte.isDigit || beginsNumber(at: start) { return number() }
    if byte < 0x80 { return byte.isLetter || byte == UInt8(ascii: "_") ? word() : unknown() }
    return scanWide()
  }

  /// A token that begins with a character beyond ASCII.
  private mutating func scanWide() -> Token.Kind? {
    guard let (scalar, length) = bytes.scalar(at: position) else { return unknown() }
    switch scalar {
    case "：": return fullWidth(.colon, length)
    case "；": return fullWidth(.semicolon, length)
    case "，": return fullWidth(.comma, length)
    case "、": return fullWidth(.comma, length, ascii: ",")
    case "｛": return fullWidth(.leftBrace, length)
    case "｝": return fullWidth(.rightBrace, length)
    case "（": return fullWidth(.leftParenthesis, length)
    case "）": return fullWidth(.rightParenthesis, length)
    // Where a number goes on, the full stop is a point.
    case "。" where !beginsNumber(at: position + length): return fullWidth(.semicolon, length, ascii: ";")
    case "＝": return equalsSign()
    case "＃": return color()
    case "×", "✕", "＊": return timesSign(length: length)
    default: break
    }
    if scalar.beginsWord { return word() }
    if let kind = foreignString() { return kind }
    return unknown()
  }

  private mutating func punctuation(_ kind: Token.Kind) -> Token.Kind {
    position += 1
    return kind
  }

  /// Whether an element stands before what is at hand: `text "姓名" [`.
  private var beginsBlock: Bool {
    guard let last = tokens.last, last.kind == .word || last.kind == .string else { return false }
    return tokens.dropLast().last?.kind != .colon
  }

  /// `[ … ]` for the braces of a block.
  private mutating func squareBracket(_ kind: Token.Kind) -> Token.Kind {
    let range = position..<position + 1
    position += 1
    openBrackets += kind == .leftBrace ? 1 : -1
    findings.add(
      .unknownCharacter(kind == .leftBrace ? "[" : "]"), at: range,
      cures: [[.replace(range, with: kind == .leftBrace ? "{" : "}")]])
    return kind
  }

  private mutating func fullWidth(_ kind: Token.Kind, _ length: Int, ascii: String? = nil) -> Token.Kind {
    let range = position..<position + length
    position += length
    let ascii = ascii ?? bytes.foldedText(range)
    findings.add(
      .fullWidth(written: String(decoding: bytes[range], as: UTF8.self), ascii: ascii), at: range,
      cures: [[.replace(range, with: ascii)]])
    return kind
  }

  /// `=`, `==`, `:=`, `=>`: all meant as a colon.
  private mutating func equalsSign() -> Token.Kind {
    let start = position
    while true {
      let (byte, length) = bytes.folded(at: position)
      guard position < bytes.count, byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ">")
      else { break }
      position += length
    }
    let range = start..<position
    findings.add(
      .equalsSign(String(decoding: bytes[range], as: UTF8.self)), at: range, cures: [[.replace(range, with: ":")]])
    return .colon
  }

  /// `×` or `*` for the `x` of a size.
  private mutating func timesSign(length: Int) -> Token.Kind {
    let range = position..<position + length
    position += length
    let isGlued = tokens.last?.range.upperBound == range.lowerBound
    let next = bytes.byte(at: position)
    findings.add(
      .timesSign(String(decoding: bytes[range], as: UTF8.self)), at: range,
      cures: [[.replace(range, with: (isGlued ? " " : "") + "x" + (next.isBlank ? "" : " "))]])
    return .word
  }

  /// A run of characters that begin nothing, as one token and one error.
  private mutating func unknown() -> Token.Kind {
    let start = position
    var reported: Unicode.Scalar?
    repeat {
      if let (scalar, length) = bytes.scalar(at: position) {
        reported = reported ?? scalar
        position += length
      } else {
        // Bytes that are not UTF-8: the check of the whole text has told of them.
        position += 1
      }
    } while position < bytes.count && !beginsSomething(at: position)
    if let reported {
      if Quote(reported) == nil {
        findings.add(.unknownCharacter(reported), at: start..<position, cures: [[.remove(start..<position)]])
      } else {
        findings.add(.typographicQuotes(String(reported)), at: start..<position)
      }
    }
    return .unknown
  }

  /// Whether a token other than an unknown one, or trivia, begins here.
  private func beginsSomething(at offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "#"),
        UInt8(ascii: "_"):
        return true
      case UInt8(ascii: "/"):
        let next = bytes.byte(at: offset + 1)
        return next == UInt8(ascii: "/") || next == UInt8(ascii: "*") || next.isBlank
      default: return byte <= 0x20 || byte == 0x7F || byte.isDigit || byte.isLetter || beginsNumber(at: offset)
      }
    }
    guard let (scalar, _) = bytes.scalar(at: offset) else { return false }
    return scalar.beginsWord || scalar.isWideSpace || scalar.isTreacherous || Quote(scalar) != nil
      || "：；，、。｛｝（）＝＃".unicodeScalars.contains(scalar)
  }
}
