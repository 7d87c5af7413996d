/// A start tag: its name without prefix, and those of its attributes that have no namespace.
struct SVGElement {
  let name: String
  /// Of SVG's namespace, or of none: art that was copied out of a web page often lost it.
  let isSVG: Bool
  let place: SVGFault.Place
  /// In the order of the file, so that of two faults the same one is always told.
  private(set) var attributes: [(name: String, value: String)] = []

  init(qualifiedName: String, separator: UInt8, place: SVGFault.Place) {
    let parts = qualifiedName.utf8.split(separator: separator, maxSplits: 1).map { String($0) ?? "" }
    name = (parts.last ?? "").quoted
    isSVG = parts.count < 2 || parts[0] == SVGParser.namespace
    self.place = place
  }

  mutating func add(_ name: String, value: String, separator: UInt8) {
    if !name.utf8.contains(separator) { attributes.append((name, value)) }
  }

  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}
