import PressScene
import PressTemplate

/// An entry of a list while the elements of its `repeat` are laid out.
struct EntryContext {
  /// The field of the list.
  var list: String
  /// The path of the `repeat`.
  var path: String
  /// From 1.
  var number: Int
  var values: [String: FilledTemplate.Value]
}

/// An element that is there with this record.
struct Present {
  var element: Element
  var entry: EntryContext?
}

extension Composition {
  /// The children that are there with this record: `when` dissolved, what is repeated once for each entry.
  func present(_ children: [Element], in entry: EntryContext? = nil) -> [Present] {
    let entry = entry ?? self.entry
    return children.flatMap { child -> [Present] in
      switch child.kind {
      case .when(let field, let inner):
        return filled.has(field) || entry?.values[field] != nil ? present(inner, in: entry) : []
      case .repeat(let field, let inner):
        return entries(of: field, path: child.id).flatMap { present(inner, in: $0) }
      default: return [Present(element: child, entry: entry)]
      }
    }
  }

  private func entries(of list: String, path: String) -> [EntryContext] {
    let all: [[String: FilledTemplate.Value]] =
      switch filled.values[list] {
      case .list(let entries): entries
      case .texts(let texts, _): texts.map { [list: .text($0)] }
      case .text, .picture, nil: []
      }
    return all.enumerated().map { EntryContext(list: list, path: path, number: $0 + 1, values: $1) }
  }

  /// Lays out what is present with the values of its entry.
  mutating func layOut(_ present: Present, in bounds: Bounds) -> Block {
    with(present.entry) { $0.layOut(present.element, in: bounds) }
  }

  /// Does `body` with the values of a list's entry.
  mutating func with<Result>(_ entry: EntryContext?, _ body: (inout Composition) -> Result) -> Result {
    guard let entry, self.entry == nil else { return body(&self) }
    let values = filled.values
    filled.values.merge(entry.values) { $1 }
    filled.values["index"] = .text(String(entry.number))
    self.entry = entry
    defer {
      self.entry = nil
      filled.values = values
    }
    return body(&self)
  }

  /// The element's path; of what is repeated with the entry's number: `grades/3/score`.
  func itemID(of element: Element) -> String {
    guard let entry, element.id.hasPrefix(entry.path) else { return element.id }
    return entry.path + "/" + String(entry.number) + element.id.dropFirst(entry.path.count)
  }

  /// A field as diagnostics name it: of an entry `grades[3].score`.
  func fieldName(_ name: String?) -> String? {
    guard let name else { return nil }
    if BuiltIn.names.contains(name) { return nil }
    guard let entry, entry.values[name] != nil else { return name }
    return name == entry.list ? "\(name)[\(entry.number)]" : "\(entry.list)[\(entry.number)].\(name)"
  }
}
