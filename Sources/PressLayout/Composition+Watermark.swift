import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  /// The text in rows over the whole sheet, every second row moved by half: outlines in one pale layer.
  mutating func layOutWatermark(_ watermark: WatermarkElement, of element: Part) -> Block {
    let content = filled.text(watermark.text)
    let (shaped, problems) = shaper.shape(
      content.string, family: watermark.family, keeps: element.isOwnText, breaks: true)
    report(problems, in: content, of: element)
    let art = WatermarkArt(watermark: watermark, text: shaped, outline: shaper.outline)
    let (sheet, area) = (setup.size, setup.area)
    let corner = Point(x: -area.x, y: -area.y)
    let id = itemID(of: element)
    return block(of: element, offset: corner, size: sheet) { box in
      let stamp = art.stamp
      guard !stamp.path.segments.isEmpty else { return Drawing(.shapes([]), ink: .zero, obstacles: []) }
      let item = Item(
        id: id + "/stamps", span: element.span, fields: element.fields, role: .artifact, box: box.onGrid,
        inkBox: box.onGrid, content: .pattern(Pattern(cell: [stamp], places: art.places(in: box))))
      let layer = Group(clip: Path(rect: box).onGrid, opacity: watermark.opacity, children: [item])
      return Drawing(.group(layer), ink: box, obstacles: [])
    }
  }

  /// Takes away the stamps that would lie in a QR symbol or its quiet zone.
  mutating func keepWatermarksClear() {
    guard placed.contains(where: \.element.holdsWatermark) else { return }
    let zones = placed.flatMap(\.zones)
    guard !zones.isEmpty else { return }
    for index in placed.indices where placed[index].element.holdsWatermark {
      let spans = Set(placed[index].element.all.filter(\.isWatermark).map(\.span))
      func clear(_ item: inout Item) -> Bool { item.keepStampsClear(of: zones, watermarks: spans, in: .identity) }
      if let known = kept.cleared(placed[index].item, of: zones, clear) {
        placed[index].item = known
      } else {
        _ = clear(&placed[index].item)
      }
    }
  }
}

extension Item {
  /// - Parameters:
  ///   - watermarks: where those elements stand in the layout.
  ///   - space: from the item's space to the page.
  /// - Returns: whether there were such stamps.
  fileprivate mutating func keepStampsClear(of zones: [Rect], watermarks: Set<Span>, in space: Transform) -> Bool {
    guard case .group(var group) = content else { return false }
    var areTaken = false
    let inner = group.transform.then(space)
    if watermarks.contains(span), case .pattern(var pattern)? = group.children.first?.content,
      let cell = pattern.cell.first?.path.controlBox
    {
      let count = pattern.places.count
      pattern.places.removeAll { place in
        let stamp = TurnedBox(cell, by: place.then(inner))
        return zones.contains { stamp.touches($0) }
      }
      areTaken = pattern.places.count != count
      group.children[0].content = .pattern(pattern)
    } else {
      for index in group.children.indices
      where group.children[index].keepStampsClear(of: zones, watermarks: watermarks, in: inner) {
        areTaken = true
      }
    }
    if areTaken {
      content = .group(group)
      plate = nil
    }
    return areTaken
  }
}

extension Composition.PlacedElement {
  /// Of its QR symbols, on the page.
  var zones: [Rect] { quietZone.map { [$0] } ?? zonesInside }

  /// The square that must stay white around a QR symbol, with the symbol.
  var quietZone: Rect? {
    guard case .code(let symbol) = item.content, case .qr(let code) = element.kind else { return nil }
    let module = symbol.frame.width / Double(symbol.matrix.size)
    return symbol.frame.insetBy(module * Double(-code.quietZone))
  }
}

private struct WatermarkArt {
  let watermark: WatermarkElement
  let text: ShapedText
  let outline: (GlyphID, FaceID) -> Path

  /// One text, its middle at the origin, in hundredths of a point.
  var stamp: Shape {
    let size = watermark.size.value * 100
    var pen = text.clusters.reduce(0) { $0 + $1.advance } / -2
    var path = Path()
    for cluster in text.clusters {
      for glyph in cluster.glyphs {
        let place = Transform.translation(
          Points(pen + glyph.offsetX), Points(glyph.offsetY + ShapedText.middle)
        ).then(.scale(size, size))
        path += outline(glyph.id, text.faces[cluster.face]).transformed(by: place)
        pen += glyph.advance
      }
    }
    return Shape(path.rounded, fill: Fill(.solid(watermark.color)))
  }

  /// A lattice about the middle of the box, turned; those that the box cannot show are left out.
  func places(in box: Rect) -> [Transform] {
    let width = watermark.size * text.clusters.reduce(0) { $0 + $1.advance } + watermark.gap
    let height = watermark.size + watermark.gap
    guard width.value > 0, height.value > 0 else { return [] }
    let (sine, cosine) = sineAndCosine(degrees: watermark.rotation)
    let turn = Transform.rotation(sine: sine, cosine: cosine)
    let reach = Points((box.width.value * box.width.value + box.height.value * box.height.value).squareRoot() / 2)
    // A text of a point all over A3 has no reader.
    let across = min(200, Int(reach.ratio(to: width).rounded(.up)) + 1)
    let down = min(200, Int(reach.ratio(to: height).rounded(.up)) + 1)
    var places: [Transform] = []
    for row in -down...down {
      let shift = row.isMultiple(of: 2) ? 0 : width / 2
      for column in -across...across {
        let middle = turn(Point(x: width * Double(column) + shift, y: height * Double(row)))
        let place = Transform.scale(0.01, 0.01).then(turn)
          .then(.translation(box.center.x + middle.x, box.center.y + middle.y)).onGrid
        let stamp = Rect(x: width / -2, y: height / -2, width: width, height: height)
        let seen = turn.then(.translation(place.tx, place.ty))(stamp)
        if !seen.intersection(box).isEmpty { places.append(place) }
      }
    }
    return places
  }
}

/// A rectangle that is turned.
private struct TurnedBox {
  private let corners: [Point]
  private let axes: [Point]

  init(_ box: Rect, by place: Transform) {
    corners = [
      Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.y), Point(x: box.maxX, y: box.maxY),
      Point(x: box.x, y: box.maxY),
    ].map { place($0) }
    axes = [corners[1] - corners[0], corners[3] - corners[0]]
  }

  /// Two convex figures are apart if some side of one of them parts them.
  func touches(_ rect: Rect) -> Bool {
    let others = [
      Point(x: rect.x, y: rect.y), Point(x: rect.maxX, y: rect.y), Point(x: rect.maxX, y: rect.maxY),
      Point(x: rect.x, y: rect.maxY),
    ]
    return (axes + [Point(x: 1, y: 0), Point(x: 0, y: 1)]).allSatisfy { axis in
      func shadow(_ points: [Point]) -> ClosedRange<Double> {
        let values = points.map { $0.x.value * axis.x.value + $0.y.value * axis.y.value }
        return (values.min() ?? 0)...(values.max() ?? 0)
      }
      return shadow(corners).overlaps(shadow(others))
    }
  }
}
