import PressDiagnostics
import PressScene
import PressTemplate

/// The second layer: the scene, item by item, in sentences.
struct GeometryLayer {
  /// So many items that changed alike are told in one sentence, and any number that one element made.
  private static let many = 4

  let names: ItemNames
  /// The rendered scene with its spans.
  let scene: Scene
  let sources: SourceSet

  /// - Parameter changes: of the scenes, in any order.
  func differences(_ changes: [Change]) -> [Difference] {
    var alike: [String: [Change]] = [:]
    for change in changes where change.item != nil { alike[key(of: change), default: []].append(change) }
    var told: Set<String> = []
    return changes.compactMap { change in
      let key = key(of: change)
      let group = alike[key] ?? [change]
      let element = element(of: group)
      guard group.count >= Self.many || (group.count > 1 && element != nil) else {
        return difference([change], of: nil)
      }
      return told.insert(key).inserted ? difference(group, of: element) : nil
    }
  }

  private func key(of change: Change) -> String { "\(change.page) \(change.fact.predicate(names: { names[$0] }))" }

  /// The name of the one element that made all of these items: `border` for its rules, band and corners.
  private func element(of changes: [Change]) -> String? {
    let parents = Set(changes.map { change in change.item.flatMap { $0.lastIndex(of: "/").map($0.prefix(upTo:)) } })
    let spans = Set(changes.map { change in change.item.flatMap(item)?.span })
    guard parents.count == 1, spans.count == 1, let parent = parents.first ?? nil, (spans.first ?? nil) != nil else {
      return nil
    }
    return names[String(parent)]
  }

  private func difference(_ changes: [Change], of element: String?) -> Difference {
    let first = changes[0]
    let subjects = changes.compactMap { $0.former ?? $0.item }
    let predicate = first.fact.predicate(names: { names[$0] }, plural: element == nil && subjects.count > 1)
    return Difference(
      .geometry, first.fact.id, subjects.isEmpty ? predicate : "\(element ?? subject(subjects)) \(predicate)",
      items: changes.compactMap(\.item),
      place: changes.lazy.compactMap(place).first, page: first.page, boxes: changes.flatMap(\.boxes),
      measures: first.fact.measures)
  }

  /// `姓名, 性别, 出生年月 and 33 more`
  private func subject(_ items: [String]) -> String {
    guard items.count > 1 else { return names[items[0]] }
    return items.prefix(Self.many - 1).map { names[$0] }.joined(separator: ", ")
      + " and \(items.count - Self.many + 1) more"
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
