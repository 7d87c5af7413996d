/// Writes the outline of a file in the one style that there is.
///
/// What decides where lines break are the line breaks of the author and the widths of tokens, both as they will be written: so what
/// it writes is what it makes of that again.
struct Formatter {
  /// Cells of a line that is not opened.
  static let widest = 120
  static let indent = 2

  let outline: FormatOutline
  /// Blanks before a token besides its separator.
  var padding: [Int: Int] = [:]
  private(set) var output: [UInt8] = []
  /// Cells of the line at hand.
  private var column = 0

  init(_ outline: FormatOutline) {
    self.outline = outline
    output.reserveCapacity(outline.bytes.count)
  }

  mutating func run() -> [UInt8] {
    write(outline.root, depth: 0, isOpened: false, name: nil)
    var isFirst = outline.root.statements.isEmpty
    writeComments(before: outline.root.right, depth: 0, &isFirst)
    if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    return output
  }

  /// Writes the statements of a block.
  /// - Parameters:
  ///   - isOpened: whether the author had the block on one line, which is too long.
  ///   - name: of the element whose block it is.
  private mutating func write(_ block: FormatBlock, depth: Int, isOpened: Bool, name: [UInt8]?) {
    let lines = lines(of: block, depth: depth, isOpened: isOpened)
    align(lines, depth: depth, name: name)
    var isFirst = true
    for line in lines {
      guard let first = line.first, let last = line.last else { continue }
      let start = first.head.lowerBound
      writeComments(before: start, depth: depth, &isFirst)
      breakLine(depth, blank: outline.tokens[start].trivia.hasBlankLine && !isFirst)
      isFirst = false
      writeText(start)
      if line.count == 1 {
        write(first, depth: depth)
      } else {
        for index in start + 1..<last.tokens.upperBound { writeInLine(index) }
      }
    }
  }

  /// Writes what follows the first token of a statement.
  private mutating func write(_ statement: FormatStatement, depth: Int) {
    for index in statement.head.dropFirst() { writeWithin(index, depth: depth) }
    guard let block = statement.block else { return }
    let separator = outline.tokens[block.left].separator.width + padding[block.left, default: 0]
    let isFlat = outline.isFlat(block.tokens) && !outline.tokens[block.left].breaksLine
    let isEmpty = block.statements.isEmpty
    if isFlat, isEmpty || column + separator + outline.width(block.tokens) <= Self.widest {
      for index in block.tokens { writeInLine(index) }
      return
    }
    writeWithin(block.left, depth: depth)
    write(block, depth: depth + 1, isOpened: isFlat, name: statement.name(in: outline))
    var isFirst = isEmpty
    writeComments(before: block.right, depth: depth + 1, &isFirst)
    breakLine(depth, blank: false)
    writeText(block.right)
  }

  /// Writes a token on the line of the one before it, or on the next one if it stands there.
  private mutating func writeWithin(_ index: Int, depth: Int) {
    guard outline.tokens[index].breaksLine else { return writeInLine(index) }
    var isFirst = true
    writeComments(before: index, depth: depth + 1, &isFirst)
    breakLine(depth + 1, blank: false)
    writeText(index)
  }

  private mutating func writeInLine(_ index: Int) {
    switch outline.tokens[index].separator {
    case .none: break
    case .space: write(" ")
    case .semicolon: write("; ")
    }
    for _ in 0..<padding[index, default: 0] { write(" ") }
    writeText(index)
  }

  private mutating func writeText(_ index: Int) {
    output += outline.bytes[outline.tokens[index].range]
    column += outline.tokens[index].width
  }

  private mutating func write(_ text: String) {
    output += text.utf8
    column += text.utf8.count
  }

  /// - Parameter isFirst: whether nothing stands before them in the block; false once something does.
  private mutating func writeComments(before index: Int, depth: Int, _ isFirst: inout Bool) {
    for comment in outline.tokens[index].trivia.comments {
      if comment.isTrailing {
        write("  ")
      } else {
        breakLine(depth, blank: comment.hasBlankLine && !isFirst)
        isFirst = false
      }
      output += outline.bytes[comment.range]
    }
  }

  private mutating func breakLine(_ depth: Int, blank: Bool) {
    if !output.isEmpty { output += blank ? [0x0A, 0x0A] : [0x0A] }
    output += repeatElement(UInt8(ascii: " "), count: depth * Self.indent)
    column = depth * Self.indent
  }
}

extension Formatter {
  /// The statements of a block by the lines that they stand on.
  private func lines(of block: FormatBlock, depth: Int, isOpened: Bool) -> [[FormatStatement]] {
    var lines: [[FormatStatement]] = []
    for statement in block.statements {
      // Of a line that was too long only properties stay side by side.
      let last = lines.last?.last
      let isParted = isOpened && (statement.isElement || last?.isElement ?? false)
      if last == nil || isParted || outline.tokens[statement.head.lowerBound].breaksLine {
        lines.append([statement])
      } else {
        lines[lines.count - 1].append(statement)
      }
    }
    return lines.flatMap { line in fits(line, depth: depth) ? [line] : line.map { [$0] } }
  }

  /// Whether statements have room on one line.
  func fits(_ line: [FormatStatement], depth: Int) -> Bool {
    guard let first = line.first, let last = line.last else { return true }
    let tokens = first.head.lowerBound..<last.tokens.upperBound
    return outline.isFlat(tokens) && depth * Self.indent + outline.width(tokens) <= Self.widest
  }
}

extension FormatStatement {
  /// The word that an element begins with.
  func name(in outline: FormatOutline) -> [UInt8]? {
    isElement ? Array(outline.bytes[outline.tokens[head.lowerBound].range]) : nil
  }
}
