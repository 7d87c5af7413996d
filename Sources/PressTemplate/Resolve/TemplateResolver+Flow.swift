import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  mutating func flow(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    rejectArguments(&scope)
    var placement = sizedPlacement(&scope, in: container)
    let isRow = scope.word == "row"
    if isRow, container.flow == "column", placement.width == nil, case .known(let width) = container.ruler.width {
      // A row in a column is as wide as the column.
      placement.width = width
      scope.record(Properties.width.name, Provenance(.derived(from: "")))
    }
    let gap = scope.length(Properties.gap) ?? 0
    let pitch = isRow ? nil : scope.length(Properties.pitch)
    let children = children(of: scope.node, in: inner(&scope, placement))
    if !isRow, scope.has(Properties.pitch) {
      return (.column(pitch: pitch, gap: 0, children: children), placement, .artifact)
    }
    return (
      isRow ? .row(gap: gap, children: children) : .column(pitch: nil, gap: gap, children: children), placement,
      .artifact
    )
  }

  /// What the children of a row or column stand in.
  private func inner(_ scope: inout Scope, _ placement: Placement) -> Container {
    func base(_ length: Points?, isBroken: Bool) -> Ruler.Base {
      isBroken ? .broken : length.map { .known($0) } ?? .none
    }
    return Container(
      flow: scope.word,
      ruler: Ruler(
        width: base(placement.width, isBroken: scope.isBroken),
        height: base(placement.height, isBroken: scope.isBroken),
        container: scope.word))
  }

  mutating func when(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let field = scope.argument(Form<FieldUse>.field)
    let children = children(of: scope.node, in: container)
    guard let field else { return nil }
    if case .known(let declared) = field.lookup, declared.isAlwaysPresent {
      findings.report(.alwaysPresent(declared, at: field.span))
    }
    let anchor: Placement.Anchor = container.flow == nil ? .own : .flow
    return (.when(field: field.name, children: children), Placement(anchor: anchor), .artifact)
  }

  private mutating func children(of node: Node, in container: Container) -> [Element] {
    let nodes = node.children.sorted { $0.name.range.lowerBound < $1.name.range.lowerBound }
    if nodes.isEmpty, !node.isDamaged {
      findings.report(.emptyContainer(node.rule.name, at: findings.span(node.head)))
    }
    return nodes.compactMap { element($0, in: container) }
  }
}

/// A bare field.
struct FieldUse: Sendable {
  var name: String
  var span: Span
  var lookup: Names.Lookup<Schema.Field>
}

extension Form where Value == FieldUse {
  static let field = Form("the name of a field") { reader throws(Reported) in
    let (name, span) = try reader.word()
    return FieldUse(name: name, span: span, lookup: reader.findings.names.useField(name, at: span))
  }
}
