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

  /// Not by the fields that an item depends on: what stands below a `when` depends on its field, and is not it.
  private static func name(of item: Item, _ schema: Schema?) -> String {
    // Without a given id, the path ends with the element's first field, if it prints one.
    let own = String(item.id.split(separator: "/").last ?? "")
    let label = schema?[own]?.label
    switch item.content {
    case .code: return "QR"
    case .group(let group) where group.purpose == .seal: return "seal"
    case .picture:
      if let label { return label }
      if case .figure(let alternative) = item.role, !alternative.isEmpty { return alternative }
      return item.id
    case .text(let runs, _):
      if let label { return item.role == .value ? label : "the text with \(label)" }
      if item.role == .value, item.fields.count == 1, let field = item.fields.first {
        return schema?[field]?.label ?? field
      }
      let text = Words.quoted(runs.map(\.text).joined(), atMost: 16)
      return switch item.role {
      case .label: "label \(text)"
      case .heading: "heading \(text)"
      default: item.fields.isEmpty ? "text \(text)" : item.id
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
