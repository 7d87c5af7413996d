import CertPress
import PressDiagnostics
import PressJSON

/// What the client can do, as it says in `initialize`.
struct ClientAbilities: Sendable {
  var encoding = PositionEncoding.utf16
  var takesSnippets = false
  var takesMarkdown = false
  var takesSymbolTree = false
  var takesRelatedInformation = false

  init() {}

  init(_ capabilities: Params) {
    let encodings = capabilities.member("general", "positionEncodings")?.array ?? []
    encoding = PositionEncoding(offered: encodings.compactMap(\.string))
    takesSnippets =
      capabilities.member("textDocument", "completion", "completionItem", "snippetSupport")?.bool ?? false
    let formats = capabilities.member("textDocument", "hover", "contentFormat")?.array ?? []
    takesMarkdown = formats.contains { $0.string == "markdown" }
    takesSymbolTree =
      capabilities.member("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")?.bool ?? false
    takesRelatedInformation =
      capabilities.member("textDocument", "publishDiagnostics", "relatedInformation")?.bool ?? false
  }
}

extension LanguageServer {
  /// Characters that a list of completions opens at by itself.
  static let triggers = ["{", "\"", ":", " ", "#", "("]

  mutating func initialize(_ params: Params) -> JSONWriter {
    stage = .running
    client = ClientAbilities(Params(params.member("capabilities")))
    var json = JSONWriter()
    json.object {
      $0.key("capabilities")
      $0.object { capabilities(&$0) }
      $0.key("serverInfo")
      $0.object {
        $0.member("name", "certpress")
        $0.member("version", Press.version)
      }
    }
    return json
  }

  private func capabilities(_ json: inout JSONWriter) {
    json.member("positionEncoding", client.encoding.rawValue)
    json.key("textDocumentSync")
    json.object {
      $0.member("openClose", true)
      $0.member("change", 2)  // incremental
      $0.member("save", true)
    }
    json.key("completionProvider")
    json.object {
      $0.key("triggerCharacters")
      $0.array { for character in Self.triggers { $0.string(character) } }
    }
    json.key("codeActionProvider")
    json.object {
      $0.key("codeActionKinds")
      $0.array {
        $0.string(Self.quickFix)
        $0.string(Self.fixAll)
      }
    }
    json.key("renameProvider")
    json.object { $0.member("prepareProvider", true) }
    for name in [
      "hoverProvider", "documentSymbolProvider", "definitionProvider", "referencesProvider",
      "documentHighlightProvider",
      "documentFormattingProvider", "documentRangeFormattingProvider", "foldingRangeProvider", "colorProvider",
    ] {
      json.member(name, true)
    }
  }
}
