/// Where the braces of a file do not pair, the line indents tell what their author meant: which block lacks its `}`, which element
/// its `{`, and which brace is one too many. Made only for such files, and used only if it needs no more repairs than there are
/// braces without a partner; otherwise blocks simply end at the end of the file.
struct BracePlan {
  /// A `{` without its `}`, and the token before which the block ends.
  private(set) var unclosed: [Int: Int] = [:]
  /// `}` without their `{`.
  private(set) var strays: Set<Int> = []
  /// Last tokens of lines that lack a `{` at their end, with the `}` that proves it.
  private(set) var unopened: [Int: Int] = [:]
  /// The line of each token, counted from 0; empty if all braces pair.
  private var lines: [Int] = []
  private var sortedStrays: [Int] = []

  var isEmpty: Bool { lines.isEmpty }

  init(_ tokens: [Token], bytes: [UInt8]) {
    let unpaired = BracePlan.unpaired(tokens)
    guard !unpaired.isEmpty else { return }
    var line = 0
    lines.reserveCapacity(tokens.count)
    for token in tokens {
      if token.startsLine { line += 1 }
      lines.append(line)
    }
    var reader = IndentReader(tokens: tokens, lines: lines, bytes: bytes)
    reader.run()
    if reader.repairs <= unpaired.count {
      unclosed = reader.unclosed
      strays = reader.strays
      unopened = reader.unopened
    } else {
      for index in unpaired {
        if tokens[index].kind == .leftBrace { unclosed[index] = tokens.count - 1 } else { strays.insert(index) }
      }
    }
    sortedStrays = strays.sorted()
  }

  /// The braces that have no partner if nothing but their order counts.
  private static func unpaired(_ tokens: [Token]) -> [Int] {
    var open: [Int] = []
    var strays: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .leftBrace {
        open.append(index)
      } else if token.kind == .rightBrace, open.popLast() == nil {
        strays.append(index)
      }
    }
    return strays + open
  }

  /// The first stray `}` behind the token at `index` and on its line.
  func stray(after index: Int) -> Int? {
    guard !sortedStrays.isEmpty else { return nil }
    var low = 0
    var high = sortedStrays.count
    while low < high {
      let middle = (low + high) / 2
      if sortedStrays[middle] > index { high = middle } else { low = middle + 1 }
    }
    guard low < sortedStrays.count, lines[sortedStrays[low]] == lines[index], strays.contains(sortedStrays[low]) else {
      return nil
    }
    return sortedStrays[low]
  }

  /// Takes a stray `}` for the end of a block after all.
  mutating func adopt(stray index: Int) { strays.remove(index) }

  /// Takes the `}` at `index` for the stray one of its line, and that one for an end of a block.
  mutating func swapStray(_ index: Int) {
    guard let other = stray(after: index) else { return }
    strays.remove(other)
    strays.insert(index)
  }

  /// True for a `{` that stands alone, or next to one of its line that does: where no block can begin it is one too many.
  func isSpare(_ index: Int, within blocks: [Int]) -> Bool {
    guard !isEmpty else { return false }
    return unclosed[index] != nil || unclosedBlock(blocks, onLineOf: index) != nil
  }

  /// Takes a `{` for one too many: what the indents said of it, or of one beside it, holds no longer.
  mutating func dropSpare(_ index: Int, within blocks: [Int]) {
    if unclosed.removeValue(forKey: index) == nil, let open = unclosedBlock(blocks, onLineOf: index) {
      unclosed[open] = nil
    }
  }

  private func unclosedBlock(_ blocks: [Int], onLineOf index: Int) -> Int? {
    for open in blocks.reversed() {
      guard open >= 0, lines[open] == lines[index] else { return nil }
      if unclosed[open] != nil { return open }
    }
    return nil
  }

  /// The `}` that proves a missing `{` on the line of the token at `index`; it counts as used.
  mutating func takeUnopened(onLineOf index: Int) -> Int? {
    guard !unopened.isEmpty else { return nil }
    var low = index
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] > lines[index] { high = middle } else { low = middle + 1 }
    }
    return unopened.removeValue(forKey: low - 1)
  }

  /// Ends the innermost of `blocks` before the token at `index` instead of the one that the indents told of, if that one was opened
  /// on the same line; false if none was.
  mutating func closeEarly(_ blocks: [Int], before index: Int) -> Bool {
    guard !isEmpty, let innermost = blocks.last, innermost >= 0 else { return false }
    for open in blocks.reversed() {
      guard open >= 0, lines[open] == lines[index] else { return false }
      guard unclosed[open] != nil else { continue }
      unclosed[open] = nil
      unclosed[innermost] = index
      return true
    }
    return false
  }
}

