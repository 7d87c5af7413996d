import PressDiagnostics
import PressScene
import PressSyntax

// Declarations of data: fields, and the fields of lists.

extension TemplateResolver {
  mutating func declareData(_ nodes: [Node]) {
    for node in nodes.dropFirst() where !node.isMoved {
      findings.reportIfBalanced(
        .duplicateElement("data", at: findings.span(node.name), first: findings.span(nodes[0].name)))
    }
    for node in nodes {
      var scope = Scope(findings: findings, node: node, layers: [], ruler: .none)
      rejectArguments(&scope)
    }
    let declarations = nodes.flatMap(\.children).filter { $0.rule.name == ElementRules.field.name }
    // Known beforehand: a list may stand before the field whose name it repeats.
    let outer = Dictionary(
      declarations.map { (findings.text($0.name), findings.span($0.name)) }, uniquingKeysWith: { first, _ in first })
    for node in declarations {
      if let field = field(node, within: nil, outer: outer) { schema.fields.append(field) }
    }
    bindTwins()
  }

  /// Fields that print another one's value are of its type, and as optional as it is.
  private mutating func bindTwins() {
    for index in schema.fields.indices {
      let field = schema.fields[index]
      guard let name = field.sameAs, let place = field.provenance[Properties.sameAs.name]?.span else { continue }
      guard let twin = schema[name], twin.isGiven, twin.name != field.name, twin.type == field.type,
        !twin.isListOfObjects
      else {
        findings.report(
          .wrongTwin(
            name, of: field, known: schema[name],
            candidates: schema.fields.filter { $0.isGiven && $0.type == field.type },
            at: place))
        schema.fields[index].sameAs = nil
        continue
      }
      findings.names.useField(name, at: place)
      schema.fields[index].isOptional = twin.isOptional
      schema.fields[index].defaultText = twin.defaultText
      findings.names.redeclareField(field.name, schema.fields[index])
    }
  }

  /// Declares a field; nil if it is broken, which has been told.
  /// - Parameters:
  ///   - list: the list whose entries it belongs to.
  ///   - outer: the names of fields that stand in `data` itself.
  private func field(_ node: Node, within list: String?, outer: [String: Span]) -> Schema.Field? {
    let name = findings.text(node.name)
    let qualified = list.map { $0 + "/" + name } ?? name
    let span = findings.span(node.name)
    let head = findings.span(node.head)
    var arguments = node.arguments[...]
    if arguments.count == 2, case .string(let text, _) = arguments[0], case .word(let token, let type) = arguments[1],
      Schema.Field.FieldType(rawValue: type) != nil
    {
      let cure = [name, type, findings.text(findings.span(text))].joined(separator: " ")
      findings.report(
        .wrongOrder(
          "the label of '\(name)' stands before its type", id: "template.incomplete-field", cure: cure,
          at: span.joined(with: findings.span(token))))
      arguments = [arguments[1], arguments[0]]
    }
    guard case .word(let typeToken, let word) = arguments.first else {
      // `text "姓名"` lacks its name, `name "姓名"` its type.
      if Schema.Field.FieldType(rawValue: name) != nil {
        findings.names.declareNameless(.field)
        if !node.isDamaged { findings.report(.incompleteField("name", name: nil, at: head)) }
      } else {
        if !node.isDamaged { findings.report(.incompleteField("type", name: name, at: head)) }
        findings.names.declareField(qualified, nil, at: span)
      }
      _ = fields(of: node, outer: outer)
      return nil
    }
    if let first = findings.names.declaration(.field, qualified) {
      findings.names.declareDuplicate(.field, name, at: span, first: first)
      return nil
    }
    if let builtIn = BuiltInName(rawValue: name) { findings.report(.reservedFieldName(builtIn, at: span)) }
    if let list, let first = outer[name] {
      findings.report(.innerNameTaken(name, list: list, at: span, first: first))
    }
    arguments.removeFirst()
    var type = fieldType(word, at: findings.span(typeToken))
    if list != nil, type == .list {
      findings.report(.nestedList(name, at: findings.span(typeToken)))
      type = nil
    }
    let label = label(arguments, of: node, name: name, head: head)
    let fields = type == .list ? fields(of: node, outer: outer) : []
    let field = fieldRules(node, type: type, hasFields: fields?.isEmpty == false).flatMap { rules -> Schema.Field? in
      guard let label, let fields else { return nil }
      var field = Schema.Field(
        name: name, type: rules.type, label: label,
        isOptional: node.flags["optional"] != nil || rules.defaultText != nil, maximum: rules.maximum,
        minimum: rules.minimum, oneOf: rules.oneOf, print: rules.print, defaultText: rules.defaultText, fields: fields,
        span: head, provenance: rules.provenance)
      field.sameAs = rules.sameAs
      return field
    }
    findings.names.declareField(qualified, field, at: span)
    return field
  }

