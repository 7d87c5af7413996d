import PressDiagnostics
import PressSyntax

/// What a word in a block means, and where the element belongs.
extension Outliner {
  /// False if the word means nothing here and nothing near.
  mutating func add(_ element: ElementSyntax, to node: inout Node, path: [ElementRule]) -> Bool {
    let word = findings.text(element.name)
    let span = findings.span(element.name)
    let rule = node.rule
    if rule.name == "data", !isStray(element) {
      node.children.append(self.node(element, ElementRules.field, path: path))
      return true
    }
    if word == ElementRules.include.name, rule.elements.contains(word) {
      include(element, in: &node, path: path)
      return true
    }
    if let child = ElementRules.named(word, in: rule), rule.elements.contains(word) {
      node.children.append(self.node(element, child, path: path))
      return true
    }
    if rule.name == ElementRules.field.name, declaresField(element, in: node) {
      addField(element, to: &node, path: path)
      return true
    }
    if rule.flags.contains(word) {
      addFlag(word, element.name, element.arguments, to: &node)
      return true
    }
    if rule.property(word) != nil, element.block == nil {
      findings.report(.missingColon(after: word, at: span))
      addProperty(word, element.name, element.asList, element.terminators, to: &node, isGuess: true)
      return true
    }
    if let child = ElementRules.named(word) {
      displace(element, child, in: rule, of: node.name, path: path)
      node.isDamaged = true
      return true
    }
    guard let suggestion = Suggestion.likely(to: word, among: choices(of: rule)) else {
      node.isDamaged = true
      return false
    }
    return correct(element, word, to: suggestion, in: &node, path: path)
  }

  /// Reads a misspelt word as the one that was meant.
  private mutating func correct(
    _ element: ElementSyntax, _ word: String, to suggestion: String, in node: inout Node, path: [ElementRule]
  ) -> Bool {
    let span = findings.span(element.name)
    let isProperty = node.rule.property(suggestion) != nil
    findings.report(
      .unknownElement(
        word, in: node.rule, suggestion: isProperty ? suggestion + ":" : suggestion, choices: [], at: [span]))
    if suggestion == ElementRules.include.name {
      include(element, in: &node, path: path)
    } else if isProperty {
      addProperty(suggestion, element.name, element.asList, element.terminators, to: &node, isGuess: true)
    } else if node.rule.flags.contains(suggestion) {
      addFlag(suggestion, element.name, element.arguments, to: &node)
    } else if let child = ElementRules.named(suggestion, in: node.rule) {
      node.children.append(self.node(element, child, path: path))
    }
    return true
  }

  /// In `data` any word declares a field. But where braces don't pair, what follows the block may have slipped in.
  private func isStray(_ element: ElementSyntax) -> Bool {
    guard findings.isLopsided, ElementRules.certificate.elements.contains(findings.text(element.name)) else {
      return false
    }
    if element.arguments.count == 2, case .word(_, let type) = element.arguments[0] {
      return Schema.Field.FieldType(rawValue: type) == nil
    }
    return true
  }

  /// True if a word in a field's block declares a field: one with a type and a label does, and in a list's block anything that
  /// is like it and is not something else.
  private func declaresField(_ element: ElementSyntax, in node: Node) -> Bool {
    let word = findings.text(element.name)
    if case .word(_, let type)? = element.arguments.first, Schema.Field.FieldType(rawValue: type) != nil {
      return element.arguments.count > 1 || (mayHaveFields(node) && !node.rule.flags.contains(word))
    }
    if !mayHaveFields(node) || findings.isLopsided || choices(of: node.rule).contains(word) { return false }
    return element.arguments.contains { if case .string = $0 { true } else { false } }
  }

  /// True for a list, and for what may be meant to be one.
  private func mayHaveFields(_ node: Node) -> Bool {
    guard case .word(_, let type)? = node.arguments.first else { return true }
    let types = Schema.Field.FieldType.allCases.map(\.rawValue)
    return type == "list" || (!types.contains(type) && Suggestion.likely(to: type, among: types) == "list")
  }

  /// A field of a list's entries. In the block of another field it is read as one of the data's.
  private mutating func addField(_ element: ElementSyntax, to node: inout Node, path: [ElementRule]) {
    let rule = ElementRules.field
    guard !mayHaveFields(node), let depth = path.lastIndex(where: { $0.name == ElementRules.data.name }) else {
      node.children.append(self.node(element, rule, path: path))
      return
    }
    findings.reportIfBalanced(
      .fieldInField(
        findings.text(element.name), of: findings.text(node.name), at: findings.span(element.name)))
    var moved = self.node(element, rule, path: Array(path[...depth]))
    moved.isMoved = true
    misplaced[depth, default: []].append(moved)
  }

  /// An element in a block where it does not belong goes to the nearest one around it that takes it.
  private mutating func displace(
    _ element: ElementSyntax, _ child: ElementRule, in rule: ElementRule, of parent: Token, path: [ElementRule]
  ) {
    let depth = path.lastIndex { $0.elements.contains(child.name) }
    let span = findings.span(element.name)
    if !findings.isLopsided, displacing == 0 {
      // Several that do not belong there are one mistake: the word of what they stand in.
      findings.report(
        .misplacedElement(
          child.name, in: rule, belongsIn: ElementRules.all.filter { $0.elements.contains(child.name) }.map(\.name),
          at: span),
        sharedBy: "\(path.count)/\(parent.range.lowerBound)", head: span)
    }
    // Moved out of a list's repetition its fields would be lost.
    guard let depth, !path[(depth + 1)...].contains(where: { $0.name == ElementRules.repetition.name }) else {
      mention(element)
      return
    }
    displacing += 1
    defer { displacing -= 1 }
    var moved = node(element, child, path: Array(path[...depth]))
    moved.isMoved = true
    // What it lacks for its new place is no mistake of its own.
    moved.isDamaged = true
    misplaced[depth, default: []].append(moved)
  }
}

extension ElementSyntax {
  /// Its arguments as the value of a property.
  fileprivate var asList: ListSyntax { ListSyntax(entries: [ListSyntax.Entry(terms: arguments, comma: nil)]) }
}
