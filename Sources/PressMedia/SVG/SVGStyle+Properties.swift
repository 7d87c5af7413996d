import PressScene

extension SVGStyle {
  /// A list of more dashes is no art.
  private static let maximumDashes = 100

  /// Takes the presentation attributes of `element`, then its `style`, which wins over them (SVG 1.1, 6.4).
  ///
  /// `viewport`: what percentages are of.
  mutating func take(from element: SVGElement, viewport: Size) throws(SVGFault.Problem) {
    for (name, value) in element.attributes where !Self.onlyInStyle.contains(name) {
      try set(name, value, viewport: viewport)
    }
    guard let style = element["style"] else { return }
    for (name, value) in try CSSDeclarations.read(style) {
      try Self.refuseGeometry(name, value, of: element)
      try set(name, value, viewport: viewport)
    }
  }

  private mutating func set(_ name: String, _ value: String, viewport: Size) throws(SVGFault.Problem) {
    if let harmless = Self.refused[name] {
      guard harmless.contains(value.trimmed.lowercased()) else { throw .property(name, value: value.quoted) }
      return
    }
    guard Self.followed.contains(name) else { return }
    let value = value.trimmed
    let word = value.lowercased()
    if word == "inherit", !["opacity", "display"].contains(name) { return }
    switch name {
    case "color":
      if word != "currentcolor" { color = try CSSColor.read(value, of: name) }
    case "fill": fill = try Self.coat(value, of: name)
    case "stroke": stroke = try Self.coat(value, of: name)
    case "fill-rule": fillRule = try Self.keyword(word, of: name)
    case "stroke-linecap": cap = try Self.keyword(word, of: name)
    case "stroke-linejoin": join = try Self.keyword(word, of: name)
    case "opacity": opacity = try Self.opacity(value, of: name)
    case "fill-opacity": fillOpacity = try Self.opacity(value, of: name)
    case "stroke-opacity": strokeOpacity = try Self.opacity(value, of: name)
    case "stroke-width":
      strokeWidth = try SVGLength.read(value, of: name, along: .diagonal, viewport: viewport)
      guard strokeWidth >= 0 else { throw .value(value.quoted, of: name) }
    case "stroke-dashoffset":
      dashOffset = try SVGLength.read(value, of: name, along: .diagonal, viewport: viewport)
    case "stroke-dasharray": dash = try Self.dashes(value, viewport: viewport)
    case "stroke-miterlimit":
      var scanner = SVGScanner(value)
      guard let limit = try scanner.number(), limit >= 1, scanner.next == nil else {
        throw .value(value.quoted, of: name)
      }
      miterLimit = limit
    case "visibility":
      guard ["visible", "hidden", "collapse"].contains(word) else { throw .value(value.quoted, of: name) }
      isVisible = word == "visible"
    case "display": isDisplayed = word != "none"
    default: break
    }
  }

  private static func coat(_ value: String, of name: String) throws(SVGFault.Problem) -> Coat {
    let word = value.lowercased()
    if word.hasPrefix("url(") { throw .paintServer(property: name) }
    switch word {
    case "none", "transparent": return .none
    case "currentcolor": return .currentColor
    default: return .color(try CSSColor.read(value, of: name))
    }
  }

  private static func keyword<Keyword: RawRepresentable<String>>(
    _ word: String, of name: String
  ) throws(SVGFault.Problem) -> Keyword {
    guard let keyword = Keyword(rawValue: word) else { throw .value(word.quoted, of: name) }
    return keyword
  }

  /// Beyond 0 to 1 the nearer of the two counts (SVG 1.1, 14.5).
  private static func opacity(_ value: String, of name: String) throws(SVGFault.Problem) -> Double {
    var scanner = SVGScanner(value)
    guard let number = try scanner.number() else { throw .value(value.quoted, of: name) }
    let isPercentage = scanner.take("%")
    guard scanner.next == nil else { throw .value(value.quoted, of: name) }
    return min(1, max(0, isPercentage ? number / 100 : number))
  }

  private static func dashes(_ value: String, viewport: Size) throws(SVGFault.Problem) -> [Double] {
    let name = "stroke-dasharray"
    if value.lowercased() == "none" { return [] }
    var lengths: [Double] = []
    for part in value.utf8.split(whereSeparator: { [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x2C].contains($0) }) {
      guard lengths.count < maximumDashes else { throw .tooManyDashes(maximumDashes) }
      let length = try SVGLength.read(String(part) ?? "", of: name, along: .diagonal, viewport: viewport)
      guard length >= 0 else { throw .value(value.quoted, of: name) }
      lengths.append(length)
    }
    return lengths
  }
}

extension SVGStyle {
  private static let followed: Set<String> = [
    "color", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "opacity", "visibility", "display",
  ]

  /// Properties that would change the picture, each with the values that do not. Any other property has nothing to say about
  /// shapes in plain colours, and is passed over.
  private static let refused: [String: Set<String>] = [
    "filter": ["none"], "mask": ["none"], "mask-image": ["none"], "clip-path": ["none"],
    "marker": ["none"], "marker-start": ["none"], "marker-mid": ["none"], "marker-end": ["none"],
    "mix-blend-mode": ["normal"], "vector-effect": ["none"],
    "paint-order": ["normal", "fill", "fill stroke", "fill stroke markers"],
    "transform-origin": ["0", "0px", "0 0", "0px 0px"],
    "transform": ["none"], "translate": ["none"], "rotate": ["none"], "scale": ["none"], "offset-path": ["none"],
    "systemLanguage": [], "requiredExtensions": [], "requiredFeatures": [],
  ]

  /// As attributes these are other things, or read where they belong.
  private static let onlyInStyle: Set<String> = ["transform", "translate", "rotate", "scale", "offset-path"]

  /// SVG 2 lets a style place and size a shape. On the outermost element it sizes a web page's box, which is not ours.
  private static func refuseGeometry(_ name: String, _ value: String, of element: SVGElement) throws(SVGFault.Problem) {
    let geometry: Set = ["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d"]
    if element.name != "svg", geometry.contains(name) { throw .property(name, value: value.quoted) }
  }
}
