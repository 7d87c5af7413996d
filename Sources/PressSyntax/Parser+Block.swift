// Blocks, and what is done where a brace is missing.

extension Parser {
  mutating func block() -> BlockSyntax {
    let open = index
    let left = take()
    guard openBlocks.count + callDepth < Parser.depthLimit else {
      report(.tooDeep, at: left.range)
      return deepBlock(left)
    }
    openBlocks.append(open)
    let statements = statements()
    let isOver = blockIsOver
    openBlocks.removeLast()
    if current.kind == .rightBrace, !isOver {
      return BlockSyntax(leftBrace: left, statements: statements, rightBrace: take())
    }
    if current.kind == .endOfFile {
      unclosedAtEnd.append(left.range)
    } else {
      reportMissingRightBrace(open)
    }
    return BlockSyntax(leftBrace: left, statements: statements, rightBrace: nil)
  }

  /// All that a block beyond the limit holds, unread.
  private mutating func deepBlock(_ left: Token) -> BlockSyntax {
    var skipped: [Token] = []
    var depth = 1
    while current.kind != .endOfFile {
      if current.kind == .leftBrace { depth += 1 }
      if current.kind == .rightBrace {
        depth -= 1
        if depth == 0 { break }
      }
      skipped.append(take())
    }
    let right = current.kind == .rightBrace ? take() : nil
    if right == nil { unclosedAtEnd.append(left.range) }
    return BlockSyntax(
      leftBrace: left, statements: skipped.isEmpty ? [] : [.skipped(skipped)], rightBrace: right)
  }

  /// A property among an element's arguments: a `{` is missing before it, or both braces, or a semicolon. Nil for a semicolon.
  mutating func blockWithoutBrace(_ name: Token, _ arguments: [TermSyntax]) -> BlockSyntax? {
    let word = current
    if let stray = plan.stray(after: index), openBlocks.count < Parser.depthLimit {
      plan.adopt(stray: stray)
      report(
        .missingLeftBrace(after: text(tokens[index - 1])), at: tokens[index - 1].range,
        cures: [[.insert(" {", at: gap)]], notes: [tokens[stray].range])
      return blockAfterMissingBrace()
    }
    if openBlocks.count < Parser.depthLimit, let end = plan.takeUnopened(onLineOf: index) {
      report(
        .missingLeftBrace(after: text(tokens[index - 1])), at: tokens[index - 1].range,
        cures: [[.insert(" {", at: gap)]], notes: [tokens[end].range])
      return blockAfterMissingBrace()
    }
    guard !arguments.isEmpty, openBlocks.count < Parser.depthLimit else {
      report(.missingSemicolon(before: text(word)), at: word.range, cures: [[.insert(";", at: gap)]])
      return nil
    }
    openBlocks.append(Parser.missingBrace)
    let start = gap
    let statements = statements(onThisLine: true)
    openBlocks.removeLast()
    report(
      .missingBraces(around: text(word)), at: word.range,
      cures: [[.insert(" {", at: start), .insert(" }", at: gap)]])
    return BlockSyntax(leftBrace: nil, statements: statements, rightBrace: nil)
  }

  /// Statements and the `}` of a block whose `{` is missing.
  mutating func blockAfterMissingBrace() -> BlockSyntax {
    guard openBlocks.count < Parser.depthLimit else {
      return BlockSyntax(leftBrace: nil, statements: [], rightBrace: nil)
    }
    openBlocks.append(Parser.missingBrace)
    let statements = statements()
    openBlocks.removeLast()
    let right = current.kind == .rightBrace ? take() : nil
    return BlockSyntax(leftBrace: nil, statements: statements, rightBrace: right)
  }

  mutating func reportBraceOnNextLine() {
    let gap = current.trivia
    let isBlank = bytes[gap].allSatisfy { $0.isBlank || $0.isLineBreak }
    report(.braceOnNextLine, at: current.range, cures: isBlank ? [[.replace(gap, with: " ")]] : [])
  }

  /// The block of the `{` at `open` ends before the current token.
  private mutating func reportMissingRightBrace(_ open: Int) {
    let previous = tokens[index - 1].range
    var cures: [[Finding.Edit]] = []
    if !findings.isFull {
      // A block over several lines ends on a line of its own, indented like the one where it begins.
      let isTall = tokens[open + 1].startsLine
      let edit: Finding.Edit =
        isTall
        ? .insert("\n" + indent(at: tokens[open].range.lowerBound) + "}", at: bytes.lineEnd(from: previous.upperBound))
        : .insert(" }", at: previous.upperBound)
      cures = [[edit]]
    }
    report(.missingRightBrace, at: current.range, cures: cures, notes: [tokens[open].range])
  }

  /// The blanks at the beginning of the line that holds `offset`.
  private func indent(at offset: Int) -> String {
    var start = offset
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    return String(decoding: bytes[start...].prefix { $0.isBlank }, as: UTF8.self)
  }

  mutating func reportUnclosedAtEnd() {
    guard !unclosedAtEnd.isEmpty else { return }
    let end = bytes.count
    let braces = String(repeating: "}\n", count: unclosedAtEnd.count)
    let cure = (bytes.last?.isLineBreak ?? true ? "" : "\n") + braces
    // Of many the outermost are enough; they are the last to be found.
    findings.add(
      .unclosedBlocks(unclosedAtEnd.count), at: end..<end, cures: [[.insert(cure, at: end)]],
      notes: Array(unclosedAtEnd.suffix(5).reversed()))
  }
}
