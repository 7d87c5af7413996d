import PressScene
import PressTemplate

extension Composition {
  /// What a page holds: what stands on every page, what belongs to this one, and what goes on from the one before.
  ///
  /// - Parameters:
  ///   - number: of the page in the layout, from 0.
  ///   - part: 0, or which of the pages on which it goes on.
  mutating func composePage(_ number: Int, part: Int) {
    var candidates: [Candidate] = []
    gather(filled.template.elements, page: nil, into: &candidates)
    var layer = PlacingLayer(container: setup.area)
    for candidate in candidates {
      if candidate.element.breaks != nil {
        let state = flows[candidate.element.id]
        let isStart = state == nil && part == 0 && (candidate.page ?? 0) == number
        if isStart || state?.isPending == true { layer.add(candidate.element) }
      } else if !candidate.flows.isEmpty {
        // What hangs on something that goes on stands where that ends, and nowhere else.
        let areEnded = candidate.flows.allSatisfy { flows[$0]?.isEnded ?? false }
        let isHere = candidate.flows.contains { flows[$0]?.isPending ?? true }
        if !areEnded, isHere, candidate.page ?? number == number {
          layer.add(candidate.element, waitingFor: candidate.flows)
        }
      } else if candidate.page == nil || (candidate.page == number && part == 0) {
        layer.add(candidate.element)
      }
    }
    placed = compose(&layer)
  }

  private struct Candidate {
    var element: Element
    /// Nil: on every page.
    var page: Int?
    /// Paths of the columns and tables on other pages that its place hangs on.
    var flows: Set<String>
  }

  private func gather(_ elements: [Element], page: Int?, into candidates: inout [Candidate]) {
    for element in elements {
      switch element.kind {
      case .when(let field, let children):
        if filled.has(field) { gather(children, page: page, into: &candidates) }
      case .page(let number, let children): gather(children, page: number, into: &candidates)
      default:
        candidates.append(Candidate(element: element, page: page, flows: flowsBehind(element, [element.id])))
      }
    }
  }

  private func flowsBehind(_ element: Element, _ seen: Set<String>) -> Set<String> {
    guard element.breaks == nil || seen.count > 1 else { return [] }
    if element.breaks != nil { return [element.id] }
    var flows: Set<String> = []
    for path in element.placement.anchor.targets where !seen.contains(path) {
      guard let target = filled.template.element(path) else { continue }
      flows.formUnion(flowsBehind(target, seen.union([path])))
    }
    return flows
  }
}

extension Element {
  /// How it goes on upon other pages; nil for what stays on one.
  var breaks: PageBreaks? {
    switch kind {
    case .column(let column, _): column.breaks
    case .table(let table, _): table.breaks
    default: nil
    }
  }
}

extension Placement.Anchor {
  /// Paths of the elements that it hangs on.
  var targets: [String] {
    guard case .relative(let x, let y) = self else { return [] }
    return [x.target, y.target].compactMap(\.self)
  }
}
