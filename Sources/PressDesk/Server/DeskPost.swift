import CertPress
import PressDiagnostics
import PressEditor
import PressJSON
import PressScene

/// What a page may ask the desk to do.
enum DeskPost: String {
  case move, edit, fix, undo, redo, record, sample, open
}

extension Desk {
  /// - Parameter body: a JSON object; its members are told in docs/desk.md.
  func answer(_ post: DeskPost, body: [UInt8]) -> Answer {
    guard let json = try? JSONReader.read(body), json.members != nil else { return .malformed("no JSON object") }
    switch post {
    case .move: return move(json)
    case .edit: return edit(json)
    case .fix: return fix(json)
    case .undo: return answer(undo(), nothing: "there is nothing to take back")
    case .redo: return answer(redo(), nothing: "there is nothing to do again")
    case .record: return record(json, in: body)
    case .sample:
      guard let index = json["index"]?.int, chooseSample(index) else { return .malformed("no such sample") }
      return .json { _ in }
    case .open:
      guard let file = json["file"]?.int, view.draft.sources.all.indices.contains(file) else {
        return .malformed("no such file")
      }
      let message = editor.open(
        view.draft.sources.all[file].name, line: json["line"]?.int ?? 1, column: json["column"]?.int ?? 1)
      return .json { $0.member("message", message) }
    }
  }

  private func answer(_ written: Written, nothing: String = "nothing is otherwise") -> Answer {
    switch written {
    case .written:
      .json {
        $0.member("outcome", "written")
        $0.member("version", version)
      }
    case .nothing:
      .json {
        $0.member("outcome", "nothing")
        $0.member("message", nothing)
      }
    case .conflict: .conflict
    case .failed(let message): .failed(message)
    }
  }

  // MARK: Moving

  private func move(_ json: JSONValue) -> Answer {
    guard let seen = json["version"]?.int, let id = json["id"]?.string, let page = json["page"]?.int,
      let handle = json["handle"]?.string.flatMap(Handle.init(rawValue:)), let dx = json["dx"]?.double,
      let dy = json["dy"]?.double, abs(dx) <= 5080, abs(dy) <= 5080
    else { return .malformed("a move has version, id, page, handle, dx and dy") }
    guard isCurrent(seen) else { return .conflict }
    guard let inspector = view.inspector else {
      return .json {
        $0.member("outcome", "hangs")
        $0.member("message", "mend the errors first: the picture is of an earlier state")
      }
    }
    let drag = Drag(
      item: id, page: page, handle: handle, dx: Points(mm: dx), dy: Points(mm: dy),
      scope: json["scope"]?.string.flatMap(Drag.Scope.init(rawValue:)))
    switch inspector.drag(drag) {
    case .edits(let edits, let label): return answer(write(edits, label: label))
    case .nothing: return answer(.nothing)
    case .hangs(let target, let message):
      return .json {
        $0.member("outcome", "hangs")
        if let target { $0.member("on", target) }
        $0.member("message", message)
      }
    case .choose(let here, let everywhere):
      return .json {
        $0.member("outcome", "choose")
        $0.choice("here", here)
        $0.choice("everywhere", everywhere)
      }
    }
  }

  // MARK: Editing

  private func edit(_ json: JSONValue) -> Answer {
    guard let seen = json["version"]?.int, let list = json["edits"]?.array, !list.isEmpty else {
      return .malformed("an edit has version and edits")
    }
    guard isCurrent(seen) else { return .conflict }
    var edits: [SourceEdit] = []
    for entry in list {
      guard let file = entry["file"]?.int, let start = entry["offset"]?.int, let end = entry["endOffset"]?.int,
        let replacement = entry["replacement"]?.string, view.draft.sources.all.indices.contains(file),
        0 <= start, start <= end, end <= view.draft.sources.all[file].bytes.count
      else { return .malformed("an edit names a file of the layout and a range in it") }
      edits.append(SourceEdit(Span(SourceID(index: file), start..<end), replacement))
    }
    let ranges = edits.map(\.span).sorted {
      ($0.source.index, $0.range.lowerBound) < ($1.source.index, $1.range.lowerBound)
    }
    for (one, next) in zip(ranges, ranges.dropFirst())
    where one.source == next.source && one.range.upperBound > next.range.lowerBound {
      return .malformed("edits overlap")
    }
    return answer(write(edits, label: json["label"]?.string ?? "an edit"))
  }

  private func fix(_ json: JSONValue) -> Answer {
    guard let seen = json["version"]?.int, let index = json["diagnostic"]?.int, let cure = json["fixIt"]?.int else {
      return .malformed("a cure has version, diagnostic and fixIt")
    }
    guard isCurrent(seen) else { return .conflict }
    guard view.diagnostics.indices.contains(index), view.diagnostics[index].fixIts.indices.contains(cure) else {
      return .malformed("no such cure")
    }
    let fixIt = view.diagnostics[index].fixIts[cure]
    let isOurs = fixIt.edits.allSatisfy { view.draft.sources.all.indices.contains($0.span.source.index) }
    guard isOurs else { return .malformed("that cure is not of the layout") }
    return answer(write(fixIt.edits, label: fixIt.message))
  }

  // MARK: Records

  private func record(_ json: JSONValue, in body: [UInt8]) -> Answer {
    if let index = json["index"]?.int {
      return chooseFromFile(index) ? .json { _ in } : .malformed("no such record")
    }
    guard let record = json["record"], record.members != nil else { return .malformed("a record is an object") }
    choose(records.edited(Array(body[record.range])))
    return .json { _ in }
  }
}

extension JSONWriter {
  fileprivate mutating func choice(_ key: String, _ choice: DragChoice) {
    switch choice {
    case .offered(let sentence): member(key, sentence)
    case .refused(let reason): member(key + "Reason", reason)
    }
  }
}
