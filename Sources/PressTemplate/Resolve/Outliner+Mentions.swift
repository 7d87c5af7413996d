import PressSyntax

/// What is not understood: names in it may be declared or used.
extension Outliner {
  func mention(_ tokens: [Token]) {
    findings.hasDamage = true
    for token in tokens where token.kind == .word { findings.names.mention(findings.text(token)) }
    if tokens.count < 4, tokens.contains(where: { $0.kind == .string }) { findings.lacksFile = true }
  }

  func mention(_ element: ElementSyntax) {
    // A text and nothing else may be the name of a file.
    if element.block == nil, element.arguments.count == 1, case .string = element.arguments[0] {
      findings.lacksFile = true
    }
    mention([element.name] + element.arguments.flatMap(\.tokens))
    mentionFields(element.arguments)
    if let block = element.block { mention(block) }
  }

  func mention(_ block: BlockSyntax) {
    for statement in block.statements {
      switch statement {
      case .skipped(let tokens): mention(tokens)
      case .element(let element): mention(element)
      case .property(let property):
        mention(property.value.terms.flatMap(\.tokens))
        mentionFields(property.value.terms)
      }
    }
  }

  private func mentionFields(_ terms: [TermSyntax]) {
    for case .string(_, let literal) in terms {
      for case .field(let name, _) in literal.pieces { findings.names.mention(name) }
    }
  }
}
