import PressScene

/// Which item of one list is which of the other: by path, and where a path is new, by kind and place, for the path of a text
/// without an `id` is the text itself.
struct Pairs {
  private(set) var common: [(before: Item, after: Item)] = []
  private(set) var gone: [Item] = []
  private(set) var new: [Item] = []
  /// Paths, as the second list has them.
  let actualOrder: [String]

  init(_ expected: [Item], _ actual: [Item]) {
    actualOrder = actual.map(\.id)
    let known = Dictionary(actual.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let old = Set(expected.map(\.id))
    var unpaired = actual.filter { !old.contains($0.id) }
    for item in expected {
      if let other = known[item.id] {
        common.append((item, other))
      } else if let index = unpaired.firstIndex(where: { $0.isInPlace(of: item) }) {
        common.append((item, unpaired.remove(at: index)))
      } else {
        gone.append(item)
      }
    }
    new = unpaired
  }
}

extension Item {
  fileprivate func isInPlace(of other: Item) -> Bool {
    let overlap = box.intersection(other.box)
    let isHere = overlap.area > 0.5 * min(box.area, other.box.area) && overlap.area > 0
    return switch (content, other.content) {
    case (.text, .text): isHere && role == other.role
    case (.picture, .picture), (.code, .code), (.group, .group), (.pattern, .pattern): isHere
    case (.shapes(let one), .shapes(let two)): box == other.box || one == two
    default: false
    }
  }
}

extension Rect {
  var area: Double { width.value * height.value }
}

/// The members of a list that have to move, as few as possible, to bring it from one order into another.
enum Reordering {
  /// - Parameter order: for each member in its new order, its place in the old one.
  /// - Returns: indices into `order`.
  static func moved(_ order: [Int]) -> [Int] {
    // The longest ascending part stays (quadratic: a page has some hundred items).
    var length = [Int](repeating: 1, count: order.count)
    var previous = [Int?](repeating: nil, count: order.count)
    for index in order.indices {
      for earlier in 0..<index where order[earlier] < order[index] && length[earlier] + 1 > length[index] {
        length[index] = length[earlier] + 1
        previous[index] = earlier
      }
    }
    var staying: Set<Int> = []
    var next = order.indices.max { length[$0] < length[$1] }
    while let index = next {
      staying.insert(index)
      next = previous[index]
    }
    return order.indices.filter { !staying.contains($0) }
  }

  /// The members that one has passed on its way, the nearest first.
  static func passed(by index: Int, in order: [Int]) -> [Int] {
    let later = order.indices.filter { $0 > index && order[$0] < order[index] }
    let earlier = order.indices.filter { $0 < index && order[$0] > order[index] }.reversed()
    return later + earlier
  }
}
