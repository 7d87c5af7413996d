import PressScene
import PressTemplate

/// An entry of a list while the elements of its `repeat` are laid out.
struct EntryContext {
  /// As diagnostics name it: `grades[3]`.
  var name: String
  /// The path of the `repeat`, and the entry's own: `grades` and `grades/3`.
  var path: String
  var itemPath: String
  /// From 1.
  var number: Int
  /// What the names of its fields stand for, and those of the entries around it; nil where it has no value, though the record
  /// may have a field of that name.
  var values: [String: FilledTemplate.Value?]
  /// The fields as diagnostics name them: `grades[3].score`.
  var names: [String: String]
}

/// An element that is there with this record.
struct Present {
  var element: Part
  var entry: EntryContext?
}

extension Composition {
  /// The children that are there with this record: `when` dissolved, what is repeated once for each entry.
  func present(in element: Part) -> [Present] {
    guard element.hasConditions else { return element.children.map { Present(element: $0, entry: entry) } }
    return present(element.children)
  }

  func present(_ children: [Part], in entry: EntryContext? = nil) -> [Present] {
    let entry = entry ?? self.entry
    return children.flatMap { child -> [Present] in
      switch child.kind {
      case .when(let field, _):
        let value = entry?.values[field] ?? filled.values[field]
        return value != nil ? present(child.children, in: entry) : []
      case .repeat(let field, _):
        return entries(of: field, path: child.id, in: entry).flatMap { present(child.children, in: $0) }
      default: return [Present(element: child, entry: entry)]
      }
    }
  }

  private func entries(of list: String, path: String, in outer: EntryContext?) -> [EntryContext] {
    let all: [[String: FilledTemplate.Value]] =
      switch filled.values[list] {
      case .list(let entries): entries
      case .texts(let texts, _): texts.map { [list: .text($0)] }
      case .text, .picture, nil: []
      }
    let fields = plan.template.schema[list]?.fields.map(\.name) ?? []
    return all.enumerated().map { index, given in
      let number = index + 1
      let name = "\(list)[\(number)]"
      var entry = EntryContext(
        name: name, path: path, itemPath: itemID(path, in: outer) + "/\(number)", number: number,
        values: outer?.values ?? [:],
        names: outer?.names ?? [:])
      for field in fields.isEmpty ? [list] : fields {
        entry.values[field] = .some(given[field])
        entry.names[field] = fields.isEmpty ? name : name + "." + field
      }
      entry.values["index"] = .text(String(number))
      return entry
    }
  }

  /// Lays out what is present with the values of its entry.
  mutating func layOut(_ present: Present, in bounds: Bounds) -> Block {
    with(present.entry) { $0.layOut(present.element, in: bounds) }
  }

  /// Does `body` with the values of a list's entry.
  mutating func with<Result>(_ entry: EntryContext?, _ body: (inout Composition) -> Result) -> Result {
    guard let entry, self.entry?.itemPath != entry.itemPath else { return body(&self) }
    let (values, outer) = (filled.values, self.entry)
    for (name, value) in entry.values { filled.values[name] = value }
    self.entry = entry
    defer {
      self.entry = outer
      filled.values = values
    }
    return body(&self)
  }

  /// The element's path; of what is repeated with the entry's number: `grades/3/score`.
  func itemID(of element: Part) -> String { itemID(element.id, in: entry) }

  private func itemID(_ path: String, in entry: EntryContext?) -> String {
    guard let entry, path.hasPrefix(entry.path) else { return path }
    return entry.itemPath + path.dropFirst(entry.path.count)
  }

  /// A field as diagnostics name it: of an entry `grades[3].score`.
  func fieldName(_ name: String?) -> String? {
    guard let name, !BuiltIn.names.contains(name) else { return nil }
    return entry?.names[name] ?? name
  }
}
