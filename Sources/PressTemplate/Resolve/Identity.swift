import PressDiagnostics
import PressScene

/// Gives elements their paths: unique in the template, and the same after edits elsewhere.
struct Identity {
  let findings: Findings

  /// The elements with their paths. Until now an element's `id` is the word it was given, or empty.
  func assign(_ elements: [Element]) -> [Element] { assign(elements, in: nil) }

  private func assign(_ elements: [Element], in parent: (path: String, isFlow: Bool)?) -> [Element] {
    var names = Siblings()
    for (id, span) in given(elements) {
      if let first = names.reserve(id, at: span) { findings.report(.duplicateID(id, at: span, first: first)) }
    }
    return elements.map { assign($0, in: parent, names: &names) }
  }

  /// Given names come before computed ones. `when` adds nothing to a path: what stands in it has the same siblings.
  private func given(_ elements: [Element]) -> [(String, Span)] {
    elements.flatMap { element -> [(String, Span)] in
      switch element.kind {
      case .when(_, let children), .page(_, let children): return given(children)
      default: break
      }
      guard !element.id.isEmpty, let span = element.provenance["id"]?.span else { return [] }
      return [(element.id, span)]
    }
  }

  private func assign(
    _ element: Element, in parent: (path: String, isFlow: Bool)?, names: inout Siblings
  ) -> Element {
    var element = element
    let name = element.id.isEmpty ? names.unique(element.ownName) : element.id
    element.id = parent.map { $0.path + "/" + name } ?? name
    if let parent, parent.isFlow {
      for key in ["x", "y"] { element.provenance[key] = Provenance(.derived(from: parent.path)) }
    }
    if let parent, case .derived = element.provenance["width"]?.origin {
      element.provenance["width"] = Provenance(.derived(from: parent.path))
    }
    let inside: (path: String, isFlow: Bool)? =
      switch element.kind {
      case .when, .page: parent
      case .group: (element.id, false)
      default: (element.id, true)
      }
    switch element.kind {
    case .when(_, let children), .page(_, let children):
      return element.with(children.map { assign($0, in: inside, names: &names) })
    case .repeat(_, let children) where children.count == 1 && children[0].id.isEmpty && children[0].isRow:
      // The one row of a list's entry has no name of its own: `grades/3/score`.
      var row = children[0]
      row.id = element.id
      return element.with([row.with(assign(row.children, in: inside))])
    default:
      return element.with(assign(element.children, in: inside))
    }
  }
}

/// The names of elements side by side.
private struct Siblings {
  private var taken: [String: Span?] = [:]
  /// The number to try next for a name.
  private var numbers: [String: Int] = [:]

  /// Takes a given name; if it is taken, where the first one is.
  mutating func reserve(_ name: String, at span: Span) -> Span? {
    if let first = taken[name] { return first }
    taken[name] = span
    return nil
  }

  /// The name, or with `~2`, `~3` behind it if others have it.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = numbers[name] ?? 2
    while taken[candidate] != nil {
      candidate = "\(name)~\(number)"
      number += 1
    }
    numbers[name] = number
    taken[candidate] = .some(nil)
    return candidate
  }
}

extension Element {
  /// What it is called where the layout gives it no id.
  fileprivate var ownName: String {
    switch kind {
    case .text(let text): text.text.firstField ?? text.text.shortName ?? "text"
    case .image(let image): if case .field(let name, _) = image.source { name } else { "image" }
    case .qr(let code): code.payload.firstField ?? "qr"
    case .row(_, let children): children.firstField ?? children.first?.rowName ?? "row"
    case .repeat(let field, _): field
    default: word
    }
  }

  fileprivate var isRow: Bool { if case .row = kind { true } else { false } }

  private var rowName: String { id.isEmpty ? ownName : id }

  fileprivate var firstField: String? {
    for text in texts { if let field = text.firstField { return field } }
    return children.firstField
  }
}

extension [Element] {
  fileprivate var firstField: String? {
    for element in self { if let field = element.firstField { return field } }
    return nil
  }
}

extension TextTemplate {
  /// The first twelve characters, without white space and what parts paths.
  fileprivate var shortName: String? {
    let text = pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    let name = String(text.filter { !$0.isWhitespace && $0 != "/" }.prefix(12))
    return name.isEmpty ? nil : name
  }
}
