/// Which record fields can change an element, followed through `when`, rows and columns.
enum Dependence {
  /// The elements with their fields.
  static func spread(_ elements: [Element]) -> [Element] { elements.map { spread($0, inherited: []) } }

  private static func spread(_ element: Element, inherited: Set<String>) -> Element {
    var element = element
    var inherited = inherited
    if case .center = element.placement.anchor {
      // What is centred moves as it grows, and all that is in it moves along.
      inherited.formUnion(element.widthFields)
      inherited.formUnion(element.heightFields)
    }
    switch element.kind {
    case .row(let gap, let children):
      element.kind = .row(gap: gap, children: spreadRow(children, inherited))
    case .column(let pitch, let gap, let children):
      element.kind = .column(
        pitch: pitch, gap: gap, children: spreadColumn(children, inherited, isPitched: pitch != nil))
    case .when(let field, let children):
      element.kind = .when(field: field, children: children.map { spread($0, inherited: inherited.union([field])) })
    default: break
    }
    element.fields = inherited.union(element.ownFields)
    for child in element.children { element.fields.formUnion(child.fields) }
    return element
  }

  // MARK: Rows

  /// A child stands behind those before it. Texts without a width share what is left: one that gives way before another, or
  /// beside one that may be absent, depends on it wherever it stands.
  private static func spreadRow(_ children: [Element], _ inherited: Set<String>) -> [Element] {
    let flat = children.flatMap(\.present)
    let conditions = Set(flat.flatMap(\.conditions))
    let rigid = Set(flat.filter { $0.element.isFlexible && !$0.element.hasFitPolicy }.flatMap { $0.element.ownFields })
    var before = inherited
    return children.map { spreadInRow($0, &before, conditions: conditions, rigid: rigid) }
  }

  private static func spreadInRow(
    _ child: Element, _ before: inout Set<String>, conditions: Set<String>, rigid: Set<String>
  ) -> Element {
    if case .when(let field, let children) = child.kind {
      var child = child
      before.insert(field)
      let moved = children.map { spreadInRow($0, &before, conditions: conditions, rigid: rigid) }
      child.kind = .when(field: field, children: moved)
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
  private static func spreadColumn(_ children: [Element], _ inherited: Set<String>, isPitched: Bool) -> [Element] {
    var before = inherited
    return children.map { spreadInColumn($0, &before, isPitched: isPitched) }
  }

  private static func spreadInColumn(_ child: Element, _ before: inout Set<String>, isPitched: Bool) -> Element {
    if case .when(let field, let children) = child.kind {
      var child = child
      before.insert(field)
      let moved = children.map { spreadInColumn($0, &before, isPitched: isPitched) }
      child.kind = .when(field: field, children: moved)
      child.fields = before.union(moved.flatMap(\.fields))
      return child
    }
    let result = spread(child, inherited: before)
    if !isPitched { before.formUnion(child.heightFields) }
    return result
  }
}

extension Element {
  /// What stands in it.
  public var children: [Element] {
    switch kind {
    case .row(_, let children), .column(_, _, let children), .when(_, let children): children
    default: []
    }
  }

  /// Fields that it prints or asks for itself.
  fileprivate var ownFields: Set<String> {
    switch kind {
    case .text(let text): text.text.fields
    case .image(let image): if case .field(let name, _) = image.source { [name] } else { [] }
    case .qr(let code): code.payload.fields
    case .seal(let seal): seal.text.fields.union(seal.bottom?.fields ?? [])
    case .when(let field, _): [field]
    case .line, .rectangle, .border, .row, .column: []
    }
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
    case .row(_, let children), .column(_, _, let children): return children.fields(\.widthFields)
    case .when(let field, let children): return children.fields(\.widthFields).union([field])
    default: return []
    }
  }

  /// Fields on which its height depends. A text's follows from its lines, whatever its box.
  fileprivate var heightFields: Set<String> {
    switch kind {
    case .text(let text): return text.text.fields
    case .row(_, let children): return placement.height != nil ? [] : children.fields(\.heightFields)
    case .column(let pitch, _, let children):
      if placement.height != nil { return [] }
      return pitch != nil ? Set(children.flatMap(\.conditions)) : children.fields(\.heightFields)
    case .when(let field, let children): return children.fields(\.heightFields).union([field])
    default: return []
    }
  }

  /// The fields that decide whether it, or a part of it side by side with others, is there.
  fileprivate var conditions: Set<String> {
    guard case .when(let field, let children) = kind else { return [] }
    return children.reduce(into: [field]) { $0.formUnion($1.conditions) }
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
