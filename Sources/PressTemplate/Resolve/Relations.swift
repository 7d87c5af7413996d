import PressDiagnostics
import PressScene

/// Finds the elements that places hang on: by their ids, among those that stand in the same block; and on a page, among those
/// of all pages too.
struct Relations {
  let findings: Findings
  /// Every id that is written, though its element be broken.
  let ids: Set<String>
  /// Two elements have one id, which has been told: what hangs on the one may have been meant to hang on the other.
  private let hasTwins: Bool

  init(findings: Findings, ids: Set<String>) {
    self.findings = findings
    self.ids = ids
    hasTwins = findings.diagnostics.contains { $0.id == "template.duplicate-id" }
  }

  private struct Target {
    var path: String
    var element: Element
  }

  /// What an element may hang on.
  private struct Known {
    /// By id.
    var paths: [String: String] = [:]
    /// In the order of the alphabet.
    var ids: [String] = []
  }

  /// The elements with paths in place of ids. What hangs on itself, by however many others, is told.
  func resolve(_ elements: [Element]) -> [Element] {
    let everywhere = Set(elements.flatMap { Self.all($0) }.map(\.path.lastName))
    var hangs: [String: [String]] = [:]
    let resolved = resolve(elements, around: Known(), everywhere: everywhere, &hangs)
    if !hasTwins { reportCycles(hangs, among: resolved) }
    return resolved
  }

  private static func all(_ element: Element) -> [Target] {
    [Target(path: element.id, element: element)] + element.children.flatMap { all($0) }
  }

  /// - Parameter outer: what a page's elements may hang on besides their own siblings.
  private func resolve(
    _ elements: [Element], around outer: Known, everywhere: Set<String>, _ hangs: inout [String: [String]]
  ) -> [Element] {
    var known = outer
    for element in elements.flatMap(\.standingTogether) where element.provenance["id"] != nil {
      known.paths[element.id.lastName] = element.id
    }
    known.ids = known.paths.keys.sorted()
    return elements.map { element in
      resolve(element, known: known, everywhere: everywhere, &hangs)
    }
  }

  private func resolve(
    _ element: Element, known: Known, everywhere: Set<String>, _ hangs: inout [String: [String]]
  ) -> Element {
    var element = element
    if case .relative(let x, let y) = element.placement.anchor {
      let (newX, newY) = (
        found(x, "x", for: &element, known, everywhere), found(y, "y", for: &element, known, everywhere)
      )
      element.placement.anchor = .relative(x: newX, y: newY)
      hangs[element.id] = [newX.target, newY.target].compactMap(\.self)
    }
    switch element.kind {
    case .when(_, let children), .page(_, let children):
      // What stands in it has the same siblings.
      return element.with(children.map { resolve($0, known: known, everywhere: everywhere, &hangs) })
    case .row, .column, .table, .head, .repeat:
      return element.with(element.children.map { resolve($0, known: Known(), everywhere: everywhere, &hangs) })
    case .group(_, let children):
      return element.with(resolve(children, around: Known(), everywhere: everywhere, &hangs))
    default: return element
    }
  }

  private func found(
    _ coordinate: Placement.Coordinate, _ axis: String, for element: inout Element, _ known: Known,
    _ everywhere: Set<String>
  ) -> Placement.Coordinate {
    let word = element.provenance.removeValue(forKey: axis + ".on")
    guard let id = coordinate.target else { return coordinate }
    guard let path = known.paths[id] else {
      // One that is broken has been told of.
      let isTold = ids.contains(id) || findings.names.mentioned.contains(id) || findings.lacksFile
      if !hasTwins, let span = word?.span, everywhere.contains(id) || !isTold {
        findings.report(
          .unknownTarget(
            id, isElsewhere: everywhere.contains(id), suggestion: findings.suggestions.likely(to: id, among: known.ids),
            choices: known.ids, at: span),
          sharedBy: "\(everywhere.contains(id))/" + id, head: span)
      }
      return .length(0)
    }
    if let place = element.provenance[axis] {
      element.provenance[axis] = Provenance(.derived(from: path), span: place.span, written: place.written)
    }
    switch coordinate {
    case .length: return coordinate
    case .center(_, let offset): return .center(of: path, offset: offset)
    case .after(_, let gap): return .after(path, gap: gap)
    case .before(_, let gap): return .before(path, gap: gap)
    case .with(_, let offset): return .with(path, offset: offset)
    }
  }

  private func reportCycles(_ hangs: [String: [String]], among elements: [Element]) {
    var spans: [String: Span] = [:]
    for target in elements.flatMap({ Self.all($0) }) { spans[target.path] = target.element.span }
    var search = CycleSearch(hangs: hangs)
    for start in hangs.keys.sorted(by: {
      (spans[$0]?.range.lowerBound ?? 0, $0) < (spans[$1]?.range.lowerBound ?? 0, $1)
    }) {
      for ring in search.rings(from: start) {
        guard let place = spans[ring[0]] else { continue }
        findings.report(
          .relationCycle(
            (ring + [ring[0]]).map(\.lastName), at: place, others: ring.dropFirst().compactMap { spans[$0] }))
      }
    }
  }
}

extension String {
  /// The last part of a path.
  var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
