import PressScene

/// Says what differs between two scenes, item by item.
struct SceneComparison {
  var changes: [Change] = []
  var page = 1
  /// Where the item that is compared was expected, if that is another page.
  var formerPage: Int?
  var entries = EntryAlignment(from: .empty, to: .empty)
  /// Expected paths of items whose entry has another number now.
  var former: [String: String] = [:]

  /// - Parameters:
  ///   - expected, actual: both as read from their dumps, so that neither knows more than the other.
  static func changes(from expected: Scene, to actual: Scene) -> [Change] {
    var comparison = SceneComparison()
    comparison.compare(expected, actual)
    return comparison.changes
  }

  private mutating func compare(_ expected: Scene, _ actual: Scene) {
    compare(expected.document, actual.document)
    if expected.pages.count != actual.pages.count {
      report(.pages(was: expected.pages.count, is: actual.pages.count))
    }
    entries = EntryAlignment(from: expected, to: actual)
    let pages = PagePairs(
      parting(expected.pages.map(\.items), gone: true), parting(actual.pages.map(\.items), gone: false))
    for (index, items) in pages.lists.enumerated() {
      page = index + 1
      if expected.pages.indices.contains(index), actual.pages.indices.contains(index) {
        let (before, after) = (expected.pages[index], actual.pages[index])
        if before.size != after.size {
          report(.pageSize(was: before.size, is: after.size))
        } else if before.area != after.area {
          report(.area)
        }
      }
      for (item, was) in items.come { compareOnOtherPage(item, was.item, was.page) }
      compare(items.before, items.after)
      compareReading(items.before, items.after)
    }
  }

  private mutating func compare(_ expected: DocumentInfo, _ actual: DocumentInfo) {
    for (what, was, text) in [
      ("title", expected.title, actual.title), ("author", expected.author, actual.author),
      ("date", expected.date?.iso8601, actual.date?.iso8601), ("language", expected.language, actual.language),
    ] where was != text {
      report(.document(what, was: was, is: text))
    }
  }

  mutating func compare(_ expected: [Item], _ actual: [Item]) {
    let (expected, actual) = GroupWrapping.alike(expected, actual)
    let pairs = Pairs(expected, actual)
    for item in pairs.gone { report(.gone, item, nil) }
    for (before, after) in pairs.common { compare(before, after) }
    for item in pairs.new { report(.new, nil, item) }
    compareOrder(pairs)
  }

  mutating func compare(_ before: Item, _ after: Item) {
    let known = changes.count
    if let entry = after.entry, before.entry == entry, entries.renumbers(entry) {
      compareRenumbered(before, after, entry)
    } else {
      compareContent(before, after)
    }
    if case .figure(let was) = before.role, case .figure(let text) = after.role {
      if was != text { report(.alternative(was: was, is: text), before, after) }
    } else if before.role != after.role {
      report(.role(was: before.role, is: after.role), before, after)
    }
    if before.fields != after.fields { report(.depends(was: before.fields, is: after.fields), before, after) }
    guard changes.count == known else { return }
    // Never report equality that isn't there; places in the reading order are compared by themselves.
    var copy = after
    copy.readingOrder = before.readingOrder
    if before.id != after.id {
      report(.renamed(from: before.id, to: after.id), before, after)
    } else if SceneDump.text(before) != SceneDump.text(copy) {
      report(.otherwise, before, after)
    }
  }

  mutating func compareContent(_ before: Item, _ after: Item) {
    switch (before.content, after.content) {
    case (.text(let old, let oldFit), .text(let new, let newFit)):
      compareText(before, after, (old, oldFit), (new, newFit))
    case (.shapes(let old), .shapes(let new)): compareShapes(before, after, old, new)
    case (.picture(let old), .picture(let new)): comparePictures(before, after, old, new)
    case (.code(let old), .code(let new)): compareCodes(before, after, old.matrix, new.matrix)
    case (.pattern(let old), .pattern(let new)): comparePatterns(before, after, old, new)
    case (.group(let old), .group(let new)): compareGroups(before, after, old, new)
    default: report(.kind, before, after)
    }
  }

  /// Reports that a box moved or changed its size.
  /// - Returns: the way, where it moved and nothing else.
  @discardableResult
  mutating func compareBoxes(_ before: Item, _ after: Item) -> Point? {
    let (old, new) = (before.box, after.box)
    if old.isNear(new) { return nil }
    let shift = (new.origin - old.origin).onGrid
    let isSameSize = abs((new.width - old.width).value) < 0.002 && abs((new.height - old.height).value) < 0.002
    if isSameSize {
      report(.moved(by: shift), before, after)
      return shift
    }
    report(.resized(from: old.size, to: new.size), before, after)
    let way = new.center - old.center
    let centred = abs(way.x.value) < 0.002 && abs(way.y.value) < 0.002
    if shift != .zero, !centred { report(.moved(by: shift), before, after) }
    return nil
  }

  mutating func report(_ fact: Change.Fact, _ before: Item? = nil, _ after: Item? = nil) {
    var change = Change(
      fact: fact, item: (after ?? before)?.id, former: before?.id == after?.id ? nil : before?.id, page: page,
      formerPage: formerPage, before: formerPage == nil ? before?.lookBox : nil, after: after?.lookBox)
    if let after, before != nil, let id = former[after.id] {
      change.former = id
      change.isRenumbered = true
    }
    changes.append(change)
  }

  mutating func keep(from start: Int, where isKept: (Change.Fact) -> Bool) {
    changes.replaceSubrange(start..., with: changes[start...].filter { isKept($0.fact) })
  }

  func isMoved(_ item: Item) -> Bool { item.entry.map { entries.moved[$0] != nil } ?? false }
}
