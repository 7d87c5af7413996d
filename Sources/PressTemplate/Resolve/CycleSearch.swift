/// Finds what hangs on itself. Depth first, with a chain of its own: a layout may hang twenty thousand elements one on another, which
/// is more than a stack of calls holds.
struct CycleSearch {
  /// The paths that each path hangs on.
  let hangs: [String: [String]]

  private struct Link {
    var path: String
    /// How many of the paths that it hangs on have been followed.
    var followed = 0
  }

  private var done: Set<String> = []
  private var chain: [Link] = []
  private var places: [String: Int] = [:]
  /// Where a ring that was found begins.
  private var told: Set<String> = []

  init(hangs: [String: [String]]) { self.hangs = hangs }

  /// The rings on the way from a path, as far as none has been there; of several that begin at one place, the first.
  mutating func rings(from start: String) -> [[String]] {
    var rings: [[String]] = []
    enter(start, &rings)
    while let last = chain.last {
      let targets = hangs[last.path] ?? []
      if last.followed < targets.count {
        chain[chain.count - 1].followed += 1
        enter(targets[last.followed], &rings)
      } else {
        chain.removeLast()
        places[last.path] = nil
        done.insert(last.path)
      }
    }
    return rings
  }

  private mutating func enter(_ path: String, _ rings: inout [[String]]) {
    if let first = places[path] {
      if told.insert(path).inserted { rings.append(chain[first...].map(\.path)) }
    } else if !done.contains(path) {
      places[path] = chain.count
      chain.append(Link(path: path))
    }
  }
}
