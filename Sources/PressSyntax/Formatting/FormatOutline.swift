/// A token as it will be written.
struct FormatToken {
  /// What stands before a token that shares a line with the one before it.
  enum Separator {
    case none, space, semicolon

    /// Cells.
    var width: Int {
      switch self {
      case .none: 0
      case .space: 1
      case .semicolon: 2
      }
    }
  }

  var range: Range<Int>
  var kind: Token.Kind
  /// Cells of the token itself.
  var width: Int
  var separator: Separator
  var trivia: FormatTrivia

  /// Whether it cannot stand on the line of the token before.
  var breaksLine: Bool { trivia.startsLine || !trivia.comments.isEmpty }
}

/// A statement as ranges of an outline's tokens.
struct FormatStatement {
  /// The name and what belongs to it, without the block.
  var head: Range<Int>
  /// An element's name and each of its arguments; empty for a property.
  var cells: [Range<Int>] = []
  var block: FormatBlock?

  var isElement: Bool { !cells.isEmpty }
  var tokens: Range<Int> { head.lowerBound..<(block.map { $0.right + 1 } ?? head.upperBound) }
}

struct FormatBlock {
  /// Places of the braces among the outline's tokens; for the whole file, which has none, where they would stand.
  var left: Int
  var right: Int
  var statements: [FormatStatement]

  var tokens: Range<Int> { left..<right + 1 }
}

/// The tree of a file as a list of tokens with their spacing, and the statements as ranges of it. Semicolons are no tokens here:
/// they come back as separators where statements share a line.
struct FormatOutline {
  let bytes: [UInt8]
  private(set) var tokens: [FormatToken] = []
  private(set) var root = FormatBlock(left: 0, right: 0, statements: [])
  /// Cells of all tokens and separators before the one at an index, were all of them on one line.
  private(set) var cells: [Int] = [0]
  /// How many tokens before the one at an index cannot stand on the line of their forerunner.
  private(set) var breaks: [Int] = [0]
  /// What stood before semicolons since the last token.
  private var pending: FormatTrivia?

  /// Nil for a tree with a hole or a broken piece, and for one with something in its trivia that does not belong there.
  init?(_ tree: SyntaxTree, bytes: [UInt8]) {
    self.bytes = bytes
    guard let statements = read(tree.root.statements) else { return nil }
    root = FormatBlock(left: 0, right: tokens.count, statements: statements)
    guard append(tree.endOfFile, .none) else { return nil }
  }

  private mutating func read(_ statements: [StatementSyntax]) -> [FormatStatement]? {
    var list: [FormatStatement] = []
    var separator = FormatToken.Separator.space
    for statement in statements {
      let terminators: [Token]
      switch statement {
      case .element(let element):
        guard let read = read(element, separator) else { return nil }
        list.append(read)
        terminators = element.terminators
      case .property(let property):
        guard let read = read(property, separator) else { return nil }
        list.append(read)
        terminators = property.terminators
      case .skipped: return nil
      }
      separator = terminators.isEmpty ? .space : .semicolon
      for semicolon in terminators {
        guard let trivia = FormatTrivia(semicolon.trivia, of: bytes) else { return nil }
        keep(trivia)
      }
    }
    return list
  }

  private mutating func read(_ property: PropertySyntax, _ separator: FormatToken.Separator) -> FormatStatement? {
    let start = tokens.count
    guard property.value.isWhole, append(property.name, separator), append(property.colon, .none) else { return nil }
    guard append({ property.value.forEachToken($0) }) else { return nil }
    return FormatStatement(head: start..<tokens.count)
  }

  private mutating func read(_ element: ElementSyntax, _ separator: FormatToken.Separator) -> FormatStatement? {
    let start = tokens.count
    guard append(element.name, separator) else { return nil }
    var cells = [start..<tokens.count]
    for argument in element.arguments {
      let first = tokens.count
      guard argument.isWhole, append({ argument.forEachToken($0) }) else { return nil }
      cells.append(first..<tokens.count)
    }
    var statement = FormatStatement(head: start..<tokens.count, cells: cells)
    guard let block = element.block else { return statement }
    let left = tokens.count
    guard let leftBrace = block.leftBrace, let rightBrace = block.rightBrace, append(leftBrace, .space),
      let statements = read(block.statements)
    else { return nil }
    let right = tokens.count
    guard append(rightBrace, statements.isEmpty ? .none : .space) else { return nil }
    statement.block = FormatBlock(left: left, right: right, statements: statements)
    return statement
  }

  /// Adds tokens that follow others in a statement; false if one cannot be kept.
  private mutating func append(_ walk: ((Token) -> Void) -> Void) -> Bool {
    var list: [Token] = []
    walk { list.append($0) }
    for token in list {
      guard let last = tokens.last, append(token, separator(between: last.kind, and: token.kind)) else { return false }
    }
    return true
  }

  private func separator(between last: Token.Kind, and next: Token.Kind) -> FormatToken.Separator {
    switch (last, next) {
    case (.leftParenthesis, _), (_, .rightParenthesis), (_, .comma), (.word, .leftParenthesis): .none
    default: .space
    }
  }

  private mutating func append(_ token: Token, _ separator: FormatToken.Separator) -> Bool {
    guard !token.isMissing, token.kind != .unknown, var trivia = FormatTrivia(token.trivia, of: bytes) else {
      return false
    }
    if let earlier = pending { trivia.prepend(earlier) }
    pending = nil
    // Nothing is gained by a line of its own for what only closes.
    let closesNothing = token.kind == .rightBrace && separator == .none
    if trivia.comments.isEmpty, token.kind == .rightParenthesis || closesNothing { trivia.startsLine = false }
    let width = bytes.displayWidth(token.range)
    let added = FormatToken(range: token.range, kind: token.kind, width: width, separator: separator, trivia: trivia)
    tokens.append(added)
    cells.append(cells[cells.count - 1] + separator.width + width)
    breaks.append(breaks[breaks.count - 1] + (added.breaksLine ? 1 : 0))
    return true
  }

  private mutating func keep(_ trivia: FormatTrivia) {
    var trivia = trivia
    if let earlier = pending { trivia.prepend(earlier) }
    pending = trivia
  }
}

extension FormatOutline {
  /// Cells of tokens side by side, without what parts the first from its forerunner.
  func width(_ range: Range<Int>) -> Int {
    cells[range.upperBound] - cells[range.lowerBound] - tokens[range.lowerBound].separator.width
  }

  /// Whether tokens can stand on one line, wherever the first one stands.
  func isFlat(_ range: Range<Int>) -> Bool { breaks[range.upperBound] == breaks[range.lowerBound + 1] }
}

extension ListSyntax {
  fileprivate var isWhole: Bool { entries.allSatisfy { $0.terms.allSatisfy(\.isWhole) } }
}

extension TermSyntax {
  fileprivate var isWhole: Bool {
    if case .broken = self { return false }
    if case .call(_, _, let arguments, let right) = self { return right != nil && arguments.isWhole }
    return true
  }
}
