import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  /// A seal is a group of outlines: its arc text is drawn as paths, so that it never mixes into the fields when text is
  /// extracted; the figure's alternative text says what it reads.
  mutating func layOutSeal(_ seal: SealElement, of element: Part) -> Block {
    let size = Size(width: seal.diameter, height: seal.diameter)
    let text = filled.text(seal.text)
    let arc = shapeForSeal(text, seal: seal, keeps: seal.text.fields.isEmpty, of: element)
    let bottom = seal.bottom.map { template in
      let text = filled.text(template)
      return shapeForSeal(text, seal: seal, keeps: template.fields.isEmpty, of: element)
    }
    checkCrowding(of: arc, seal: seal, element: element)
    if let bottom { checkRoom(for: bottom, seal: seal, element: element) }
    let shaper = self.shaper
    let id = itemID(of: element)
    return block(of: element, size: size) { box in
      let art = SealArt(seal: seal, center: box.center, id: id, element: element, outline: shaper.outline)
      var children = [art.ring]
      if seal.star.value > 0 { children.append(art.star) }
      children.append(art.arc(arc))
      if let bottom { children.append(art.bottom(bottom)) }
      return Drawing(.group(Group(purpose: .seal, children: children)), ink: box)
    }
  }

  private mutating func shapeForSeal(
    _ text: FilledTemplate.FilledText, seal: SealElement, keeps: Bool, of element: Part
  ) -> ShapedText {
    let (shaped, problems) = shaper.shape(text.string, family: seal.family, keeps: keeps, breaks: true)
    report(problems, in: text, of: element)
    return shaped
  }

  /// Characters on the arc must not run into each other at their feet, where the arc is shortest.
  private mutating func checkCrowding(of text: ShapedText, seal: SealElement, element: Part) {
    let count = text.clusters.count
    guard count > 1 else { return }
    let (sine, _) = sineAndCosine(degrees: seal.step(count) / 2)
    let room = seal.baselineRadius * 2 * sine
    let widest = text.clusters.map { seal.size * $0.advance * seal.condense }.max() ?? 0
    if widest > room {
      diagnostics.append(sealCrowded(of: element, needed: widest, room: room))
    }
  }

  /// The line below the star must not reach over the ring.
  private mutating func checkRoom(for text: ShapedText, seal: SealElement, element: Part) {
    let width = text.clusters.reduce(Points.zero) { $0 + seal.bottomSize * $1.advance * seal.condense }
    let radius = seal.diameter.value / 2 - seal.ring.value
    // At its lower edge, where the circle is narrower.
    let down = (seal.star / 2 + seal.baselineRadius).value / 2 + seal.bottomSize.value / 2
    let room = Points(max(0, radius * radius - down * down).squareRoot() * 2)
    if width > room { diagnostics.append(sealBottomTooLong(of: element, needed: width, room: room)) }
  }
}

extension SealElement {
  /// Where the feet of the arc text's em boxes stand.
  var baselineRadius: Points { diameter / 2 - ring - inset - size }

  /// Degrees from one character's middle to the next.
  func step(_ count: Int) -> Double { count > 1 ? arc / Double(count - 1) : 0 }
}

/// The parts of a seal, each an item of its own so that goldens can name it.
private struct SealArt {
  let seal: SealElement
  let center: Point
  let id: String
  let element: Part
  let outline: (GlyphID, FaceID) -> Path

  var ring: Item {
    let radius = (seal.diameter - seal.ring) / 2
    let stroke = Stroke(.solid(seal.color), width: seal.ring.onGrid)
    let path = Path(circleAt: center, radius: radius).onGrid
    let ink = path.controlBox.insetBy(seal.ring / -2)
    return item("ring", .shapes([Shape(path, stroke: stroke)]), ink: ink)
  }

  /// A regular five-pointed star, one point up; the inner corners lie where its sides cross.
  var star: Item {
    let outer = seal.star / 2
    let inner = outer * 0.381966011250105  // 1/φ²
    var segments: [Path.Segment] = []
    for corner in 0..<10 {
      let radius = corner.isMultiple(of: 2) ? outer : inner
      let place = point(at: Double(corner) * 36, radius: radius, from: center)
      segments.append(corner == 0 ? .move(place) : .line(place))
    }
    segments.append(.close)
    let path = Path(segments).onGrid
    return item("star", .shapes([Shape(path, fill: Fill(.solid(seal.color)))]), ink: path.controlBox)
  }

  func arc(_ text: ShapedText) -> Item {
    let step = seal.step(text.clusters.count)
    let start = text.clusters.count > 1 ? -seal.arc / 2 : 0
    var path = Path()
    for (number, cluster) in text.clusters.enumerated() {
      let (sine, cosine) = sineAndCosine(degrees: start + step * Double(number))
      // The em box's foot stands on the circle: the baseline lies one descent above it.
      let lift = seal.baselineRadius + seal.size * (1 - emBoxAscent)
      let turn = Transform.translation(0, -lift).then(.rotation(sine: sine, cosine: cosine))
      path += outlines(of: cluster, in: text, centeredAt: turn, size: seal.size)
    }
    return cut("arc", path, size: seal.size)
  }

  /// One straight line below the star, halfway to the ring.
  func bottom(_ text: ShapedText) -> Item {
    let widths = text.clusters.map { seal.bottomSize * $0.advance * seal.condense }
    var pen = widths.reduce(Points.zero, +) / -2
    let foot = (seal.star / 2 + seal.baselineRadius) / 2 + seal.bottomSize * (emBoxAscent - 0.5)
    var path = Path()
    for (cluster, width) in zip(text.clusters, widths) {
      let place = Transform.translation(pen + width / 2, foot)
      path += outlines(of: cluster, in: text, centeredAt: place, size: seal.bottomSize)
      pen += width
    }
    return cut("bottom", path, size: seal.bottomSize)
  }

  /// Characters as a seal shows them: condensing has thinned their stems, and ink spreads; a stroke gives the weight back.
  ///
  /// Their path, about the seal's centre, is in whole hundredths of a point (3.5 µm): a thousand curves written as short integers
  /// take a third less of the file than in full.
  private func cut(_ name: String, _ path: Path, size: Points) -> Item {
    let fine = path.transformed(by: .scale(100, 100)).rounded
    let stroke = Stroke(.solid(seal.color), width: (size * 2.2).rounded, join: .round)
    let place = Transform.scale(0.01, 0.01).then(.translation(center.x, center.y)).onGrid
    let ink = place(fine.controlBox.insetBy(stroke.width / -2))
    let shape = Shape(fine, fill: Fill(.solid(seal.color)), stroke: stroke)
    return item(name, .pattern(Pattern(cell: [shape], places: [place])), ink: ink)
  }

  private func outlines(
    of cluster: ShapedText.Cluster, in text: ShapedText, centeredAt place: Transform, size: Points
  ) -> Path {
    var pen = cluster.advance / -2
    var path = Path()
    for glyph in cluster.glyphs {
      let shape = outline(glyph.id, text.faces[cluster.face])
      let inEm = Transform.translation(Points(pen + glyph.offsetX), Points(glyph.offsetY))
      path += shape.transformed(by: inEm.then(.scale(size.value * seal.condense, size.value)).then(place))
      pen += glyph.advance
    }
    return path
  }

  private func item(_ name: String, _ content: Content, ink: Rect) -> Item {
    Item(
      id: id + "/" + name, span: element.span, fields: element.fields, role: .artifact, box: ink.onGrid,
      inkBox: ink.onGrid, content: content)
  }
}
