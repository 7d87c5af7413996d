import PressDiagnostics
import PressSyntax
import PressTemplate

/// What a place in a layout's text belongs to.
struct Cursor {
  struct Step {
    var syntax: ElementSyntax
    /// Nil for a word that is no element.
    var meaning: Vocabulary.Element?
  }

  enum Place {
    /// Where a word may begin a statement; the statement that it is part of, if there is one.
    case statement(StatementSyntax?)
    /// Behind an element's word, before its block.
    case arguments(Step)
    /// Behind a property's colon.
    case value(PropertySyntax)
    /// In a comment, or in something that nobody understands.
    case nowhere
  }

  let offset: Int
  /// The elements in whose blocks it stands, outermost first.
  private(set) var path: [Step] = []
  /// The innermost block.
  private(set) var block: BlockSyntax
  private(set) var place = Place.nowhere
  /// The token that it stands in, or at the end of: a word, a number, a text, a colour.
  private(set) var token: Token?
  /// In a text in quotes: where it begins.
  private(set) var textStart: Int?
  /// In a value or among arguments: the tokens before ``token``, back to the last comma or parenthesis.
  private(set) var before: [Token] = []
  /// The call whose parentheses it stands in, and after how many commas; those of the whole value where it stands in none.
  private(set) var call: String?
  private(set) var argument = 0

  init(at offset: Int, in tree: SyntaxTree, of source: Source) {
    self.offset = offset
    block = tree.root
    let line = QuotedLine(to: offset, in: source)
    if line.isComment { return }
    textStart = line.textStart
    // A text whose end is not typed yet reads as all kinds of things: what it stands in is what its beginning stands in.
    let place = textStart ?? offset
    descend(tree.root, to: place, end: source.bytes.count, source)
    settle(place, source)
  }

  /// What the innermost block is; nil at the top of the file and in what is not known.
  var container: Vocabulary.Element? { path.last?.meaning }

  /// The lists of the `repeat`s around, the innermost first.
  func lists(in source: Source) -> [String] {
    path.reversed().compactMap { step in
      guard step.meaning?.name == "repeat", case .word(_, let name)? = step.syntax.arguments.first else { return nil }
      return name
    }
  }

  // MARK: Finding the block

  private mutating func descend(_ block: BlockSyntax, to offset: Int, end: Int, _ source: Source) {
    self.block = block
    guard let index = block.statements.lastIndex(where: { $0.range.lowerBound <= offset }) else {
      place = .statement(nil)
      return
    }
    let statement = block.statements[index]
    let following = index + 1 < block.statements.count ? block.statements[index + 1].range.lowerBound : end
    switch statement {
    case .element(let element):
      let step = Step(syntax: element, meaning: meaning(element.name.word(in: source)))
      if let inner = element.block, let start = inner.leftBrace?.range.upperBound ?? inner.range?.lowerBound,
        offset >= start, inner.rightBrace == nil || offset <= inner.rightBrace?.range.lowerBound ?? 0
      {
        path.append(step)
        descend(inner, to: offset, end: inner.rightBrace?.range.lowerBound ?? following, source)
      } else if element.block.map({ offset >= $0.range?.upperBound ?? 0 }) ?? false
        || !goesOn(statement, to: offset, source)
      {
        place = .statement(nil)
      } else {
        // Right before a word another one begins.
        let isBefore = offset <= element.name.range.lowerBound
        place =
          offset <= element.name.range.upperBound ? .statement(isBefore ? nil : statement) : .arguments(step)
      }
    case .property(let property):
      if offset <= property.name.range.upperBound {
        place = .statement(offset <= property.name.range.lowerBound ? nil : statement)
      } else if goesOn(statement, to: offset, source) {
        place = offset >= property.colon.range.upperBound ? .value(property) : .nowhere
      } else {
        place = .statement(nil)
      }
    case .skipped(let tokens):
      let last = tokens.last { $0.range.lowerBound < offset }
      let isOver = last.map { $0.kind == .semicolon || $0.kind == .rightBrace || $0.kind == .leftBrace } ?? true
      place = isOver || !goesOn(statement, to: offset, source) ? .statement(nil) : .nowhere
    }
  }

  private func meaning(_ word: String) -> Vocabulary.Element? {
    guard let parent = path.last else { return Vocabulary.element(word) }
    return parent.meaning?.child(word)
  }

  /// Whether a statement that begins before a place is not over there: by a semicolon, or by a line's end without a comma before it.
  private func goesOn(_ statement: StatementSyntax, to offset: Int, _ source: Source) -> Bool {
    var last: Token?
    statement.forEachToken { if $0.range.lowerBound < offset { last = $0 } }
    guard let last else { return true }
    if last.kind == .semicolon { return false }
    if last.range.upperBound >= offset || last.kind == .comma { return true }
    return !source.bytes[last.range.upperBound..<offset].contains { $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Finding the token

  private mutating func settle(_ offset: Int, _ source: Source) {
    var tokens: [Token] = []
    switch place {
    case .statement(let statement):
      switch statement {
      case .element(let element): tokens = [element.name]
      case .property(let property): tokens = [property.name]
      case .skipped, nil: break
      }
    case .arguments(let step): for term in step.syntax.arguments { term.forEachToken { tokens.append($0) } }
    case .value(let property): property.value.forEachToken { tokens.append($0) }
    case .nowhere: return
    }
    var calls: [(name: String, argument: Int)] = []
    for token in tokens {
      let isTouched =
        textStart != nil
        ? token.range.lowerBound == textStart : token.range.lowerBound < offset && offset <= token.range.upperBound
      if isTouched, [.word, .number, .string, .color, .unknown].contains(token.kind), !token.range.isEmpty {
        self.token = token
        break
      }
      guard token.range.upperBound <= offset else { break }
      switch token.kind {
      case .leftParenthesis:
        calls.append((before.last?.word(in: source) ?? "", argument))
        (before, argument) = ([], 0)
      case .rightParenthesis:
        if let (_, outer) = calls.popLast() { argument = outer }
        before.append(token)
      case .comma:
        before = []
        argument += 1
      default: before.append(token)
      }
    }
    call = calls.last?.name
    // A colour without a digit yet is none to the parser.
    if token == nil, offset > 0, source.bytes[offset - 1] == UInt8(ascii: "#") {
      token = Token(kind: .color, trivia: offset - 1..<offset - 1, range: offset - 1..<offset, startsLine: false)
    }
  }
}
