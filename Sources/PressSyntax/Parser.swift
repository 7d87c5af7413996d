/// Builds the tree from tokens. Total and linear: each step takes a token or leaves its rule, and no rule nests deeper than
/// ``depthLimit``.
struct Parser {
  /// Blocks and parentheses inside one another: enough for any layout, little enough for any stack.
  static let depthLimit = 200
  /// Stands in ``openBlocks`` for a block whose `{` is missing.
  static let missingBrace = -1

  let bytes: [UInt8]
  let tokens: [Token]
  var findings: Findings
  var plan: BracePlan
  var index = 0
  /// The tokens that opened the blocks around the current one, outermost first.
  var openBlocks: [Int] = []
  var callDepth = 0
  /// The token at hand when the latest mistake was noted.
  var lastReport = -2
  /// Stray `(` in this statement: as many `)` are not worth an error of their own.
  var looseParentheses = 0
  /// A comma among the arguments of this statement has been told of; there may be more.
  var hasLooseComma = false
  /// Where a `(` was last found unclosed: those around it are part of the same mistake.
  var unclosedCallEnd = -1
  /// Blocks that the end of the file cut off.
  var unclosedAtEnd: [Range<Int>] = []

  init(bytes: [UInt8], tokens: [Token], findings: Findings) {
    self.bytes = bytes
    self.tokens = tokens
    self.findings = findings
    plan = BracePlan(tokens, bytes: bytes)
  }

  var current: Token { tokens[index] }
  /// The token after the current one; the last token follows itself.
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  mutating func take() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  /// The current token and those of its kind behind it on its line.
  mutating func takeRun() -> [Token] {
    var run = [take()]
    while current.kind == run[0].kind, current.kind != .endOfFile, !current.startsLine { run.append(take()) }
    return run
  }

  /// Notes a mistake at or just before the current token. Two side by side are one mistake and its echo: only the first is told,
  /// and none beside a sign that the lexer has already complained of.
  mutating func report(
    _ problem: SyntaxProblem, at range: Range<Int>, cures: [[Finding.Edit]] = [], notes: [Range<Int>] = [],
    from start: Int? = nil
  ) {
    let index = start ?? self.index
    let isEcho = index - lastReport <= 1 || isReported(index) || isReported(index - 1)
    lastReport = self.index
    if !isEcho { findings.add(problem, at: range, cures: cures, notes: notes) }
  }

  /// Whether the lexer has found fault with the token itself.
  private func isReported(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let token = tokens[index]
    return token.kind == .unknown || token.kind == .colon && bytes[token.range.lowerBound] == UInt8(ascii: "=")
  }

  func text(_ token: Token) -> String { token.word(in: bytes) }

  /// Where something that is missing after the previous token would be written.
  var gap: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  mutating func parse() -> (root: BlockSyntax, endOfFile: Token) {
    let statements = statements()
    reportUnclosedAtEnd()
    return (BlockSyntax(leftBrace: nil, statements: statements, rightBrace: nil), tokens[tokens.count - 1])
  }

  /// Whether the indents have ended the innermost block before the current token.
  var blockIsOver: Bool {
    guard !plan.isEmpty, let open = openBlocks.last, let end = plan.unclosed[open] else { return false }
    return index >= end
  }

  /// Statements up to the block's `}`, or to the line's end for a block that has no braces at all.
  mutating func statements(onThisLine: Bool = false) -> [StatementSyntax] {
    var list: [StatementSyntax] = []
    let first = index
    while !blockIsOver {
      let token = current
      if onThisLine, token.startsLine, index > first { break }
      looseParentheses = 0
      hasLooseComma = false
      switch token.kind {
      case .endOfFile: return list
      case .rightBrace:
        if isMisplacedBrace() { plan.swapStray(index) }
        if !openBlocks.isEmpty, !plan.strays.contains(index) { return list }
        report(.strayRightBrace, at: token.range, cures: [[.remove(token.range)]])
        list.append(.skipped([take()]))
      case .word:
        let isProperty = next.kind == .colon && !next.startsLine
        list.append(isProperty ? property() : element())
      case .string, .number, .color:
        list.append(next.kind == .colon && !next.startsLine ? propertyNamedByValue() : elementNamedByValue())
      case .leftBrace where plan.isSpare(index, within: openBlocks):
        list.append(.skipped([takeSpareBrace()]))
      case .leftBrace:
        report(.namelessBlock, at: token.range)
        list.append(element(named: missingWord()))
      case .semicolon:
        if list.isEmpty { report(.straySemicolon, at: token.range, cures: [[.remove(token.range)]]) }
        list.append(.skipped(takeRun()))
      case .colon:
        report(.namelessProperty, at: token.range)
        list.append(.skipped(statementFollows || valueFollows ? [take()] : restOfStatement()))
      case .comma:
        report(.strayComma, at: token.range, cures: [[.remove(token.range)]])
        list.append(.skipped(isListLine && !statementFollows ? restOfStatement() : takeRun()))
      case .leftParenthesis:
        report(.strayLeftParenthesis, at: token.range)
        list.append(.skipped(statementFollows || valueFollows ? [take()] : restOfStatement()))
      case .rightParenthesis:
        report(.strayRightParenthesis, at: token.range, cures: [[.remove(token.range)]])
        list.append(.skipped(statementFollows || valueFollows ? [take()] : restOfStatement()))
      case .unknown:
        list.append(.skipped(takeRun()))
      }
    }
    return list
  }

