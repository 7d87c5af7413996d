/// Which fields move an element that hangs on others, or on its own size.
final class DependentPlaces {
  private enum Axis: Hashable { case x, y }

  private struct Key: Hashable {
    var path: String
    var axis: Axis
  }

  private var known: [String: (dependent: Dependent, conditions: Set<String>)] = [:]
  /// What has been found; empty while it is looked for.
  private var found: [Key: Set<String>] = [:]

  init(_ elements: [Dependent]) {
    func gather(_ dependent: Dependent, _ conditions: Set<String>) {
      known[dependent.path] = (dependent, conditions)
      let inner = dependent.isConditional ? conditions.union(dependent.own) : conditions
      for child in dependent.children { gather(child, inner) }
    }
    for element in elements { gather(element, []) }
  }

  /// Fields that move it.
  func fields(moving dependent: Dependent) -> Set<String> { near(dependent, .x).union(near(dependent, .y)) }

  /// Fields of whatever decides whether it is there.
  func conditions(of path: String) -> Set<String> { known[path]?.conditions ?? [] }

  /// Fields that move its left or upper edge.
  private func near(_ dependent: Dependent, _ axis: Axis) -> Set<String> {
    let key = Key(path: dependent.path, axis: axis)
    if let fields = found[key] { return fields }
    found[key] = []
    let fields = look(dependent, axis)
    found[key] = fields
    return fields
  }

  private func look(_ dependent: Dependent, _ axis: Axis) -> Set<String> {
    switch dependent.element.placement.anchor {
    case .own, .flow, .topLeft: return []
    case .center: return extent(dependent, axis)
    case .baseline: return axis == .y ? extent(dependent, axis) : []
    case .relative(let x, let y):
      switch axis == .x ? x : y {
      case .length: return []
      case .with(let path, _): return edge(of: path, axis, isFar: false)
      case .after(let path, _): return edge(of: path, axis, isFar: true)
      case .before(let path, _): return edge(of: path, axis, isFar: false).union(extent(dependent, axis))
      case .center(let path, _):
        return extent(dependent, axis).union(path.map { edge(of: $0, axis, isFar: true) } ?? [])
      }
    }
  }

  /// Fields that move an edge of what others hang on. One that is not there is a point.
  private func edge(of path: String, _ axis: Axis, isFar: Bool) -> Set<String> {
    guard let (dependent, conditions) = known[path] else { return [] }
    var fields = conditions.union(near(dependent, axis))
    if isFar { fields.formUnion(extent(dependent, axis)) }
    // It decides on which page that stands.
    if dependent.element.breaks != nil { fields.formUnion(dependent.allFields.union(self.fields(moving: dependent))) }
    return fields
  }

  private func extent(_ dependent: Dependent, _ axis: Axis) -> Set<String> {
    let fields = axis == .x ? dependent.widthFields : dependent.heightFields
    guard dependent.takesRoom else { return fields }
    return fields.union(near(dependent, .x)).union(near(dependent, .y))
  }
}
