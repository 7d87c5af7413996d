import PressScene

/// Says what differs between two scenes, item by item.
struct SceneComparison {
  private(set) var changes: [Change] = []
  private var page = 1

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
    for (index, (before, after)) in zip(expected.pages, actual.pages).enumerated() {
      page = index + 1
      if before.size != after.size {
        report(.pageSize(was: before.size, is: after.size))
      } else if before.area != after.area {
        report(.area)
      }
      compare(before.items, after.items)
      compareReading(before, after)
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
    let pairs = Pairs(expected, actual)
    for item in pairs.gone { report(.gone, item, nil) }
    for (before, after) in pairs.common { compare(before, after) }
    for item in pairs.new { report(.new, nil, item) }
    compareOrder(pairs)
  }

  private mutating func compare(_ before: Item, _ after: Item) {
    let known = changes.count
    compareContent(before, after)
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

  private mutating func compareContent(_ before: Item, _ after: Item) {
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

  private mutating func compareGroups(_ before: Item, _ after: Item, _ old: Group, _ new: Group) {
    if old.purpose != new.purpose { report(.kind, before, after) }
    if old.opacity != new.opacity { report(.opacity(was: old.opacity, is: new.opacity), before, after) }
    if old.clip != new.clip { report(.clip, before, after) }
    let shift = compareBoxes(before, after)
    if old.transform != new.transform, shift == nil { report(.letters, before, after) }
    let inner = changes.count
    // What moves or grows along with the whole is not told again.
    compare(shift.map { shift in old.children.map { $0.moved(by: shift) } } ?? old.children, new.children)
    let isResized = shift == nil && !before.box.isNear(after.box)
    let kept = changes[inner...].filter { change in
      if case .otherwise = change.fact, shift != nil { return false }  // the rounding of the move
      return !isResized || !change.fact.followsSize
    }
    changes.removeSubrange(inner...)
    changes += kept
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
    changes.append(
      Change(
        fact: fact, item: (after ?? before)?.id, former: before?.id == after?.id ? nil : before?.id, page: page,
        before: before?.lookBox, after: after?.lookBox))
  }
}

extension Item {
  /// Where its ink is; its box where there is none.
  fileprivate var lookBox: Rect { inkBox.isEmpty ? box : inkBox }

  fileprivate func moved(by way: Point) -> Item {
    let map = Transform.translation(way.x, way.y)
    var item = self
    item.box = map(box).onGrid
    item.inkBox = map(inkBox).onGrid
    switch content {
    case .shapes(let shapes): item.content = .shapes(shapes.map { $0.moved(by: way) })
    case .pattern(var pattern):
      pattern.places = pattern.places.map { $0.then(map).onGrid }
      item.content = .pattern(pattern)
    case .text(var runs, let fit):
      for index in runs.indices { runs[index].transform = runs[index].transform.then(map).onGrid }
      item.content = .text(runs, fit)
    case .code(var code):
      code.frame = map(code.frame).onGrid
      item.content = .code(code)
    case .picture(var picture):
      picture.transform = picture.transform.then(map).onGrid
      picture.crop = map(picture.crop).onGrid
      item.content = .picture(picture)
    case .group(var group):
      group.children = group.children.map { $0.moved(by: way) }
      item.content = .group(group)
    }
    return item
  }
}

extension Rect {
  /// Equal but for the rounding to the scene's grid, on both sides.
  fileprivate func isNear(_ other: Rect) -> Bool {
    [x - other.x, y - other.y, maxX - other.maxX, maxY - other.maxY].allSatisfy { abs($0.value) < 0.0025 }
  }
}

extension Shape {
  func moved(by way: Point) -> Shape {
    var shape = self
    shape.path = path.map { ($0 + way).onGrid }
    return shape
  }
}
