import CertPress
import PressDiagnostics
import PressEditor
import PressJSON

extension LanguageServer {
  func definition(_ inquiry: Inquiry, _ position: Position) -> JSONWriter {
    var inquiry = inquiry
    guard let span = inquiry.service.definition(at: inquiry.offset(position)) else { return .null }
    var json = JSONWriter()
    json.location(span, &inquiry.places)
    return json
  }

  func references(_ inquiry: Inquiry, _ position: Position, _ params: Params) -> JSONWriter {
    var inquiry = inquiry
    let isDeclarationWanted = params.member("context", "includeDeclaration")?.bool ?? true
    let spans = inquiry.service.references(at: inquiry.offset(position), withDeclaration: isDeclarationWanted)
    var json = JSONWriter()
    json.array { json in for span in spans { json.location(span, &inquiry.places) } }
    return json
  }

  /// The places of a name in the document at hand.
  func highlights(_ inquiry: Inquiry, _ position: Position) -> JSONWriter {
    var inquiry = inquiry
    let spans = inquiry.service.references(at: inquiry.offset(position))
      .filter { $0.source == inquiry.service.id }
    var json = JSONWriter()
    json.array { json in
      for span in spans {
        json.object {
          $0.key("range")
          $0.range(inquiry.range(span.range))
        }
      }
    }
    return json
  }

  func prepareRename(_ inquiry: Inquiry, _ position: Position) -> JSONWriter {
    var inquiry = inquiry
    guard let range = inquiry.service.renamable(at: inquiry.offset(position)) else { return .null }
    var json = JSONWriter()
    json.range(inquiry.range(range))
    return json
  }

  func rename(_ inquiry: Inquiry, _ position: Position, to name: String) throws(RequestError) -> JSONWriter {
    var inquiry = inquiry
    guard let edits = inquiry.service.rename(at: inquiry.offset(position), to: name) else {
      throw RequestError(.requestFailed, "nothing here can have that name: it is taken, or not one word")
    }
    var json = JSONWriter()
    json.workspaceEdit(edits, &inquiry.places)
    return json
  }
}
