import PressScene
import PressTemplate

extension Composition {
  /// Children with places of their own, from the group's top left corner. Without a size it is as large as they are.
  mutating func layOutGroup(
    _ group: GroupElement, of element: Part, in bounds: Bounds
  ) -> Block {
    let room = Rect(
      origin: .zero,
      size: Size(
        width: element.placement.width ?? bounds.width,
        height: element.placement.height ?? bounds.height ?? bounds.depth ?? 0))
    // Of another entry of a list, where something may be there that is not there now.
    for child in element.children.flatMap(\.standingTogether) { boxes[child.id] = nil }
    let elements = present(in: element).map(\.element)
    var blocks: [(origin: Point, block: Block)] = Array(repeating: (.zero, .nothing), count: elements.count)
    var reach = Size.zero
    for index in inPlacingOrder(elements) {
      let (origin, block) = layOut(elements[index], in: room)
      let box = block.box(at: origin)
      boxes[elements[index].id] = box
      reach = Size(width: max(reach.width, box.maxX), height: max(reach.height, box.maxY))
      blocks[index] = (origin, block)
    }
    let size = Size(
      width: element.placement.width ?? reach.width, height: element.placement.height ?? reach.height)
    if group.isPlain {
      return Block(size: size, baseline: size.height) { origin, placed in
        for (place, block) in blocks { block.place(place + origin, &placed) }
      }
    }
    let id = itemID(of: element)
    return Block(size: size, baseline: size.height) { origin, placed in
      var parts: [PlacedElement] = []
      for (place, block) in blocks { block.place(place, &parts) }
      placed.append(GroupArt(group: group, size: size, placed: parts).item(id: id, of: element, at: origin))
    }
  }

  /// What others hang on before them. They are painted and read in the order of the file.
  private func inPlacingOrder(_ elements: [Part]) -> [Int] {
    guard elements.contains(where: { !$0.targets.isEmpty }) else { return Array(elements.indices) }
    let places = Dictionary(zip(elements.map(\.id), elements.indices)) { first, _ in first }
    var result: [Int] = []
    var done: Set<Int> = []
    func add(_ index: Int) {
      guard done.insert(index).inserted else { return }
      for path in elements[index].targets { if let target = places[path] { add(target) } }
      result.append(index)
    }
    for index in elements.indices { add(index) }
    return result
  }
}

/// A group that is more than the sum of its parts.
private struct GroupArt {
  let group: GroupElement
  let size: Size
  let placed: [Composition.PlacedElement]

  func item(id: String, of element: Part, at origin: Point) -> Composition.PlacedElement {
    let transform = self.transform(at: origin)
    let clip = clip
    func seen(_ rect: Rect) -> Rect {
      transform(clip.map { $0.controlBox.intersection(rect) } ?? rect)
    }
    let ink = placed.reduce(Rect.zero) { $0.union(seen($1.item.inkBox)) }
    let box = transform(Rect(origin: .zero, size: size))
    let content = Group(transform: transform, clip: clip, opacity: group.opacity, children: placed.map(\.item))
    let item = Item(
      id: id, span: element.span, provenance: element.provenance, fields: element.fields, role: .artifact,
      box: box.onGrid, inkBox: ink.onGrid, content: .group(content))
    var part = Composition.PlacedElement(
      item: item, element: element, obstacles: placed.flatMap(\.obstacles).map(seen),
      layers: placed.reduce(into: []) { $0.formUnion($1.layers) })
    part.zonesInside = placed.flatMap(\.zones).map { transform($0) }
    return part
  }

  private func transform(at origin: Point) -> Transform {
    let (sine, cosine) = sineAndCosine(degrees: group.rotation)
    let middle = Point(x: size.width / 2, y: size.height / 2)
    return Transform.translation(-middle.x, -middle.y)
      .then(.rotation(sine: sine, cosine: cosine))
      .then(.translation(origin.x + middle.x, origin.y + middle.y)).onGrid
  }

  private var clip: Path? {
    let box = Rect(origin: .zero, size: size)
    return switch group.clip {
    case .box: Path(rect: box).onGrid
    case .ellipse: Path(ellipseIn: box).onGrid
    case nil: nil
    }
  }
}
