import PressDiagnostics
import PressSyntax

/// Included files.
extension Outliner {
  /// Reads the statements of another file as if they stood here.
  mutating func include(_ element: ElementSyntax, in node: inout Node, path: [ElementRule]) {
    let rule = ElementRules.include
    let inner = self.node(element, rule, path: path)
    let reader = ListReader(inner.arguments, of: inner.name, findings: findings, subject: rule.name)
    guard !inner.arguments.isEmpty else {
      findings.lacksFile = true
      node.isDamaged = true
      findings.reportIfBalanced(.missingArgument(of: rule.name, example: rule.head, at: findings.span(inner.name)))
      return
    }
    let form = Form<String>.plain("the name of a file in quotes such as \"house.layout\"")
    guard let name = try? form.read(reader) else {
      findings.lacksFile = true
      node.isDamaged = true
      return
    }
    let span = reader.place
    if including.contains(name) {
      findings.report(.includeCycle(including + [name], at: span))
      return
    }
    if let first = included[name] {
      findings.report(.includedTwice(name, at: span, first: first))
      return
    }
    included[name] = span
    switch findings.loader.file(name) {
    case .failure(let problem):
      findings.report(.cannotInclude(name, problem.reason, at: span))
      node.isDamaged = true
      findings.hasDamage = true
      findings.lacksFile = true
      findings.names.isIncomplete = true
    case .success(let (source, id)):
      let (tree, diagnostics) = LayoutParser.parse(source, id: id)
      for diagnostic in diagnostics { findings.report(diagnostic) }
      if tree.root.isLopsided { findings.isLopsided = true }
      let distance = findings.add(source, tree)
      including.append(name)
      var part = Node(rule: node.rule, name: element.name, arguments: [], block: nil)
      fill(&part, tree.statements(movedBy: distance), path: path.dropLast())
      including.removeLast()
      node.children += part.children
      if part.isDamaged { node.isDamaged = true }
    }
  }
}
