import CertPress
import PressDiagnostics
import PressEditor
import PressJSON

/// One document as a request needs it.
struct Inquiry {
  let service: LanguageService
  let uri: String
  var places: Places
  private let document: OpenDocument
  private let encoding: PositionEncoding

  init(_ service: LanguageService, _ document: OpenDocument, _ documents: Documents, _ encoding: PositionEncoding) {
    self.service = service
    self.document = document
    self.encoding = encoding
    uri = document.uri
    places = Places(service.sources, documents, encoding)
  }

  func offset(_ position: Position) -> Int { document.lines.offset(of: position, in: document.text, encoding) }

  func range(_ range: (Position, Position)) -> Range<Int> {
    let start = offset(range.0)
    return start..<max(start, offset(range.1))
  }

  /// Where bytes of the document itself stand.
  mutating func range(_ range: Range<Int>) -> (Position, Position) {
    (
      document.lines.position(of: range.lowerBound, in: document.text, encoding),
      document.lines.position(of: range.upperBound, in: document.text, encoding)
    )
  }
}

extension LanguageServer {
  mutating func answer(_ method: String, _ params: Params) throws(RequestError) -> JSONWriter {
    switch method {
    case "textDocument/completion":
      return completion(try inquiry(params, textOnly: true), try params.position(), params)
    case "textDocument/hover": return hover(try inquiry(params), try params.position())
    case "textDocument/documentSymbol": return symbols(try inquiry(params, textOnly: true))
    case "textDocument/definition": return definition(try inquiry(params), try params.position())
    case "textDocument/references": return references(try inquiry(params), try params.position(), params)
    case "textDocument/documentHighlight": return highlights(try inquiry(params), try params.position())
    case "textDocument/prepareRename": return prepareRename(try inquiry(params), try params.position())
    case "textDocument/rename":
      return try rename(try inquiry(params), try params.position(), to: try params.string("newName"))
    case "textDocument/formatting": return try formatting(try inquiry(params, textOnly: true), nil)
    case "textDocument/rangeFormatting": return try formatting(try inquiry(params, textOnly: true), try params.range())
    case "textDocument/codeAction": return codeActions(try inquiry(params), try params.range(), params)
    case "textDocument/foldingRange": return foldingRanges(try inquiry(params, textOnly: true))
    case "textDocument/documentColor": return colors(try inquiry(params, textOnly: true))
    case "textDocument/colorPresentation": return try colorPresentation(params)
    default: throw RequestError(.methodNotFound, "'\(method.prefix(80))' is not known")
    }
  }

  /// - Parameter textOnly: for what the text alone tells.
  private mutating func inquiry(_ params: Params, textOnly: Bool = false) throws(RequestError) -> Inquiry {
    let uri = try params.uri()
    guard let service = textOnly ? documents.reading(uri) : documents.service(uri), let document = documents[uri] else {
      throw RequestError(.invalidParams, "the document is not open")
    }
    return Inquiry(service, document, documents, client.encoding)
  }
}
