// Walks over the tree in the order of the file.

extension BlockSyntax {
  /// Calls `body` with each token of the block in the order of the file.
  public func forEachToken(_ body: (Token) -> Void) {
    if let leftBrace { body(leftBrace) }
    for statement in statements { statement.forEachToken(body) }
    if let rightBrace { body(rightBrace) }
  }
}

extension StatementSyntax {
  /// Calls `body` with each token of the statement in the order of the file.
  public func forEachToken(_ body: (Token) -> Void) {
    switch self {
    case .element(let element):
      body(element.name)
      for argument in element.arguments { argument.forEachToken(body) }
      element.block?.forEachToken(body)
      for terminator in element.terminators { body(terminator) }
    case .property(let property):
      body(property.name)
      body(property.colon)
      property.value.forEachToken(body)
      for terminator in property.terminators { body(terminator) }
    case .skipped(let tokens):
      for token in tokens { body(token) }
    }
  }
}

extension ListSyntax {
  /// Calls `body` with each token of the list in the order of the file.
  public func forEachToken(_ body: (Token) -> Void) {
    for entry in entries {
      for term in entry.terms { term.forEachToken(body) }
      if let comma = entry.comma { body(comma) }
    }
  }
}

extension TermSyntax {
  /// Calls `body` with each token of the term in the order of the file.
  public func forEachToken(_ body: (Token) -> Void) {
    switch self {
    case .number(let token, _, _), .string(let token, _), .word(let token, _), .color(let token, _, _, _): body(token)
    case .call(let name, let left, let arguments, let right):
      body(name)
      body(left)
      arguments.forEachToken(body)
      if let right { body(right) }
    case .broken(let tokens):
      for token in tokens { body(token) }
    }
  }
}

extension SyntaxTree {
  /// Calls `body` with each token of the file in its order; the last one is the end of the file.
  public func forEachToken(_ body: (Token) -> Void) {
    root.forEachToken(body)
    body(endOfFile)
  }
}
