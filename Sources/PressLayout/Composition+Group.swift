import PressScene
import PressTemplate

extension Composition {
  /// Children with places of their own, from the group's top left corner. Without a size it is as large as they are.
  mutating func layOutGroup(
    _ group: GroupElement, _ children: [Element], of element: Element, in bounds: Bounds
  ) -> Block {
    let room = Rect(
      origin: .zero,
      size: Size(
        width: element.placement.width ?? bounds.width,
        height: element.placement.height ?? bounds.height ?? bounds.depth ?? 0))
    let children = present(children).map(\.element)
    var found: [String: (origin: Point, block: Block)] = [:]
    var reach = Rect.zero
    for child in ordered(children) {
      let (origin, block) = layOut(child, in: room)
      boxes[child.id] = block.box(at: origin)
      reach = reach.union(block.box(at: origin))
      found[child.id] = (origin, block)
    }
    let blocks = children.compactMap { found[$0.id] }
    let size = Size(
      width: element.placement.width ?? max(0, reach.maxX), height: element.placement.height ?? max(0, reach.maxY))
    if group.isPlain {
      return Block(size: size, baseline: size.height) { origin in
        blocks.flatMap { $0.block.place($0.origin + origin) }
      }
    }
    let id = itemID(of: element)
    return Block(size: size, baseline: size.height) { origin in
      let placed = blocks.flatMap { $0.block.place($0.origin) }
      return [GroupArt(group: group, size: size, placed: placed).item(id: id, of: element, at: origin)]
    }
  }

  /// What others hang on before them.
  private func ordered(_ elements: [Element]) -> [Element] {
    var result: [Element] = []
    var done: Set<String> = []
    func add(_ element: Element) {
      guard done.insert(element.id).inserted else { return }
      for path in element.placement.anchor.targets {
        if let target = elements.first(where: { $0.id == path }) { add(target) }
      }
      result.append(element)
    }
    for element in elements { add(element) }
    return result
  }
}

/// A group that is more than the sum of its parts.
private struct GroupArt {
  let group: GroupElement
  let size: Size
  let placed: [Composition.PlacedElement]

  func item(id: String, of element: Element, at origin: Point) -> Composition.PlacedElement {
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
    return Composition.PlacedElement(
      item: item, element: element, obstacles: placed.flatMap(\.obstacles).map(seen),
      layers: placed.reduce(into: []) { $0.formUnion($1.layers) })
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