/// Reads the braces line by line, holding each against the indent of the line it stands on.
private struct IndentReader {
  private struct Open {
    var token: Int
    var line: Int
    var indent: Int
  }
  private struct Header {
    var indent: Int
    var firstToken: Int
    var lastToken: Int
  }

  let tokens: [Token]
  let lines: [Int]
  let bytes: [UInt8]
  var unclosed: [Int: Int] = [:]
  var strays: Set<Int> = []
  var unopened: [Int: Int] = [:]
  var repairs: Int { unclosed.count + strays.count + unopened.count }
  private var open: [Open] = []
  /// Lines that could be the heading of what follows, each indented deeper than the one before.
  private var headers: [Header] = []

  init(tokens: [Token], lines: [Int], bytes: [UInt8]) {
    self.tokens = tokens
    self.lines = lines
    self.bytes = bytes
  }

  mutating func run() {
    let end = tokens.count - 1
    var first = 0
    while first < end {
      var last = first
      while last + 1 < end, !tokens[last + 1].startsLine { last += 1 }
      read(first...last)
      first = last + 1
    }
    for block in open { unclosed[block.token] = end }
  }

  private mutating func read(_ line: ClosedRange<Int>) {
    let first = line.lowerBound
    let isContinuation = first > 0 && tokens[first - 1].kind == .comma
    let indent = indent(of: first)
    var index = first
    if tokens[first].kind == .rightBrace {
      close(before: first) { $0 > indent }
      matchLeading(first, indent: indent)
      index += 1
      while index <= line.upperBound, tokens[index].kind == .rightBrace {
        if open.popLast() == nil { strays.insert(index) }
        index += 1
      }
    } else if !isContinuation {
      close(before: first) { $0 >= indent }
      while let header = headers.last, header.indent >= indent { headers.removeLast() }
      headers.append(Header(indent: indent, firstToken: first, lastToken: line.upperBound))
    }
    while index <= line.upperBound {
      if tokens[index].kind == .leftBrace {
        open.append(Open(token: index, line: lines[index], indent: indent))
      } else if tokens[index].kind == .rightBrace {
        // One behind other things closes what was opened on its line, or at the line's end a block whose last line this is.
        if let block = open.last, block.line == lines[index] || endsBlock(line, at: index, block.indent) {
          open.removeLast()
        } else {
          strays.insert(index)
        }
      }
      index += 1
    }
  }

  /// Whether nothing but braces follows on the line, and the next one is not indented like the inside of a block with that indent,
  /// nor is it the block's own end.
  private func endsBlock(_ line: ClosedRange<Int>, at index: Int, _ indent: Int) -> Bool {
    let next = line.upperBound + 1
    guard next < tokens.count, self.indent(of: line.lowerBound) > indent,
      tokens[line.upperBound].kind == .rightBrace, index >= lastOther(of: line)
    else { return false }
    if tokens[next].kind == .endOfFile { return true }
    let outer = self.indent(of: next)
    return tokens[next].kind == .rightBrace ? outer < indent : outer <= indent
  }

  /// The last token of a line that is no `}`.
  private func lastOther(of line: ClosedRange<Int>) -> Int {
    var last = line.upperBound
    while last > line.lowerBound, tokens[last].kind == .rightBrace { last -= 1 }
    return last
  }

  /// Blocks of earlier lines end before a line that is not indented deeper than they are.
  private mutating func close(before token: Int, where isOver: (Int) -> Bool) {
    while let block = open.last, isOver(block.indent) {
      unclosed[block.token] = token
      open.removeLast()
    }
  }

  /// A `}` at the beginning of its line belongs to the line with the same indent.
  private mutating func matchLeading(_ index: Int, indent: Int) {
    var body: Header?
    while let header = headers.last, header.indent > indent { body = headers.removeLast() }
    if let block = open.last, block.indent == indent {
      open.removeLast()
    } else if let header = headers.last, body != nil, header.indent == indent,
      header.firstToken > open.last?.token ?? -1,
      tokens[header.firstToken].kind == .word
    {
      unopened[header.lastToken] = index
    } else {
      strays.insert(index)
    }
  }

  /// Bytes between the token and the line break before it.
  private func indent(of index: Int) -> Int {
    let trivia = tokens[index].trivia
    var start = trivia.upperBound
    while start > trivia.lowerBound, !bytes[start - 1].isLineBreak { start -= 1 }
    return trivia.upperBound - start
  }
}
