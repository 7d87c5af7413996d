import PressScene

/// Draws one page as SVG: walks its items, writes their elements, and decides nothing.
struct SVGPainter {
  let faces: FontFaces
  let pictures: PictureCache
  private(set) var definitions = SVGDefinitions()
  /// Of the item at hand.
  private var out = SVGText()

  init(faces: FontFaces, pictures: PictureCache) {
    self.faces = faces
    self.pictures = pictures
  }

  /// - Throws: the first problem, with the item it belongs to.
  mutating func paint(_ page: Page) throws(PaintError) -> SVGPage {
    try page.size.checkForPaper()
    var items: [SVGPart] = []
    for item in page.items {
      out = SVGText()
      try draw(item)
      items.append(SVGPart(id: item.id, text: out.string))
    }
    return SVGPage(size: page.size, definitions: definitions.parts, items: items)
  }

  private mutating func draw(_ item: Item) throws(PaintError) {
    out.raw("<g")
    out.attribute("id", item.id)
    // For who cannot see it: glyphs are shapes, and say nothing by themselves.
    if let words = item.spoken {
      out.raw(" role=\"img\"")
      out.attribute("aria-label", words)
    }
    do throws(PaintError) {
      try draw(item.content)
    } catch {
      var error = error
      if error.item == nil {
        error.item = item.id
        error.span = item.span
      }
      throw error
    }
    out.raw("</g>")
  }

  /// What stands in an item's `g`, which is still open for its attributes.
  private mutating func draw(_ content: Content) throws(PaintError) {
    if case .group(let group) = content { return try draw(group) }
    out.raw(">")
    switch content {
    case .text(let runs, _): for run in runs { try draw(run) }
    case .shapes(let shapes): for shape in shapes { draw(shape) }
    case .picture(let picture): try draw(picture)
    case .code(let code): draw(code)
    case .pattern(let pattern): draw(pattern)
    case .group: break
    }
  }

  private mutating func draw(_ group: Group) throws(PaintError) {
    // An empty clip leaves nothing, as an empty clipPath does.
    let isSeen = group.opacity > 0 && group.clip?.segments.isEmpty != true
    guard isSeen else { return out.raw(">") }
    guard (group.transform.a * group.transform.d - group.transform.b * group.transform.c).magnitude > 1e-12 else {
      throw PaintError(.flatGroup)
    }
    out.attribute(transform: group.transform)
    if let clip = group.clip { out.attribute("clip-path", "url(#\(definitions.clip(to: clip)))") }
    if group.opacity < 1 { out.attribute("opacity", group.opacity, decimals: 4) }
    out.raw(">")
    for child in group.children { try draw(child) }
  }

  // MARK: Shapes

  private mutating func draw(_ shape: Shape) {
    guard shape.opacity > 0, shape.fill != nil || shape.stroke != nil, !shape.path.segments.isEmpty else { return }
    out.raw("<path d=\"")
    out.path(shape.path)
    out.raw("\"")
    if let fill = shape.fill {
      out.attribute("fill", definitions.paint(fill.paint))
      if fill.rule == .evenOdd { out.raw(" fill-rule=\"evenodd\"") }
    } else {
      out.raw(" fill=\"none\"")
    }
    if let stroke = shape.stroke {
      out.attribute("stroke", definitions.paint(stroke.paint))
      out.attribute("stroke-width", stroke.width.value)
      if stroke.cap != .butt { out.attribute("stroke-linecap", stroke.cap.rawValue) }
      if stroke.join != .miter { out.attribute("stroke-linejoin", stroke.join.rawValue) }
      if stroke.join == .miter, stroke.miterLimit != 4 { out.attribute("stroke-miterlimit", max(1, stroke.miterLimit)) }
      if !stroke.dash.isEmpty {
        out.attribute("stroke-dasharray", stroke.dash.map { decimal($0.value) }.joined(separator: " "))
        if stroke.dashOffset != 0 { out.attribute("stroke-dashoffset", stroke.dashOffset.value) }
      }
    }
    // Of fill and stroke together, as of one coat.
    if shape.opacity < 1 { out.attribute("opacity", shape.opacity, decimals: 4) }
    out.raw("/>")
  }

  private mutating func draw(_ pattern: Pattern) {
    let before = out
    out = SVGText()
    for shape in pattern.cell { draw(shape) }
    let id = definitions.cell(out)
    out = before
    for place in pattern.places { use(id, by: place) }
  }

