import PressDiagnostics
import PressScene
import PressTemplate

/// The second layer: the scene, item by item, in sentences.
struct GeometryLayer {
  let names: ItemNames
  /// The rendered scene with its spans.
  let scene: Scene
  let sources: SourceSet

  /// - Parameters:
  ///   - changes: of the scenes, in any order.
  ///   - expected: the scene as recorded; nil where it is not to be had.
  func differences(_ changes: [Change], from expected: Scene? = nil) -> [Difference] {
    let grouping = ChangeGrouping(names: names, expected: expected, actual: scene)
    return grouping.groups(of: changes).map { group in
      switch group.subject {
      case .entries(let list, let numbers): entries(group.changes, of: list, numbers)
      case .items: items(group.changes)
      }
    }
  }

  private func entries(_ changes: [Change], of list: String, _ numbers: [Int]) -> Difference {
    let one = numbers.count == 1
    let predicate = changes[0].fact.predicate(names: { names[$0] }, plural: !one)
    let name = names.list(list)
    return difference(
      changes,
      one
        ? "entry \(numbers[0]) of \(name) \(predicate)"
        : "\(numbers.count) entries of \(name) \(predicate) (\(Words.ranges(numbers)))")
  }

  private func items(_ changes: [Change]) -> Difference {
    let element = changes.count > 1 ? element(of: changes) : nil
    var subjects: [String] = []
    for change in changes {
      guard let subject = change.isRenumbered ? change.item : change.former ?? change.item else { continue }
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    let predicate = changes[0].fact.predicate(names: { names[$0] }, plural: element == nil && subjects.count > 1)
    guard !subjects.isEmpty else { return difference(changes, predicate) }
    return difference(
      changes,
      "\(element ?? subject(subjects)) \(predicate)" + pages(changes, isRepeated: subjects.count < changes.count))
  }

  /// ` on pages 1–3`, of what stands on several.
  private func pages(_ changes: [Change], isRepeated: Bool) -> String {
    let pages = Set(changes.map(\.page)).sorted()
    if pages.count > 1 { return isRepeated ? " on pages \(Words.ranges(pages))" : "" }
    guard let id = changes[0].item else { return "" }
    if case .onPage = changes[0].fact { return "" }
    let count = scene.pages.count { $0.items.flatMap(\.withChildren).contains { $0.id == id } }
    return count > 1 ? " on page \(pages[0])" : ""
  }

  /// The name of the one element that made all of these items: `border` for its rules, band and corners.
  private func element(of changes: [Change]) -> String? {
    guard Set(changes.map(\.item)).count > 1 else { return nil }
    let parents = Set(changes.map { change in change.item.flatMap { $0.lastIndex(of: "/").map($0.prefix(upTo:)) } })
    let spans = Set(changes.map { change in change.item.flatMap(item)?.span })
    guard parents.count == 1, spans.count == 1, let parent = parents.first ?? nil, (spans.first ?? nil) != nil else {
      return nil
    }
    return names[String(parent)]
  }

  private func difference(_ changes: [Change], _ sentence: String) -> Difference {
    let first = changes[0]
    var items: [String] = []
    for item in changes.compactMap(\.item) where !items.contains(item) { items.append(item) }
    return Difference(
      .geometry, first.fact.id, sentence, items: items,
      place: changes.lazy.compactMap(place).first, page: first.page,
      // What lies on another page has no place on this one.
      boxes: changes.filter { $0.page == first.page }.flatMap(\.boxes),
      measures: first.fact.measures)
  }

  /// `姓名, 性别, 出生年月 and 33 more`
  private func subject(_ items: [String]) -> String {
    guard items.count > 1 else { return names[items[0]] }
    if items.count < ChangeGrouping.many { return items.map { names[$0] }.joined(separator: " and ") }
    return items.prefix(ChangeGrouping.many - 1).map { names[$0] }.joined(separator: ", ")
      + " and \(items.count - ChangeGrouping.many + 1) more"
  }

  /// The value that decides it where it is written, else the element.
  private func place(_ change: Change) -> Difference.Place? {
    guard let id = change.item else { return nil }
    return place(of: id, properties: change.fact.properties)
  }

  private func item(_ id: String) -> Item? {
    scene.pages.lazy.flatMap(\.items).flatMap(\.withChildren).first { $0.id == id }
  }

  func place(of id: String, properties: [String] = []) -> Difference.Place? {
    guard let item = item(id) else { return nil }
    return sources.place(of: item.written(properties) ?? item.span)
  }
}

extension SourceSet {
  func place(of span: Span) -> Difference.Place? {
    guard all.indices.contains(span.source.index) else { return nil }
    let source = self[span.source]
    let (line, column) = source.place(at: span.range.lowerBound)
    // The text of a record is nobody's business, not even in a report.
    let text = source.isPersonal ? "" : source.text(source.range(ofLine: line))
    return Difference.Place(file: source.name, line: line, column: column, source: text)
  }
}

extension Change {
  fileprivate var boxes: [Difference.Box] {
    if let before, before == after { return [.init(side: .both, rect: before)] }
    return [before.map { .init(side: .expected, rect: $0) }, after.map { .init(side: .actual, rect: $0) }]
      .compactMap(\.self)
  }
}

extension Item {
  /// Where the first of these properties is written that is written; nil where a row or column decides it.
  fileprivate func written(_ properties: [String]) -> Span? {
    for property in properties {
      guard let provenance = provenance[property] else { continue }
      // What hangs on another element has a number of its own only in what it adds.
      if case .derived = provenance.origin, provenance.written?.isEmpty ?? true { return nil }
      if let span = provenance.span { return span }
    }
    return nil
  }
}