  /// Whether the comma at hand begins a line of values rather than a statement.
  private var isListLine: Bool { next.kind != .word || tokens[min(index + 2, tokens.count - 1)].kind != .colon }

  /// Whether a whole statement stands behind the sign at hand, which alone is too much then.
  private var statementFollows: Bool {
    guard next.kind == .word, !next.startsLine else { return false }
    let second = tokens[min(index + 2, tokens.count - 1)]
    return !second.startsLine && [.colon, .string, .leftBrace].contains(second.kind)
  }

  private var valueFollows: Bool {
    !next.startsLine && (next.kind == .string || next.kind == .number || next.kind == .color)
  }

  /// Whether the `}` at hand is the one too many of its line rather than the one that the indents told of: what follows can begin no
  /// statement.
  func isMisplacedBrace(beforeAnyWord: Bool = false) -> Bool {
    guard !plan.isEmpty, !plan.strays.contains(index), !next.startsLine, plan.stray(after: index) != nil else {
      return false
    }
    switch next.kind {
    case .string, .number, .color, .colon, .comma, .leftParenthesis, .rightParenthesis, .leftBrace: return true
    case .word: return beforeAnyWord || tokens[min(index + 2, tokens.count - 1)].kind == .colon
    default: return false
    }
  }

  /// Passes over a `{` that is one too many.
  mutating func takeSpareBrace() -> Token {
    report(.strayLeftBrace, at: current.range, cures: [[.remove(current.range)]])
    plan.dropSpare(index, within: openBlocks)
    return take()
  }

  /// Whether the `{` at hand is one too many, and stands where a value does rather than where a block begins.
  var isSpareBrace: Bool {
    guard current.kind == .leftBrace, plan.isSpare(index, within: openBlocks) else { return false }
    return next.kind != .word && next.kind != .rightBrace && next.kind != .endOfFile && !next.startsLine
  }

  /// The current token and all up to what ends a statement.
  private mutating func restOfStatement() -> [Token] {
    var rest = [take()]
    while !current.startsLine {
      switch current.kind {
      case .endOfFile, .semicolon, .leftBrace, .rightBrace: return rest
      default: rest.append(take())
      }
    }
    return rest
  }

  /// Stands where a name is missing: a word of no bytes.
  private func missingWord() -> Token {
    let offset = current.trivia.lowerBound
    return Token(kind: .word, trivia: offset..<offset, range: offset..<offset, startsLine: current.startsLine)
  }

  private mutating func terminators() -> [Token] {
    var list: [Token] = []
    while current.kind == .semicolon, !blockIsOver { list.append(take()) }
    return list
  }

  private mutating func property() -> StatementSyntax {
    let name = take()
    let colon = take()
    var value = list(.property)
    if current.kind == .leftBrace, !current.startsLine {
      // `document: { … }` is meant as an element.
      report(.colonBeforeBlock(text(name)), at: colon.range, cures: [[.remove(colon.range)]])
      return element(named: name, arguments: [.broken([colon])] + value.flattened)
    }
    if value.entries.isEmpty {
      // `document:` with a block below it that nothing opens.
      if plan.unopened[index - 1] != nil { return element(named: name, arguments: [.broken([colon])]) }
      let isValue = current.kind == .string || current.kind == .number || current.kind == .color
      if current.startsLine, isValue {
        let gap = current.trivia
        let isBlank = bytes[gap].allSatisfy { $0.isBlank || $0.isLineBreak }
        report(
          .valueOnNextLine(of: text(name)), at: current.range, cures: isBlank ? [[.replace(gap, with: " ")]] : [])
        value = list(.property, onNextLine: true)
      } else {
        report(.missingValue(of: text(name)), at: name.range.lowerBound..<colon.range.upperBound)
      }
    }
    return .property(PropertySyntax(name: name, colon: colon, value: value, terminators: terminators()))
  }

