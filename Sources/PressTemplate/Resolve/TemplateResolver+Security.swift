import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  func guilloche(_ scope: inout Scope, in container: Container) -> Resolved? {
    let form = scope.argument(Form<GuillocheWord>.word())
    let lobes = scope.value(Properties.lobes)
    let strands = scope.value(Properties.strands)
    let stroke = scope.stroke(Properties.fineStroke)
    let seed = scope.value(Properties.seed)
    guard let form, let lobes, let strands, let seed, let stroke else { return nil }
    func element(_ form: GuillocheElement.Form) -> Element.Kind {
      .guilloche(GuillocheElement(form: form, lobes: lobes, strands: strands, stroke: stroke, seed: seed))
    }
    switch form {
    case .rosette:
      rejectProperties(
        [Properties.bandFrom.name, Properties.bandTo.name, Properties.bandHeight.name], of: form, &scope)
      var placement = placement(&scope, in: container)
      guard scope.has(Properties.roseDiameter) else {
        scope.failMissing(
          .missingProperty(
            Properties.roseDiameter.name, of: "guilloche rosette", wanted: Properties.roseDiameter.wanted,
            at: scope.head))
        return nil
      }
      let diameter = scope.length(Properties.roseDiameter) ?? 0
      let hole = scope.value(Properties.hole) ?? 0
      (placement.width, placement.height) = (diameter, diameter)
      return (element(.rosette(diameter: diameter, hole: hole)), placement, .artifact)
    case .band:
      rejectProperties(
        [Properties.at.name, Properties.center.name, Properties.roseDiameter.name, Properties.hole.name], of: form,
        &scope)
      var ends = ends(&scope, of: "guilloche band")
      if !scope.has(Properties.bandHeight) {
        scope.failMissing(
          .missingProperty(
            Properties.bandHeight.name, of: "guilloche band", wanted: Properties.bandHeight.wanted, at: scope.head))
        ends = nil
      }
      let height = scope.length(Properties.bandHeight, along: .height)
      guard let ends, let height else { return nil }
      return (element(.band(from: ends.from, to: ends.to, height: height)), Placement(anchor: .own), .artifact)
    }
  }

  /// `from` and `to`, both needed.
  private func ends(_ scope: inout Scope, of word: String) -> (from: Point, to: Point)? {
    var points: [Point] = []
    for property in [Properties.bandFrom, Properties.bandTo] {
      guard scope.has(property) else {
        scope.failMissing(.missingProperty(property.name, of: word, wanted: property.wanted, at: scope.head))
        continue
      }
      if let point = scope.point(property, prefix: property.name + ".") { points.append(point) }
    }
    guard points.count == 2 else { return nil }
    if points[0] == points[1] {
      scope.fail(.sameEnds(of: word, at: scope.provenance["to.x"]?.span ?? scope.head))
      return nil
    }
    return (points[0], points[1])
  }

  /// What belongs to the other form of the element.
  private func rejectProperties(_ names: [String], of form: GuillocheWord, _ scope: inout Scope) {
    for name in names {
      guard let node = scope.node.properties.first(where: { $0.name == name }) else { continue }
      scope.fail(
        .notOfForm(
          name, form: "guilloche " + form.rawValue, at: findings.span(node.token),
          statement: findings.span(node.statement)))
    }
  }

  func microtext(_ scope: inout Scope, in container: Container) -> Resolved? {
    let text = scope.argument(Form<TextTemplate>.text)
    let font = font(&scope)
    let color = scope.value(Properties.color)
    let along: MicrotextElement.Along?
    let placement: Placement
    if scope.has(Properties.bandFrom) || scope.has(Properties.bandTo) {
      rejectBox(&scope)
      along = ends(&scope, of: "microtext").map { .line(from: $0.from, to: $0.to) }
      placement = Placement(anchor: .own)
    } else if ["at", "center", "size", "width", "height"].allSatisfy({ name in
      !scope.node.properties.contains { $0.name == name }
    }), !scope.has(Properties.size), !scope.has(Properties.width) {
      scope.failMissing(.missingLine(of: "microtext", at: scope.head))
      return nil
    } else {
      placement = boxPlacement(&scope, in: container)
      along = scope.value(Properties.along) == .ellipse ? .ellipse : .box
    }
    guard let text, let font, let color, let along else { return nil }
    let element = MicrotextElement(text: text, family: font.family, size: font.size, color: color, along: along)
    return (.microtext(element), placement, .artifact)
  }

  /// A line has no place and size besides its ends.
  private func rejectBox(_ scope: inout Scope) {
    let properties = scope.node.properties
    guard let box = properties.first(where: { ["at", "center", "size", "width", "height"].contains($0.name) }),
      let end = properties.first(where: { ["from", "to"].contains($0.name) })
    else { return }
    let isFirst = box.token.range.lowerBound < end.token.range.lowerBound
    let (first, second) = isFirst ? (box, end) : (end, box)
    scope.fail(
      .conflictingProperties(
        second.name, first.name, at: findings.span(second.token), first: findings.span(first.token)))
  }

  func watermark(_ scope: inout Scope) -> Resolved? {
    let text = scope.argument(Form<TextTemplate>.text)
    let font = font(&scope)
    let color = scope.value(Properties.color)
    let opacity = scope.value(Properties.opacity)
    let rotation = scope.value(Properties.slant)
    let gap = scope.length(Properties.spacing)
    guard let text, let font, let color, let opacity, let rotation, let gap else { return nil }
    let element = WatermarkElement(
      text: text, family: font.family, size: font.size, color: color, opacity: opacity, rotation: rotation, gap: gap)
    return (.watermark(element), Placement(anchor: .own), .artifact)
  }
}

/// The words behind `guilloche`.
enum GuillocheWord: String, CaseIterable, Sendable { case rosette, band }
