public import PressDiagnostics
public import PressScene
public import PressTemplate

/// Turns a filled template into a scene: places everything, fits texts, checks what paper would not forgive.
public struct Composer {
  let shaper: any TextShaper
  let media: any MediaSource

  public init(shaper: any TextShaper, media: any MediaSource) {
    self.shaper = shaper
    self.media = media
  }

  /// Composes one certificate. The scene is always whole enough to look at; with an error among the diagnostics it must not be
  /// issued.
  public func compose(_ filled: FilledTemplate) -> (scene: Scene, diagnostics: [Diagnostic]) {
    var composition = Composition(filled: filled, shaper: shaper, media: media)
    let setup = filled.template.page
    for element in filled.template.elements {
      composition.compose(element, in: setup.area)
    }
    composition.assignReadingOrder()
    composition.checkPlacement()
    composition.checkLegibility()
    composition.checkNeatness()
    let page = Page(size: setup.size.onGrid, area: setup.area.onGrid, items: composition.placed.map(\.item))
    let document = DocumentInfo(
      title: filled.document.title, author: filled.document.author, date: filled.document.date,
      language: filled.template.document.language)
    return (Scene(pages: [page], document: document), composition.diagnostics)
  }
}

extension Size {
  var onGrid: Size { Size(width: width.onGrid, height: height.onGrid) }
}

/// One certificate under composition.
struct Composition {
  let filled: FilledTemplate
  let shaper: any TextShaper
  let media: any MediaSource
  var placed: [PlacedElement] = []
  /// The elements with a place of their own.
  var standing: [Standing] = []
  var diagnostics: [Diagnostic] = []
  var shapedValues: [ShapingKey: (ShapedText, [ShapingProblem])] = [:]

  /// An item and what the checks of placement must know of the element behind it.
  struct PlacedElement {
    var item: Item
    var element: Element
    /// Where it has ink that matters: the four bands of a frame, not the field inside.
    var obstacles: [Rect]
  }

  /// Composes an element that has a place of its own, in the area.
  mutating func compose(_ element: Element, in area: Rect) {
    if case .when(let field, let children) = element.kind {
      guard filled.has(field) else { return }
      for child in children { compose(child, in: area) }
      return
    }
    let placement = element.placement
    let block: Block
    let origin: Point
    switch placement.anchor {
    case .own, .flow:
      block = layOut(element, in: Bounds(width: area.width, height: nil))
      origin = area.origin
    case .topLeft(let at):
      block = layOut(element, in: Bounds(width: placement.width ?? area.width - at.x, height: placement.height))
      origin = area.origin + at
    case .center(let center):
      let reach = min(center.x, area.width - center.x) * 2
      block = layOut(element, in: Bounds(width: placement.width ?? reach, height: placement.height))
      origin =
        area.origin + Point(x: center.x - block.size.width / 2, y: center.y - block.size.height / 2)
    case .baseline(let at):
      block = layOut(element, in: Bounds(width: placement.width ?? area.width - at.x, height: placement.height))
      origin = area.origin + Point(x: at.x, y: at.y - block.baseline)
    }
    let parts = block.place(origin)
    if let standing = Standing(element, block: block, origin: origin, parts: parts) { self.standing.append(standing) }
    placed += parts
  }

  /// Reading order is the order of the file, but a seal is read last: its text must not stand between the fields.
  mutating func assignReadingOrder() {
    var next = 0
    for seals in [false, true] {
      for index in placed.indices where placed[index].item.isSeal == seals && placed[index].item.role != .artifact {
        placed[index].item.readingOrder = next
        next += 1
      }
    }
  }
}

extension Item {
  var isSeal: Bool {
    if case .group(let group) = content { group.purpose == .seal } else { false }
  }
}

/// The room an element may take.
struct Bounds {
  var width: Points
  /// Nil: as high as it needs.
  var height: Points?
}

/// An element of known size that waits for its place.
struct Block {
  var size: Size
  /// From its top to its first baseline; its height where it has no text.
  var baseline: Points
  /// More than one line of text.
  var isParagraph = false
  /// Draws it with its top left corner at a point of the page.
  var place: (Point) -> [Composition.PlacedElement]
}

extension Composition {
  mutating func layOut(_ element: Element, in bounds: Bounds) -> Block {
    switch element.kind {
    case .text(let text): layOutText(text, of: element, in: bounds)
    case .image(let image): layOutImage(image, of: element)
    case .qr(let code): layOutCode(code, of: element)
    case .seal(let seal): layOutSeal(seal, of: element)
    case .line(let line): layOutLine(line, of: element)
    case .rectangle(let rectangle): layOutRectangle(rectangle, of: element)
    case .border(let border): layOutBorder(border, of: element)
    case .row(let gap, let children): layOutRow(present(children), gap: gap, of: element, in: bounds)
    case .column(let pitch, let gap, let children):
      layOutColumn(present(children), pitch: pitch, gap: gap, of: element, in: bounds)
    case .when: Block(size: .zero, baseline: 0, place: { _ in [] })  // `present` has resolved these
    }
  }

  /// The children that are there with this record: `when` dissolved.
  func present(_ children: [Element]) -> [Element] {
    children.flatMap { child -> [Element] in
      guard case .when(let field, let inner) = child.kind else { return [child] }
      return filled.has(field) ? present(inner) : []
    }
  }

  /// A block of one item, drawn when its place is known. `offset` is for elements that know their own place in the area.
  func block(
    of element: Element, offset: Point = .zero, size: Size, draw: @escaping (Rect) -> Drawing
  ) -> Block {
    Block(size: size, baseline: size.height) { origin in
      let box = Rect(origin: origin + offset, size: size)
      let drawing = draw(box)
      let item = Item(
        id: element.id, span: element.span, provenance: element.provenance, fields: element.fields,
        role: element.role, box: box.onGrid, inkBox: drawing.ink.onGrid, content: drawing.content)
      return [PlacedElement(item: item, element: element, obstacles: drawing.obstacles)]
    }
  }
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
