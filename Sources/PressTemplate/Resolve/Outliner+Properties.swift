import PressDiagnostics
import PressSyntax

/// Properties and flags.
extension Outliner {
  mutating func add(_ property: PropertySyntax, to node: inout Node, path: [ElementRule]) {
    let name = findings.text(property.name)
    let span = findings.span(property.name)
    let rule = node.rule
    if rule.property(name) != nil {
      addProperty(name, property.name, property.value, property.terminators, to: &node)
    } else if rule.flags.contains(name) {
      findings.report(.flagWithValue(name, at: findings.span(property.range)))
      addFlag(name, property.name, [], to: &node)
    } else if isElement(name, property.value, in: rule) {
      findings.report(.extraColon(after: name, at: findings.span(property.colon)))
      let element = ElementSyntax(name: property.name, arguments: property.value.terms, block: nil, terminators: [])
      let count = node.children.count
      _ = add(element, to: &node, path: path)
      // What it lacks it will have when it is written as an element.
      for index in node.children[count...].indices { node.children[index].isDamaged = true }
    } else {
      let written = node.written ?? names(writtenIn: node)
      node.written = written
      let suggestion =
        Suggestion.likely(
          to: name, among: rule.properties.map(\.name).filter { !written.contains($0) } + rule.flags)
        ?? Suggestion.likely(to: name, among: rule.properties.map(\.name))
      let owners = ElementRules.all.filter { $0.name != "style" && $0.property(name) != nil }.map(\.name)
      let diagnostic = Diagnostic.unknownProperty(name, of: rule, suggestion: suggestion, owners: owners, at: span)
      if let suggestion {
        findings.report(diagnostic)
        // The right one may stand there as well.
        if !node.properties.contains(where: { $0.name == suggestion }), rule.property(suggestion) != nil {
          addProperty(suggestion, property.name, property.value, property.terminators, to: &node, isGuess: true)
        }
      } else {
        findings.reportIfBalanced(diagnostic)
        node.isDamaged = true
        mention(property.value.terms.flatMap(\.tokens))
      }
    }
  }

  /// The names of all properties in a node's own block, known or not.
  private func names(writtenIn node: Node) -> Set<String> {
    Set(
      (node.block?.statements ?? []).compactMap { statement in
        if case .property(let property) = statement { findings.text(property.name) } else { nil }
      })
  }

  func addFlag(_ name: String, _ token: Token, _ arguments: [TermSyntax], to node: inout Node) {
    let span = findings.span(token)
    if let first = node.flags[name] {
      findings.report(.duplicateProperty(name, at: span, first: findings.span(first), statement: span))
    } else if let extra = arguments.first, let last = arguments.last, !extra.isBroken {
      let whole = findings.span(from: token.range.lowerBound, to: last.range.upperBound)
      findings.report(.flagWithValue(name, at: whole))
    }
    node.flags[name] = token
  }

  /// True if what is written as a property must be an element: `text: "姓名"`.
  private func isElement(_ name: String, _ value: ListSyntax, in rule: ElementRule) -> Bool {
    let hasText = value.terms.contains { if case .string = $0 { true } else { false } }
    if rule.name == "data" { return hasText }
    if rule.name == ElementRules.field.name, case .word(_, let type)? = value.terms.first {
      return hasText && Schema.Field.FieldType(rawValue: type) != nil
    }
    guard rule.elements.contains(name) else { return false }
    // `font` and `style` are both; `font: song 16pt` in a certificate is a property at the wrong place.
    return ElementRules.style.property(name) == nil || hasText
  }

  func addProperty(
    _ name: String, _ token: Token, _ list: ListSyntax, _ terminators: [Token], to node: inout Node,
    isGuess: Bool = false
  ) {
    let rules = node.rule.properties.filter { $0.name == name }
    var property = PropertyNode(name: name, rules: rules, token: token, list: list, terminators: terminators)
    property.isGuess = isGuess
    if let first = node.properties.first(where: { $0.name == name }) {
      findings.report(
        .duplicateProperty(
          name, at: findings.span(token), first: findings.span(first.token),
          statement: findings.span(property.statement)))
      // One of the two was meant to be another.
      node.isDamaged = true
    } else if let rival = node.properties.first(where: { property.rivals.contains($0.name) }) {
      findings.report(
        .conflictingProperties(
          name, rival.name, at: findings.span(token), first: findings.span(rival.token)))
      node.isDamaged = true
    } else {
      node.properties.append(property)
      if list.terms.contains(where: \.isBroken) || list.terms.isEmpty {
        node.isDamaged = true
        findings.hasDamage = true
      }
    }
  }
}
