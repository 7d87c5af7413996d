import PressScene

extension SceneComparison {
  /// What is drawn over what.
  mutating func compareOrder(_ pairs: Pairs) {
    let old = pairs.common.map(\.after)
    let places = Dictionary(uniqueKeysWithValues: old.enumerated().map { ($1.id, $0) })
    // `common` is in the expected order; the actual one is what the items' own list has.
    let actual = pairs.actualOrder.compactMap { id in places[id].map { (id, $0) } }
    for index in Reordering.moved(actual.map(\.1)) {
      let place = actual[index].1
      let item = old[place]
      // Whatever it passed.
      let passed = actual.enumerated().filter { other, entry in
        other != index && (entry.1 < place) != (other < index) && old[entry.1].inkBox.touches(item.inkBox)
      }
      let nearest = passed.min { old[$0.element.1].inkBox.area < old[$1.element.1].inkBox.area }
      if let nearest {
        report(nearest.offset > index ? .drawnUnder(nearest.element.0) : .drawnOver(nearest.element.0), item, item)
      } else if index + 1 < actual.count {
        report(.paintedBefore(actual[index + 1].0), item, item)
      } else {
        report(.paintedLast, item, item)
      }
    }
  }

  /// What is read after what, whatever lies between.
  mutating func compareReading(_ expected: Page, _ actual: Page) {
    let after = Dictionary(actual.reading.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let common = expected.reading.filter { after[$0.id] != nil }
    let places = Dictionary(common.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let order = actual.reading.filter { places[$0.id] != nil }
    for index in Reordering.moved(order.compactMap { places[$0.id] }) {
      let item = order[index]
      report(index + 1 < order.count ? .readBefore(order[index + 1].id) : .readLast, item, item)
    }
  }
}

extension Rect {
  fileprivate func touches(_ other: Rect) -> Bool { !intersection(other).isEmpty }
}
