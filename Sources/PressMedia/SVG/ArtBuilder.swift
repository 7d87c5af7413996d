import PressScene

/// Elements, as they begin and end → shapes.
struct ArtBuilder {
  /// An element that is open.
  private struct Frame {
    var name: String
    var place: SVGFault.Place
    var style: SVGStyle
    /// To the space of the viewBox.
    var transform: Transform
    /// The product down to here.
    var opacity: Double
    var isShape: Bool
    /// Of the outermost translucent element: how many shapes there were before it.
    var firstTranslucent: Int?
  }

  private var size = Size.zero
  private var frames: [Frame] = []
  private var shapes: [Shape] = []
  /// Lines, curves and dashes so far.
  private var segments = 0
  private var depth = 0
  /// The depth of the element that is passed over with all that it holds.
  private var passedOver: Int?
  private var styleSheet: Int?

  /// Text here would be the rules of a style sheet.
  var isInStyleSheet: Bool { styleSheet != nil }

  mutating func start(_ element: SVGElement) throws(SVGFault) {
    depth += 1
    do throws(SVGFault.Problem) { try enter(element) } catch { throw SVGFault(error, at: element.place) }
  }

  mutating func end() throws(SVGFault) {
    defer { depth -= 1 }
    if styleSheet == depth { styleSheet = nil }
    if let passedOver {
      if passedOver == depth { self.passedOver = nil }
      return
    }
    guard let frame = frames.popLast(), let first = frame.firstTranslucent else { return }
    if Overlaps.exist(among: shapes[first...]) { throw SVGFault(.overlapping, at: frame.place) }
  }

  consuming func finish() throws(SVGFault) -> VectorArt {
    guard !shapes.isEmpty else { throw SVGFault(.empty) }
    return VectorArt(size: size, shapes: shapes)
  }

  private mutating func enter(_ element: SVGElement) throws(SVGFault.Problem) {
    guard depth <= SVG.maximumDepth else { throw .tooDeep }
    // These two act from wherever they stand.
    if element.isSVG, element.name == "script" { throw .element(element.name) }
    if element.isSVG, element.name == "style" { styleSheet = depth }
    guard passedOver == nil else { return }
    guard let parent = frames.last else { return try enterRoot(element) }
    guard element.isSVG, !["title", "desc", "metadata", "defs", "style"].contains(element.name) else {
      passedOver = depth
      return
    }
    let isShape = SVGElement.shapes.contains(element.name)
    guard isShape || element.name == "g" else { throw .element(element.name) }
    guard !parent.isShape else { throw .misplaced(element.name, inside: parent.name) }
    try open(element, in: parent, isShape: isShape)
  }

  private mutating func enterRoot(_ element: SVGElement) throws(SVGFault.Problem) {
    guard element.isSVG, element.name == "svg" else { throw .root(element.name.quoted) }
    let box = try element.viewBox()
    for side in [box.width.value, box.height.value] {
      guard 0.001...1_000_000 ~= side else { throw .size(side) }
    }
    size = box.size
    if let transform = element["transform"], !transform.trimmed.isEmpty {
      throw .property("transform", value: transform.quoted)
    }
    let page = Frame(
      name: "", place: element.place, style: SVGStyle(), transform: .translation(-box.x, -box.y), opacity: 1,
      isShape: false)
    try open(element, in: page, isShape: false)
  }

  private mutating func open(_ element: SVGElement, in parent: Frame, isShape: Bool) throws(SVGFault.Problem) {
    var frame = parent
    (frame.name, frame.place, frame.isShape, frame.firstTranslucent) = (element.name, element.place, isShape, nil)
    frame.style = parent.style.inherited
    try frame.style.take(from: element, viewport: size)
    guard frame.style.isDisplayed else {
      passedOver = depth
      return
    }
    if element.name != "svg", let list = element["transform"] {
      frame.transform = try TransformList.read(list).then(parent.transform)
      guard frame.transform.isUsable else { throw .farAway }
    }
    frame.opacity = parent.opacity * frame.style.opacity
    // Where the parts of the outermost do not overlap, those of the inner ones do not either.
    if parent.opacity == 1, frame.opacity < 1 { frame.firstTranslucent = shapes.count }
    frames.append(frame)
    if isShape { try draw(element, in: frame) }
  }

  private mutating func draw(_ element: SVGElement, in frame: Frame) throws(SVGFault.Problem) {
    let path = try element.path(viewport: size, maximumSegments: SVG.maximumSegments - segments)
    try count(Double(path.segments.count))
    let style = frame.style
    let isDrawn = path.segments.contains { if case .move = $0 { false } else { true } }
    guard isDrawn, style.isVisible, frame.opacity > 0, frame.transform.determinant != 0 else { return }
    let stretch = frame.transform.stretch
    let fill = element.name == "line" ? nil : style.fillPaint
    let stroke = style.strokePaint(scale: stretch.mean)
    guard fill != nil || stroke != nil else { return }
    let drawn = path.transformed(by: frame.transform)
    try checkReach(of: drawn, stroke: stroke)
    if let stroke {
      guard stretch.unevenness <= 1.001 else { throw .unevenStroke }
      if !stroke.dash.isEmpty {
        if let length = element["pathLength"] { throw .property("pathLength", value: length.quoted) }
        let cycle = stroke.dash.reduce(Points.zero, +)
        try count(drawn.controlLength.ratio(to: cycle) * Double(stroke.dash.count))
      }
    }
    func add(_ fill: Fill?, _ stroke: Stroke?, opacity: Double) {
      shapes.append(Shape(drawn, fill: fill, stroke: stroke, opacity: frame.opacity * opacity))
    }
    switch (fill, stroke) {
    case (let fill?, nil): add(fill, nil, opacity: style.fillOpacity)
    case (nil, let stroke?): add(nil, stroke, opacity: style.strokeOpacity)
    case (let fill, let stroke) where style.fillOpacity == 1 && style.strokeOpacity == 1:
      add(fill, stroke, opacity: 1)
    case (let fill, let stroke):
      // The fill shows through the inner half of the stroke, which the layer of one shape would hide.
      add(fill, nil, opacity: style.fillOpacity)
      add(nil, stroke, opacity: style.strokeOpacity)
    }
  }

  private mutating func count(_ more: Double) throws(SVGFault.Problem) {
    guard more <= Double(SVG.maximumSegments - segments) else { throw .tooManySegments }
    segments += Int(more)
  }

  private func checkReach(of path: Path, stroke: Stroke?) throws(SVGFault.Problem) {
    let limit = SVG.maximumReach * max(size.width, size.height).value
    let box = path.controlBox
    let farthest = [box.x, box.y, box.maxX, box.maxY, stroke?.width ?? 0]
    // Not the other way round: what is not a number is refused as well.
    guard farthest.allSatisfy({ $0.value.magnitude <= limit }) else { throw .farAway }
  }
}
