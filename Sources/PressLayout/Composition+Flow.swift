import PressScene
import PressTemplate

extension Composition {
  /// Children side by side. Texts share one baseline; in a row of given height a text of several lines is centred on the
  /// others' line, so that neither neighbour is touched.
  mutating func layOutRow(_ children: [Element], gap: Points, of element: Element, in bounds: Bounds) -> Block {
    let widths = share(bounds.width, among: children, gap: gap)
    let height = element.placement.height ?? bounds.height
    let blocks = zip(children, widths).map { child, width in
      layOut(child, in: Bounds(width: width, height: child.placement.height ?? height))
    }
    let line = children.compactMap(\.typeSize).max() ?? 0
    let baseline = line > 0 ? line * emBoxAscent : blocks.map(\.size.height).max() ?? 0
    let tops = zip(children, blocks).map { child, block -> Points in
      if child.typeSize == nil { return ((height ?? max(line, block.size.height)) - block.size.height) / 2 }
      if block.isParagraph, height != nil { return (line - block.size.height) / 2 }
      return baseline - block.baseline
    }
    let natural = zip(tops, blocks).map { $0 + $1.size.height }.max() ?? 0
    var left: Points = 0
    var lefts: [Points] = []
    for block in blocks {
      lefts.append(left)
      left += block.size.width + gap
    }
    let size = Size(
      width: element.placement.width ?? max(0, left - gap), height: height ?? max(natural, line))
    return Block(size: size, baseline: baseline) { origin in
      zip(blocks, zip(lefts, tops)).flatMap { block, corner in
        block.place(Point(x: origin.x + corner.0, y: origin.y + corner.1))
      }
    }
  }

  /// The width each child may take: its own, or its content's. Where that is too much, texts without a width give way, those
  /// with a fit policy first, from the right; what is left over belongs to the last of them.
  private mutating func share(_ width: Points, among children: [Element], gap: Points) -> [Points] {
    var widths = children.map { child in child.placement.width ?? naturalWidth(of: child) }
    let room = width - gap * Double(max(0, children.count - 1))
    let flexible = children.indices.reversed().filter { index in
      children[index].typeSize != nil && children[index].placement.width == nil
    }
    let fitting = flexible.filter { children[$0].hasFitPolicy }
    for index in fitting + flexible.filter({ !children[$0].hasFitPolicy }) {
      let excess = widths.reduce(Points.zero, +) - room
      if excess.value > 0 { widths[index] = max(0, widths[index] - excess) }
    }
    let slack = room - widths.reduce(Points.zero, +)
    if let last = flexible.first, slack.value > 0 { widths[last] += slack }
    return widths
  }

  private mutating func naturalWidth(of element: Element) -> Points {
    switch element.kind {
    case .text(let text): naturalWidth(text)
    case .seal(let seal): seal.diameter
    case .row(let gap, let children):
      present(children).reduce(Points.zero) { total, child in
        total + (child.placement.width ?? naturalWidth(of: child)) + gap
      }
    case .column(_, _, let children):
      present(children).map { $0.placement.width ?? naturalWidth(of: $0) }.max() ?? 0
    default: 0
    }
  }

  /// Children one below the other.
  mutating func layOutColumn(
    _ children: [Element], pitch: Points?, gap: Points, of element: Element, in bounds: Bounds
  ) -> Block {
    let width = element.placement.width ?? bounds.width
    var top: Points = 0
    var rows: [(top: Points, block: Block)] = []
    for child in children {
      let room = Bounds(width: child.placement.width ?? width, height: child.placement.height ?? pitch)
      let block = layOut(child, in: room)
      rows.append((top, block))
      top += pitch ?? block.size.height + gap
    }
    let height = pitch == nil ? max(0, top - gap) : top
    let size = Size(width: width, height: element.placement.height ?? height)
    return Block(size: size, baseline: rows.first?.block.baseline ?? 0) { origin in
      rows.flatMap { row in row.block.place(Point(x: origin.x, y: origin.y + row.top)) }
    }
  }
}

extension Element {
  /// The declared size of a text; nil for what is no text.
  var typeSize: Points? {
    if case .text(let text) = kind { text.style.size } else { nil }
  }

  fileprivate var hasFitPolicy: Bool {
    if case .text(let text) = kind { !text.style.fit.isEmpty } else { false }
  }
}
