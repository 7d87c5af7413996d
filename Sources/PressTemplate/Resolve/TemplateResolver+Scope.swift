import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  /// Reads a property in every form it may have; what only one reading of several finds wrong is not told.
  func read(_ property: PropertyNode) -> Given {
    let list = ListReader(property.list, of: property.token, findings: findings, subject: property.name)
    var given = Given(
      name: findings.span(property.token), value: list.place, written: findings.text(list.place), values: [:])
    if property.isGuess {
      for rule in property.rules {
        let (value, reported) = findings.attempt { () throws(Reported) in try rule.read(list) }
        guard let value else { continue }
        given.values[rule.key] = value
        for diagnostic in reported { findings.report(diagnostic) }
      }
      return given
    }
    if property.rules.count == 1, let rule = property.rules.first {
      if let value = try? rule.read(list) { given.values[rule.key] = value }
      return given
    }
    var failures: [[Diagnostic]] = []
    for rule in property.rules {
      let (value, reported) = findings.attempt { () throws(Reported) in try rule.read(list) }
      if let value { given.values[rule.key] = value } else { failures.append(reported) }
    }
    if given.isBroken { for diagnostic in failures.first ?? [] { findings.report(diagnostic) } }
    return given
  }

  /// The properties in an element's own block.
  func own(_ node: Node) -> Scope.Layer {
    var given: [String: Given] = [:]
    for property in node.properties { given[property.name] = read(property) }
    return Scope.Layer(origin: .literal, given: given)
  }

  /// The properties of a visible element, with those of its style.
  mutating func scope(_ node: Node, in container: Container) -> Scope {
    let own = own(node)
    var layers = [own]
    if let given = own.given["style"], let name = given.values.values.first as? String {
      findings.names.useStyle(name, at: given.value)
      let inherited = self.layers(of: name)
      layers += inherited
      noteUse(of: inherited, by: node.rule)
    }
    var scope = Scope(findings: findings, node: node, layers: layers, ruler: container.ruler)
    if let given = own.given["style"], !isWhole(given.values.values.first as? String) { scope.failStyle() }
    _ = scope.value(Properties.style)
    _ = scope.value(Properties.id)
    _ = scope.value(Properties.over)
    return scope
  }

  /// False if the style, or one that it takes over, is not known: what an element lacks may stand there.
  private func isWhole(_ name: String?) -> Bool {
    guard let name, let style = styles[name] else { return false }
    return style.isWhole && (style.base.map { isWhole($0.name) } ?? true)
  }

  private mutating func noteUse(of layers: [Scope.Layer], by rule: ElementRule) {
    for layer in layers {
      if case .style(let style) = layer.origin { users[style, default: []].append(rule.name) }
      for (name, given) in layer.given {
        let keys = rule.properties.filter { $0.name == name }.map(\.key)
        if keys.contains(where: { given.values[$0] != nil }) { taken.insert(given.name) }
      }
    }
  }
}