  private mutating func elementNamedByValue() -> StatementSyntax {
    report(.namelessElement, at: current.range)
    return element(named: missingWord())
  }

  /// `"title": "…"`, as in JSON.
  private mutating func propertyNamedByValue() -> StatementSyntax {
    let name = missingWord()
    let value = take()
    var cures: [[Finding.Edit]] = []
    if value.kind == .string, value.range.count > 2 {
      let inside = value.range.dropFirst().dropLast()
      let scalars = String(decoding: bytes[inside], as: UTF8.self).unicodeScalars
      if scalars.first?.beginsWord ?? false, scalars.allSatisfy(\.continuesWord) {
        cures = [[.replace(value.range, with: String(scalars))]]
      }
    }
    report(.valueAsName, at: value.range, cures: cures)
    let colon = take()
    return element(named: name, arguments: [.broken([value]), .broken([colon])] + list(.property).flattened)
  }

  private mutating func element() -> StatementSyntax { element(named: take()) }

  /// What follows an element's name.
  private mutating func element(named name: Token, arguments given: [TermSyntax] = []) -> StatementSyntax {
    var arguments = given
    var block: BlockSyntax?
    var isFirst = name.range.isEmpty
    arguments: while isFirst || !current.startsLine {
      isFirst = false
      switch current.kind {
      case .leftBrace where isSpareBrace: arguments.append(.broken([takeSpareBrace()]))
      case .rightBrace where next.kind != .word && isMisplacedBrace():
        report(.strayRightBrace, at: current.range, cures: [[.remove(current.range)]])
        plan.swapStray(index)
        arguments.append(.broken([take()]))
      case .semicolon where isStraySemicolon:
        report(.straySemicolon, at: current.range, cures: [[.remove(current.range)]])
        arguments.append(.broken([take()]))
      case .semicolon, .rightBrace, .leftBrace, .endOfFile: break arguments
      // A value before a property: it alone is too much.
      case .word where propertyBegins && name.isMissing: break arguments
      case .word where propertyBegins:
        block = blockWithoutBrace(name, arguments)
        break arguments
      default: arguments.append(term(.arguments))
      }
    }
    if block == nil {
      if current.kind == .leftBrace, !current.startsLine || next.startsLine || name.isMissing {
        if current.startsLine, !name.isMissing { reportBraceOnNextLine() }
        block = self.block()
      } else if let end = plan.unopened[index - 1], index <= end {
        report(
          .missingLeftBrace(after: text(tokens[index - 1])), at: tokens[index - 1].range,
          cures: [[.insert(" {", at: gap)]], notes: [tokens[end].range])
        block = blockAfterMissingBrace()
      }
    }
    return .element(ElementSyntax(name: name, arguments: arguments, block: block, terminators: terminators()))
  }

  /// Whether the semicolon at hand parts a property's colon from its value.
  var isSemicolonBeforeValue: Bool {
    guard current.kind == .semicolon, !next.startsLine else { return false }
    let second = tokens[min(index + 2, tokens.count - 1)]
    switch next.kind {
    case .string, .number, .color: return true
    case .word: return second.startsLine || ![.colon, .string, .leftBrace].contains(second.kind)
    default: return false
    }
  }

  /// Whether what stands behind the semicolon at hand belongs to what stands before it.
  private var isStraySemicolon: Bool {
    guard !next.startsLine else { return false }
    switch next.kind {
    case .string, .number, .color, .leftBrace: return true
    default: return false
    }
  }

  /// Whether the word at hand has a colon and a value behind it.
  private var propertyBegins: Bool {
    guard next.kind == .colon, !next.startsLine else { return false }
    let value = tokens[min(index + 2, tokens.count - 1)]
    switch value.kind {
    case .word, .number, .string, .color: return !value.startsLine
    default: return false
    }
  }
}

extension ListSyntax {
  /// Terms and commas side by side, for a list that stands where none belongs.
  fileprivate var flattened: [TermSyntax] {
    entries.flatMap { entry in entry.terms + (entry.comma.map { [.broken([$0])] } ?? []) }
  }
}
