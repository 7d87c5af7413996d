import PressDiagnostics
import PressSyntax

/// Turns the syntax tree into nodes by the language's tables: which words are elements, which are properties, and what may
/// stand where. Slips are corrected as it goes, so that one of them makes one error.
struct Outliner {
  let findings: Findings
  /// Elements that stand in a block of a wrong kind, by the depth of the block that they belong to.
  var misplaced: [Int: [Node]] = [:]
  var count = 0
  /// How many displaced elements are being read: what stands wrong in one of them is no second mistake.
  var displacing = 0
  /// Names of the files that are being read, outermost first, and of all that have been.
  var including: [String] = []
  var included: [String: Span] = [:]

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
}
