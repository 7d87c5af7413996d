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
    gather(plan.parts, page: nil, into: &candidates)
    findFlows(&candidates)
    var layer = PlacingLayer(container: setup.area)
    for candidate in candidates {
      if candidate.element.shell != nil, let state = flows[candidate.element.id] {
        if state.isPending { layer.add(candidate.element) }
      } else if candidate.element.shell != nil, candidate.flows.isEmpty {
        if part == 0, (candidate.page ?? 0) == number { layer.add(candidate.element) }
      } else if !candidate.flows.isEmpty {
        // What hangs on something that goes on stands where that ends, and nowhere else; on a later page of the layout, that is
        // not there.
        let areEnded = candidate.flows.allSatisfy { flows[$0]?.isEnded ?? false }
        if areEnded {
          if candidate.page == number, part == 0 { layer.add(candidate.element) }
        } else if candidate.page ?? number == number {
          layer.add(candidate.element, waitingFor: candidate.flows)
        }
      } else if candidate.page == nil || (candidate.page == number && part == 0) {
        layer.add(candidate.element)
      }
    }
    compose(&layer)
  }

  private struct Candidate {
    var element: Part
    /// Nil: on every page.
    var page: Int?
    /// Paths of the columns and tables on other pages that its place hangs on.
    var flows: Set<String> = []
  }

  private func gather(_ elements: [Part], page: Int?, into candidates: inout [Candidate]) {
    for element in elements {
      switch element.kind {
      case .when(let field, _):
        if filled.has(field) { gather(element.children, page: page, into: &candidates) }
      case .page(let number, _): gather(element.children, page: number, into: &candidates)
      default:
        candidates.append(Candidate(element: element, page: page))
      }
    }
  }

  /// Only those that are there with this record: what hangs on one that is absent does not wait for it, nor for one that
  /// begins on a later page of the layout.
  private func findFlows(_ candidates: inout [Candidate]) {
    guard plan.hasFlows else { return }
    var flowing: [String: Int] = [:]
    for candidate in candidates where candidate.element.shell != nil {
      flowing[candidate.element.id] = candidate.page ?? 0
    }
    guard !flowing.isEmpty else { return }
    var found: [String: Set<String>] = [:]
    func find(behind element: Part) -> Set<String> {
      if let flows = found[element.id] { return flows }
      found[element.id] = []
      var flows: Set<String> = []
      for path in element.targets {
        if flowing[path] != nil {
          flows.insert(path)
        } else if let target = plan.part(path) {
          flows.formUnion(find(behind: target))
        }
      }
      found[element.id] = flows
      return flows
    }
    for index in candidates.indices {
      let last = candidates[index].page ?? .max
      candidates[index].flows = find(behind: candidates[index].element).filter { flowing[$0] ?? 0 <= last }
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
