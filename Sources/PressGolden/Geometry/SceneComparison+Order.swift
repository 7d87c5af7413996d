import PressScene

extension SceneComparison {
  /// What is drawn over what. Of items that do not touch, the order says nothing that the order of reading does not say.
  mutating func compareOrder(_ pairs: Pairs) {
    let items = pairs.common.map(\.after).filter { !isMoved($0) }
    let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // `common` is in the expected order; the actual one is what the second list has.
    let order = pairs.actualOrder.compactMap { places[$0] }
    for index in Reordering.moved(order) {
      let item = items[order[index]]
      let passed = Reordering.passed(by: index, in: order).filter {
        !items[order[$0]].inkBox.intersection(item.inkBox).isEmpty
      }
      let smallest = passed.min { items[order[$0]].inkBox.area < items[order[$1]].inkBox.area }
      if let other = smallest {
        let id = items[order[other]].id
        report(other > index ? .drawnUnder(id) : .drawnOver(id), item, item)
      } else if item.readingOrder == nil, let other = Reordering.passed(by: index, in: order).first {
        let id = items[order[other]].id
        report(other > index ? .paintedBefore(id) : .paintedAfter(id), item, item)
      }
    }
  }

  /// What is read after what, whatever lies between.
  mutating func compareReading(_ expected: [Item], _ actual: [Item]) {
    let (before, now) = (expected.reading, actual.reading.filter { !isMoved($0) })
    let known = Set(before.map(\.id))
    let items = now.filter { known.contains($0.id) }
    let after = Set(items.map(\.id))
    let places = Dictionary(
      before.filter { after.contains($0.id) }.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let order = items.compactMap { places[$0.id] }
    for index in Reordering.moved(order) {
      guard let other = Reordering.passed(by: index, in: order).first else { continue }
      report(other > index ? .readBefore(items[other].id) : .readAfter(items[other].id), items[index], items[index])
    }
  }
}

extension [Item] {
  /// In the order of a page's reading.
  fileprivate var reading: [Item] { Page(size: .zero, area: .zero, items: self).reading }
}
