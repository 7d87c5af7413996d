import PressScene

extension SceneComparison {
  /// Takes out what belongs to entries that are gone or new, and gives the others the numbers that they have now.
  mutating func parting(_ pages: [[Item]], gone: Bool) -> [[Item]] {
    pages.enumerated().map { index, items in
      page = index + 1
      return items.compactMap { part($0, gone: gone) }
    }
  }

  private mutating func part(_ item: Item, gone: Bool) -> Item? {
    if let entry = item.entry {
      if gone, entries.gone.contains(entry) {
        report(.gone, item, nil)
        return nil
      }
      if !gone, entries.new.contains(entry) {
        report(.new, nil, item)
        return nil
      }
    }
    var item = item
    if case .group(var group) = item.content {
      group.children = group.children.compactMap { part($0, gone: gone) }
      item.content = .group(group)
    }
    guard gone else { return item }
    let renumbered = item.renumbered { entries.renumbered($0) }
    if renumbered.id != item.id { former[renumbered.id] = item.id }
    return renumbered
  }

  /// What it is by itself; where it lies on another page says nothing.
  mutating func compareOnOtherPage(_ item: Item, _ expected: Item, _ was: Int) {
    formerPage = was
    defer { formerPage = nil }
    if item.entry.map({ entries.moved[$0] == nil }) ?? true { report(.onPage(was: was, is: page), expected, item) }
    let moved = expected.moved(by: (item.box.origin - expected.box.origin).onGrid)
    let known = changes.count
    compare(moved, item)
    keep(from: known) { if case .otherwise = $0 { false } else { true } }
  }

  /// Where an entry has another number, that number and where it stands follow from what is gone, new or moved.
  mutating func compareRenumbered(_ before: Item, _ after: Item, _ entry: ListEntry) {
    let known = changes.count
    if after.isNumbering {
      let way = Point(x: 0, y: (after.box.y - before.box.y).onGrid)
      if abs(way.y.value) > 0.01 { report(.moved(by: way), before, after) }
    } else {
      compareContent(before, after)
    }
    guard let was = entries.moved[entry] else { return }
    changes.removeSubrange(known...)
    let shift = (after.box.origin - before.box.origin).onGrid
    compareContent(before.moved(by: shift), after)
    keep(from: known) { fact in
      switch fact {
      case .otherwise, .moved: false
      default: !after.isNumbering
      }
    }
    report(.entry(was: was, is: entry.number), before, after)
  }
}
