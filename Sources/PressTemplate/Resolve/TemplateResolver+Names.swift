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

// Declarations: fonts, data fields, styles.

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
        findings.reportIfBalanced(.duplicateName(.font, alias, at: span, first: first))
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

  // MARK: Data

  mutating func declareData(_ nodes: [Node]) {
    for node in nodes.dropFirst() where !node.isMoved {
      findings.reportIfBalanced(
        .duplicateElement("data", at: findings.span(node.name), first: findings.span(nodes[0].name)))
    }
    for node in nodes {
      var scope = Scope(findings: findings, node: node, layers: [], ruler: .none)
      rejectArguments(&scope)
    }
    for field in nodes.flatMap(\.children) where field.rule.name == ElementRules.field.name { declareField(field) }
  }

  private mutating func declareField(_ node: Node) {
    let name = findings.text(node.name)
    let span = findings.span(node.name)
    let head = findings.span(node.head)
    var arguments = node.arguments[...]
    guard case .word(let typeToken, let word) = arguments.first else {
      // `text "姓名"` lacks its name, `name "姓名"` its type.
      if Schema.Field.FieldType(rawValue: name) != nil {
        findings.names.declareNameless(.field)
        if !node.isDamaged { findings.report(.incompleteField("name", name: nil, at: head)) }
      } else {
        if !node.isDamaged { findings.report(.incompleteField("type", name: name, at: head)) }
        findings.names.declareField(name, nil, at: span)
      }
      return
    }
    if let first = findings.names.declaration(.field, name) {
      findings.report(.duplicateName(.field, name, at: span, first: first))
      return
    }
    arguments.removeFirst()
    let type = fieldType(word, at: findings.span(typeToken))
    let label = label(arguments, of: node, name: name, head: head)
    let field = fieldRules(node, type: type).flatMap { rules in
      label.map { label in
        Schema.Field(
          name: name, type: rules.type, label: label, isOptional: node.flags["optional"] != nil,
          maximum: rules.maximum, minimum: rules.minimum, oneOf: rules.oneOf, print: rules.print, span: head,
          provenance: rules.provenance)
      }
    }
    findings.names.declareField(name, field, at: span)
    if let field { schema.fields.append(field) }
  }

  private func fieldType(_ word: String, at span: Span) -> Schema.Field.FieldType? {
    if let type = Schema.Field.FieldType(rawValue: word) { return type }
    let choices = Schema.Field.FieldType.allCases.map(\.rawValue)
    let suggestion = Suggestion.likely(to: word, among: choices)
    findings.report(.unknownWord(word, in: "data", choices: choices, suggestion: suggestion, at: span))
    return suggestion.flatMap { Schema.Field.FieldType(rawValue: $0) }
  }

  private func label(_ arguments: ArraySlice<TermSyntax>, of node: Node, name: String, head: Span) -> String? {
    guard !arguments.isEmpty else {
      if !node.isDamaged { findings.report(.incompleteField("label", name: name, at: head)) }
      return nil
    }
    let form = Form<String>.plain("a label in quotes such as \"姓名\"")
    return try? form.read(ListReader(Array(arguments), of: node.name, findings: findings, subject: name))
  }

  private struct FieldRules {
    var type: Schema.Field.FieldType
    var maximum: Int?
    var minimum: Int?
    var oneOf: [String]?
    var print: Schema.PrintRule?
    var provenance: [String: Provenance]
  }

  private func fieldRules(_ node: Node, type: Schema.Field.FieldType?) -> FieldRules? {
    var scope = Scope(findings: findings, node: node, layers: [own(node)], ruler: .none)
    let maximum = scope.value(Properties.max)
    let minimum = scope.value(Properties.min)
    let oneOf = scope.value(Properties.oneOf)
    let print = scope.value(Properties.print)
    guard let type else { return nil }
    for (name, given) in scope.layers[0].given.sorted(by: {
      $0.value.name.range.lowerBound < $1.value.name.range.lowerBound
    }) {
      var takes = types(taking: name)
      if name == "print", !given.isBroken { takes = types(printing: print?.rule) }
      if !takes.contains(type) {
        let place = name == "print" ? given.value : given.name
        scope.fail(.ruleNotForType(name, type: type, takes: takes.map(\.rawValue), at: place))
      }
    }
    if let minimum, let maximum, minimum > maximum, let place = scope.own(Properties.min),
      let other = scope.own(Properties.max)
    {
      scope.fail(.minimumAboveMaximum(at: place.value, maximum: other.value))
    } else if let oneOf, let given = scope.own(Properties.oneOf),
      oneOf.contains(where: { $0.count < minimum ?? 0 || $0.count > maximum ?? .max })
    {
      scope.fail(.impossibleValue(at: given.value))
    }
    for (number, span) in (print?.numbers ?? []).enumerated() {
      scope.record("print.\(number + 1)", Provenance(.literal, span: span, written: findings.text(span)))
    }
    if scope.isBroken { return nil }
    return FieldRules(
      type: type, maximum: maximum, minimum: minimum, oneOf: oneOf, print: print?.rule, provenance: scope.provenance)
  }

  private func types(taking rule: String) -> [Schema.Field.FieldType] {
    switch rule {
    case "max", "min": [.text, .url]
    case "one-of": [.text, .number]
    default: [.text, .number, .date]
    }
  }

  private func types(printing rule: Schema.PrintRule?) -> [Schema.Field.FieldType] {
    switch rule {
    case .mask: [.text, .number]
    case .date: [.date]
    case nil: types(taking: "print")
    }
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
        findings.reportIfBalanced(.duplicateName(.style, name, at: span, first: first))
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
        isWhole: !node.isDamaged && (base == nil || baseName != nil))
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
