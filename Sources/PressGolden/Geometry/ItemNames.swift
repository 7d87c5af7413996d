import PressScene
import PressTemplate

/// What a person calls the items of a scene: 姓名, not `fields/name/name`.
struct ItemNames {
  private var names: [String: String] = [:]

  /// - Parameters:
  ///   - scenes: the later ones win where both have an item.
  ///   - schema: labels of the data fields; nil where the layout is not to be had.
  init(of scenes: [Scene], schema: Schema?) {
    for scene in scenes {
      for item in scene.pages.flatMap(\.items).flatMap(\.withChildren) { names[item.id] = Self.name(of: item, schema) }
    }
    // Twelve colons would all be “：”.
    var uses: [String: Int] = [:]
    for name in names.values { uses[name, default: 0] += 1 }
    for (id, name) in names where uses[name, default: 0] > 1 && name != id { names[id] = "\(name) (\(id))" }
  }

  subscript(_ id: String) -> String { names[id] ?? id }

  private static func name(of item: Item, _ schema: Schema?) -> String {
    func labels() -> String { item.fields.sorted().map { schema?[$0]?.label ?? $0 }.joined(separator: " and ") }
    switch item.content {
    case .code: return "QR"
    case .group(let group) where group.purpose == .seal: return "seal"
    case .picture:
      if !item.fields.isEmpty { return labels() }
      if case .figure(let alternative) = item.role, !alternative.isEmpty { return alternative }
      return item.id
    case .text(let runs, _):
      if item.role == .value, !item.fields.isEmpty { return labels() }
      if !item.fields.isEmpty { return "the text with \(labels())" }
      let text = Words.quoted(runs.map(\.text).joined(), atMost: 16)
      return switch item.role {
      case .label: "label \(text)"
      case .heading: "heading \(text)"
      default: "text \(text)"
      }
    case .shapes, .pattern, .group: return item.id
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
