import PressDiagnostics
import PressSyntax

/// What stands in a block, statement by statement.
extension Outliner {
  /// An element of a known word. `path` is what it stands in, from the certificate inwards.
  mutating func node(_ element: ElementSyntax, _ rule: ElementRule, path: [ElementRule]) -> Node {
    var node = Node(rule: rule, name: element.name, arguments: element.arguments, block: element.block)
    count += 1
    node.order = count
    if node.isDamaged { findings.hasDamage = true }
    guard let block = element.block else { return node }
    if !rule.takesBlock {
      if let brace = block.leftBrace {
        findings.reportIfBalanced(.unexpectedBlock(of: rule, at: findings.span(brace)))
      }
      mention(block)
      return node
    }
    fill(&node, block.statements, path: path)
    return node
  }

  mutating func fill(_ node: inout Node, _ statements: [StatementSyntax], path: [ElementRule]) {
    let inner = path + [node.rule]
    var strangers: [Span] = []
    for (index, statement) in statements.enumerated() {
      switch statement {
      case .skipped(let tokens):
        node.isDamaged = true
        mention(tokens)
      case .property(let property): add(property, to: &node, path: inner)
      case .element(let element) where element.name.isMissing:
        node.isDamaged = true
        mention(element)
      case .element(let element) where isDoubledWord(element, in: node.rule, before: statements[(index + 1)...].first):
        node.isDamaged = true
      case .element(let element):
        if !add(element, to: &node, path: inner) {
          strangers.append(findings.span(element.name))
          mention(element)
          continue
        }
      }
      tellStrangers(&strangers, in: node)
    }
    tellStrangers(&strangers, in: node)
    node.children += misplaced.removeValue(forKey: path.count) ?? []
  }

  /// `max max: 40`: the parser has told that something is missing between the two.
  private func isDoubledWord(
    _ element: ElementSyntax, in rule: ElementRule, before next: StatementSyntax?
  ) -> Bool {
    guard element.arguments.isEmpty, element.block == nil, element.terminators.isEmpty,
      rule.property(findings.text(element.name)) != nil, let next
    else { return false }
    switch next {
    case .property(let property): return !property.name.startsLine
    case .element(let element): return !element.name.startsLine
    case .skipped: return false
    }
  }

  /// A run of unknown words is one mistake more often than several: a brace too few, a word deleted.
  private func tellStrangers(_ spans: inout [Span], in node: Node) {
    guard let first = spans.first else { return }
    findings.reportIfBalanced(
      .unknownElement(
        findings.text(first), in: node.rule, suggestion: nil, choices: choices(of: node.rule), at: spans))
    spans = []
  }

  func choices(of rule: ElementRule) -> [String] { rule.elements + rule.properties.map(\.name) + rule.flags }
}
