public import PressDiagnostics
import PressScene
public import PressSyntax

extension Template {
  /// Resolves a layout: its styles applied, its names found, its lengths in points.
  ///
  /// All that is wrong is told, in the order of the file, each mistake once. The template is nil if there is an error among
  /// that; a caller looks at the parser's diagnostics too, whose errors are not repeated here.
  /// - Parameter source: the text that `tree` was parsed from.
  public static func resolve(
    _ tree: SyntaxTree, source: Source
  ) -> (template: Template?, diagnostics: [Diagnostic]) {
    let findings = Findings(source: source, id: tree.source, isLopsided: tree.root.isLopsided)
    var outliner = Outliner(findings: findings)
    guard let certificate = outliner.certificate(tree) else { return (nil, findings.diagnostics) }
    var resolver = TemplateResolver(findings: findings)
    let template = resolver.template(certificate)
    let diagnostics = findings.diagnostics.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
    return (diagnostics.hasErrors ? nil : template, diagnostics)
  }
}

extension Diagnostic {
  fileprivate var place: Int { span?.range.lowerBound ?? 0 }
}

/// Builds a template out of nodes: first what is declared, then what is seen.
struct TemplateResolver {
  let findings: Findings
  var page: PageSetup?
  var schema = Schema(fields: [])
  var styles: [String: Style] = [:]
  /// Properties of styles that an element has taken, by the place of their names; and which kinds of element used a style.
  var taken: Set<Span> = []
  var users: [String: [String]] = [:]

  init(findings: Findings) { self.findings = findings }

  mutating func template(_ certificate: Node) -> Template? {
    let children = certificate.children
    let name = certificateName(certificate)
    declareFonts(children.filter { $0.rule.name == "font" })
    declareData(children.filter { $0.rule.name == "data" })
    declareStyles(children.filter { $0.rule.name == "style" })
    let visible = children.filter { ElementRules.visible.contains($0.rule.name) }
      .sorted { $0.name.range.lowerBound < $1.name.range.lowerBound }
    let isEmpty = visible.isEmpty && !certificate.isDamaged
    if isEmpty { findings.reportIfBalanced(.emptyCertificate(at: findings.span(certificate.head))) }
    readPage(children, in: certificate, isEmpty: isEmpty)
    let document = document(children)
    let elements = visible.compactMap { element($0, in: pageContainer) }
    let identified = Identity(findings: findings).assign(elements)
    for diagnostic in findings.names.unknownNames() { findings.report(diagnostic) }
    if !findings.diagnostics.hasErrors, !findings.hasDamage { warnOfUnused(children) }
    guard let name, let page else { return nil }
    return Template(
      name: name, page: page, document: document, schema: schema, elements: Dependence.spread(identified),
      span: findings.span(certificate.head))
  }

  private func certificateName(_ certificate: Node) -> String? {
    guard !certificate.name.isMissing, certificate.name.kind != .endOfFile else { return nil }
    var scope = Scope(findings: findings, node: certificate, layers: [], ruler: .none)
    return scope.argument(.plain("a name in quotes such as \"职称证书\""))
  }

  /// What elements that no row or column places stand in.
  var pageContainer: Container {
    guard let area = page?.area else {
      return Container(flow: nil, ruler: Ruler(width: .broken, height: .broken, container: "certificate"))
    }
    return Container(
      flow: nil,
      ruler: Ruler(width: .known(area.width), height: .known(area.height), container: "certificate"))
  }

  // MARK: Page

  private mutating func readPage(_ children: [Node], in certificate: Node, isEmpty: Bool) {
    let pages = single("page", of: children)
    guard let pages else {
      if !isEmpty, !certificate.isDamaged {
        findings.reportIfBalanced(
          .missingPage(
            at: findings.span(certificate.head),
            body: certificate.block?.leftBrace.map { findings.span($0) }))
      }
      _ = single("area", of: children)
      return
    }
    var provenance: [String: Provenance] = [:]
    let size = pageSize(pages, &provenance)
    var area = size.map { Rect(origin: .zero, size: $0) }
    if let node = single("area", of: children) { area = readArea(node, on: size, &provenance) }
    guard let size, let area else { return }
    page = PageSetup(size: size, area: area, provenance: provenance)
  }

  /// The one element of that word; a second one is reported.
  private func single(_ word: String, of children: [Node]) -> Node? {
    let nodes = children.filter { $0.rule.name == word }
    for node in nodes.dropFirst() where !node.isMoved {
      findings.reportIfBalanced(
        .duplicateElement(word, at: findings.span(node.name), first: findings.span(nodes[0].name)))
    }
    return nodes.first
  }

