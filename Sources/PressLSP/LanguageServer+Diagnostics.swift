import CertPress
import PressDiagnostics
import PressEditor

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
    var services: [(uri: String, service: LanguageService)] = []
    for uri in documents.uris {
      if let service = documents.service(uri) { services.append((uri, service)) }
    }
    var told: [String: [String]] = [:]
    for uri in documents.uris { told[uri] = [] }
    // A file that an open layout includes is no layout of its own: what that one says of it counts.
    let included = Set(
      services.flatMap { uri, service in
        service.draft.sources.all.map { documents.uri(ofPath: $0.name) }.filter { $0 != uri }
      })
    for (uri, service) in services {
      let draft = service.draft
      var places = Places(draft.sources, documents, client.encoding)
      for diagnostic in draft.diagnostics {
        let target = diagnostic.span.map { places.uri($0.source) } ?? uri
        if target == uri, included.contains(uri) { continue }
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
