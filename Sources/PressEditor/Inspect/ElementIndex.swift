import PressDiagnostics
import PressScene
import PressTemplate

/// A template's elements, to be found from the items that they became.
struct ElementIndex: Sendable {
  struct Node: Sendable {
    var element: Element
    /// The row, column, table or group around it; nil on the page itself.
    var parent: Int?
    /// It is there once for each entry of a list, and its items are called after the entry.
    var isRepeated: Bool
  }

  /// Of what can be seen, outer ones first; without conditions, pages and repetitions.
  private(set) var nodes: [Node] = []
  private var byHead: [SourcePlace: Int] = [:]

  init(_ template: Template) { for element in template.elements { add(element, in: nil, isRepeated: false) } }

  private mutating func add(_ element: Element, in parent: Int?, isRepeated: Bool) {
    switch element.kind {
    case .when(_, let children), .page(_, let children):
      for child in children { add(child, in: parent, isRepeated: isRepeated) }
    case .repeat(_, let children):
      for child in children { add(child, in: parent, isRepeated: true) }
    default:
      let number = nodes.count
      nodes.append(Node(element: element, parent: parent, isRepeated: isRepeated))
      byHead[SourcePlace(element.span)] = number
      for child in element.children { add(child, in: number, isRepeated: isRepeated) }
    }
  }

  subscript(_ number: Int) -> Node { nodes[number] }

  /// The element whose head that is, as items keep it.
  func number(_ head: Span) -> Int? { byHead[SourcePlace(head)] }

  /// What is around a node, the innermost first.
  func ancestors(of number: Int) -> [Int] {
    var result: [Int] = []
    var next = nodes[number].parent
    while let parent = next {
      result.append(parent)
      next = nodes[parent].parent
    }
    return result
  }

  /// The path of a container on the page, from that of an item in it: `grades/3` of `grades/3/score`.
  func path(of container: Int, around item: String, of number: Int) -> String {
    let (outer, inner) = (nodes[container].element.id, nodes[number].element.id)
    guard nodes[container].isRepeated, inner.hasPrefix(outer) else { return outer }
    let rest = inner.dropFirst(outer.count)
    return item.hasSuffix(rest) ? String(item.dropLast(rest.count)) : outer
  }

  /// The elements that take a number from the same place.
  func users(of span: Span) -> [Element] {
    nodes.filter { $0.element.provenance.contains { $0.value.span == span } }.map(\.element)
  }
}

extension Element {
  /// A group that the scene has as a thing of its own; the children of others stand among the page's.
  var isDrawnAsOne: Bool {
    if case .group(let group, _) = kind { !group.isPlain } else { false }
  }

  /// What places its children one after the other.
  var isFlow: Bool {
    switch kind {
    case .row, .column, .table, .head: true
    default: false
    }
  }
}
