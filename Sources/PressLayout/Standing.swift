import PressScene
import PressTemplate

/// An element with a place of its own, and the edges at which the eye compares it with others.
struct Standing {
  /// What two elements may have in line.
  enum Edge: String {
    case left = "left edge"
    case center = "middle"
    case right = "right edge"
    case top, baseline, bottom

    var isAcross: Bool { self == .left || self == .center || self == .right }
  }

  /// Where an edge lies: as laid out, and as inked, which is what somebody sees who corrects for the white beside a character.
  struct Mark {
    var edge: Edge
    var box: Points
    var ink: Points
  }

  var element: Part
  var ink: Rect
  var marks: [Mark]
  /// The middle of a text's first line.
  var lineMiddle: Points?

  /// Nil for what nobody sees, for frames, and for slanting lines.
  init?(_ element: Part, block: Block, origin: Point, parts: ArraySlice<Composition.PlacedElement>) {
    let ink = parts.reduce(Rect.zero) { $1.item.inkBox == .zero ? $0 : $0.union($1.item.inkBox) }
    guard ink != .zero else { return nil }
    // A line knows its own place in the area.
    let box = parts.count == 1 ? parts[parts.startIndex].item.box : Rect(origin: origin, size: block.size)
    let edges = element.edges
    guard !edges.isEmpty else { return nil }
    self.element = element
    self.ink = ink
    marks = edges.map { edge in
      switch edge {
      case .left: Mark(edge: edge, box: box.x, ink: ink.x)
      case .center: Mark(edge: edge, box: box.center.x, ink: ink.center.x)
      case .right: Mark(edge: edge, box: box.maxX, ink: ink.maxX)
      case .top: Mark(edge: edge, box: box.y, ink: ink.y)
      case .bottom: Mark(edge: edge, box: box.maxY, ink: ink.maxY)
      case .baseline: Mark(edge: edge, box: origin.y + block.baseline, ink: origin.y + block.baseline)
      }
    }
    if case .text = element.kind {
      let size = block.baseline / emBoxAscent
      lineMiddle = origin.y + size / 2
    }
    // A picture that is not as wide or high as its box ends nowhere near the box's edge.
    if case .image = element.kind { marks.removeAll { abs($0.box.value - $0.ink.value) > 0.1 } }
    // A size that the value decided moves the baseline from record to record.
    if parts.contains(where: \.isShrunk) { marks.removeAll { $0.edge == .baseline } }
  }
}

extension Composition.PlacedElement {
  fileprivate var isShrunk: Bool {
    if case .text(_, let fit) = item.content { fit.usedSize < fit.askedSize } else { false }
  }
}

extension Element {
  /// A white ground, for what stands on it.
  var isUnseen: Bool {
    if case .rectangle(let rectangle) = kind {
      rectangle.stroke == nil && rectangle.fill == .solid(.white)
    } else {
      false
    }
  }

  /// The edges that can be seen: of a text those that its alignment keeps. What hangs on another element is in line with that, and
  /// where it stands is not a number that somebody chose.
  var edges: [Standing.Edge] {
    guard case .relative(let x, let y) = placement.anchor else { return ownEdges }
    return ownEdges.filter { edge in
      edge.isAcross
        ? x.target == nil && (edge == .center || !x.isCentered) : y.target == nil && !y.isCentered
    }
  }

  private var ownEdges: [Standing.Edge] {
    let isCentered =
      switch placement.anchor {
      case .center: true
      case .relative(let x, _): x.isCentered
      default: false
      }
    switch kind {
    case .text(let text) where role != .artifact && text.style.direction == .horizontal:
      return text.style.alignment.edges(isCentered && placement.width == nil)
    case .image, .qr: return [.left, .center, .right, .top, .bottom]
    case .rectangle: return isUnseen ? [] : [.left, .center, .right, .top, .bottom]
    case .line(let line):
      if line.from.y == line.to.y { return [.left, .center, .right, .bottom] }
      return line.from.x == line.to.x ? [.left, .top, .bottom] : []
    case .seal: return [.center]
    case .row(_, let children), .column(_, let children):
      let across: [Standing.Edge] =
        isCentered ? [.center] : children.first?.edges.contains(.left) == true ? [.left] : []
      return across + [.top] + (children.first?.edges.contains(.baseline) == true ? [.baseline] : [])
    case .table: return [.left, .right, .top]
    case .text, .ellipse, .path, .border, .guilloche, .microtext, .watermark, .group, .head, .when, .repeat, .page:
      return []
    }
  }
}

extension Placement.Coordinate {
  fileprivate var isCentered: Bool { if case .center = self { true } else { false } }
}

extension TextStyle.Alignment {
  fileprivate func edges(_ isCentered: Bool) -> [Standing.Edge] {
    switch self {
    case .left: [isCentered ? .center : .left, .top, .baseline]
    case .center: [.center, .top, .baseline]
    case .right: [.right, .top, .baseline]
    case .distribute, .justify: [.left, .right, .top, .baseline]
    }
  }
}