  /// The fields of a list's entries; nil if one of them is broken.
  private func fields(of node: Node, outer: [String: Span]) -> [Schema.Field]? {
    let list = findings.text(node.name)
    let declarations = node.children.filter { $0.rule.name == ElementRules.field.name }
    let fields = declarations.compactMap { field($0, within: list, outer: outer) }
    return fields.count == declarations.count ? fields : nil
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

  // MARK: Rules

  private struct FieldRules {
    var type: Schema.Field.FieldType
    var maximum: Int?
    var minimum: Int?
    var oneOf: [String]?
    var print: Schema.PrintRule?
    var defaultText: String?
    var sameAs: String?
    var provenance: [String: Provenance]
  }

  private func fieldRules(_ node: Node, type: Schema.Field.FieldType?, hasFields: Bool) -> FieldRules? {
    var scope = Scope(findings: findings, node: node, layers: [own(node)], ruler: .none)
    let maximum = scope.value(Properties.max)
    let minimum = scope.value(Properties.min)
    let oneOf = scope.value(Properties.oneOf)
    let print = scope.value(Properties.print)
    let defaultText = scope.value(Properties.defaultText)
    let sameAs = scope.value(Properties.sameAs)
    guard let type else { return nil }
    if sameAs != nil {
      for name in ["max", "min", "one-of", "default"] {
        if let given = scope.own(named: name) { scope.fail(.ruleOfTwin(name, at: given.name)) }
      }
    }
    for (name, given) in scope.layers[0].given.sorted(by: {
      $0.value.name.range.lowerBound < $1.value.name.range.lowerBound
    }) {
      var takes = types(taking: name)
      if name == "print", !given.isBroken { takes = types(printing: print?.rule) }
      if !takes.contains(type) {
        let place = name == "print" ? given.value : given.name
        // `chinese` is known in two places: a date's stands in `date(chinese)`.
        let isDate = type == .date && print?.rule == .numerals(.chinese)
        scope.fail(
          name == "print" && isDate
            ? .dateInNumerals(at: place)
            : .ruleNotForType(
              name == "print" && !given.isBroken ? String(findings.text(place).prefix { $0 != "(" }) : name, type: type,
              takes: takes.map(\.rawValue), at: place))
      } else if name == "print", hasFields {
        scope.fail(.printedList(findings.text(node.name), at: given.name))
      }
    }
    if let minimum, let maximum, minimum > maximum, let place = scope.own(Properties.min),
      let other = scope.own(Properties.max)
    {
      scope.fail(
        .minimumAboveMaximum(of: type == .list ? "entries" : "characters", at: place.value, maximum: other.value))
    } else if let oneOf, let given = scope.own(Properties.oneOf),
      oneOf.contains(where: { $0.count < minimum ?? 0 || $0.count > maximum ?? .max })
    {
      scope.fail(.impossibleValue(at: given.value))
    }
    if let defaultText, let given = scope.own(Properties.defaultText),
      defaultText.unicodeScalars.allSatisfy(\.isSpace)
    {
      scope.fail(.emptyDefault(at: given.value))
    }
    for (number, span) in (print?.numbers ?? []).enumerated() {
      scope.record("print.\(number + 1)", Provenance(.literal, span: span, written: findings.text(span)))
    }
    if scope.isBroken { return nil }
    return FieldRules(
      type: type, maximum: maximum, minimum: minimum, oneOf: oneOf, print: print?.rule, defaultText: defaultText,
      sameAs: sameAs, provenance: scope.provenance)
  }

  private func types(taking rule: String) -> [Schema.Field.FieldType] {
    switch rule {
    case "max", "min": [.text, .url, .list]
    case "one-of": [.text, .number]
    case "same-as": Schema.Field.FieldType.allCases
    case "default": [.text, .number, .date, .url]
    default: [.text, .number, .date, .list]
    }
  }

  private func types(printing rule: Schema.PrintRule?) -> [Schema.Field.FieldType] {
    switch rule {
    case .mask: [.text, .number]
    case .date: [.date]
    case .number, .numerals: [.number]
    case .join: [.list]
    case nil: types(taking: "print")
    }
  }
}
