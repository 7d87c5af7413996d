import PressScene
import PressTemplate

extension Composition {
  /// Children side by side. Texts share one baseline; in a row of given height a text of several lines is centred on the
  /// others' line, so that neither neighbour is touched.
  mutating func layOutRow(_ present: [Present], gap: Points, of element: Part, in bounds: Bounds) -> Block {
    let widths = share(bounds.width, among: present, gap: gap)
    let height = element.placement.height ?? bounds.height
    let blocks = zip(present, widths).map { child, width in
      layOut(child, in: Bounds(width: width, height: child.element.placement.height ?? height))
    }
    let children = present.map(\.element)
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
    return Block(size: size, baseline: baseline) { origin, placed in
      for (index, block) in blocks.enumerated() {
        block.place(Point(x: origin.x + lefts[index], y: origin.y + tops[index]), &placed)
      }
    }
  }

  /// The width each child may take: its own, or its content's. Where that is too much, texts without a width give way, those
  /// with a fit policy first, from the right; what is left over belongs to the last of them.
  private mutating func share(_ width: Points, among present: [Present], gap: Points) -> [Points] {
    var widths = present.map { child in
      child.element.placement.width ?? with(child.entry) { $0.naturalWidth(of: child.element) }
    }
    let children = present.map(\.element)
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

  private mutating func naturalWidth(of element: Part) -> Points {
    guard element.isFixed else { return naturalWidthAnew(of: element) }
    if let known = kept.width(of: element, page: pageNumber) { return known }
    let width = naturalWidthAnew(of: element)
    kept.keep(width, of: element, page: pageNumber)
    return width
  }

  private mutating func naturalWidthAnew(of element: Part) -> Points {
    switch element.kind {
    case .text(let text): return naturalWidth(text, of: element)
    case .seal(let seal): return seal.diameter
    case .row(let gap, _), .head(let gap, _):
      return present(in: element).reduce(Points.zero) { total, child in total + naturalWidth(child) + gap }
    case .column: return present(in: element).map { naturalWidth($0) }.max() ?? 0
    case .path(let path): return max(0, path.path.controlBox.maxX)
    case .group:
      // Only its size is wanted: what does not fit is told when it is placed.
      var trial = self
      return trial.layOut(element, in: Bounds(width: setup.area.width, height: nil)).size.width
    default: return 0
    }
  }

  private mutating func naturalWidth(_ child: Present) -> Points {
    child.element.placement.width ?? with(child.entry) { $0.naturalWidth(of: child.element) }
  }
}

extension Part {
  /// The declared size of a text that stands on a baseline; nil for what doesn't.
  var typeSize: Points? {
    if case .text(let text) = kind, text.style.direction == .horizontal { text.style.size } else { nil }
  }

  fileprivate var hasFitPolicy: Bool {
    if case .text(let text) = kind { !text.style.fit.isEmpty } else { false }
  }
}
