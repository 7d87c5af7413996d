import PressDiagnostics
import PressScene

extension TemplateResolver {
  mutating func table(_ scope: inout Scope, in container: Container) -> Resolved? {
    rejectArguments(&scope)
    var placement = placement(&scope, in: container)
    placement.width = scope.length(Properties.width, along: .width)
    scope.require(Properties.columns)
    let columns = columns(&scope, &placement)
    let padding = padding(&scope)
    let rules = scope.value(Properties.rules)
    let stroke = scope.stroke(Properties.lineStroke)
    let pitch = scope.length(Properties.pitch)
    let breaks = pageBreaks(&scope, in: container)
    let children = children(of: scope.node, in: inner(&scope, placement))
    guard let columns, let padding, let rules, let stroke else { return nil }
    checkCells(of: scope.node, count: columns.count, columns: scope.provenance[Properties.columns.name]?.span)
    let table = TableElement(
      columns: columns, padding: padding, rules: rules, stroke: stroke, pitch: pitch, breaks: breaks)
    return (.table(table, children: children), placement, .artifact)
  }

  /// The widths; without a `rest` among them they say how wide the table is.
  private func columns(_ scope: inout Scope, _ placement: inout Placement) -> [Points?]? {
    guard let (measures, origin) = scope.read(Properties.columns) else { return nil }
    let outer = scope.ruler.width
    scope.ruler.width = placement.width.map { .known($0) } ?? .none
    scope.ruler.container = "table"
    let columns = measures.enumerated().map { number, measure -> Points? in
      guard let measure else { return nil }
      scope.record("columns.\(number + 1)", measure, origin)
      return scope.points(measure, along: .width, of: Properties.columns.name)
    }
    scope.ruler.width = outer
    let place = scope.provenance[Properties.columns.name]?.span ?? scope.head
    let sum = columns.reduce(Points.zero) { $0 + ($1 ?? 0) }
    if let width = placement.width {
      if sum > width + 0.001 { scope.fail(.columnsTooWide(sum: sum, width: width, at: place)) }
    } else if columns.contains(nil) {
      scope.failMissing(.restWithoutWidth(at: place))
    } else {
      placement.width = sum
      scope.record(Properties.width.name, Provenance(.derived(from: "")))
    }
    return scope.isBroken ? nil : columns
  }

  private func padding(_ scope: inout Scope) -> Size? {
    guard let (inside, origin) = scope.read(Properties.padding) else { return nil }
    scope.forget(Properties.padding)
    scope.record("padding.x", inside.x, origin)
    scope.record("padding.y", inside.y, origin)
    return Size(
      width: scope.points(inside.x, of: Properties.padding.name),
      height: scope.points(inside.y, of: Properties.padding.name))
  }

  /// Each row has a cell for each column. They are counted as they are written: a broken one is one as well.
  private func checkCells(of node: Node, count: Int, columns: Span?) {
    for row in node.rows where row.children.count != count && !row.isDamaged {
      let (cells, place) = (row.children.count, findings.span(row.head))
      guard !findings.isLopsided else { return }
      findings.report(
        .wrongCellCount(cells, columns: count, at: place, declaration: columns),
        sharedBy: "\(node.order)/\(cells)", head: place)
    }
  }
}

extension Node {
  /// The rows of a table, those of its conditions and repetitions with them.
  fileprivate var rows: [Node] {
    children.flatMap { ["row", "head"].contains($0.rule.name) ? [$0] : $0.rows }
  }
}
