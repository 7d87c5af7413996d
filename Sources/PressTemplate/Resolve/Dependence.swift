/// Which record fields can change an element, followed through `when`, rows and columns.
struct Dependence {
  let schema: Schema
  /// Fields that move an element by what it hangs on, by its path.
  private var moving: [String: Set<String>] = [:]

  init(schema: Schema) { self.schema = schema }

  /// The elements with their fields.
  func spread(_ elements: [Element]) -> [Element] {
    var dependence = self
    dependence.followRelations(elements)
    return elements.map { dependence.spread($0, inherited: []) }
  }

  private func spread(_ element: Element, inherited: Set<String>) -> Element {
    var element = element
    var inherited = inherited.union(moving[element.id] ?? [])
    switch element.placement.anchor {
    case .center, .relative:
      // What is centred moves as it grows, and all that is in it moves along.
      inherited.formUnion(element.widthFields)
      inherited.formUnion(element.heightFields)
    default: break
    }
    switch element.kind {
    case .row(let gap, let children):
      element.kind = .row(gap: gap, children: spreadRow(children, inherited))
    case .head(let gap, let children):
      element.kind = .head(gap: gap, children: spreadRow(children, inherited))
    case .column(let column, let children):
      element.kind = .column(column, children: spreadColumn(children, inherited, isPitched: column.pitch != nil))
    case .table(let table, let children):
      element.kind = .table(table, children: spreadColumn(children, inherited, isPitched: table.pitch != nil))
    case .when(let field, let children):
      element.kind = .when(field: field, children: children.map { spread($0, inherited: inherited.union([field])) })
    case .repeat(let field, let children):
      let names = schema.entryNames(of: field)
      element.kind = .repeat(
        field: field,
        children: children.map { spread($0, inherited: inherited.union([field])).replacing(names, by: field) })
    case .group(let group, let children):
      // A group without a size is as large as what is in it, and one that is turned turns about the middle of that.
      var all = inherited
      if !group.isPlain { for child in children { all.formUnion(child.allFields) } }
      element.kind = .group(group, children: children.map { spread($0, inherited: all) })
    case .page(let number, let children):
      element.kind = .page(number: number, children: children.map { spread($0, inherited: inherited) })
    default: break
    }
    element.fields = inherited.union(element.ownFields)
    for child in element.children { element.fields.formUnion(child.fields) }
    return element
  }

  // MARK: Relations

  private mutating func followRelations(_ elements: [Element]) {
    var known: [String: (element: Element, conditions: Set<String>)] = [:]
    func gather(_ element: Element, _ conditions: Set<String>) {
      known[element.id] = (element, conditions)
      var inner = conditions
      if case .when(let field, _) = element.kind { inner.insert(field) }
      for child in element.children { gather(child, inner) }
    }
    for element in elements { gather(element, []) }
    func fields(of path: String, _ seen: Set<String>) -> Set<String> {
      guard let (element, conditions) = known[path], !seen.contains(path) else { return [] }
      return conditions.union(element.allFields).union(moving(element, seen.union([path])))
    }
    func moving(_ element: Element, _ seen: Set<String>) -> Set<String> {
      guard case .relative(let x, let y) = element.placement.anchor else { return [] }
      return [x.target, y.target].compactMap(\.self).reduce(into: []) { $0.formUnion(fields(of: $1, seen)) }
    }
    for (path, entry) in known {
      let fields = moving(entry.element, [path])
      if !fields.isEmpty { self.moving[path] = fields }
    }
  }

  // MARK: Rows

  /// A child stands behind those before it. Texts without a width share what is left: one that gives way before another, or
  /// beside one that may be absent, depends on it wherever it stands.
  private func spreadRow(_ children: [Element], _ inherited: Set<String>) -> [Element] {
    let flat = children.flatMap(\.present)
    let conditions = Set(flat.flatMap(\.conditions))
    let rigid = Set(flat.filter { $0.element.isFlexible && !$0.element.hasFitPolicy }.flatMap { $0.element.ownFields })
    var before = inherited
    return children.map { spreadInRow($0, &before, conditions: conditions, rigid: rigid) }
  }

