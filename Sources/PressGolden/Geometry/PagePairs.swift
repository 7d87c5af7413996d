import PressScene

/// The items of each page, before and after, and those that came from another page.
///
/// What stands on several pages has one path on all of them, and goes to none.
struct PagePairs {
  struct Lists {
    var before: [Item] = []
    var after: [Item] = []
    /// With what they were, and the page that was on, from 1.
    var come: [(item: Item, was: (item: Item, page: Int))] = []
  }

  private(set) var lists: [Lists] = []

  init(_ expected: [[Item]], _ actual: [[Item]]) {
    let (before, after) = (Self.pages(of: expected), Self.pages(of: actual))
    for index in 0..<max(expected.count, actual.count) {
      var lists = Lists()
      let isOnBoth = expected.indices.contains(index) && actual.indices.contains(index)
      if actual.indices.contains(index) {
        for item in actual[index] {
          if let from = Self.way(before[item.id], after[item.id]) {
            guard let was = expected[from].first(where: { $0.id == item.id }) else { continue }
            lists.come.append((item, (was, from + 1)))
          } else if isOnBoth || before[item.id] == nil {
            // What a new page has in common with others follows from the page.
            lists.after.append(item)
          }
        }
      }
      if expected.indices.contains(index) {
        lists.before = expected[index].filter { item in
          Self.way(before[item.id], after[item.id]) == nil && (isOnBoth || after[item.id] == nil)
        }
      }
      self.lists.append(lists)
    }
  }

  /// The pages that have an item, from 0.
  private static func pages(of lists: [[Item]]) -> [String: [Int]] {
    var pages: [String: [Int]] = [:]
    for (index, items) in lists.enumerated() {
      for item in items { pages[item.id, default: []].append(index) }
    }
    return pages
  }

  /// Where an item comes from that went to another page; nil for others.
  private static func way(_ before: [Int]?, _ after: [Int]?) -> Int? {
    guard let before, let after, before.count == 1, after.count == 1, before != after else { return nil }
    return before[0]
  }
}
