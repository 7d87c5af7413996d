/// What the desk has written, to be taken back and done again.
///
/// It holds changes, not whole files: what another program saved in between stays when an older change of the desk is undone. A
/// change whose own bytes another program has rewritten is forgotten, and those before it.
struct History: Sendable {
  /// A change of one file.
  struct Patch: Sendable, Equatable {
    var path: String
    var offset: Int
    var old: [UInt8]
    var new: [UInt8]

    var inverse: Patch { Patch(path: path, offset: offset, old: new, new: old) }
    var growth: Int { new.count - old.count }
  }

  /// What one gesture changed.
  struct Step: Sendable, Equatable {
    var label: String
    /// In ascending order within each file; offsets are those in the text after the step.
    var patches: [Patch]
  }

  /// The latest last.
  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  /// So many, the oldest go first.
  static let limit = 500

  mutating func add(_ step: Step) {
    done.append(step)
    if done.count > Self.limit { done.removeFirst() }
    undone = []
  }

  /// Call after the latest step has been taken back.
  mutating func didUndo() { undone.append(done.removeLast()) }

  /// Call after the latest undone step has been done again.
  mutating func didRedo() { done.append(undone.removeLast()) }

  /// Another program wrote a file: moves what stands behind its changes, forgets what they touched, and what was done before that.
  /// - Returns: how many steps were forgotten.
  mutating func fileChanged(_ path: String, from old: [UInt8], to new: [UInt8]) -> Int {
    undone = []
    guard done.contains(where: { $0.patches.contains { $0.path == path } }) else { return 0 }
    let count = done.count
    // From the last to the first: those before it lie where they lay.
    for change in TextChange.changes(from: old, to: new).reversed() { shift(path, by: change) }
    return count - done.count
  }

  /// A file is no longer part of the layout: forgets what was done in it, and what was done before that.
  /// - Returns: how many steps were forgotten.
  mutating func fileGone(_ path: String) -> Int {
    undone = []
    guard let index = done.lastIndex(where: { $0.patches.contains { $0.path == path } }) else { return 0 }
    done.removeFirst(index + 1)
    return index + 1
  }

  private mutating func shift(_ path: String, by change: TextChange) {
    var (start, end) = (change.range.lowerBound, change.range.upperBound)
    for index in done.indices.reversed() {
      for position in done[index].patches.indices.reversed() where done[index].patches[position].path == path {
        let patch = done[index].patches[position]
        if patch.offset >= end {
          done[index].patches[position].offset += change.growth
        } else if patch.offset + patch.new.count <= start {
          // Seen from before this step, the other program's change lies elsewhere.
          start -= patch.growth
          end -= patch.growth
        } else {
          done.removeFirst(index + 1)
          return
        }
      }
    }
  }
}
