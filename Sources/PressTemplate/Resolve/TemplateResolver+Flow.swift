import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  typealias Resolved = (kind: Element.Kind, placement: Placement, role: Role)

  /// A row, or the head of a column or table.
  mutating func row(_ scope: inout Scope, in container: Container) -> Resolved? {
    rejectArguments(&scope)
    let isHead = scope.word == "head"
    var placement = isHead ? Placement(anchor: .flow) : sizedPlacement(&scope, in: container)
    if container.flow == "column", placement.width == nil, case .known(let width) = container.ruler.width {
      // A row in a column is as wide as the column.
      placement.width = width
      scope.record(Properties.width.name, Provenance(.derived(from: "")))
    }
    let gap = scope.length(Properties.gap) ?? 0
    let children = children(of: scope.node, in: inner(&scope, placement))
    return (isHead ? .head(gap: gap, children: children) : .row(gap: gap, children: children), placement, .artifact)
  }

  mutating func column(_ scope: inout Scope, in container: Container) -> Resolved? {
    rejectArguments(&scope)
    let placement = sizedPlacement(&scope, in: container)
    let hasPitch = scope.has(Properties.pitch)
    let gap = scope.length(Properties.gap) ?? 0
    let pitch = scope.length(Properties.pitch)
    let breaks = pageBreaks(&scope, in: container)
    let children = children(of: scope.node, in: inner(&scope, placement))
    let column = ColumnElement(pitch: pitch, gap: hasPitch ? 0 : gap, breaks: breaks)
    return (.column(column, children: children), placement, .artifact)
  }

  /// Where it goes on upon the next page, if it may.
  func pageBreaks(_ scope: inout Scope, in container: Container) -> PageBreaks? {
    let until = scope.length(Properties.until, along: .height)
    let again = scope.length(Properties.again, along: .height)
    if let given = scope.own(Properties.until) ?? scope.own(Properties.again), container.isInside {
      scope.fail(.breaksInside(scope.word, container: container.ruler.container, at: given.name))
      return nil
    }
    guard let until else {
      if let given = scope.own(Properties.again), !scope.has(Properties.until) {
        scope.fail(.againWithoutUntil(at: given.name))
      }
      return nil
    }
    if let again, again >= until, let place = scope.provenance[Properties.again.name]?.span {
      scope.fail(.againBelowUntil(at: place))
    }
    return PageBreaks(until: until, again: again)
  }

  mutating func group(_ scope: inout Scope, in container: Container) -> Resolved? {
    rejectArguments(&scope)
    var placement = placement(&scope, in: container)
    if scope.has(Properties.size) {
      let size = scope.size(Properties.size)
      (placement.width, placement.height) = (size?.width, size?.height)
    } else {
      placement.width = scope.length(Properties.width, along: .width)
      placement.height = scope.length(Properties.height, along: .height)
    }
    let rotation = scope.value(Properties.rotate)
    let opacity = scope.value(Properties.groupOpacity)
    let clip = scope.value(Properties.clip)
    var inside = inner(&scope, placement)
    inside.flow = nil
    inside.isInside = true
    let children = children(of: scope.node, in: inside)
    guard let rotation, let opacity else { return nil }
    return (
      .group(GroupElement(rotation: rotation, opacity: opacity, clip: clip), children: children), placement, .artifact
    )
  }

  /// What the children of an element stand in.
  func inner(_ scope: inout Scope, _ placement: Placement) -> Container {
    func base(_ length: Points?, isBroken: Bool) -> Ruler.Base {
      length.map { isBroken ? .broken : .known($0) } ?? (isBroken || scope.isDamaged ? .broken : .none)
    }
    return Container(
      flow: scope.word,
      ruler: Ruler(
        width: base(placement.width, isBroken: scope.isBroken),
        height: base(placement.height, isBroken: scope.isBroken),
        container: scope.word),
      isInside: true)
  }

  mutating func when(_ scope: inout Scope, in container: Container) -> Resolved? {
    let field = scope.argument(Form<FieldUse>.field)
    let children = children(of: scope.node, in: container)
    guard let field else { return nil }
    if case .known(let declared) = field.lookup, declared.isAlwaysPresent {
      findings.report(.alwaysPresent(declared, at: field.span))
    }
    let anchor: Placement.Anchor = container.flow == nil ? .own : .flow
    return (.when(field: field.name, children: children), Placement(anchor: anchor), .artifact)
  }

  mutating func repetition(_ scope: inout Scope, in container: Container) -> Resolved? {
    let field = scope.argument(Form<FieldUse>.field)
    var isWhole = false
    if let field, case .known(let declared) = field.lookup {
      isWhole = declared.type == .list
      if !isWhole {
        scope.fail(
          .wrongFieldType(
            declared, wanted: "a list", hint: "use a field of type list, or take its elements out of the 'repeat'",
            at: field.span))
      }
    }
    if findings.names.isInRepeat { scope.fail(.nestedRepeat(at: scope.head)) }
    findings.names.enter(field?.name, isWhole: isWhole)
    let children = children(of: scope.node, in: container)
    findings.names.leave()
    guard let field else { return nil }
    return (.repeat(field: field.name, children: children), Placement(anchor: .flow), .artifact)
  }

  mutating func children(of node: Node, in container: Container) -> [Element] {
    let nodes = node.children.sorted { $0.order < $1.order }
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

extension FieldUse {
  /// A list, or a field that is declared in a way that was not understood.
  fileprivate var isList: Bool {
    switch lookup {
    case .known(let field): field.type == .list
    case .broken: true
    case .unknown: false
    }
  }
}
