public import PressDiagnostics

/// A layout after its cures, and what they were.
public struct FixedLayout: Sendable {
  /// One cure that was applied.
  public struct Cure: Sendable, Equatable {
    /// Of the diagnostic that it belongs to.
    public var id: String
    /// What it did, as the fix-it says it: `replace 'aling' with 'align'`.
    public var message: String
    /// Where, in the mended text: a byte offset.
    public var offset: Int
  }

  /// The mended layout; its diagnostics are what remains.
  public internal(set) var draft: LayoutDraft
  /// Round by round, and in the order of the file within one.
  public internal(set) var applied: [Cure] = []

  public var bytes: [UInt8] { draft.sources[draft.id].bytes }

  /// 1-based line and column of a cure in the mended text.
  public func place(of cure: Cure) -> (line: Int, column: Int) { draft.sources[draft.id].place(at: cure.offset) }
}

extension LayoutDraft {
  /// How often a mended layout is looked at again: a cure may bring the next mistake to light.
  public static let fixRounds = 10

  /// Applies the first fix-it of every diagnostic that has one, looks at the result, and goes on until nothing is left to apply.
  ///
  /// Fix-its whose edits touch those of an earlier one wait for the next round. Cures that undo one another end it.
  /// - Parameters:
  ///   - severity: the least one that is mended. Warnings' cures take away what nothing uses, and that may be work in progress.
  ///   - rounds: at most so many.
  public func fixed(from severity: Diagnostic.Severity = .error, rounds: Int = fixRounds) -> FixedLayout {
    var result = FixedLayout(draft: self)
    var seen: Set<[UInt8]> = [result.bytes]
    for _ in 0..<rounds {
      let (cures, edits) = result.draft.cures(from: severity)
      let source = result.draft.sources[result.draft.id]
      let bytes = source.applying(edits)
      guard !cures.isEmpty, seen.insert(bytes).inserted else { break }
      result.applied = (result.applied + cures).map { cure in
        var cure = cure
        cure.offset = edits.offset(afterwards: cure.offset)
        return cure
      }
      result.draft = LayoutDraft(bytes, name: source.name, files: files)
    }
    return result
  }

  /// The first fix-its that can be applied together, and their edits in the order of the file.
  private func cures(from severity: Diagnostic.Severity) -> (cures: [FixedLayout.Cure], edits: [SourceEdit]) {
    var cures: [FixedLayout.Cure] = []
    var accepted: [SourceEdit] = []
    for diagnostic in diagnostics where diagnostic.severity >= severity {
      guard let fixIt = diagnostic.fixIts.first, let first = fixIt.edits.first,
        fixIt.edits.allSatisfy({ $0.span.source == id })
      else { continue }
      var edits = accepted
      guard fixIt.edits.allSatisfy({ edits.insert(apart: $0) }) else { continue }
      accepted = edits
      cures.append(
        FixedLayout.Cure(id: diagnostic.id, message: fixIt.message, offset: first.span.range.lowerBound))
    }
    return (cures, accepted)
  }
}

extension [SourceEdit] {
  /// Inserts an edit into a list in the order of the file; false, and no change, if it touches another or begins where that begins.
  fileprivate mutating func insert(apart edit: SourceEdit) -> Bool {
    let range = edit.span.range
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    if low > 0, self[low - 1].span.range.upperBound > range.lowerBound { return false }
    if low < count {
      let next = self[low].span.range.lowerBound
      if next < range.upperBound || next == range.lowerBound { return false }
    }
    insert(edit, at: low)
    return true
  }

  /// Where what stood at `offset` stands once the edits are applied; for the place of an edit, where its text begins to be seen.
  fileprivate func offset(afterwards offset: Int) -> Int {
    var shift = 0
    for edit in self {
      let range = edit.span.range
      if range.lowerBound == offset {
        return offset + shift + edit.replacement.utf8.prefix { $0 == 0x20 || $0 == 0x0A }.count
      }
      if range.lowerBound > offset { break }
      if range.upperBound > offset { return range.lowerBound + shift }
      shift += edit.replacement.utf8.count - range.count
    }
    return offset + shift
  }
}
