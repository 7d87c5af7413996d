// Trees whose places are counted from somewhere else: the parts of a layout that stand in several files lie side by side in one
// numbering, so that a token tells its file by its place alone.

extension SyntaxTree {
  /// The statements of the file, with all places `distance` bytes further on.
  public func statements(movedBy distance: Int) -> [StatementSyntax] { root.moved(by: distance).statements }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}

extension Token {
  /// The same token, its places `distance` bytes further on.
  public func moved(by distance: Int) -> Token {
    Token(
      kind: kind, trivia: trivia.moved(by: distance), range: range.moved(by: distance), startsLine: startsLine)
  }
}

extension BlockSyntax {
  fileprivate func moved(by distance: Int) -> BlockSyntax {
    BlockSyntax(
      leftBrace: leftBrace?.moved(by: distance), statements: statements.map { $0.moved(by: distance) },
      rightBrace: rightBrace?.moved(by: distance))
  }
}

extension StatementSyntax {
  fileprivate func moved(by distance: Int) -> StatementSyntax {
    switch self {
    case .element(let element):
      .element(
        ElementSyntax(
          name: element.name.moved(by: distance), arguments: element.arguments.map { $0.moved(by: distance) },
          block: element.block?.moved(by: distance), terminators: element.terminators.map { $0.moved(by: distance) }))
    case .property(let property):
      .property(
        PropertySyntax(
          name: property.name.moved(by: distance), colon: property.colon.moved(by: distance),
          value: property.value.moved(by: distance), terminators: property.terminators.map { $0.moved(by: distance) }))
    case .skipped(let tokens): .skipped(tokens.map { $0.moved(by: distance) })
    }
  }
}

extension ListSyntax {
  fileprivate func moved(by distance: Int) -> ListSyntax {
    ListSyntax(
      entries: entries.map { entry in
        Entry(terms: entry.terms.map { $0.moved(by: distance) }, comma: entry.comma?.moved(by: distance))
      })
  }
}

extension TermSyntax {
  fileprivate func moved(by distance: Int) -> TermSyntax {
    switch self {
    case .number(let token, let value, let unit): .number(token.moved(by: distance), value: value, unit: unit)
    case .string(let token, let literal): .string(token.moved(by: distance), literal.moved(by: distance))
    case .word(let token, let word): .word(token.moved(by: distance), word)
    case .color(let token, let red, let green, let blue):
      .color(token.moved(by: distance), red: red, green: green, blue: blue)
    case .call(let name, let left, let arguments, let right):
      .call(
        name: name.moved(by: distance), leftParenthesis: left.moved(by: distance),
        arguments: arguments.moved(by: distance), rightParenthesis: right?.moved(by: distance))
    case .broken(let tokens): .broken(tokens.map { $0.moved(by: distance) })
    }
  }
}

extension StringLiteral {
  fileprivate func moved(by distance: Int) -> StringLiteral {
    StringLiteral(
      pieces: pieces.map { piece in
        switch piece {
        case .text: piece
        case .field(let name, let range): .field(name, range.moved(by: distance))
        }
      })
  }
}
