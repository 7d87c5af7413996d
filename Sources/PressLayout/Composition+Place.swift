import PressScene
import PressTemplate

/// Elements with places of their own in one container: a page's area, or a group.
struct PlacingLayer {
  /// Where places count from, and what `center` is the middle of.
  let container: Rect
  private(set) var elements: [Part] = []
  /// By path: what has to end on this page first.
  private(set) var waiting: [String: Set<String>] = [:]
  /// By path; empty where no element hangs on another.
  fileprivate var indices: [String: Int] = [:]
  /// Where each one's items are in ``placed``.
  fileprivate var results: [Range<Int>] = []
  fileprivate var isDone: [Bool] = []
  /// In the order of placing.
  fileprivate var placed: [Composition.PlacedElement] = []

  init(container: Rect) { self.container = container }

  mutating func add(_ element: Part, waitingFor flows: Set<String> = []) {
    if !flows.isEmpty { waiting[element.id] = flows }
    elements.append(element)
    results.append(0..<0)
    isDone.append(false)
  }

  /// In the order of the file, as they are painted.
  fileprivate var inPaintingOrder: [Composition.PlacedElement] {
    indices.isEmpty ? placed : results.flatMap { placed[$0] }
  }
}

extension Composition {
  /// Places what an element hangs on before it; the result is in the order of the file, as it is painted.
  mutating func compose(_ layer: inout PlacingLayer) {
    if plan.hasRelations {
      for (index, element) in layer.elements.enumerated() { layer.indices[element.id] = index }
    }
    for index in layer.elements.indices { compose(index, in: &layer) }
    placed = layer.inPaintingOrder
  }

  private mutating func compose(_ index: Int, in layer: inout PlacingLayer) {
    guard !layer.isDone[index] else { return }
    layer.isDone[index] = true
    let element = layer.elements[index]
    for path in element.targets {
      if let target = layer.indices[path] { compose(target, in: &layer) }
    }
    if let flows = layer.waiting[element.id] {
      for path in flows { if let flow = layer.indices[path] { compose(flow, in: &layer) } }
      guard flows.allSatisfy({ self.flows[$0]?.isEnded ?? false }) else { return }
    }
    let start = layer.placed.count
    if element.shell != nil {
      composeFlow(element, in: layer.container, &layer.placed)
    } else {
      let (origin, block) = layOut(element, in: layer.container)
      if plan.hasRelations { boxes[element.id] = block.box(at: origin) }
      block.place(origin, &layer.placed)
      if let standing = Standing(element, block: block, origin: origin, parts: layer.placed[start...]) {
        self.standing.append(standing)
      }
    }
    layer.results[index] = start..<layer.placed.count
  }

  /// An element's size and place.
  mutating func layOut(_ element: Part, in container: Rect) -> (origin: Point, block: Block) {
    let placement = element.placement
    func room(width: Points, from top: Points) -> Bounds {
      Bounds(width: placement.width ?? width, height: placement.height, depth: container.height - top)
    }
    switch placement.anchor {
    case .own, .flow:
      return (container.origin, layOut(element, in: Bounds(width: container.width, height: nil)))
    case .topLeft(let at):
      return (container.origin + at, layOut(element, in: room(width: container.width - at.x, from: at.y)))
    case .center(let center):
      let reach = min(center.x, container.width - center.x) * 2
      let block = layOut(element, in: room(width: reach, from: 0))
      let half = Point(x: block.size.width / 2, y: block.size.height / 2)
      return (container.origin + center - half, block)
    case .baseline(let at):
      let block = layOut(element, in: room(width: container.width - at.x, from: at.y))
      return (container.origin + Point(x: at.x, y: at.y - block.baseline), block)
    case .relative(let x, let y):
      let (left, top) = (near(x, .x, in: container), near(y, .y, in: container))
      let width =
        switch x {
        case .center(nil, let offset): container.width - Points(abs(offset.value)) * 2
        case .center(let path?, let offset):
          reach(around: start(.center(of: path, offset: offset), .x, length: 0, in: container), in: container)
        case .before: (far(x, .x, in: container) ?? container.maxX) - container.x
        default: container.maxX - (left ?? container.x)
        }
      let block = layOut(element, in: room(width: width, from: (top ?? container.y) - container.y))
      return (origin(x, y, size: block.size, in: container), block)
    }
  }

  /// The width of what stands in the middle of `x` and comes no nearer to the edge than that.
  private func reach(around x: Points, in container: Rect) -> Points {
    max(0, min(x - container.x, container.maxX - x) * 2)
  }

  /// Where a box of that size stands.
  private func origin(
    _ x: Placement.Coordinate, _ y: Placement.Coordinate, size: Size, in container: Rect
  ) -> Point {
    Point(
      x: start(x, .x, length: size.width, in: container), y: start(y, .y, length: size.height, in: container))
  }

  private func start(
    _ coordinate: Placement.Coordinate, _ axis: BoxAxis, length: Points, in container: Rect
  ) -> Points {
    if let near = near(coordinate, axis, in: container) { return near }
    if let far = far(coordinate, axis, in: container) { return far - length }
    guard case .center(let target, let offset) = coordinate else { return axis.start(container) }
    let (start, end) = target.map { edges($0, axis, in: container) } ?? (axis.start(container), axis.end(container))
    return (start + end - length) / 2 + offset
  }

  /// The near edge where that does not depend on its size.
  private func near(_ coordinate: Placement.Coordinate, _ axis: BoxAxis, in container: Rect) -> Points? {
    switch coordinate {
    case .length(let length): axis.start(container) + length
    case .after(let path, let gap): edges(path, axis, in: container).end + gap
    case .with(let path, let offset): edges(path, axis, in: container).start + offset
    case .before, .center: nil
    }
  }

  private func far(_ coordinate: Placement.Coordinate, _ axis: BoxAxis, in container: Rect) -> Points? {
    guard case .before(let path, let gap) = coordinate else { return nil }
    return edges(path, axis, in: container).start - gap
  }

  /// Where an element stands. One that is not there with this record, or on this page, is a point where it would begin, without
  /// the white that it keeps.
  private func edges(_ path: String, _ axis: BoxAxis, in container: Rect) -> (start: Points, end: Points) {
    if let box = boxes[path] { return (axis.start(box), axis.end(box)) }
    var point = axis.start(container)
    switch plan.part(path)?.placement.anchor {
    case .topLeft(let at), .center(let at), .baseline(let at): point += axis.of(at)
    case .relative(let x, let y):
      point = start((axis == .x ? x : y).withoutGap, axis, length: 0, in: container)
    case .own, .flow, nil: break
    }
    return (point, point)
  }
}

private enum BoxAxis {
  case x, y
  func start(_ box: Rect) -> Points { self == .x ? box.x : box.y }
  func end(_ box: Rect) -> Points { self == .x ? box.maxX : box.maxY }
  func of(_ point: Point) -> Points { self == .x ? point.x : point.y }
}

extension Placement.Coordinate {
  fileprivate var withoutGap: Placement.Coordinate {
    switch self {
    case .length, .center: self
    case .after(let path, _): .after(path, gap: 0)
    case .before(let path, _): .before(path, gap: 0)
    case .with(let path, let offset): .with(path, offset: offset)
    }
  }
}
