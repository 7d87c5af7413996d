import PressScene

/// A group that is turned, pale or cut is one item; without that its parts stand by themselves. So that one can be told from the
/// other, what stands by itself on one side only is put into a plain group.
enum GroupWrapping {
  static func alike(_ expected: [Item], _ actual: [Item]) -> (expected: [Item], actual: [Item]) {
    (wrapping(expected, as: actual), wrapping(actual, as: expected))
  }

  private static func wrapping(_ items: [Item], as other: [Item]) -> [Item] {
    let known = Set(items.map(\.id))
    var items = items
    for item in other where !known.contains(item.id) {
      guard case .group(let group) = item.content, group.purpose == .plain, !group.children.isEmpty else { continue }
      let paths = Set(group.children.map(\.id))
      let parts = items.filter { paths.contains($0.id) }
      guard let first = parts.first, let index = items.firstIndex(where: { $0.id == first.id }),
        let like = group.children.first(where: { $0.id == first.id })
      else { continue }
      items.removeAll { paths.contains($0.id) }
      items.insert(wrapped(parts, as: item, group, at: first.box.origin - like.box.origin), at: min(index, items.count))
    }
    return items
  }

  /// - Parameter corner: of the group, from which its parts' places count.
  private static func wrapped(_ parts: [Item], as item: Item, _ group: Group, at corner: Point) -> Item {
    var result = item
    // It turns around its middle, wherever that is.
    let middle = group.transform.inverse?(item.box.center) ?? item.box.center
    let box = parts.reduce(Rect.zero) { $0.union($1.inkBox) }
    let plain = Group(
      transform: .translation(corner.x, corner.y),
      children: parts.map { $0.moved(by: Point.zero - corner) })
    result.content = .group(plain)
    let size = group.isTurned ? box.size : item.box.size
    result.box = Rect(origin: corner + middle - Point(x: size.width / 2, y: size.height / 2), size: size).onGrid
    result.inkBox = box
    result.fields = item.fields
    return result
  }
}

extension Group {
  fileprivate var isTurned: Bool { transform.b != 0 || transform.c != 0 }
}

extension Transform {
  /// Nil where it flattens.
  fileprivate var inverse: Transform? {
    let area = a * d - b * c
    guard area != 0 else { return nil }
    return Transform(
      a: d / area, b: -b / area, c: -c / area, d: a / area, tx: (ty * c - tx * d) / area, ty: (tx * b - ty * a) / area)
  }
}
