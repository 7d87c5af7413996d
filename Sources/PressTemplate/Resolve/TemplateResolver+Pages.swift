import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  /// The sheets of paper, and the one area on all of them.
  mutating func readPages(_ children: [Node], in certificate: Node, isEmpty: Bool) {
    let nodes = children.filter { $0.rule.name == "page" && !$0.isMoved }.sorted { $0.order < $1.order }
    let areaNode = single("area", of: children)
    guard let first = nodes.first else {
      if !isEmpty, !certificate.isDamaged {
        findings.reportIfBalanced(
          .missingPage(
            at: findings.span(certificate.head),
            body: certificate.block?.leftBrace.map { findings.span($0) }))
      }
      return
    }
    var sheets: [(size: Size, provenance: [String: Provenance])] = []
    for node in nodes {
      var provenance: [String: Provenance] = [:]
      guard let size = pageSize(node, &provenance) else { continue }
      sheets.append((size, provenance))
      if areaNode == nil, size != sheets[0].size {
        findings.report(.areaNeeded(at: findings.span(node.head), first: findings.span(first.head)))
      }
    }
    guard sheets.count == nodes.count else {
      _ = areaNode.map { readArea($0, on: nil) }
      return
    }
    let base = Size(width: sheets.map(\.size.width).min() ?? 0, height: sheets.map(\.size.height).min() ?? 0)
    var area: (size: Size, provenance: [String: Provenance])? = (base, [:])
    if let areaNode { area = readArea(areaNode, on: base) }
    guard let area else { return }
    pages = sheets.map { sheet in
      let (size, inner) = (sheet.size, area.size)
      return PageSetup(
        size: size,
        area: Rect(
          x: (size.width - inner.width) / 2, y: (size.height - inner.height) / 2, width: inner.width,
          height: inner.height),
        provenance: sheet.provenance.merging(area.provenance) { $1 })
    }
  }

  /// The one element of that word; a second one is reported.
  func single(_ word: String, of children: [Node]) -> Node? {
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

  private func readArea(_ node: Node, on page: Size?) -> (size: Size, provenance: [String: Provenance])? {
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
    let tolerance: Points = 0.001
    if size.width > page.width + tolerance {
      scope.fail(
        .areaTooLarge("width", area: size.width, page: page.width, at: sheet.width.span ?? scope.head))
    }
    if size.height > page.height + tolerance {
      scope.fail(.areaTooLarge("height", area: size.height, page: page.height, at: height.span ?? scope.head))
    }
    return scope.isBroken ? nil : (size, scope.provenance)
  }

  /// What stands on one page only; nil for a page without a block of its own.
  mutating func page(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let nodes = scope.node.children.sorted { $0.order < $1.order }
    return (
      .page(number: 0, children: nodes.compactMap { element($0, in: container) }), Placement(anchor: .own), .artifact
    )
  }
}

extension [Element] {
  /// Pages with their numbers, from 0, without those that hold nothing of their own.
  var numberingPages: [Element] {
    var number = 0
    return compactMap { element in
      guard case .page(_, let children) = element.kind else { return element }
      if children.isEmpty {
        number += 1
        return nil
      }
      var page = element
      page.kind = .page(number: number, children: children)
      number += 1
      return page
    }
  }
}