  private mutating func use(_ id: String, by transform: Transform, decimals: Int = 6) {
    out.raw("<use")
    out.attribute("xlink:href", "#" + id)
    out.attribute(transform: transform, decimals: decimals)
    out.raw("/>")
  }

  // MARK: Pictures and codes

  private mutating func draw(_ placed: PlacedPicture) throws(PaintError) {
    let picture = placed.picture
    // What has no pixels for a PNG has none here either.
    _ = try pictures.pixels(of: picture)
    let id = definitions.picture(picture)
    // Within the rounding of the scene's grid it is all shown.
    let isCropped = !placed.crop.contains(placed.box, tolerance: 0.002)
    if isCropped {
      out.raw("<g")
      out.attribute("clip-path", "url(#\(definitions.clip(to: Path(rect: placed.crop))))")
      out.raw(">")
    }
    let toUnit = Transform.scale(1 / Double(picture.pixelWidth), 1 / Double(picture.pixelHeight))
    use(id, by: toUnit.then(placed.transform), decimals: 9)
    if isCropped { out.raw("</g>") }
  }

  /// One black path of exactly the frame, in modules: its numbers are whole.
  private mutating func draw(_ code: PlacedCode) {
    let side = Double(code.matrix.size)
    out.raw("<path fill-rule=\"evenodd\"")
    out.attribute(
      transform: Transform(
        a: code.frame.width.value / side, b: 0, c: 0, d: code.frame.height.value / side, tx: code.frame.x,
        ty: code.frame.y), decimals: 9)
    out.raw(" d=\"")
    code.matrix.eachContourCorner { corner, isFirst in
      out.raw(isFirst ? "M" : "L")
      out.integer(corner.column)
      out.raw(" ")
      out.integer(corner.row)
    }
    out.raw("\"/>")
  }

  // MARK: Text

  /// The run's glyphs, each a reference to its outline: in a space of font units, y up.
  private mutating func draw(_ run: GlyphRun) throws(PaintError) {
    let face = try faces.face(run.face)
    _ = try run.byteClusters()  // a run that has no PDF has no SVG either
    for glyph in run.glyphs where !definitions.has(glyph.id, of: run.face) {
      _ = definitions.glyph(glyph.id, of: run.face, outline: try face.svgOutline(of: glyph.id))
    }
    let em = run.size.value / face.outlines.unitsPerEm
    guard em > 0 else { return }
    let space = Transform.scale(em, -em).then(run.transform)
    out.raw("<g")
    // Nine decimals: a unit of the font is a thousandth of the em or less, and is meant exactly.
    out.attribute(transform: space, decimals: 9)
    let paint: String
    switch run.paint {
    case .solid: paint = definitions.paint(run.paint)
    // Each glyph would have a gradient of its own: its points are told in the glyph's units, moved to its place.
    case .linear, .radial: paint = "none"
    }
    out.attribute("fill", paint)
    if run.embolden > 0 {
      out.attribute("stroke", paint)
      out.attribute("stroke-width", run.embolden.value / em)
      out.attribute("stroke-miterlimit", 2)
    }
    out.raw(">")
    for glyph in run.glyphs {
      let place = Point(x: glyph.position.x / em, y: -glyph.position.y / em)
      out.raw("<use")
      out.attribute("xlink:href", "#g:\(run.face.digest.prefix(8))-\(glyph.id)")
      if place.x != 0 { out.attribute("x", place.x.value) }
      if place.y != 0 { out.attribute("y", place.y.value) }
      if case .solid = run.paint {
      } else {
        let toUnits = Transform.scale(1 / em, -1 / em).then(.translation(-place.x, -place.y))
        let own = definitions.paint(run.paint.transformed(by: toUnits, scale: 1 / em))
        out.attribute("fill", own)
        if run.embolden > 0 { out.attribute("stroke", own) }
      }
      out.raw("/>")
    }
    out.raw("</g>")
  }
}

extension Paint {
  /// By a transform that scales both ways alike.
  fileprivate func transformed(by transform: Transform, scale: Double) -> Paint {
    switch self {
    case .solid: self
    case .linear(let start, let end, let stops): .linear(start: transform(start), end: transform(end), stops: stops)
    case .radial(let center, let radius, let stops):
      .radial(center: transform(center), radius: radius * scale, stops: stops)
    }
  }
}

extension Item {
  fileprivate var spoken: String? {
    switch role {
    case .figure(let alternative): return alternative
    case .artifact: return nil
    case .heading, .label, .value, .paragraph, .caption, .link:
      guard case .text(let runs, _) = content else { return nil }
      return runs.map(\.text).joined()
    }
  }
}
