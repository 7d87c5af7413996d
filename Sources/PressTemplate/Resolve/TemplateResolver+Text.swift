import PressDiagnostics
import PressScene

extension TemplateResolver {
  func text(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let content = scope.argument(Form<TextTemplate>.runs)
    let style = textStyle(&scope)
    let placement = sizedPlacement(&scope, in: container)
    checkDistribution(&scope)
    let role = textRole(&scope, content, in: container)
    guard let content, let style else {
      scope.fail()
      return nil
    }
    return (.text(TextElement(text: content, style: style)), placement, role)
  }

  private func textRole(_ scope: inout Scope, _ content: TextTemplate?, in container: Container) -> Role {
    switch scope.value(Properties.textRole) {
    case .heading: return .heading
    case .label: return .label
    case .value: return .value
    case .paragraph: return .paragraph
    case .caption: return .caption
    case .artifact: return .artifact
    case .figure, nil: break
    }
    guard let pieces = content?.pieces else { return .paragraph }
    let isField = pieces.map { if case .field = $0 { true } else { false } }
    if !isField.isEmpty, isField.allSatisfy(\.self) { return .value }
    return container.flow == "row" && !isField.contains(true) ? .label : .paragraph
  }

  /// Family and size may come from different blocks: each from the first that has it.
  func font(_ scope: inout Scope) -> (family: String, size: Points)? {
    var family: (FontChoice.Family, Provenance.Origin)?
    var size: (Measure, Provenance.Origin)?
    var isBroken = false
    for layer in scope.layers {
      guard let given = layer.given[Properties.font.name] else { continue }
      guard let choice = given.values[Properties.font.key] as? FontChoice else {
        // A family alone is read by the form of seals too.
        isBroken = isBroken || given.isBroken
        continue
      }
      if family == nil, let found = choice.family { family = (found, layer.origin) }
      if size == nil, let found = choice.size { size = (found, layer.origin) }
    }
    guard let family, let size else {
      if isBroken {
        scope.fail()
      } else {
        let part = family != nil ? "size" : size != nil ? "font" : "font and size"
        failMissingFont(&scope, part)
      }
      scope.ruler.em = size?.0.points.map { .known($0) } ?? .broken
      return nil
    }
    let points = scope.points(size.0, of: Properties.font.name)
    scope.ruler.em = size.0.points.map { .known($0) } ?? .broken
    scope.record("font.family", Provenance(family.1, span: family.0.span, written: family.0.alias))
    scope.record("font.size", size.0, size.1)
    guard let name = family.0.name else {
      scope.fail()
      return nil
    }
    return (name, points)
  }

  /// What a style lacks, it lacks for all its users: then it is told once.
  private func failMissingFont(_ scope: inout Scope, _ part: String) {
    let partial = scope.layers.lazy.compactMap { $0.given[Properties.font.name]?.value }.first
    guard let style = scope.own(Properties.style)?.written else {
      scope.failMissing(.missingFont(part, of: scope.word, at: partial ?? scope.head))
      return
    }
    scope.failMissing(.missingFont(part, of: scope.word, at: partial ?? scope.head), sharedBy: style)
  }

  private func textStyle(_ scope: inout Scope) -> TextStyle? {
    let font = font(&scope)
    let color = scope.value(Properties.color)
    let alignment = scope.value(Properties.align)
    let tracking = extent(&scope, Properties.tracking)
    let leading = extent(&scope, Properties.leading)
    let indent = extent(&scope, Properties.indent)
    let direction = scope.value(Properties.direction)
    let fit = fit(&scope)
    guard let font, let color, let alignment, let tracking, let leading, let indent, let direction else { return nil }
    return TextStyle(
      family: font.family, size: font.size, color: color, alignment: alignment, tracking: tracking, leading: leading,
      indent: indent, direction: direction, fit: fit)
  }

  private func extent(_ scope: inout Scope, _ property: Property<Measure>) -> TextStyle.Extent? {
    guard let (measure, origin) = scope.read(property) else { return nil }
    scope.record(property.name, measure, origin)
    if measure.unit == .em { return .em(measure.value) }
    return .points(scope.points(measure, of: property.name))
  }

  private func fit(_ scope: inout Scope) -> [TextStyle.FitStep] {
    guard let (steps, origin) = scope.read(Properties.fit) else { return [] }
    var first: [String: Span] = [:]
    var result: [TextStyle.FitStep] = []
    for (number, step) in steps.enumerated() {
      let name: String
      switch step.kind {
      case .shrink(let measure):
        name = "shrink"
        let size = scope.points(measure, of: name)
        if case .known(let full) = scope.ruler.em, size >= full, measure.points != nil || measure.unit == .em {
          scope.fail(.shrinkNotSmaller(size: full, at: measure.span ?? step.span))
        }
        result.append(.shrink(to: size, written: step.written))
      case .wrap(let lines):
        name = "wrap"
        result.append(.wrap(lines: lines, written: step.written))
      }
      if let other = first[name] { scope.fail(.repeatedStep(name, at: step.span, first: other)) }
      first[name] = first[name] ?? step.span
      if let span = step.number {
        scope.record("fit.\(number + 1)", Provenance(origin, span: span, written: findings.text(span)))
      }
    }
    return result
  }

  private func checkDistribution(_ scope: inout Scope) {
    let isVertical = scope.read(Properties.direction)?.value == .vertical
    let side = isVertical ? Properties.height : Properties.width
    guard let (alignment, origin) = scope.read(Properties.align), alignment == .distribute || alignment == .justify,
      !scope.has(side)
    else { return }
    let place = scope.provenance[Properties.align.name]?.span
    guard case .style(let style) = origin else {
      scope.failMissing(
        .distributeWithoutWidth(alignment.rawValue, side: side.name, at: place ?? scope.head, note: nil))
      return
    }
    scope.failMissing(
      .distributeWithoutWidth(alignment.rawValue, side: side.name, at: scope.head, note: place), sharedBy: style)
  }
}
