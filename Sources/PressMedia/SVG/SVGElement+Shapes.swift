import PressScene

extension SVGElement {
  static let shapes: Set<String> = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]

  /// The box that the art is drawn in: the viewBox, or the width and height in pixels from the origin.
  func viewBox() throws(SVGFault.Problem) -> Rect {
    if let text = self["viewBox"] {
      let numbers = try numbers(text, of: "viewBox", atMost: 4)
      guard numbers.count == 4 else { throw .value(text.quoted, of: "viewBox") }
      return Rect(
        x: Points(numbers[0]), y: Points(numbers[1]), width: Points(numbers[2]), height: Points(numbers[3]))
    }
    guard let width = self["width"], let height = self["height"], !width.trimmed.isEmpty, !height.trimmed.isEmpty else {
      throw .noSize
    }
    return Rect(
      x: 0, y: 0, width: Points(try SVGLength.read(width, of: "width", along: .horizontal, viewport: nil)),
      height: Points(try SVGLength.read(height, of: "height", along: .vertical, viewport: nil)))
  }

  /// The outline in the element's own space; empty where SVG says that nothing is drawn.
  func path(viewport: Size, maximumSegments: Int) throws(SVGFault.Problem) -> Path {
    func length(_ name: String, _ axis: SVGLength.Axis) throws(SVGFault.Problem) -> Double {
      guard let text = self[name] else { return 0 }
      return try SVGLength.read(text, of: name, along: axis, viewport: viewport)
    }
    /// Of a size, which cannot be negative; nil where it is to follow from another.
    func extent(_ name: String, _ axis: SVGLength.Axis) throws(SVGFault.Problem) -> Double? {
      guard let text = self[name], text.trimmed != "auto" else { return nil }
      let value = try length(name, axis)
      guard value >= 0 else { throw .value(text.quoted, of: name) }
      return value
    }
    func point(_ x: String, _ y: String) throws(SVGFault.Problem) -> Point {
      Point(x: Points(try length(x, .horizontal)), y: Points(try length(y, .vertical)))
    }

    switch name {
    case "path": return try PathData.path(self["d"] ?? "", maximumSegments: maximumSegments)
    case "rect":
      let size = Size(
        width: Points(try extent("width", .horizontal) ?? 0), height: Points(try extent("height", .vertical) ?? 0))
      let (rx, ry) = (try extent("rx", .horizontal), try extent("ry", .vertical))
      return Path(
        roundedRect: Rect(origin: try point("x", "y"), size: size),
        radii: Size(width: Points(rx ?? ry ?? 0), height: Points(ry ?? rx ?? 0)))
    case "circle":
      let radius = Points(try extent("r", .diagonal) ?? 0)
      return Path(ellipseAt: try point("cx", "cy"), radii: Size(width: radius, height: radius))
    case "ellipse":
      let (rx, ry) = (try extent("rx", .horizontal), try extent("ry", .vertical))
      return Path(
        ellipseAt: try point("cx", "cy"), radii: Size(width: Points(rx ?? ry ?? 0), height: Points(ry ?? rx ?? 0)))
    case "line": return Path([.move(try point("x1", "y1")), .line(try point("x2", "y2"))])
    default: return try polygon(isClosed: name == "polygon", maximumSegments: maximumSegments)
    }
  }

  private func polygon(isClosed: Bool, maximumSegments: Int) throws(SVGFault.Problem) -> Path {
    guard let text = self["points"], text.trimmed != "none" else { return Path() }
    let numbers = try numbers(text, of: "points", atMost: 2 * maximumSegments)
    guard numbers.count % 2 == 0 else { throw .value(text.quoted, of: "points") }
    let points = stride(from: 0, to: numbers.count, by: 2).map {
      Point(x: Points(numbers[$0]), y: Points(numbers[$0 + 1]))
    }
    guard let first = points.first else { return Path() }
    return Path([.move(first)] + points.dropFirst().map { .line($0) } + (isClosed ? [.close] : []))
  }

  private func numbers(_ text: String, of attribute: String, atMost limit: Int) throws(SVGFault.Problem) -> [Double] {
    var scanner = SVGScanner(text)
    var numbers: [Double] = []
    scanner.skipSpace()
    while scanner.next != nil {
      guard let number = try scanner.number() else { throw .value(text.quoted, of: attribute) }
      numbers.append(number)
      guard numbers.count <= limit else {
        if attribute == "points" { throw .tooManySegments }
        throw .value(text.quoted, of: attribute)
      }
      let comma = scanner.skipSeparator()
      if comma, scanner.next == nil { throw .value(text.quoted, of: attribute) }
    }
    return numbers
  }
}
