import CertPress
import PressDiagnostics
import PressTemplate

// What is told of a drag.

/// Why an item stands where it stands.
struct Hang {
  /// The path of what to drag instead.
  var on: String?
  var message: String
}

extension Inspector {
  /// What places an item that cannot be dragged; nil for one that can.
  func hangs(_ seen: Seen, in index: ElementIndex) -> Hang? {
    let element = index[seen.node].element
    switch element.kind {
    case .border:
      let line = place(element, ["inset", "width"]).map { "; change its '\($0.key)' in \($0.place)" } ?? ""
      return Hang(on: nil, message: "goes along the area's edge" + line)
    case .watermark: return Hang(on: nil, message: "covers the whole sheet")
    default: break
    }
    guard case .flow = element.placement.anchor else { return nil }
    let around = index.ancestors(of: seen.node)
    guard let container = around.first else { return nil }
    func name(_ node: Int) -> String {
      index[node].element.word + " '" + index.path(of: node, around: seen.id, of: seen.node) + "'"
    }
    var message = "stands in \(name(container)), which places it"
    let free = around.first { if case .flow = index[$0].element.placement.anchor { false } else { true } }
    if let free { message += "; drag " + (free == container ? "the " + index[free].element.word : name(free)) }
    let numbers = around.prefix { $0 != free } + (free.map { [$0] } ?? [])
    let number = numbers.lazy.compactMap { node in
      self.place(index[node].element, ["pitch", "gap", "columns"])
    }.first
    if let number { message += ", or change its '\(number.key)' in \(number.place)" }
    return Hang(on: free.map { index.path(of: $0, around: seen.id, of: seen.node) }, message: message)
  }

  /// The first of those properties that is written, and in which line.
  private func place(_ element: Element, _ keys: [String]) -> (key: String, place: String)? {
    for key in keys {
      if let span = element.provenance[key]?.span { return (key, draft.linePlace(span)) }
    }
    return nil
  }

  func withoutHandle(_ handle: Handle, _ element: Element) -> String {
    if case .table = element.kind { return "is as wide as its 'columns', and as high as its rows" }
    switch handle {
    case .from, .to: return "has no ends; it is a \(element.word)"
    default: return "is as large as what it shows; no number says its size"
    }
  }
}

extension LayoutDraft {
  /// `line 45`, or `line 12 of house.layout`.
  fileprivate func linePlace(_ span: Span) -> String {
    let source = sources[span.source]
    let line = "line \(source.line(at: span.range.lowerBound))"
    return span.source == id ? line : line + " of " + source.name.lastName
  }
}

extension Rewrite {
  var hereRefused: String {
    "it stands in \(source.name.lastName), which other layouts may include; what is written there changes in all of them"
  }

  func hereSentence(_ properties: [String]) -> String {
    "writes " + properties.map { "'" + $0 + "'" }.listed + " on this " + element.word
  }

  /// - Parameters:
  ///   - shared: changes in styles.
  ///   - own: changes on the element itself.
  func everywhereSentence(shared: [SourceEdit], own: [SourceEdit]) -> String {
    var told: Set<String> = []
    let styles = shared.compactMap { edit -> String? in
      guard let style = outline.style(around: edit.span), told.insert(style.name).inserted else { return nil }
      let others = style.source == draft.id ? "" : ", which other layouts may include"
      return "style '\(style.name)' (\(users(edit.span))) in \(draft.linePlace(edit.span))" + others
    }
    if !styles.isEmpty { return "changes " + styles.listed }
    return "changes " + (own.first.map { draft.linePlace($0.span) } ?? source.name.lastName)
  }

  /// `2 texts use it, lines 30 and 42`
  private func users(_ span: Span) -> String {
    let users = index.users(of: span)
    guard users.count > 1 else { return "only this \(element.word) uses it" }
    let words = Set(users.map(\.word))
    let what = words.count == 1 ? users[0].word + "s" : "elements"
    let lines = users.prefix(4).map { draft.linePlace($0.span) }
    let isHere = users.allSatisfy { $0.span.source == draft.id }
    let list = isHere ? "lines " + lines.map { String($0.dropFirst(5)) }.listed : lines.listed
    return "\(users.count) \(what) use it: " + list + (users.count > 4 ? " and more" : "")
  }
}

extension [String] {
  /// `a, b and c`
  fileprivate var listed: String {
    guard count > 1, let end = last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + end
  }
}
