extension Template {
  /// The fields that can change the element with that path; nil if there is none.
  public func fields(of path: String) -> Set<String>? { element(path)?.fields }

  /// The element with that path.
  public func element(_ path: String) -> Element? { allElements.first { $0.id == path } }

  /// The paths of the elements that a field can change, in painting order.
  public func elements(dependingOn field: String) -> [String] {
    allElements.filter { $0.fields.contains(field) }.map(\.id)
  }

  /// All fields that are printed or asked for, the document's own among them.
  public var usedFields: Set<String> {
    var fields = document.title?.fields.union(document.author?.fields ?? []) ?? document.author?.fields ?? []
    if case .field(let name, _) = document.date { fields.insert(name) }
    for element in elements { fields.formUnion(element.fields) }
    return fields
  }

  /// Every element, each before what stands in it, in painting order.
  public var allElements: [Element] {
    func flat(_ elements: [Element]) -> [Element] { elements.flatMap { [$0] + flat($0.children) } }
    return flat(elements)
  }
}
