import PressScene

/// Puts changes together that are one sentence: of the entries of a list, of one element, of one item on several pages, of many items.
struct ChangeGrouping {
  /// So many items that changed alike are told in one sentence, and any number that one element made.
  static let many = 4

  let names: ItemNames
  let expected: Scene?
  let actual: Scene

  struct Group {
    enum Subject {
      case items
      /// The list's path, and numbers of entries, ascending: each as a whole.
      case entries(String, [Int])
    }

    var changes: [Change]
    var subject: Subject
  }

  /// In the order of the first change of each.
  func groups(of changes: [Change]) -> [Group] {
    var alike: [String: [Int]] = [:]
    var keys: [String] = []
    for index in changes.indices {
      let key = changes[index].item == nil ? "\(index)" : changes[index].fact.predicate(names: { names[$0] })
      if alike[key] == nil { keys.append(key) }
      alike[key, default: []].append(index)
    }
    let sizes = (before: sizes(of: expected), after: sizes(of: actual))
    var groups: [(first: Int, group: Group)] = []
    for key in keys {
      var rest = alike[key] ?? []
      for (list, numbers, indices) in wholes(rest.map { ($0, changes[$0]) }, sizes) {
        rest.removeAll { indices.contains($0) }
        let members = indices.sorted()
        groups.append((members[0], Group(changes: members.map { changes[$0] }, subject: .entries(list, numbers))))
      }
      for members in parts(rest, changes) {
        groups.append((members[0], Group(changes: members.map { changes[$0] }, subject: .items)))
      }
    }
    return groups.sorted { $0.first < $1.first }.map(\.group)
  }

  /// The lists of which whole entries changed alike.
  private func wholes(
    _ changes: [(index: Int, change: Change)], _ sizes: (before: [ListEntry: Int], after: [ListEntry: Int])
  ) -> [(list: String, numbers: [Int], indices: Set<Int>)] {
    var members: [ListEntry: Set<Int>] = [:]
    var items: [ListEntry: Set<String>] = [:]
    var numbers: [ListEntry: Int] = [:]
    for (index, change) in changes {
      guard let id = change.item, let entry = entry(of: id, change) else { continue }
      members[entry, default: []].insert(index)
      items[entry, default: []].insert(id)
      // What an entry was called before it changed places.
      if case .entry(let was, _) = change.fact { numbers[entry] = was }
    }
    var lists: [String: (numbers: [Int], indices: Set<Int>)] = [:]
    for (entry, indices) in members {
      guard let change = changes.first(where: { indices.contains($0.index) })?.change else { continue }
      let size = if case .gone = change.fact { sizes.before[entry] } else { sizes.after[entry] }
      guard items[entry]?.count == size, change.fact.concernsEntries || (size ?? 0) > 1 else { continue }
      lists[entry.list, default: ([], [])].numbers.append(numbers[entry] ?? entry.number)
      lists[entry.list]?.indices.formUnion(indices)
    }
    return lists.sorted { $0.key < $1.key }.map { ($0.key, $0.value.numbers.sorted(), $0.value.indices) }
  }

  private func entry(of id: String, _ change: Change) -> ListEntry? {
    if case .gone = change.fact { return names.entry(of: id, in: .expected) }
    return names.entry(of: id, in: .actual)
  }

  /// How many items each entry has.
  private func sizes(of scene: Scene?) -> [ListEntry: Int] {
    var sizes: [ListEntry: Int] = [:]
    for item in scene?.pages.flatMap(\.items).flatMap(\.withChildren) ?? [] {
      if let entry = item.entry { sizes[entry, default: 0] += 1 }
    }
    return sizes
  }

  /// Indices that make one sentence each.
  private func parts(_ indices: [Int], _ changes: [Change]) -> [[Int]] {
    guard !indices.isEmpty else { return [] }
    let ids = Set(indices.map { changes[$0].item })
    if ids.count == 1 || ids.count >= Self.many || isOfOneElement(indices.map { changes[$0] }) { return [indices] }
    // The same item on several pages is one sentence still.
    return Dictionary(grouping: indices) { changes[$0].item }.values.map { $0.sorted() }
  }

  private func isOfOneElement(_ changes: [Change]) -> Bool {
    let ids = Set(changes.compactMap(\.item))
    let parents = Set(ids.map { $0.lastIndex(of: "/").map($0.prefix(upTo:)) })
    guard parents.count == 1, parents.first != .some(nil) else { return false }
    let spans = ids.map { id in actual.pages.lazy.flatMap(\.items).flatMap(\.withChildren).first { $0.id == id }?.span }
    return Set(spans).count == 1 && spans.first != .some(nil)
  }
}

extension Change.Fact {
  /// Whether it is told of an entry rather than of the one item that it consists of.
  fileprivate var concernsEntries: Bool {
    switch self {
    case .gone, .new, .entry, .onPage: true
    default: false
    }
  }
}