  private func pageSize(_ node: Node, _ provenance: inout [String: Provenance]) -> Size? {
    var scope = Scope(
      findings: findings, node: node, layers: [], ruler: Ruler(width: .none, height: .none, container: "page"))
    if case .number = node.arguments.first {
      guard let sheet = scope.argument(Form<MeasuredSize>.sheet), let height = sheet.height else { return nil }
      scope.record("page.width", sheet.width, .literal)
      scope.record("page.height", height, .literal)
      let size = Size(
        width: scope.points(sheet.width, along: .width, of: "page"),
        height: scope.points(height, along: .height, of: "page"))
      provenance.merge(scope.provenance) { $1 }
      return scope.isBroken ? nil : size
    }
    guard let paper = scope.argument(Form<NamedPaper>.paper) else { return nil }
    let span = findings.span(from: node.arguments[0].range.lowerBound, to: node.head.upperBound)
    provenance["page"] = Provenance(.literal, span: span, written: findings.text(span))
    let size = paper.paper.size
    return paper.isLandscape ? Size(width: size.height, height: size.width) : size
  }

  private func readArea(_ node: Node, on page: Size?, _ provenance: inout [String: Provenance]) -> Rect? {
    let base = Ruler(
      width: page.map { .known($0.width) } ?? .broken, height: page.map { .known($0.height) } ?? .broken,
      container: "page")
    var scope = Scope(findings: findings, node: node, layers: [], ruler: base)
    guard let sheet = scope.argument(Form<MeasuredSize>.sheet), let height = sheet.height else { return nil }
    scope.record("area.width", sheet.width, .literal)
    scope.record("area.height", height, .literal)
    let size = Size(
      width: scope.points(sheet.width, along: .width, of: "area"),
      height: scope.points(height, along: .height, of: "area"))
    guard let page, !scope.isBroken else { return nil }
    provenance.merge(scope.provenance) { $1 }
    let tolerance: Points = 0.001
    if size.width > page.width + tolerance {
      scope.fail(
        .areaTooLarge("width", area: size.width, page: page.width, at: sheet.width.span ?? scope.head))
    }
    if size.height > page.height + tolerance {
      scope.fail(.areaTooLarge("height", area: size.height, page: page.height, at: height.span ?? scope.head))
    }
    if scope.isBroken { return nil }
    return Rect(
      x: (page.width - size.width) / 2, y: (page.height - size.height) / 2, width: size.width, height: size.height)
  }

  // MARK: Document

  private func document(_ children: [Node]) -> DocumentTemplate {
    guard let node = single("document", of: children) else { return DocumentTemplate() }
    var scope = Scope(findings: findings, node: node, layers: [own(node)], ruler: .none)
    rejectArguments(&scope)
    var document = DocumentTemplate()
    document.title = scope.value(Properties.title)
    document.author = scope.value(Properties.author)
    document.date = scope.value(Properties.date)
    if let language = scope.value(Properties.language) {
      document.language = language
      if let given = scope.own(Properties.language), !isLanguageTag(language) {
        findings.report(.notALanguage(at: given.value))
      }
    }
    return document
  }

  /// The shape of BCP 47 (RFC 5646): subtags of one to eight letters or digits, the first of two letters or more.
  private func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(\.isLetter) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  // MARK: Unused declarations

  private func warnOfUnused(_ children: [Node]) {
    for (kind, word) in [(Names.Kind.style, "style"), (.font, "font")] {
      for (name, span) in findings.names.unused(kind) {
        let node = children.first { node in
          node.rule.name == word && node.range.contains(span.range.lowerBound)
        }
        findings.report(.unused(kind, name, at: span, statement: node.map { findings.span($0.range) }))
      }
    }
    for style in styles.values.sorted(by: { $0.name < $1.name }) where users[style.name] != nil {
      for (name, given) in style.layer.given.sorted(by: { $0.key < $1.key }) where !taken.contains(given.name) {
        findings.report(
          .idleStyleProperty(name, style: style.name, users: (users[style.name] ?? []).unique, at: given.name))
      }
    }
  }
}

/// What an element stands in.
struct Container {
  /// The word of the row or column that places it; nil if it has a place of its own.
  var flow: String?
  var ruler: Ruler
}

extension Ruler {
  static let none = Ruler(width: .none, height: .none, container: "certificate")
}

extension BlockSyntax {
  /// True if braces don't pair.
  fileprivate var isLopsided: Bool {
    if leftBrace != nil, rightBrace == nil { return true }
    return statements.contains { statement in
      switch statement {
      case .skipped(let tokens): tokens.contains { $0.kind == .rightBrace }
      case .element(let element): element.block?.isLopsided ?? false
      case .property: false
      }
    }
  }
}
