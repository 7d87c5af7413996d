import CertPress
import PressDiagnostics

extension LanguageServer {
  /// Publishes the diagnostics of all that has changed since the last time, if anything has.
  ///
  /// To be called when nothing waits to be read: versions that others have followed are then never looked at.
  public mutating func publish() {
    guard isStale, stage == .running, exitCode == nil else { return }
    isStale = false
    let told = diagnostics()
    for uri in Set(told.keys).union(published.keys).sorted() {
      var params = JSONWriter()
      params.object { json in
        json.member("uri", uri)
        if let version = documents[uri]?.version { json.member("version", version) }
        json.key("diagnostics")
        json.array { for diagnostic in told[uri] ?? [] { $0.number(asWritten: diagnostic) } }
      }
      if published[uri] != params.bytes { writer.notify("textDocument/publishDiagnostics", params) }
      published[uri] = told[uri] == nil ? nil : params.bytes
    }
  }

  /// All diagnostics as JSON, by the documents they stand in.
  private mutating func diagnostics() -> [String: [String]] {
    let drafts = documents.drafts()
    var told: [String: [String]] = [:]
    for uri in documents.uris { told[uri] = [] }
    // A file that a layout includes is no layout of its own: what that one says of it counts.
    let included = Set(
      drafts.flatMap { uri, draft in
        draft.sources.all.map { documents.uri(ofPath: $0.name) }.filter { $0 != uri }
      })
    for (uri, draft) in drafts {
      let isOpen = documents[uri] != nil
      var places = Places(draft.sources, documents, client.encoding)
      for diagnostic in draft.diagnostics {
        let target = diagnostic.span.map { places.uri($0.source) } ?? uri
        if target == uri, included.contains(uri) { continue }
        // Of a layout that is not open only what it says of an open file.
        if !isOpen, documents[target] == nil { continue }
        let json = json(diagnostic, &places)
        if !(told[target]?.contains(json) ?? false) { told[target, default: []].append(json) }
      }
    }
    return told
  }

  private func json(_ diagnostic: Diagnostic, _ places: inout Places) -> String {
    var json = JSONWriter()
    json.object { write(diagnostic, &places, to: &$0) }
    return json.text
  }

  func write(_ diagnostic: Diagnostic, _ places: inout Places, to json: inout JSONWriter) {
    json.key("range")
    json.range(
      diagnostic.span.map { places.range($0) } ?? (Position(line: 0, character: 0), Position(line: 0, character: 0)))
    json.member("severity", diagnostic.severity == .error ? 1 : 2)
    json.member("code", diagnostic.id)
    json.member("source", "certpress")
    json.member("message", diagnostic.message + (diagnostic.hint.map { "\nhint: " + $0 } ?? ""))
    guard client.takesRelatedInformation, !diagnostic.notes.isEmpty else { return }
    json.key("relatedInformation")
    json.array { json in
      for note in diagnostic.notes {
        json.object {
          $0.key("location")
          $0.location(note.span, &places)
          $0.member("message", note.message)
        }
      }
    }
  }
}
