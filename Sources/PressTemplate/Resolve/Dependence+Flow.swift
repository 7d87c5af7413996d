import PressScene

extension Dependence {
  // MARK: Rows

  /// What a row's children have in common.
  private struct RowFields {
    var conditions: Set<String>
    /// Of texts that take what they need: others give way to them.
    var rigid: Set<String>
    /// Of what is as wide as what stands in it.
    var fixed: Set<String>
  }

  /// A child stands behind those before it. Texts without a width share what is left: one that gives way before another, or
  /// beside one that may be absent, depends on it wherever it stands.
  func spreadRow(_ children: [Dependent], _ context: Context) -> [Element] {
    let flat = children.flatMap(\.present)
    let row = RowFields(
      conditions: children.fields(\.conditions),
      rigid: flat.map(\.dependent).filter { $0.isFlexible && !$0.hasFitPolicy }.fields(\.own),
      fixed: flat.map(\.dependent).filter { !$0.isFlexible }.fields(\.widthFields))
    var before = context
    before.inherited.formUnion(baselineConditions(flat))
    return children.map { spreadInRow($0, &before, row) }
  }

  /// The line is as high as its largest text, which may be absent.
  private func baselineConditions(_ flat: [(dependent: Dependent, conditions: Set<String>)]) -> Set<String> {
    func size(_ dependent: Dependent) -> Double? {
      guard let style = dependent.text?.style, style.direction == .horizontal else { return nil }
      return style.size.value
    }
    let sure = flat.filter { $0.conditions.isEmpty }.compactMap { size($0.dependent) }.max()
    return flat.reduce(into: []) { fields, part in
      if let size = size(part.dependent), size > sure ?? 0 { fields.formUnion(part.conditions) }
    }
  }

  private func spreadInRow(_ child: Dependent, _ before: inout Context, _ row: RowFields) -> Element {
    if child.isConditional {
      before.inherited.formUnion(child.own)
      // Behind each entry stands the next.
      if child.isRepeat { before.inherited.formUnion(child.widthFields) }
      return child.with(child.children.map { spreadInRow($0, &before, row) }, fields: before.inherited)
    }
    var context = before
    if child.isFlexible {
      context.inherited.formUnion(row.conditions.union(row.fixed))
      if child.hasFitPolicy { context.inherited.formUnion(row.rigid) }
    }
    let result = spread(child, context)
    before.inherited.formUnion(child.isFlexible ? result.fields : child.widthFields)
    return result
  }

  // MARK: Columns and tables

  /// With a pitch the children stand where they stand, unless one before them may be absent.
  func spreadColumn(_ column: Dependent, _ context: Context, isPitched: Bool) -> [Element] {
    var before = context
    if case .flow = column.element.placement.anchor, column.element.placement.width == nil, column.takesRoom {
      before.inherited.formUnion(column.widthFields)
    }
    return column.children.map { spreadInColumn($0, &before, of: column, isPitched: isPitched) }
  }

  private func spreadInColumn(
    _ child: Dependent, _ before: inout Context, of column: Dependent, isPitched: Bool
  ) -> Element {
    let isTable = if case .table = column.element.kind { true } else { false }
    if child.isConditional {
      before.inherited.formUnion(child.own)
      // Below each entry stands the next.
      if child.isRepeat {
        before.inherited.formUnion(
          isPitched ? child.conditions : isTable ? child.tableRowFields : child.heightFields)
      }
      return child.with(
        child.children.map { spreadInColumn($0, &before, of: column, isPitched: isPitched) }, fields: before.inherited)
    }
    let height = isPitched ? [] : isTable ? child.tableRowFields : child.heightFields
    var context = before
    if column.element.breaks != nil {
      // Whether it has room on a page; a head is on every page there is.
      context.inherited.formUnion(child.isHead ? column.heightFields : height)
    }
    let result: Element
    if isTable {
      // Each stands in the middle of the row, single lines on the baseline of the highest.
      context.inherited.formUnion(child.tableRowFields)
      let cells = child.children.map { spread($0, context) }
      result = child.with(cells, fields: context.inherited)
    } else {
      result = spread(child, context)
    }
    before.inherited.formUnion(height)
    return result
  }
}