  private func spreadInRow(
    _ child: Element, _ before: inout Set<String>, conditions: Set<String>, rigid: Set<String>
  ) -> Element {
    if case .when(let field, let children) = child.kind {
      before.insert(field)
      let moved = children.map { spreadInRow($0, &before, conditions: conditions, rigid: rigid) }
      var child = child.with(moved)
      child.fields = before.union(moved.flatMap(\.fields))
      return child
    }
    var own = before
    if child.isFlexible {
      own.formUnion(conditions)
      if child.hasFitPolicy { own.formUnion(rigid) }
    }
    let result = spread(child, inherited: own)
    before.formUnion(child.isFlexible ? result.fields : child.widthFields)
    return result
  }

  // MARK: Columns

  /// With a pitch the children stand where they stand, unless one before them may be absent.
  private func spreadColumn(_ children: [Element], _ inherited: Set<String>, isPitched: Bool) -> [Element] {
    var before = inherited
    return children.map { spreadInColumn($0, &before, isPitched: isPitched) }
  }

  private func spreadInColumn(_ child: Element, _ before: inout Set<String>, isPitched: Bool) -> Element {
    switch child.kind {
    case .when(let field, let children), .repeat(let field, let children):
      before.insert(field)
      var names: Set<String> = []
      if case .repeat = child.kind { names = schema.entryNames(of: field) }
      let moved = children.map { spreadInColumn($0, &before, isPitched: isPitched).replacing(names, by: field) }
      before = before.isDisjoint(with: names) ? before : before.subtracting(names).union([field])
      var child = child.with(moved)
      child.fields = before.union(moved.flatMap(\.fields))
      return child
    default: break
    }
    let result = spread(child, inherited: before)
    if !isPitched { before.formUnion(child.heightFields) }
    return result
  }
}

extension Element {
  /// Its own fields, and those of all that stands in it.
  fileprivate var allFields: Set<String> {
    children.reduce(into: ownFields) { $0.formUnion($1.allFields) }
  }

  /// The fields of a list's entry are, for the record, the list.
  fileprivate func replacing(_ names: Set<String>, by list: String) -> Element {
    var element = with(children.map { $0.replacing(names, by: list) })
    if !element.fields.isDisjoint(with: names) { element.fields = element.fields.subtracting(names).union([list]) }
    return element
  }

  /// A text that takes the room it needs or gets.
  fileprivate var isFlexible: Bool {
    if case .text = kind { placement.width == nil } else { false }
  }

  fileprivate var hasFitPolicy: Bool {
    if case .text(let text) = kind { !text.style.fit.isEmpty } else { false }
  }

  /// Fields on which its width depends.
  fileprivate var widthFields: Set<String> {
    if placement.width != nil { return [] }
    switch kind {
    case .text(let text): return text.text.fields
    case .row(_, let children), .column(_, let children), .group(_, let children), .head(_, let children):
      return children.fields(\.widthFields)
    case .when(let field, let children), .repeat(let field, let children): return children.fields(\.widthFields).union([field])
    default: return []
    }
  }

  /// Fields on which its height depends. A text's follows from its lines, whatever its box.
  fileprivate var heightFields: Set<String> {
    switch kind {
    case .text(let text): return text.text.fields
    case .row(_, let children), .group(_, let children), .head(_, let children):
      return placement.height != nil ? [] : children.fields(\.heightFields)
    case .column(let column, let children):
      if placement.height != nil { return [] }
      return column.pitch != nil ? Set(children.flatMap(\.conditions)) : children.fields(\.heightFields)
    case .table(let table, let children):
      return table.pitch != nil ? Set(children.flatMap(\.conditions)) : children.fields(\.heightFields)
    case .when(let field, let children), .repeat(let field, let children): return children.fields(\.heightFields).union([field])
    default: return []
    }
  }

  /// The fields that decide whether it, or a part of it side by side with others, is there.
  fileprivate var conditions: Set<String> {
    switch kind {
    case .when(let field, let children), .repeat(let field, let children):
      return children.reduce(into: [field]) { $0.formUnion($1.conditions) }
    default: return []
    }
  }

  /// The elements that it stands for side by side with others, each with the conditions it stands under.
  fileprivate var present: [(element: Element, conditions: Set<String>)] {
    guard case .when(let field, let children) = kind else { return [(self, [])] }
    return children.flatMap(\.present).map { ($0.element, $0.conditions.union([field])) }
  }
}

extension [Element] {
  fileprivate func fields(_ part: (Element) -> Set<String>) -> Set<String> {
    reduce(into: []) { $0.formUnion(part($1)) }
  }
}

extension Schema {
  /// The names of the fields that each entry of a list has.
  fileprivate func entryNames(of list: String) -> Set<String> { Set(self[list]?.fields.map(\.name) ?? []) }
}
