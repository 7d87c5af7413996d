import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  /// The text again and again along a line, as outlines: it must not be found between the fields.
  mutating func layOutMicrotext(_ microtext: MicrotextElement, of element: Part) -> Block {
    let content = filled.text(microtext.text)
    let (shaped, problems) = shaper.shape(
      content.string, family: microtext.family, keeps: element.isOwnText, breaks: true)
    report(problems, in: content, of: element)
    let (offset, size): (Point, Size)
    switch microtext.along {
    case .line(let from, let to):
      offset = Point(x: min(from.x, to.x), y: min(from.y, to.y))
      size = Size(width: Points(abs((to.x - from.x).value)), height: Points(abs((to.y - from.y).value)))
    case .box, .ellipse:
      offset = .zero
      size = Size(width: element.placement.width ?? 0, height: element.placement.height ?? 0)
    }
    let natural = microtext.length(of: shaped)
    let room = PathWalk(microtext.path(in: Rect(origin: offset, size: size), offset: offset)).length
    if natural > room {
      diagnostics.append(microtextTooLong(of: element, content: content, length: natural, room: room))
    }
    let shaper = self.shaper
    let id = itemID(of: element)
    return block(of: element, offset: offset, size: size) { box in
      let path = microtext.path(in: box, offset: offset)
      let art = MicrotextArt(microtext: microtext, text: shaped, walk: PathWalk(path), outline: shaper.outline)
      return Drawing(
        .group(Group(children: art.items(of: element, id: id))), ink: box.insetBy(microtext.size * -1), obstacles: [])
    }
  }
}

extension MicrotextElement {
  /// The line in a box on the page.
  /// - Parameter offset: of the box's corner where the line stands in the layout.
  fileprivate func path(in box: Rect, offset: Point) -> Path {
    switch along {
    case .line(let from, let to): Path([.move(box.origin + (from - offset)), .line(box.origin + (to - offset))])
    case .box: Path(rect: box)
    case .ellipse: Path(ellipseIn: box)
    }
  }

  /// Of the text, once.
  fileprivate func length(of text: ShapedText) -> Points {
    text.clusters.reduce(Points.zero) { $0 + size * $1.advance }
  }
}

/// Glyphs in a row along a path: each different one is drawn once and placed many times.
private struct MicrotextArt {
  let microtext: MicrotextElement
  let text: ShapedText
  let walk: PathWalk
  let outline: (GlyphID, FaceID) -> Path

  private struct Key: Hashable {
    var face: Int
    var glyph: GlyphID
  }

  func items(of element: Part, id: String) -> [Item] {
    var places: [Key: [Transform]] = [:]
    var order: [Key] = []
    let size = microtext.size
    let natural = microtext.length(of: text)
    guard natural.value > 0, walk.length >= natural else { return [] }
    // A whole number of times, so that the end of a closed line meets its beginning; half an em parts one from the next.
    let times = max(1, Int(walk.length.ratio(to: natural + size / 2)))
    let gap = (walk.length - natural * Double(times)) / Double(times)
    var pen: Points = 0
    for _ in 0..<min(times, 20_000) {
      for cluster in text.clusters {
        for glyph in cluster.glyphs {
          let advance = size * glyph.advance
          let at = walk.place(at: pen + advance / 2)
          let key = Key(face: cluster.face, glyph: glyph.id)
          if places[key] == nil { order.append(key) }
          // The middle of the em box stands on the path.
          places[key, default: []].append(
            Transform.translation(Points(glyph.offsetX - glyph.advance / 2), Points(glyph.offsetY + ShapedText.middle))
              .then(.scale(size.value, size.value))
              .then(.rotation(sine: at.sine, cosine: at.cosine))
              .then(.translation(at.point.x, at.point.y)).onGrid)
          pen += advance
        }
      }
      pen += gap
    }
    return order.compactMap { key in item(key, places[key] ?? [], of: element, id: id) }
  }

  private func item(_ key: Key, _ places: [Transform], of element: Part, id: String) -> Item? {
    let path = outline(key.glyph, text.faces[key.face])
    guard !path.segments.isEmpty else { return nil }
    // In thousandths of an em, as whole numbers.
    let fine = path.transformed(by: .scale(1000, 1000)).rounded
    let small = places.map { Transform.scale(0.001, 0.001).then($0).onGrid }
    let ink = small.reduce(Rect.zero) { $0.union($1(fine.controlBox)) }
    let cell = Shape(fine, fill: Fill(.solid(microtext.color)))
    return Item(
      id: "\(id)/\(key.face)-\(key.glyph)", span: element.span, fields: element.fields, role: .artifact,
      box: ink.onGrid, inkBox: ink.onGrid, content: .pattern(Pattern(cell: [cell], places: small)))
  }
}
