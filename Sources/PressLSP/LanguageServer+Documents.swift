import PressDiagnostics
import PressJSON

extension LanguageServer {
  /// What a notification changes; one that is not known says nothing.
  mutating func changed(_ method: String, _ params: Params) throws(RequestError) {
    switch method {
    case "textDocument/didOpen":
      guard let text = params.member("textDocument", "text")?.string else { throw Params.lacking("textDocument.text") }
      documents.open(
        OpenDocument(
          uri: try params.uri(), version: params.member("textDocument", "version")?.int, text: Array(text.utf8)))
    case "textDocument/didChange": try change(params)
    case "textDocument/didClose": documents.close(try params.uri())
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": documents.forgetIncluded()
    default: return
    }
    isStale = true
  }

  private mutating func change(_ params: Params) throws(RequestError) {
    let changes = params.member("contentChanges")?.array ?? []
    let version = params.member("textDocument", "version")?.int
    let encoding = client.encoding
    documents.change(try params.uri()) { document in
      document.version = version
      for change in changes {
        guard let text = change["text"]?.string else { continue }
        guard let range = change["range"] else {
          document.replace(nil, with: Array(text.utf8))
          continue
        }
        guard let (start, end) = Params.range(range) else { continue }
        let first = document.lines.offset(of: start, in: document.text, encoding)
        let last = document.lines.offset(of: end, in: document.text, encoding)
        document.replace(first..<max(first, last), with: Array(text.utf8))
      }
    }
  }
}
