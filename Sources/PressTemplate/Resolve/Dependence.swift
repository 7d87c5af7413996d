/// Which record fields can change an element: by its own words, by `when` and `repeat`, by what stands before it in a row or
/// column, and by what it hangs on.
struct Dependence {
  /// What an element takes over from where it stands.
  struct Context {
    var inherited: Set<String> = []
    /// The page that it stands on alone; nil: on each.
    var page: Int?
  }

  private let elements: [Dependent]
  private let places: DependentPlaces
  /// What makes columns and tables go on upon further pages, with the page of the layout on which they begin.
  private let flows: [(page: Int, fields: Set<String>)]

  init(_ elements: [Element], schema: Schema) {
    let all = elements.map { Dependent($0, schema: schema) }
    let places = DependentPlaces(all)
    self.elements = all
    self.places = places
    flows = all.flatMap { element -> [(page: Int, fields: Set<String>)] in
      let page = if case .page(let number, _) = element.element.kind { number } else { 0 }
      return element.all.filter { $0.element.breaks != nil }.map { flow in
        (page, flow.allFields.union(places.conditions(of: flow.path)).union(places.fields(moving: flow)))
      }
    }
  }

  /// The elements with their fields.
  func spread() -> [Element] {
    let spread = elements.map { self.spread($0, Context()) }
    // Its stamps keep clear of codes.
    let codes = spread.reduce(into: Set<String>()) { $0.formUnion($1.codeFields) }
    return codes.isEmpty ? spread : spread.map { $0.addingToWatermarks(codes) }
  }

  func spread(_ dependent: Dependent, _ context: Context) -> Element {
    var context = context
    context.inherited.formUnion(places.fields(moving: dependent))
    context.inherited.formUnion(pageFields(dependent.element, context.page))
    switch dependent.element.kind {
    case .row, .head: return dependent.with(spreadRow(dependent.children, context), fields: context.inherited)
    case .column(let column, _):
      return dependent.with(
        spreadColumn(dependent, context, isPitched: column.pitch != nil), fields: context.inherited)
    case .table(let table, _):
      return dependent.with(spreadColumn(dependent, context, isPitched: table.pitch != nil), fields: context.inherited)
    case .group(let group, _):
      let placement = dependent.element.placement
      let isMeasured = placement.width != nil && placement.height != nil
      // A group without a size is as large as what is in it: it turns about the middle of that, and others centre on it.
      if !isMeasured, !group.isPlain || dependent.children.contains(where: \.isCentred) {
        context.inherited.formUnion(dependent.allFields)
      }
    case .page(let number, _): context.page = number
    default: break
    }
    let inner = Context(
      inherited: dependent.isConditional ? context.inherited.union(dependent.own) : context.inherited,
      page: context.page)
    return dependent.with(dependent.children.map { spread($0, inner) }, fields: context.inherited)
  }

  /// Fields that change the numbers of pages in it.
  private func pageFields(_ element: Element, _ page: Int?) -> Set<String> {
    let names = element.texts.flatMap(\.pieces).compactMap { if case .field(let name, _) = $0 { name } else { nil } }
    if names.contains("pages") { return flows.reduce(into: []) { $0.formUnion($1.fields) } }
    guard names.contains("page"), let page else { return [] }
    return flows.filter { $0.page < page }.reduce(into: []) { $0.formUnion($1.fields) }
  }
}

extension Dependent {
  /// The element with these children, and its fields: those that it takes over, its own, and its children's.
  func with(_ children: [Element], fields inherited: Set<String>) -> Element {
    var element = element.with(children)
    element.fields = children.reduce(into: inherited.union(own)) { $0.formUnion($1.fields) }
    return element
  }

  /// Stands in the middle of what it stands in, or has something in it that does.
  fileprivate var isCentred: Bool {
    if isConditional { return children.contains(where: \.isCentred) }
    guard case .relative(let x, let y) = element.placement.anchor else { return false }
    return [x, y].contains { if case .center(nil, _) = $0 { true } else { false } }
  }
}

extension Element {
  fileprivate var codeFields: Set<String> {
    if case .qr = kind { return fields }
    return children.reduce(into: []) { $0.formUnion($1.codeFields) }
  }

  fileprivate func addingToWatermarks(_ codes: Set<String>) -> Element {
    var element = with(children.map { $0.addingToWatermarks(codes) })
    if case .watermark = kind { element.fields.formUnion(codes) }
    for child in element.children { element.fields.formUnion(child.fields) }
    return element
  }
}
