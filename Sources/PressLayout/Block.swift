import PressScene
import PressTemplate

/// The room an element may take.
struct Bounds: Hashable {
  var width: Points
  /// Nil: as high as it needs.
  var height: Points?
  /// How far down the page goes on; nil where that is not known.
  var depth: Points?
}

/// An element of known size that waits for its place.
struct Block {
  var size: Size
  /// From its top to its first baseline; its height where it has no text.
  var baseline: Points
  /// From the place it is given to its top left corner: of an element that knows its own place.
  var offset: Point = .zero
  /// More than one line of text.
  var isParagraph = false
  /// Draws it with its top left corner at a point of the page, on top of what is there.
  var place: (Point, inout [Composition.PlacedElement]) -> Void

  static var nothing: Block { .empty(.zero) }

  static func empty(_ size: Size) -> Block { Block(size: size, baseline: size.height, place: { _, _ in }) }

  /// Its box for a place.
  func box(at origin: Point) -> Rect { Rect(origin: origin + offset, size: size) }
}

/// What an element looks like at its place.
struct Drawing {
  var content: Content
  var ink: Rect
  /// Where it is in the way of others; its ink, unless it is a frame or a ground.
  var obstacles: [Rect]

  init(_ content: Content, ink: Rect, obstacles: [Rect]? = nil) {
    self.content = content
    self.ink = ink
    self.obstacles = obstacles ?? [ink]
  }
}

extension Composition {
  /// What hangs on no record is laid out once for each room that it gets.
  mutating func layOut(_ element: Part, in bounds: Bounds) -> Block {
    guard element.isFixed else { return layOutAnew(element, in: bounds) }
    let key = KeptParts.BlockKey(
      part: element.number, page: pageNumber, bounds: bounds, entry: element.isRepeated ? entry?.itemPath : nil)
    if let known = kept.block(key) { return known }
    let count = troubles
    let block = layOutAnew(element, in: bounds)
    // What has something to tell has to tell it each time.
    return troubles == count ? kept.keep(block, key) : block
  }

  private mutating func layOutAnew(_ element: Part, in bounds: Bounds) -> Block {
    switch element.kind {
    case .text(let text): layOutText(text, of: element, in: bounds)
    case .image(let image): layOutImage(image, of: element)
    case .qr(let code): layOutCode(code, of: element)
    case .seal(let seal): layOutSeal(seal, of: element)
    case .line(let line): layOutLine(line, of: element)
    case .rectangle(let rectangle): layOutRectangle(rectangle, of: element)
    case .ellipse(let ellipse): layOutEllipse(ellipse, of: element)
    case .path(let path): layOutPath(path, of: element)
    case .border(let border): layOutBorder(border, of: element)
    case .guilloche(let guilloche): layOutGuilloche(guilloche, of: element)
    case .microtext(let microtext): layOutMicrotext(microtext, of: element)
    case .watermark(let watermark): layOutWatermark(watermark, of: element)
    case .row(let gap, _), .head(let gap, _): layOutRow(present(in: element), gap: gap, of: element, in: bounds)
    case .column(let column, _): layOutColumn(present(in: element), column, of: element, in: bounds)
    case .table(let table, _): layOutTable(present(in: element), table, of: element)
    case .group(let group, _): layOutGroup(group, of: element, in: bounds)
    case .when, .repeat, .page: .nothing  // `present` has resolved these
    }
  }

  /// A block of one item, drawn when its place is known. `offset` is for elements that know their own place in the area.
  func block(
    of element: Part, offset: Point = .zero, size: Size, draw: @escaping (Rect) -> Drawing
  ) -> Block {
    let id = itemID(of: element)
    return Block(size: size, baseline: size.height, offset: offset) { origin, placed in
      let box = Rect(origin: origin + offset, size: size)
      let drawing = draw(box)
      let item = Item(
        id: id, span: element.span, provenance: element.provenance, fields: element.fields,
        role: element.role, box: box.onGrid, inkBox: drawing.ink.onGrid, content: drawing.content)
      placed.append(PlacedElement(item: item, element: element, obstacles: drawing.obstacles))
    }
  }
}
