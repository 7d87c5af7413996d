import PressDiagnostics
import PressSyntax

/// Turns the syntax tree into nodes by the language's tables: which words are elements, which are properties, and what may
/// stand where. Slips are corrected as it goes, so that one of them makes one error.
struct Outliner {
  let findings: Findings
  /// Elements that stand in a block of a wrong kind, by the depth of the block that they belong to.
  private var misplaced: [Int: [Node]] = [:]
  private var count = 0
  /// How many displaced elements are being read: what stands wrong in one of them is no second mistake.
  private var displacing = 0
  /// Names of the files that are being read, outermost first, and of all that have been.
  private var including: [String] = []
  private var included: [String: Span] = [:]

  init(findings: Findings) { self.findings = findings }

  /// The file's one certificate.
  mutating func certificate(_ tree: SyntaxTree) -> Node? {
    var certificate: Node?
    var outside: [StatementSyntax] = []
    var isDamaged = false
    for statement in tree.root.statements {
      switch statement {
      case .skipped(let tokens):
        isDamaged = true
        mention(tokens)
      case .property: outside.append(statement)
      case .element(let element):
        // A block without a word at the top of the file can only be the certificate's.
        let isNameless = element.name.isMissing && element.block != nil && certificate == nil
        guard isNameless || isCertificate(element) else {
          outside.append(statement)
          continue
        }
        if let first = certificate {
          findings.report(
            .secondCertificate(at: findings.span(element.name), first: findings.span(first.name)))
        } else {
          certificate = node(element, ElementRules.certificate, path: [])
        }
      }
    }
    if certificate == nil, let index = outside.firstIndex(where: isMeantAsCertificate),
      case .element(let element) = outside.remove(at: index)
    {
      findings.report(.missingCertificate(at: findings.span(element.name)))
      certificate = node(element, ElementRules.certificate, path: [])
    }
    guard var node = certificate else {
      return withoutCertificate(tree, outside, isDamaged: isDamaged)
    }
    if !outside.isEmpty {
      if !isDamaged { findings.reportIfBalanced(.outsideCertificate(spans(of: outside))) }
      fill(&node, outside, path: [])
    }
    return node
  }

  /// The word itself, or one so near that it must have been meant.
  private func isCertificate(_ element: ElementSyntax) -> Bool {
    let word = findings.text(element.name)
    let name = ElementRules.certificate.name
    if word == name { return true }
    guard ElementRules.named(word) == nil, Suggestion.likely(to: word, among: [name]) != nil else { return false }
    findings.report(
      .unknownElement(word, in: nil, suggestion: name, choices: [name], at: [findings.span(element.name)]))
    return true
  }

  /// True for an element of another word that holds what only a certificate can.
  private func isMeantAsCertificate(_ statement: StatementSyntax) -> Bool {
    guard case .element(let element) = statement else { return false }
    return element.block?.statements.contains { inner in
      guard case .element(let inner) = inner else { return false }
      return ["page", "area", "document", "data"].contains(findings.text(inner.name))
    } ?? false
  }

  /// Reads the file as if it were the block of a certificate.
  private mutating func withoutCertificate(
    _ tree: SyntaxTree, _ statements: [StatementSyntax], isDamaged: Bool
  ) -> Node? {
    if !isDamaged { findings.report(.missingCertificate(at: spans(of: statements).first ?? findings.span(0..<0))) }
    if statements.isEmpty { return nil }
    var node = Node(rule: ElementRules.certificate, name: tree.endOfFile, arguments: [], block: tree.root)
    node.isDamaged = true
    fill(&node, statements, path: [])
    return node
  }

  private func spans(of statements: [StatementSyntax]) -> [Span] {
    statements.compactMap { statement in
      switch statement {
      case .element(let element): findings.span(element.name)
      case .property(let property): findings.span(property.name)
      case .skipped: nil
      }
    }
  }

  // MARK: Blocks

  /// An element of a known word. `path` is what it stands in, from the certificate inwards.
  private mutating func node(_ element: ElementSyntax, _ rule: ElementRule, path: [ElementRule]) -> Node {
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

  private mutating func fill(_ node: inout Node, _ statements: [StatementSyntax], path: [ElementRule]) {
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

  private func choices(of rule: ElementRule) -> [String] { rule.elements + rule.properties.map(\.name) + rule.flags }

  // MARK: Elements

  /// False if the word means nothing here and nothing near.
  private mutating func add(_ element: ElementSyntax, to node: inout Node, path: [ElementRule]) -> Bool {
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

  // MARK: Other files

  /// Reads the statements of another file as if they stood here.
  private mutating func include(_ element: ElementSyntax, in node: inout Node, path: [ElementRule]) {
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

  // MARK: Properties

  private mutating func add(_ property: PropertySyntax, to node: inout Node, path: [ElementRule]) {
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
      let written = node.propertyNames { findings.text($0) }
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

  private func addFlag(_ name: String, _ token: Token, _ arguments: [TermSyntax], to node: inout Node) {
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

  private func addProperty(
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

  // MARK: What is not understood

  private func mention(_ tokens: [Token]) {
    findings.hasDamage = true
    for token in tokens where token.kind == .word { findings.names.mention(findings.text(token)) }
    if tokens.count < 4, tokens.contains(where: { $0.kind == .string }) { findings.lacksFile = true }
  }

  private func mention(_ element: ElementSyntax) {
    // A text and nothing else may be the name of a file.
    if element.block == nil, element.arguments.count == 1, case .string = element.arguments[0] {
      findings.lacksFile = true
    }
    mention([element.name] + element.arguments.flatMap(\.tokens))
    mentionFields(element.arguments)
    if let block = element.block { mention(block) }
  }

  private func mention(_ block: BlockSyntax) {
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

extension Node {
  /// The properties that are written in its block.
  fileprivate func propertyNames(_ text: (Token) -> String) -> Set<String> {
    Set(
      (block?.statements ?? []).compactMap { if case .property(let property) = $0 { text(property.name) } else { nil } }
    )
  }
}

extension ElementSyntax {
  /// Its arguments as the value of a property.
  fileprivate var asList: ListSyntax { ListSyntax(entries: [ListSyntax.Entry(terms: arguments, comma: nil)]) }
}
