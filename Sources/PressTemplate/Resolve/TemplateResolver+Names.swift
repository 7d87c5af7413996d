import PressDiagnostics
import PressScene
import PressSyntax

/// `style NAME { … }`
struct Style {
  var name: String
  var layer: Scope.Layer
  /// The style it takes over, if it says so.
  var base: (name: String, span: Span)?
  /// False if a part of it was not understood.
  var isWhole: Bool
}

// Declarations: fonts and styles.

extension TemplateResolver {
  mutating func declareFonts(_ nodes: [Node]) {
    for node in nodes {
      let list = ListReader(node.arguments, of: node.name, findings: findings, subject: "font")
      guard case .word(let token, let alias) = node.arguments.first else {
        findings.names.declareNameless(.font)
        if !node.isDamaged {
          findings.reportIfBalanced(
            .missingArgument(
              of: "font", example: node.rule.head + ", such as font song \"CertPress Song\"", at: list.place))
        }
        continue
      }
      let span = findings.span(token)
      if let first = findings.names.declaration(.font, alias) {
        findings.names.declareDuplicate(.font, alias, at: span, first: first)
        continue
      }
      if TypeSize.points(alias) != nil { findings.report(.reservedName(alias, at: span)) }
      findings.names.declareFont(alias, family: family(node, list), at: span)
    }
  }

  private func family(_ node: Node, _ list: ListReader) -> String? {
    let rest = Array(node.arguments.dropFirst())
    if rest.isEmpty {
      if !node.isDamaged {
        findings.reportIfBalanced(
          .missingArgument(
            of: "font", example: node.rule.head + ", such as font song \"CertPress Song\"", at: list.place))
      }
      return nil
    }
    let form = Form<String>.plain("a family in quotes such as \"CertPress Song\"")
    return try? form.read(ListReader(rest, of: node.name, findings: findings, subject: "font"))
  }

  // MARK: Styles

  mutating func declareStyles(_ nodes: [Node]) {
    var named: [(name: String, node: Node)] = []
    for node in nodes {
      guard case .word(let token, let name) = node.arguments.first else {
        findings.names.declareNameless(.style)
        if !node.isDamaged {
          findings.reportIfBalanced(
            .missingArgument(of: "style", example: "style NAME { … }", at: findings.span(node.head)))
        }
        continue
      }
      let span = findings.span(token)
      if let first = findings.names.declaration(.style, name) {
        findings.names.declareDuplicate(.style, name, at: span, first: first)
        continue
      }
      if let extra = node.arguments.dropFirst().first, !extra.isBroken {
        let rest = findings.span(from: extra.range.lowerBound, to: node.head.upperBound)
        findings.report(.extraValue(in: "style", wanted: "one name", findings.text(rest), at: rest))
      }
      findings.names.declareStyle(name, at: span)
      named.append((name, node))
    }
    for (name, node) in named {
      var given: [String: Given] = [:]
      for property in node.properties { given[property.name] = read(property) }
      let base = given.removeValue(forKey: "style")
      let baseName = base?.values.values.first as? String
      if let base, let baseName { findings.names.useStyle(baseName, at: base.value) }
      styles[name] = Style(
        name: name, layer: Scope.Layer(origin: .style(name), given: given),
        base: base.flatMap { base in baseName.map { ($0, base.value) } },
        isWhole: !node.isDamaged && (base == nil || baseName != nil) && !given.values.contains(where: \.isBroken))
    }
    breakCycles(named.map(\.name))
  }

  /// Reports each ring of styles once and opens it.
  private mutating func breakCycles(_ names: [String]) {
    var done: Set<String> = []
    for start in names {
      var chain: [String] = []
      var name: String? = start
      while let current = name, styles[current] != nil, !done.contains(current) {
        if let first = chain.firstIndex(of: current) {
          let ring = Array(chain[first...])
          let spans = ring.compactMap { styles[$0]?.base?.span }
          if let place = spans.first {
            findings.report(.styleCycle(ring + [current], at: place, others: Array(spans.dropFirst())))
          }
          styles[current]?.base = nil
          break
        }
        chain.append(current)
        name = styles[current]?.base?.name
      }
      done.formUnion(chain)
    }
  }

  /// A style and those it takes over, itself first.
  func layers(of style: String) -> [Scope.Layer] {
    var layers: [Scope.Layer] = []
    var name: String? = style
    while let current = name, let style = styles[current] {
      layers.append(style.layer)
      name = style.base?.name
    }
    return layers
  }
}
