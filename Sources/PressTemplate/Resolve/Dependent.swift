/// An element and the fields that it names itself, as the record has them: those of a list's entry are, for the record, the list.
struct Dependent {
  let element: Element
  let own: Set<String>
  let children: [Dependent]

  init(_ element: Element, schema: Schema, entry: [String: String] = [:]) {
    self.element = element
    own = Set(element.ownFields.map { entry[$0] ?? schema[$0]?.sameAs ?? $0 })
    var inner = entry
    if case .repeat(let list, _) = element.kind {
      for field in schema[list]?.fields ?? [] { inner[field.name] = list }
    }
    children = element.children.map { Dependent($0, schema: schema, entry: inner) }
  }

  /// Itself and all that stands in it.
  var all: [Dependent] { [self] + children.flatMap(\.all) }

  /// Its own fields, and those of all that stands in it.
  var allFields: Set<String> { children.reduce(into: own) { $0.formUnion($1.allFields) } }

  var path: String { element.id }

  // MARK: What it is

  /// `when` and `repeat`: what stands in it stands side by side with its siblings.
  var isConditional: Bool {
    switch element.kind {
    case .when, .repeat: true
    default: false
    }
  }

  var isRepeat: Bool { if case .repeat = element.kind { true } else { false } }
  var isHead: Bool { if case .head = element.kind { true } else { false } }

  var text: TextElement? { if case .text(let text) = element.kind { text } else { nil } }

  /// A text that takes the room it needs or gets.
  var isFlexible: Bool { text != nil && element.placement.width == nil }

  var hasFitPolicy: Bool { !(text?.style.fit.isEmpty ?? true) }

  /// The elements that it stands for side by side with others, each with the conditions it stands under.
  var present: [(dependent: Dependent, conditions: Set<String>)] {
    guard isConditional else { return [(self, [])] }
    return children.flatMap(\.present).map { ($0.dependent, $0.conditions.union(own)) }
  }

  /// The fields that decide whether it, or a part of it side by side with others, is there.
  var conditions: Set<String> {
    guard isConditional else { return [] }
    return children.reduce(into: own) { $0.formUnion($1.conditions) }
  }

  // MARK: Its size

  /// Fields on which its width depends.
  var widthFields: Set<String> {
    if element.placement.width != nil { return [] }
    switch element.kind {
    case .text(let text):
      // The lines of a vertical text are its width.
      return text.style.direction == .horizontal || hasFitPolicy ? own : []
    case .row, .column, .head: return children.fields(\.widthFields)
    case .when, .repeat: return children.fields(\.widthFields).union(own)
    // It reaches as far as what stands in it, wherever that is.
    case .group: return children.fields(\.allFields)
    default: return []
    }
  }

  /// Fields on which its height depends. A text's follows from its lines, whatever its box.
  var heightFields: Set<String> {
    switch element.kind {
    case .text(let text):
      // No value has a line feed: without a policy it stays on the layout's own lines, at their size.
      if text.style.direction == .horizontal { return hasFitPolicy ? own : [] }
      return element.placement.height == nil ? own : []
    case .row, .head:
      if element.placement.height != nil { return [] }
      var fields = children.fields(\.heightFields)
      if children.flatMap(\.present).contains(where: { $0.dependent.isFlexible && $0.dependent.hasFitPolicy }) {
        // Its lines are as long as the others let them be.
        fields.formUnion(children.fields(\.widthFields))
      }
      return fields
    case .group: return element.placement.height != nil ? [] : children.fields(\.allFields)
    case .column(let column, _):
      if element.placement.height != nil { return [] }
      return children.fields(column.pitch != nil ? \.conditions : \.heightFields)
    case .table(let table, _): return children.fields(table.pitch != nil ? \.conditions : \.tableRowFields)
    case .when, .repeat: return children.fields(\.heightFields).union(own)
    default: return []
    }
  }

  /// Fields on which the height of a table's row depends: its cells have widths of their own.
  var tableRowFields: Set<String> {
    isConditional ? children.fields(\.tableRowFields).union(own) : children.fields(\.heightFields)
  }

  /// True if its size follows from the room that it has.
  var takesRoom: Bool {
    all.contains { part in
      guard let style = part.text?.style else { return false }
      return !style.fit.isEmpty || style.alignment != .left
    }
  }
}

extension [Dependent] {
  func fields(_ part: (Dependent) -> Set<String>) -> Set<String> {
    reduce(into: []) { $0.formUnion(part($1)) }
  }
}
