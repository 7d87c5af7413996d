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
      if case .when(_, let children) = element.kind { return given(children) }
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
    switch element.kind {
    case .row(let gap, let children):
      element.kind = .row(gap: gap, children: assign(children, in: (element.id, true)))
    case .column(let pitch, let gap, let children):
      element.kind = .column(pitch: pitch, gap: gap, children: assign(children, in: (element.id, true)))
    case .when(let field, let children):
      let moved = children.map { assign($0, in: parent, names: &names) }
      element.kind = .when(field: field, children: moved)
    default: break
    }
    return element
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
    case .seal: "seal"
    case .line: "line"
    case .rectangle: "rectangle"
    case .border: "border"
    case .column: "column"
    case .when: "when"
    case .row(_, let children): children.firstField ?? children.first?.rowName ?? "row"
    }
  }

  private var rowName: String { id.isEmpty ? ownName : id }

  fileprivate var firstField: String? {
    switch kind {
    case .text(let text): text.text.firstField
    case .image(let image): if case .field(let name, _) = image.source { name } else { nil }
    case .qr(let code): code.payload.firstField
    case .seal(let seal): seal.text.firstField ?? seal.bottom?.firstField
    case .row(_, let children), .column(_, _, let children), .when(_, let children): children.firstField
    case .line, .rectangle, .border: nil
    }
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
