import PressScene

/// Which entry of a list is which: one that is taken out of the middle is gone, and those behind it have other numbers.
struct EntryAlignment {
  private(set) var gone: Set<ListEntry> = []
  /// By their new numbers.
  private(set) var new: Set<ListEntry> = []
  /// The number of an expected entry where it is another now.
  private var numbers: [ListEntry: Int] = [:]
  /// By their new numbers.
  private var isRenumbered: Set<ListEntry> = []
  /// Those, by their new numbers, that changed places with others: number before.
  private(set) var moved: [ListEntry: Int] = [:]

  init(from expected: Scene, to actual: Scene) {
    let (before, after) = (Self.contents(of: expected), Self.contents(of: actual))
    for (list, old) in before { align(list, old, after[list] ?? []) }
    for (list, entries) in after where before[list] == nil { align(list, [], entries) }
  }

  /// What an expected entry is called now.
  func renumbered(_ entry: ListEntry) -> ListEntry { entry.with(numbers[entry] ?? entry.number) }

  /// Whether the entry that has this number now had another one.
  func renumbers(_ entry: ListEntry) -> Bool { isRenumbered.contains(entry) }

  private typealias Entries = [(number: Int, content: String)]

  private mutating func align(_ list: String, _ old: Entries, _ new: Entries) {
    let chains = Pairing.byOrder(old.map(\.content), new.map(\.content))
    var best = chains
    if old.count == new.count {
      let places = Pairing.byPlace(old.map(\.content), new.map(\.content))
      // Two that changed places are told as two.
      if places.moved.count <= chains.moved.count + 1 { best = places }
    }
    let taken = Set(best.pairs.map(\.after))
    let found = Set(best.pairs.map(\.before))
    for (before, after) in best.pairs where old[before].number != new[after].number {
      numbers[ListEntry(list: list, number: old[before].number)] = new[after].number
      isRenumbered.insert(ListEntry(list: list, number: new[after].number))
      if best.moved.contains(after) { moved[ListEntry(list: list, number: new[after].number)] = old[before].number }
    }
    for index in old.indices where !found.contains(index) {
      gone.insert(ListEntry(list: list, number: old[index].number))
    }
    for index in new.indices where !taken.contains(index) {
      self.new.insert(ListEntry(list: list, number: new[index].number))
    }
  }

  /// What each entry of each list says and shows, but for its number.
  private static func contents(of scene: Scene) -> [String: Entries] {
    var contents: [ListEntry: String] = [:]
    for item in scene.pages.flatMap(\.items).flatMap(\.withChildren) {
      guard let entry = item.entry else { continue }
      var content = contents[entry] ?? ""
      if !item.isNumbering { content += item.said.replacing("\n", with: " ") + "\u{1F}" }
      contents[entry] = content
    }
    return Dictionary(grouping: contents) { $0.key.list }.mapValues { entries in
      entries.map { ($0.key.number, $0.value) }.sorted { $0.0 < $1.0 }
    }
  }

  /// Indices of two lists.
  private struct Pairing {
    var pairs: [(before: Int, after: Int)] = []
    /// Members of `after` that stand elsewhere among the others.
    var moved: Set<Int> = []

    /// As many as possible stay in order.
    static func byOrder(_ old: [String], _ new: [String]) -> Pairing {
      var pairing = Pairing()
      var hunks: [(gone: [Int], new: [Int])] = [([], [])]
      var (before, after) = (0, 0)
      for change in LineDifference.changes(from: old, to: new) {
        switch change {
        case .same:
          pairing.pairs.append((before, after))
          hunks.append(([], []))
          (before, after) = (before + 1, after + 1)
        case .gone:
          hunks[hunks.count - 1].gone.append(before)
          before += 1
        case .new:
          hunks[hunks.count - 1].new.append(after)
          after += 1
        }
      }
      pairing.pairMoved(hunks.flatMap(\.gone), hunks.flatMap(\.new), old, new)
      pairing.pairEdited(hunks)
      return pairing
    }

    /// All stay at their numbers, but for those that are found elsewhere.
    static func byPlace(_ old: [String], _ new: [String]) -> Pairing {
      var pairing = Pairing()
      let same = old.indices.filter { old[$0] == new[$0] }
      pairing.pairs = same.map { ($0, $0) }
      let other = old.indices.filter { old[$0] != new[$0] }
      pairing.pairMoved(other, other, old, new)
      pairing.pairEdited([(other, other)])
      return pairing
    }

    private mutating func pairMoved(_ gone: [Int], _ added: [Int], _ old: [String], _ new: [String]) {
      var free = Dictionary(grouping: added.reversed()) { new[$0] }
      for index in gone {
        guard let after = free[old[index]]?.popLast() else { continue }
        pairs.append((index, after))
        moved.insert(after)
      }
    }

    /// What has no like is paired by its place.
    private mutating func pairEdited(_ hunks: [(gone: [Int], new: [Int])]) {
      let (found, taken) = (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
      for hunk in hunks {
        let gone = hunk.gone.filter { !found.contains($0) }
        let new = hunk.new.filter { !taken.contains($0) }
        pairs += zip(gone, new).map { ($0, $1) }
      }
    }
  }
}

extension Item {
  /// What a reader gets from it.
  fileprivate var said: String {
    switch content {
    case .text(let runs, _): runs.map(\.text).joined()
    case .picture(let placed): placed.picture.digest
    case .code(let code): code.matrix.payload
    case .shapes, .pattern, .group: ""
    }
  }
}

extension Scene {
  /// Nothing.
  static var empty: Scene { Scene(pages: [], document: DocumentInfo()) }
}
