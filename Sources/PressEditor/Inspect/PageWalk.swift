import PressScene
import PressTemplate

/// An element on a page: one item, several that belong together, or a container of others.
struct Seen {
  /// Of its node.
  var node: Int
  var id: String
  /// In the space that its place counts in: the page's, or that of the turned group around it.
  var box: Rect
  var ink: Rect
  /// From that space to the page.
  var transform: Transform
  /// Of a text.
  var text: (runs: [GlyphRun], fit: TextFit)?
  /// It is there as what stands in it alone.
  var isHolder = false
}

/// Finds what can be selected on a page: items under their elements' names, containers before what stands in them.
struct PageWalk {
  let index: ElementIndex
  private(set) var seen: [Seen] = []
  /// By id.
  private var places: [String: Int] = [:]

  init(_ page: Page, index: ElementIndex) {
    self.index = index
    for item in page.items { add(item, in: .identity) }
    for number in seen.indices where seen[number].isHolder { frame(number, on: page) }
  }

  private mutating func add(_ item: Item, in space: Transform) {
    guard let node = index.number(item.span) else { return }
    let element = index[node].element
    let id = element.ownPath(of: item.id)
    addHolders(of: node, id: id, around: item, in: space)
    if let known = places[id] {
      seen[known].box = seen[known].isHolder ? item.box : seen[known].box.joined(with: item.box)
      seen[known].ink = seen[known].ink.joined(with: item.inkBox)
      seen[known].isHolder = false
    } else {
      places[id] = seen.count
      var new = Seen(node: node, id: id, box: item.box, ink: item.inkBox, transform: space)
      if case .text(let runs, let fit) = item.content { new.text = (runs, fit) }
      seen.append(new)
    }
    if case .group(let group) = item.content, element.isDrawnAsOne {
      for child in group.children { add(child, in: group.transform.then(space)) }
    }
  }

  /// The rows, columns, tables and plain groups around an item, as large as what stands in them.
  private mutating func addHolders(of node: Int, id: String, around item: Item, in space: Transform) {
    let around = index.ancestors(of: node).prefix { !index[$0].element.isDrawnAsOne }
    for holder in around.reversed() {
      let path = index.path(of: holder, around: id, of: node)
      if let known = places[path] {
        guard seen[known].isHolder else { continue }
        seen[known].box = seen[known].box.joined(with: item.box)
        seen[known].ink = seen[known].ink.joined(with: item.inkBox)
      } else {
        places[path] = seen.count
        var new = Seen(node: holder, id: path, box: item.box, ink: item.inkBox, transform: space)
        new.isHolder = true
        seen.append(new)
      }
    }
  }

  /// The box of a container itself as far as the layout says it.
  private mutating func frame(_ number: Int, on page: Page) {
    let element = index[seen[number].node].element
    let union = seen[number].box
    var box = union
    if let corner = corner(around: number, on: page) {
      if let left = element.writtenStart(.x) { box.x = corner.x + left }
      // On a later page it begins elsewhere.
      if let top = element.writtenStart(.y), element.breaks == nil { box.y = corner.y + top }
    }
    box.width = element.placement.width ?? max(0, union.maxX - box.x)
    box.height = element.placement.height ?? max(0, union.maxY - box.y)
    seen[number].box = box
  }

  /// Where the place of a container counts from; nil where that is not told.
  private func corner(around number: Int, on page: Page) -> Point? {
    guard let parent = index[seen[number].node].parent else { return page.area.origin }
    if index[parent].element.isDrawnAsOne { return .zero }
    let path = index.path(of: parent, around: seen[number].id, of: seen[number].node)
    return places[path].map { seen[$0].box.origin }
  }
}

extension Element {
  /// Its near edge, from the corner of what it stands in; nil where that follows from something else.
  fileprivate func writtenStart(_ axis: PlaceAxis) -> Points? {
    switch placement.anchor {
    case .topLeft(let at): return axis.of(at)
    case .center(let at): return writtenLength(axis).map { axis.of(at) - $0 / 2 }
    case .relative(let x, let y):
      if case .length(let start) = axis == .x ? x : y { return start }
      return nil
    case .baseline, .flow, .own: return nil
    }
  }

  /// The element's path, from that of one of its items.
  fileprivate func ownPath(of item: String) -> String {
    switch kind {
    case .border, .table: String(item[..<(item.lastIndex(of: "/") ?? item.endIndex)])
    default: item
    }
  }
}

extension Rect {
  /// Around both; unlike a union of what has ink, with lines, which have no height.
  fileprivate func joined(with other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
