/// Two texts side by side, line by line.
enum LineDifference {
  enum Line: Hashable {
    case same(String)
    case gone(String)
    case new(String)
  }

  /// Every line of both, in order; of what changed at one place, the old lines come first.
  static func lines(from expected: String, to actual: String) -> [Line] {
    changes(from: lines(of: expected), to: lines(of: actual))
  }

  /// The same of lines that are apart already.
  static func changes(from old: [String], to new: [String]) -> [Line] {
    let changes = new.difference(from: old)
    var gone: Set<Int> = []
    var added: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var result: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, gone.contains(i) {
        result.append(.gone(old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        result.append(.new(new[j]))
        j += 1
      } else {
        result.append(.same(old[i]))
        i += 1
        j += 1
      }
    }
    return result
  }

  /// The changes with `context` lines around each, nil where lines were left out.
  static func excerpt(from expected: String, to actual: String, context: Int = 2) -> [Line?] {
    let all = lines(from: expected, to: actual)
    var near: Set<Int> = []
    for (index, line) in all.enumerated() {
      if case .same = line { continue }
      near.formUnion(max(0, index - context)...min(all.count - 1, index + context))
    }
    var result: [Line?] = []
    var last = -1
    for index in near.sorted() {
      if index > last + 1 { result.append(nil) }
      result.append(all[index])
      last = index
    }
    return result
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
