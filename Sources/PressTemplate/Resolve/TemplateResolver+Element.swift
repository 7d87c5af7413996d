import PressDiagnostics
import PressScene

extension TemplateResolver {
  /// A visible element; nil if it is broken, which has been told.
  mutating func element(_ node: Node, in container: Container) -> Element? {
    var scope = scope(node, in: container)
    if let id = scope.provenance["id"]?.written { ids.insert(id) }
    let content: (kind: Element.Kind, placement: Placement, role: Role)? =
      switch node.rule.name {
      case "text": text(&scope, in: container)
      case "image": image(&scope, in: container)
      case "qr": qr(&scope, in: container)
      case "seal": seal(&scope, in: container)
      case "line": line(&scope)
      case "rectangle": rectangle(&scope, in: container)
      case "ellipse": ellipse(&scope, in: container)
      case "path": path(&scope, in: container)
      case "border": border(&scope)
      case "guilloche": guilloche(&scope, in: container)
      case "microtext": microtext(&scope, in: container)
      case "watermark": watermark(&scope)
      case "row", "head": row(&scope, in: container)
      case "column": column(&scope, in: container)
      case "table": table(&scope, in: container)
      case "group": group(&scope, in: container)
      case "repeat": repetition(&scope, in: container)
      case "page": page(&scope, in: container)
      default: when(&scope, in: container)
      }
    guard let content, !scope.isBroken else { return nil }
    let id = scope.provenance["id"]?.written ?? ""
    return Element(
      id: id, span: scope.head, role: content.role, placement: content.placement, kind: content.kind, fields: [],
      provenance: scope.provenance)
  }

  // MARK: Places and boxes

  /// Where an element stands that is neither placed by itself nor by a row or column; reports what is missing.
  func anchor(_ scope: inout Scope, in container: Container) -> Placement.Anchor {
    let known = [Properties.at.name, Properties.center.name, Properties.baseline.name].filter {
      scope.node.rule.property($0) != nil
    }
    if let flow = container.flow {
      for name in known {
        guard let node = scope.node.properties.first(where: { $0.name == name }) else { continue }
        scope.fail()
        findings.reportIfBalanced(
          .positionInFlow(
            name, flow: flow, at: findings.span(node.token), statement: findings.span(node.statement)))
      }
      return .flow
    }
    if scope.has(Properties.at) { return place(&scope) ?? .topLeft(.zero) }
    if known.contains(Properties.center.name), scope.has(Properties.center) {
      return scope.point(Properties.center).map { .center($0) } ?? .topLeft(.zero)
    }
    if known.contains(Properties.baseline.name), scope.has(Properties.baseline) {
      return scope.point(Properties.baseline).map { .baseline($0) } ?? .topLeft(.zero)
    }
    let isText = scope.node.rule.property(Properties.baseline.name) != nil
    scope.failMissing(.missingPosition(of: scope.word, isText: isText, at: scope.head))
    return .topLeft(.zero)
  }

  /// Where `at` says.
  private func place(_ scope: inout Scope) -> Placement.Anchor? {
    guard let (place, origin) = scope.read(Properties.at) else { return nil }
    scope.forget(Properties.at)
    let x = scope.coordinate(place.x, "x", .width, origin)
    let y = scope.coordinate(place.y, "y", .height, origin)
    if case .length(let left) = x, case .length(let top) = y { return .topLeft(Point(x: left, y: top)) }
    return .relative(x: x, y: y)
  }

  /// A placement without a size.
  func placement(_ scope: inout Scope, in container: Container) -> Placement {
    Placement(anchor: anchor(&scope, in: container), over: scope.value(Properties.over) ?? [])
  }

  /// A placement that is as large as `width` and `height` say, if they do.
  func sizedPlacement(_ scope: inout Scope, in container: Container) -> Placement {
    var placement = placement(&scope, in: container)
    placement.width = scope.length(Properties.width, along: .width)
    placement.height = scope.length(Properties.height, along: .height)
    return placement
  }

  /// A placement whose size must be given, by `size` or by `width` and `height`.
  func boxPlacement(_ scope: inout Scope, in container: Container) -> Placement {
    var placement = placement(&scope, in: container)
    if scope.has(Properties.size) {
      let size = scope.size(Properties.size)
      placement.width = size?.width
      placement.height = size?.height
      return placement
    }
    placement.width = scope.length(Properties.width, along: .width)
    placement.height = scope.length(Properties.height, along: .height)
    switch (scope.has(Properties.width), scope.has(Properties.height)) {
    case (true, true): break
    case (true, false): scope.failMissing(.incompleteBox(of: scope.word, missing: "height", at: scope.head))
    case (false, true): scope.failMissing(.incompleteBox(of: scope.word, missing: "width", at: scope.head))
    case (false, false):
      scope.failMissing(
        .missingProperty("size", of: scope.word, wanted: Properties.size.wanted, at: scope.head))
    }
    return placement
  }

  // MARK: What it means

  func figureRole(_ scope: inout Scope, alternative standard: String?) -> Role {
    let alt = scope.value(Properties.alt)
    let isBroken = scope.has(Properties.alt) && alt == nil
    if scope.value(Properties.figureRole) == .artifact { return .artifact }
    if let alternative = alt ?? standard { return .figure(alternative: alternative) }
    if !isBroken { scope.failMissing(.figureWithoutAlternative(of: scope.word, at: scope.head)) }
    return .artifact
  }

  /// A text with each field's label in its place.
  func spoken(_ text: TextTemplate?) -> String? {
    text?.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(let name, _): schema[name]?.label ?? name
      }
    }.joined()
  }
}
