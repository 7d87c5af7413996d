import CertPress
import PressBytes
import PressDiagnostics

// What the desk writes into the files, and takes back.

extension Desk {
  /// Writes edits of the layout and of what it includes, if the files are still as they were read.
  func write(_ edits: [SourceEdit], label: String) -> Written {
    let sources = view.draft.sources
    var step = History.Step(label: label, patches: [])
    for source in view.draft.files {
      var growth = 0
      let own = edits.filter { sources[$0.span.source].name == source.name }.inTextOrder
      for edit in own {
        let patch = History.Patch(
          path: source.name, offset: edit.span.range.lowerBound + growth,
          old: Array(source.bytes[edit.span.range]), new: Array(edit.replacement.utf8))
        growth += patch.growth
        if patch.old != patch.new { step.patches.append(patch) }
      }
    }
    guard !step.patches.isEmpty else { return .nothing }
    let written = put(step.patches.map(\.path)) { source in source.applying(edits, of: sources) }
    if case .written = written { history.add(step) }
    return finish(written)
  }

  func undo() -> Written {
    guard let step = history.done.last else { return .nothing }
    let written = put(step.patches.map(\.path)) { source in
      step.patches.filter { $0.path == source.name }.reversed().reduce(Optional(source.bytes)) { $0?.with($1.inverse) }
    }
    if case .written = written { history.didUndo() }
    return finish(written)
  }

  func redo() -> Written {
    guard let step = history.undone.last else { return .nothing }
    let written = put(step.patches.map(\.path)) { source in
      // From the first to the last: those before it have grown the text as they did the first time.
      step.patches.filter { $0.path == source.name }.reduce(Optional(source.bytes)) { $0?.with($1) }
    }
    if case .written = written { history.didRedo() }
    return finish(written)
  }

  /// Writes those files anew, each only if it still holds what was read of it: all of them or none.
  ///
  /// - Parameter contents: nil where the history does not fit the file.
  private func put(_ paths: [String], _ contents: (Source) -> [UInt8]?) -> Written {
    var plan: [(source: Source, bytes: [UInt8])] = []
    for path in Set(paths) {
      guard let source = view.draft.files.first(where: { $0.name == path }), let bytes = contents(source) else {
        history = History()
        return .failed("'\(path)' is not as the desk left it; what it did before can no longer be taken back here")
      }
      plan.append((source, bytes))
    }
    var written: [String: [UInt8]] = [:]
    for (source, bytes) in plan {
      do throws(FileError) {
        try Files.replace(source.bytes, by: bytes, in: source.name)
        written[source.name] = bytes
      } catch {
        for (source, _) in plan {
          guard let bytes = written[source.name] else { continue }
          // What another program has written since stays.
          try? Files.replace(bytes, by: source.bytes, in: source.name)
        }
        guard error.isChanged || error.isMissing else {
          return .failed("'\(source.name)' cannot be written: \(error.reason)")
        }
        // The newer file is shown, so that the person sees what was in the way.
        reload()
        return .conflict
      }
    }
    lastWritten = written
    return .written
  }

  private func finish(_ written: Written) -> Written {
    if case .written = written {
      reload(written: lastWritten)
      lastWritten = [:]
    }
    return written
  }
}

extension LayoutDraft {
  /// The layout and what it includes, each file once, however often it is included.
  var files: [Source] {
    sources.all.reduce(into: []) { files, source in
      if !files.contains(where: { $0.name == source.name }) { files.append(source) }
    }
  }
}

extension Source {
  fileprivate func applying(_ edits: [SourceEdit], of sources: SourceSet) -> [UInt8] {
    applying(edits.filter { sources[$0.span.source].name == name })
  }
}

extension [UInt8] {
  /// Nil where what the patch would take out does not stand there.
  fileprivate func with(_ patch: History.Patch) -> [UInt8]? {
    let range = patch.offset..<patch.offset + patch.old.count
    guard patch.offset >= 0, range.upperBound <= count, self[range].elementsEqual(patch.old) else { return nil }
    var bytes = self
    bytes.replaceSubrange(range, with: patch.new)
    return bytes
  }
}
