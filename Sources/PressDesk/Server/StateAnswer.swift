import CertPress
import PressBytes
import PressDiagnostics
import PressEditor
import PressJSON
import PressRecord
import PressScene
import PressTemplate

// What the page is told: docs/desk.md has the members. Lengths are millimetres from the paper's top left corner.

extension Desk {
  /// - Parameter after: the version that the page has; the answer comes when there is a newer one, or after a while.
  func stateAnswer(after: Int?) async -> Answer {
    if let after { await wait(after: after) }
    let isNew = after.map { version > $0 } ?? true
    return .json {
      $0.member("version", version)
      if isNew { writeState(to: &$0) }
    }
  }

  private func writeState(to json: inout JSONWriter) {
    json.key("layout")
    json.object {
      $0.member("path", path)
      $0.member("title", view.draft.template?.name ?? "")
    }
    json.list("files", view.draft.sources.all) { json, source in
      json.object {
        $0.member("name", source.name)
        $0.member("text", source.text(0..<source.bytes.count))
      }
    }
    writeDiagnostics(to: &json)
    json.member("stale", view.isStale)
    var rulers = view.pageSources.all.map(Source.Ruler.init)
    json.list("pages", view.pages) { json, page in json.object { page.write(to: &$0, &rulers) } }
    json.list("schema", (view.draft.template?.schema.fields ?? []).filter(\.isGiven)) { json, field in
      json.object { field.write(to: &$0) }
    }
    json.key("records")
    json.object {
      $0.list("names", records.given) { $0.string($1.name) }
      $0.key("current")
      if case .given(let index, _, _) = records.current { $0.number(index) } else { $0.null() }
      $0.member("name", records.current.name)
    }
    json.key("record")
    if let record = try? JSONReader.read(records.current.json) { json.value(record) } else { json.object { _ in } }
    json.key("history")
    json.object {
      $0.optional("undo", history.done.last?.label)
      $0.optional("redo", history.undone.last?.label)
    }
    json.key("notice")
    if let notice = noticeShown() { json.object { $0.member("text", notice.text) } } else { json.null() }
  }

  private func writeDiagnostics(to json: inout JSONWriter) {
    let count = view.draft.sources.all.count
    var rulers = view.sources.all.map(Source.Ruler.init)
    json.list("diagnostics", view.diagnostics) { json, diagnostic in
      json.object { json in
        json.member("severity", diagnostic.severity.rawValue)
        json.member("id", diagnostic.id)
        json.member("message", diagnostic.message)
        if let hint = diagnostic.hint { json.member("hint", hint) }
        if let field = diagnostic.field { json.member("field", field) }
        if let span = diagnostic.span {
          if span.source.index >= count { json.member("isRecord", true) }
          json.place(span, &rulers)
        }
        json.list("fixIts", diagnostic.fixIts) { json, fixIt in json.object { $0.member("message", fixIt.message) } }
        json.list("notes", diagnostic.notes) { json, note in
          json.object {
            $0.member("message", note.message)
            $0.place(note.span, &rulers)
          }
        }
      }
    }
  }

  func stripAnswer(after: Int?) async -> Answer {
    if let after { await waitForStrip(after: after) }
    let isNew = after.map { strip.version > $0 } ?? true
    return .json {
      $0.member("version", strip.version)
      guard isNew else { return }
      $0.list("samples", strip.samples) { json, sample in
        json.object {
          $0.member("name", sample.record.name)
          $0.member("status", sample.report.status.rawValue)
          $0.list("flags", sample.report.flags) { $0.string($1) }
          $0.member("origin", sample.record.origin)
          $0.optional("picture", sample.picture.map { String(decoding: Base64.encode($0), as: UTF8.self) })
        }
      }
    }
  }
}

extension DeskView.Page {
  fileprivate func write(to json: inout JSONWriter, _ rulers: inout [Source.Ruler]) {
    json.length("width", size.width)
    json.length("height", size.height)
    json.box("area", area)
    json.list("definitions", picture.definitions) { json, part in json.part(part) }
    json.list("items", picture.items) { json, part in json.part(part) }
    json.list("info", items) { json, item in json.object { item.write(to: &$0, &rulers) } }
  }
}

extension InspectedItem {
  fileprivate func write(to json: inout JSONWriter, _ rulers: inout [Source.Ruler]) {
    json.member("id", id)
    json.member("word", word)
    json.member("title", title)
    json.box("box", box)
    json.box("ink", ink)
    json.list("baselines", baselines) { json, line in
      json.array { for length in [line.x1, line.y, line.x2] { $0.number(length.roundedMM) } }
    }
    json.optional("parent", parent)
    json.place(span, &rulers)
    json.list("fields", fields) { $0.string($1) }
    json.key("fit")
    if let fit {
      json.object {
        $0.member("asked", fit.askedSize.value)
        $0.member("used", fit.usedSize.value)
        $0.member("lines", fit.lines)
        $0.optional("step", fit.step)
        if let allowed = fit.allowedWidth { $0.length("allowed", allowed) }
        $0.length("measured", fit.measuredWidth)
      }
    } else {
      json.null()
    }
    json.list("properties", properties) { json, property in json.object { property.write(to: &$0, &rulers) } }
    json.list("handles", handles) { $0.string($1.rawValue) }
    json.optional("hangs", hangs)
  }
}

extension InspectedProperty {
  fileprivate func write(to json: inout JSONWriter, _ rulers: inout [Source.Ruler]) {
    json.member("name", name)
    json.member("value", value)
    json.optional("written", written)
    switch origin {
    case .literal: json.member("origin", "literal")
    case .style(let name):
      json.member("origin", "style")
      json.member("from", name)
    case .default: json.member("origin", "default")
    case .derived(let path):
      json.member("origin", "derived")
      json.member("from", path)
    }
    if let span { json.place(span, &rulers) }
  }
}

extension Schema.Field {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("type", type.rawValue)
    json.member("label", label)
    json.member("optional", isOptional)
    if let maximum { json.member("max", maximum) }
    if let minimum { json.member("min", minimum) }
    if let oneOf { json.list("oneOf", oneOf) { $0.string($1) } }
    if let defaultText { json.member("default", defaultText) }
    if !fields.isEmpty { json.list("fields", fields) { json, field in json.object { field.write(to: &$0) } } }
  }
}

extension Points {
  fileprivate var roundedMM: Double { (mm * 1000).rounded() / 1000 }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    array { for element in elements { write(&$0, element) } }
  }

  fileprivate mutating func optional(_ key: String, _ text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  fileprivate mutating func length(_ key: String, _ length: Points) { member(key, length.roundedMM) }

  fileprivate mutating func box(_ key: String, _ box: Rect) {
    self.key(key)
    array { for length in [box.x, box.y, box.width, box.height] { $0.number(length.roundedMM) } }
  }

  fileprivate mutating func part(_ part: SVGPart) {
    array {
      $0.string(part.id)
      $0.string(part.text)
    }
  }

  fileprivate mutating func place(_ span: Span, _ rulers: inout [Source.Ruler]) {
    guard rulers.indices.contains(span.source.index) else { return }
    let start = rulers[span.source.index].place(at: span.range.lowerBound)
    let end = rulers[span.source.index].place(at: span.range.upperBound)
    member("file", span.source.index)
    member("line", start.line)
    member("column", start.column)
    member("endLine", end.line)
    member("endColumn", end.column)
    member("offset", span.range.lowerBound)
    member("endOffset", span.range.upperBound)
  }
}
