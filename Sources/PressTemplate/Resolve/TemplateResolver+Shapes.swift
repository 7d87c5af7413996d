import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  func line(_ scope: inout Scope) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    rejectArguments(&scope)
    scope.require(Properties.from)
    scope.require(Properties.to)
    let from = scope.point(Properties.from, prefix: "from.")
    let to = scope.point(Properties.to, prefix: "to.")
    let stroke = scope.stroke(Properties.lineStroke)
    let placement = Placement(anchor: .own, over: scope.value(Properties.over) ?? [])
    guard let from, let to, let stroke else { return nil }
    return (.line(LineElement(from: from, to: to, stroke: stroke)), placement, .artifact)
  }

  func rectangle(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    rejectArguments(&scope)
    let placement = boxPlacement(&scope, in: container)
    let (fill, stroke) = ink(&scope)
    let radius = scope.length(Properties.radius)
    return (.rectangle(RectangleElement(fill: fill, stroke: stroke, radius: radius ?? 0)), placement, .artifact)
  }

  func ellipse(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    rejectArguments(&scope)
    let placement = boxPlacement(&scope, in: container)
    let (fill, stroke) = ink(&scope)
    return (.ellipse(EllipseElement(fill: fill, stroke: stroke)), placement, .artifact)
  }

  func path(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let data: String? = scope.argument(.plain("path data in quotes such as \"M 0 0 L 10 0\""))
    let placement = placement(&scope, in: container)
    let (fill, stroke) = ink(&scope)
    guard let data else { return nil }
    switch PathData.parse(data) {
    case .failure(let error):
      var place = scope.node.arguments.first.map { findings.span($0.range) } ?? scope.head
      // Behind the quote, where every character stands as it is meant.
      let start = place.range.lowerBound + 1 + error.offset
      if findings.text(place).utf8.count == data.utf8.count + 2, start < place.range.upperBound - 1 {
        place = Span(place.source, start..<start + 1)
      }
      scope.fail(.badPathData(error, at: place))
      return nil
    case .success(let path):
      let unit = Points(mm: 1).value
      let element = PathElement(path: path.transformed(by: .scale(unit, unit)), fill: fill, stroke: stroke)
      return (.path(element), placement, .artifact)
    }
  }

  /// A fill, a stroke, or both; one of them must be there.
  private func ink(_ scope: inout Scope) -> (fill: AreaPaint?, stroke: Stroke?) {
    let fill = scope.fill(Properties.fill)
    let stroke = scope.stroke(Properties.stroke)
    if !scope.has(Properties.fill), !scope.has(Properties.stroke), scope.own(Properties.dash) == nil {
      scope.failMissing(.missingInk(of: scope.word, at: scope.head))
    }
    return (fill, stroke)
  }

  func border(_ scope: inout Scope) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let ornament = scope.argument(Form<BorderElement.Ornament>.word())
    scope.require(Properties.frameWidth)
    let inset = scope.length(Properties.inset)
    let width = scope.length(Properties.frameWidth)
    let rule = scope.length(Properties.rule)
    let color = scope.value(Properties.color)
    guard let ornament, let inset, let width, let rule, let color else { return nil }
    if let area = pages.first?.area, !scope.isBroken {
      let place = scope.provenance[Properties.frameWidth.name]?.span ?? scope.head
      if inset + width >= min(area.width, area.height) / 2 {
        scope.fail(.tooWide(Properties.frameWidth.name, limit: "half the area, with its inset", at: place))
      } else if rule >= width / 2, let place = scope.provenance[Properties.rule.name]?.span {
        scope.fail(.tooWide(Properties.rule.name, limit: "half the frame's width", at: place))
      }
    }
    let element = BorderElement(ornament: ornament, inset: inset, width: width, color: color, rule: rule)
    return (.border(element), Placement(anchor: .own), .artifact)
  }

  /// Some elements are all said in their blocks.
  func rejectArguments(_ scope: inout Scope) {
    guard let first = scope.node.arguments.first, !first.isBroken else { return }
    let span = findings.span(from: first.range.lowerBound, to: scope.node.head.upperBound)
    scope.failUnlessLopsided(.extraValue(in: scope.word, wanted: "only its block", findings.text(span), at: span))
  }
}
