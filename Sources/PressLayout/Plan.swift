public import PressTemplate

/// A template as composition walks it, made once when a layout is loaded: what the template alone decides is decided here.
///
/// Its identity is that of a loaded layout. Whoever keeps work by it holds it too, so that no other plan can take its place.
public final class Plan: Sendable {
  let template: Template
  /// In painting order.
  let parts: [Part]
  /// Some text prints the count of the pages.
  let asksForPageCount: Bool
  /// Some text prints the number or the count of the pages.
  let printsPages: Bool
  /// Some element hangs on another.
  let hasRelations: Bool
  /// Some column or table may go on upon further pages.
  let hasFlows: Bool
  private let byPath: [String: Part]

  public init(_ template: Template) {
    self.template = template
    var count = 0
    parts = template.elements.map { Part($0, count: &count) }
    let all = parts.flatMap(\.all)
    byPath = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let names = Set(
      all.flatMap { $0.element.texts.flatMap(\.pieces) }.compactMap { piece in
        if case .field(let name, _) = piece { name } else { nil }
      })
    asksForPageCount = names.contains("pages")
    printsPages = names.contains("page") || asksForPageCount
    hasRelations = all.contains { !$0.targets.isEmpty }
    hasFlows = all.contains { $0.shell != nil }
  }

  /// The part of the element with that path.
  func part(_ path: String) -> Part? { byPath[path] }
}
