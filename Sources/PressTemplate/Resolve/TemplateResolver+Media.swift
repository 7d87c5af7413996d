import PressDiagnostics
import PressScene
import PressSyntax

extension TemplateResolver {
  func image(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let source = scope.argument(Form<ImageElement.Source>.picture)
    let fit = scope.value(Properties.imageFit)
    let placement = boxPlacement(&scope, in: container)
    var label: String?
    var isKnown = source != nil
    if case .field(let name, _) = source {
      label = schema[name]?.label
      isKnown = label != nil
    }
    let role = isKnown ? figureRole(&scope, alternative: label) : .artifact
    guard let source, let fit else { return nil }
    return (.image(ImageElement(source: source, fit: fit)), placement, role)
  }

  func qr(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let payload = scope.argument(Form<TextTemplate>.text)
    let level = scope.value(Properties.level)
    let quiet = scope.value(Properties.quiet)
    var placement = placement(&scope, in: container)
    scope.require(Properties.side)
    let size = scope.size(Properties.side)
    placement.width = size?.width
    placement.height = size?.height
    let field = payload?.firstField
    let label = field.flatMap { schema[$0]?.label }
    // A field that is not known has no label either.
    let isKnown = payload != nil && (field == nil || label != nil)
    let role = isKnown ? figureRole(&scope, alternative: label) : .artifact
    guard let payload, let level, let quiet else { return nil }
    return (.qr(QRElement(payload: payload, level: level, quietZone: quiet)), placement, role)
  }

  func seal(
    _ scope: inout Scope, in container: Container
  ) -> (kind: Element.Kind, placement: Placement, role: Role)? {
    let text = scope.argument(Form<TextTemplate>.text)
    let family = sealFamily(&scope)
    var placement = placement(&scope, in: container)
    scope.require(Properties.diameter)
    let diameter = scope.length(Properties.diameter) ?? 0
    let size = sealLength(&scope, Properties.characterSize, of: diameter)
    scope.ruler.em = scope.isBroken ? .broken : .known(size)
    let ring = sealLength(&scope, Properties.ring, of: diameter)
    let star = sealLength(&scope, Properties.star, of: diameter)
    let inset = sealLength(&scope, Properties.sealInset, of: diameter)
    let bottomSize = sealLength(&scope, Properties.bottomSize, of: diameter)
    checkSeal(&scope, diameter: diameter, star: star, band: ring + inset + size)
    placement.width = diameter
    placement.height = diameter
    for side in ["width", "height"] {
      if let place = scope.provenance[Properties.diameter.name] { scope.record(side, place) }
    }
    let bottom = scope.value(Properties.bottom)
    let (color, arc, condense) = (
      scope.value(Properties.sealColor), scope.value(Properties.arc), scope.value(Properties.condense)
    )
    let role = figureRole(&scope, alternative: spoken(text) ?? "")
    guard let text, let family, let color, let arc, let condense else { return nil }
    let seal = SealElement(
      text: text, bottom: bottom, family: family, color: color, diameter: diameter, ring: ring, star: star, arc: arc,
      size: size, condense: condense, inset: inset, bottomSize: bottomSize)
    return (.seal(seal), placement, role)
  }

  /// A length of the seal that follows its diameter where it is not written.
  private func sealLength(_ scope: inout Scope, _ property: Property<Measure>, of diameter: Points) -> Points {
    let standard = diameter * (property.share ?? 0)
    if scope.has(property) { return scope.length(property) ?? standard }
    scope.record(property.name, .standard)
    return standard
  }

  /// The parts must find room inside one another.
  private func checkSeal(_ scope: inout Scope, diameter: Points, star: Points, band: Points) {
    guard !scope.isBroken else { return }
    let written = [Properties.ring, Properties.sealInset, Properties.characterSize].compactMap { property in
      scope.provenance[property.name]?.span.map { (property.name, $0) }
    }
    if star >= diameter, let place = scope.provenance[Properties.star.name]?.span {
      scope.fail(.tooWide(Properties.star.name, limit: "the diameter", at: place))
    } else if band >= diameter / 2, let (name, place) = written.first {
      scope.fail(.tooWide(name, limit: "half the diameter, with what else stands there", at: place))
    }
  }

  private func sealFamily(_ scope: inout Scope) -> String? {
    // A text's `song 16pt` in a shared style says the family too.
    for layer in scope.layers {
      guard let given = layer.given[Properties.sealFont.name] else { continue }
      let choice =
        given.values[Properties.sealFont.key] as? FontChoice ?? given.values[Properties.font.key] as? FontChoice
      guard let family = choice?.family else {
        if given.isBroken { scope.fail() }
        continue
      }
      scope.record("font.family", Provenance(layer.origin, span: family.span, written: family.alias))
      if family.name == nil { scope.fail() }
      return family.name
    }
    if scope.isBroken { return nil }
    guard let first = findings.names.firstFont else {
      if findings.names.nameless[.font] == nil {
        scope.failMissing(.missingFont("font", of: scope.word, at: scope.head))
      } else {
        scope.fail()
      }
      return nil
    }
    scope.record("font.family", .standard)
    let family = findings.names.useFont(first, at: scope.head)
    if family == nil { scope.fail() }
    return family
  }
}

extension Form where Value == ImageElement.Source {
  static let picture = Form("a field of type image, or a file in quotes") { reader throws(Reported) in
    let findings = reader.findings
    let term = try reader.take()
    switch term {
    case .word(let token, let name):
      let span = findings.span(token)
      if case .known(let field) = findings.names.useField(name, at: span), field.type != .image {
        throw findings.fail(.wrongFieldType(field, wanted: "a picture", at: span))
      }
      return .field(name, span)
    case .string(let token, let literal):
      let span = findings.span(token)
      guard let path = literal.plain else { throw findings.fail(.noFieldsHere(in: "image", at: span)) }
      return .file(path, span)
    default: throw reader.mismatch(term)
    }
  }
}

extension TextTemplate {
  /// In reading order.
  var firstField: String? {
    for case .field(let name, _) in pieces { return name }
    return nil
  }
}
