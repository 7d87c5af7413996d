import PressScene

/// Which entry of which list an item stands in: `table/grades/3/score` is of entry 3 of `table/grades`.
struct ListEntry: Hashable {
  /// The path of the repetition.
  var list: String
  /// From 1.
  var number: Int

  /// The list's field; a second repetition of the same one has a number behind it.
  var field: String { String(list.split(separator: "/").last ?? "").withoutCount }

  func with(_ number: Int) -> ListEntry { ListEntry(list: list, number: number) }
}

extension Item {
  /// Nil for what is no part of a list. Of numbers in a path, only those are entries' that follow a field on which the item depends.
  var entry: ListEntry? {
    guard !fields.isEmpty else { return nil }
    let parts = id.split(separator: "/")
    for index in parts.indices.dropFirst() {
      guard parts[index].allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(parts[index]),
        fields.contains(String(parts[index - 1]).withoutCount)
      else { continue }
      return ListEntry(list: parts[..<index].joined(separator: "/"), number: number)
    }
    return nil
  }

  /// The path within its entry; empty where the entry is the item.
  func tail(in entry: ListEntry) -> String { String(id.dropFirst("\(entry.list)/\(entry.number)/".count)) }

  /// Whether it prints the entry's number.
  var isNumbering: Bool {
    guard let entry else { return false }
    return tail(in: entry).split(separator: "/").last.map { String($0).withoutCount == "index" } ?? false
  }

  /// As it is called after its entry got another number.
  func renumbered(_ change: (ListEntry) -> ListEntry) -> Item {
    var item = self
    if let entry {
      let (new, tail) = (change(entry), tail(in: entry))
      item.id = "\(new.list)/\(new.number)" + (tail.isEmpty ? "" : "/\(tail)")
    }
    if case .group(var group) = content {
      group.children = group.children.map { $0.renumbered(change) }
      item.content = .group(group)
    }
    return item
  }
}

extension String {
  /// Without the `~2` by which a second one of a name is told from the first.
  var withoutCount: String { firstIndex(of: "~").map { String(self[..<$0]) } ?? self }
}
