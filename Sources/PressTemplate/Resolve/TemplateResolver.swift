public import PressDiagnostics
import PressScene
public import PressSyntax

extension Template {
  /// Resolves a layout: its styles applied, its names found, its lengths in points.
  ///
  /// All that is wrong is told, in the order of the file, each mistake once. The template is nil if there is an error among
  /// that; a caller looks at the parser's diagnostics too, whose errors are not repeated here.
  /// - Parameters:
  ///   - source: the text that `tree` was parsed from.
  ///   - files: finds the files that the layout includes.
  public static func resolve(
    _ tree: SyntaxTree, source: Source, files: any LayoutFiles
  ) -> (template: Template?, diagnostics: [Diagnostic]) {
    let findings = Findings(source: source, tree: tree, loader: files)
    var outliner = Outliner(findings: findings)
    guard let certificate = outliner.certificate(tree) else { return (nil, findings.diagnostics) }
    var resolver = TemplateResolver(findings: findings)
    let template = resolver.template(certificate)
    let diagnostics = findings.diagnostics.enumerated()
      .sorted { left, right in
        let (one, other) = (findings.place(of: left.element), findings.place(of: right.element))
        return (one.file, one.offset, left.offset) < (other.file, other.offset, right.offset)
      }
      .map(\.element)
    return (diagnostics.hasErrors ? nil : template, diagnostics)
  }
}

/// Builds a template out of nodes: first what is declared, then what is seen.
struct TemplateResolver {
  let findings: Findings
  /// Of each page; empty where that is not known, which has been told.
  var pages: [PageSetup] = []
  var schema = Schema(fields: [])
  var styles: [String: Style] = [:]
  /// Properties of styles that an element has taken, by the place of their names; and which kinds of element used a style.
  var taken: Set<Span> = []
  var users: [String: [String]] = [:]
  /// Every id that is written, though its element be broken.
  var ids: Set<String> = []

  init(findings: Findings) { self.findings = findings }

  mutating func template(_ certificate: Node) -> Template? {
    let children = certificate.children
    let name = certificateName(certificate)
    declareFonts(children.filter { $0.rule.name == "font" })
    declareData(children.filter { $0.rule.name == "data" })
    declareStyles(children.filter { $0.rule.name == "style" })
    let visible = children.filter {
      ElementRules.visible.contains($0.rule.name) || $0.rule.name == "page" && !$0.isMoved
    }
    .sorted { $0.order < $1.order }
    let isEmpty = !certificate.isDamaged && !visible.contains { $0.rule.name != "page" || !$0.children.isEmpty }
    if isEmpty { findings.reportIfBalanced(.emptyCertificate(at: findings.span(certificate.head))) }
    readPages(children, in: certificate, isEmpty: isEmpty)
    let document = document(children)
    let elements = visible.compactMap { element($0, in: pageContainer) }.numberingPages
    let identified = Identity(findings: findings).assign(elements)
    let related = Relations(findings: findings, ids: ids).resolve(identified)
    for diagnostic in findings.names.duplicateNames() { findings.reportIfBalanced(diagnostic) }
    if !findings.lacksFile {
      for diagnostic in findings.names.unknownNames(&findings.suggestions) { findings.report(diagnostic) }
    }
    if !findings.diagnostics.hasErrors, !findings.hasDamage { warnOfUnused(children) }
    guard let name, !pages.isEmpty else { return nil }
    return Template(
      name: name, pages: pages, document: document, schema: schema,
      elements: Dependence(related, schema: schema).spread(), span: findings.span(certificate.head))
  }

  private func certificateName(_ certificate: Node) -> String? {
    guard !certificate.name.isMissing, certificate.name.kind != .endOfFile else { return nil }
    var scope = Scope(findings: findings, node: certificate, layers: [], ruler: .none)
    return scope.argument(.plain("a name in quotes such as \"职称证书\""))
  }

  /// What elements that no row or column places stand in.
  var pageContainer: Container {
    guard let area = pages.first?.area else {
      return Container(flow: nil, ruler: Ruler(width: .broken, height: .broken, container: "certificate"))
    }
    return Container(
      flow: nil,
      ruler: Ruler(width: .known(area.width), height: .known(area.height), container: "certificate"))
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
  /// False for what stands on the page itself.
  var isInside = false
}

extension Ruler {
  static let none = Ruler(width: .none, height: .none, container: "certificate")
}

extension BlockSyntax {
  /// True if braces don't pair.
  var isLopsided: Bool {
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
