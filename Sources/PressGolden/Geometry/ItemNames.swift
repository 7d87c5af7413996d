import PressScene
import PressTemplate

/// What a person calls the items of a scene: 姓名, not `fields/name/name`.
struct ItemNames {
  enum Side { case expected, actual }

  private var names: [String: String] = [:]
  private var entries: [Side: [String: ListEntry]] = [:]
  private let schema: Schema?

  /// - Parameters:
  ///   - scenes: the expected one first; the later one wins where both have an item.
  ///   - schema: labels of the data fields; nil where the layout is not to be had.
  init(of scenes: [Scene], schema: Schema?) {
    self.schema = schema
    for (index, scene) in scenes.enumerated() {
      var named: [String: String] = [:]
      for item in scene.pages.flatMap(\.items).flatMap(\.withChildren) {
        let name = Self.name(of: item, schema)
        // What reads otherwise on each page has no name but its path.
        let isOne = named[item.id].map { $0 == name } ?? (names[item.id] != item.id)
        names[item.id] = isOne ? name : item.id
        named[item.id] = name
        guard let entry = item.entry else { continue }
        if index == 0 { entries[.expected, default: [:]][item.id] = entry }
        if index == scenes.count - 1 { entries[.actual, default: [:]][item.id] = entry }
      }
    }
    // Twelve colons would all be “：”.
    var uses: [String: Int] = [:]
    for name in names.values { uses[name, default: 0] += 1 }
    for (id, name) in names where uses[name, default: 0] > 1 && name != id { names[id] = "\(name) (\(id))" }
  }

  subscript(_ id: String) -> String { names[id] ?? id }

  func entry(of id: String, in side: Side) -> ListEntry? { entries[side]?[id] }

  /// Of a list: its label, or its field.
  func list(_ path: String) -> String {
    let field = ListEntry(list: path, number: 0).field
    return schema?[field]?.label ?? field
  }

  private static func name(of item: Item, _ schema: Schema?) -> String {
    // Without a given id, the path ends with the element's first field, if it prints one.
    let own = String(item.id.split(separator: "/").last ?? "")
    guard let entry = item.entry else { return name(of: item, item.id, schema?[own]?.label, schema) }
    // 成绩 3 课程
    let head = "\(schema?[entry.field]?.label ?? entry.field) \(entry.number)"
    let (tail, field) = (item.tail(in: entry), own.withoutCount)
    if tail.isEmpty || field == entry.field { return head }
    var item = item
    if item.role == .value, schema?["\(entry.field)/\(field)"] == nil { item.role = .artifact }
    return head + " " + name(of: item, tail, schema?["\(entry.field)/\(field)"]?.label, schema)
  }

  /// Not by the fields that an item depends on: what stands below a `when` depends on its field, and is not it.
  private static func name(of item: Item, _ path: String, _ label: String?, _ schema: Schema?) -> String {
    switch item.content {
    case .code: return "QR"
    case .group(let group) where group.purpose == .seal: return "seal"
    case .picture:
      if let label { return label }
      if case .figure(let alternative) = item.role, !alternative.isEmpty { return alternative }
      return path
    case .text(let runs, _):
      if let label { return item.role == .value ? label : "the text with \(label)" }
      if item.role == .value, item.fields.count == 1, let field = item.fields.first {
        return schema?[field]?.label ?? field
      }
      let text = Words.quoted(runs.map(\.text).joined(), atMost: 16)
      return switch item.role {
      case .label: "label \(text)"
      case .heading: "heading \(text)"
      default: item.fields.isEmpty ? "text \(text)" : path
      }
    case .group:
      if case .figure(let alternative) = item.role, !alternative.isEmpty { return alternative }
      return path
    case .shapes, .pattern: return path
    }
  }
}

extension Item {
  /// The item, and what stands in it if it is a group.
  var withChildren: [Item] {
    guard case .group(let group) = content else { return [self] }
    return [self] + group.children.flatMap(\.withChildren)
  }
}
