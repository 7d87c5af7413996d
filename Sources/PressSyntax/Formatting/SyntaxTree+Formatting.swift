public import PressDiagnostics

extension SyntaxTree {
  /// The file in the one style that there is. Only white space changes, and semicolons at ends of lines, which say nothing; every
  /// comment stays where it stood, and the tree is the same.
  ///
  /// Two spaces of indent; lines broken where the author broke them; a block that was on one line is opened where the line has more
  /// than 120 cells. Formatting what is formatted changes no byte.
  /// - Parameter source: the source that was parsed.
  /// - Returns: the source's bytes unchanged if the file has a syntax error.
  public func formatted(from source: Source) -> [UInt8] {
    guard endOfFile.range.upperBound == source.bytes.count, let outline = FormatOutline(self, bytes: source.bytes),
      let meaning = Meaning(self, bytes: source.bytes)
    else { return source.bytes }
    var formatter = Formatter(outline)
    let bytes = formatter.run()
    // No rule of the language can come to be that the formatter breaks unseen.
    let (tree, diagnostics) = LayoutParser.parse(Source(name: source.name, bytes: bytes), id: self.source)
    guard !diagnostics.hasErrors, Meaning(tree, bytes: bytes) == meaning else { return source.bytes }
    return bytes
  }
}

/// All of a file that formatting must not change.
private struct Meaning: Equatable {
  /// The bytes of each token, one statement apart from the next, without semicolons.
  private var tokens: [UInt8] = []
  private var comments: [[UInt8]] = []

  /// Nil where something stands between tokens that is neither white space nor a comment.
  init?(_ tree: SyntaxTree, bytes: [UInt8]) {
    var isWhole = true
    var comments: [[UInt8]] = []
    tree.forEachToken { token in
      guard let trivia = FormatTrivia(token.trivia, of: bytes) else {
        isWhole = false
        return
      }
      for comment in trivia.comments { comments.append(Array(bytes[comment.range])) }
    }
    guard isWhole else { return nil }
    self.comments = comments
    add(tree.root, bytes)
  }

  private mutating func add(_ block: BlockSyntax, _ bytes: [UInt8]) {
    if let brace = block.leftBrace { add(brace, bytes) }
    for statement in block.statements {
      tokens.append(1)
      switch statement {
      case .element(let element):
        add(element.name, bytes)
        for argument in element.arguments { argument.forEachToken { add($0, bytes) } }
        if let block = element.block { add(block, bytes) }
      case .property(let property):
        add(property.name, bytes)
        add(property.colon, bytes)
        property.value.forEachToken { add($0, bytes) }
      case .skipped(let skipped): for token in skipped { add(token, bytes) }
      }
    }
    if let brace = block.rightBrace { add(brace, bytes) }
  }

  private mutating func add(_ token: Token, _ bytes: [UInt8]) {
    tokens += bytes[token.range]
    tokens.append(0)
  }
}
