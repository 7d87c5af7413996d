/// Which fields move an element that hangs on others, or on its own size.
final class DependentPlaces {
  private enum Axis: Hashable { case x, y }

  private struct Key: Hashable {
    var path: String
    var axis: Axis
  }

  private var known: [String: (dependent: Dependent, conditions: Set<String>)] = [:]
  private var found: [Key: Set<String>] = [:]

  init(_ elements: [Dependent]) {
    var paths: [String] = []
    func gather(_ dependent: Dependent, _ conditions: Set<String>) {
      paths.append(dependent.path)
      known[dependent.path] = (dependent, conditions)
      let inner = dependent.isConditional ? conditions.union(dependent.own) : conditions
      for child in dependent.children { gather(child, inner) }
    }
    for element in elements { gather(element, []) }
    for path in targetsFirst(paths) { settle(path) }
  }

  /// Fields that move it.
  func fields(moving dependent: Dependent) -> Set<String> { near(dependent, .x).union(near(dependent, .y)) }

  /// Fields of whatever decides whether it is there.
  func conditions(of path: String) -> Set<String> { known[path]?.conditions ?? [] }

  /// Each path behind those that it hangs on; where they hang on one another, which is an error, behind some of them.
  ///
  /// Not by recursion: a chain of elements may be longer than a stack is deep.
  private func targetsFirst(_ paths: [String]) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    for start in paths {
      // A path is met twice: on the way to what it hangs on, and on the way back.
      var open = [(path: start, isBack: false)]
      while let (path, isBack) = open.popLast() {
        if isBack {
          order.append(path)
        } else if seen.insert(path).inserted, let placement = known[path]?.dependent.element.placement {
          open.append((path, true))
          open += placement.targets.reversed().map { ($0, false) }
        }
      }
    }
    return order
  }

  /// Finds what moves an element, when that is known of all that it hangs on. What takes the room that it has may move along
  /// one axis by what moves it along the other, so both are looked at until nothing is added.
  private func settle(_ path: String) {
    guard let dependent = known[path]?.dependent else { return }
    var count = -1
    var fields: [Axis: Set<String>] = [:]
    while case let now = fields.values.reduce(0, { $0 + $1.count }), now != count {
      count = now
      for axis in [Axis.x, .y] {
        fields[axis] = look(dependent, axis)
        found[Key(path: path, axis: axis)] = fields[axis]
      }
    }
  }

  /// Fields that move its left or upper edge, as far as they have been found.
  private func near(_ dependent: Dependent, _ axis: Axis) -> Set<String> {
    found[Key(path: dependent.path, axis: axis)] ?? []
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

extension Placement {
  /// The paths of what it hangs on.
  fileprivate var targets: [String] {
    guard case .relative(let x, let y) = anchor else { return [] }
    return [x.target, y.target].compactMap(\.self)
  }
}
