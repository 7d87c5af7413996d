import PressDiagnostics
import PressEditor

extension LanguageServer {
  /// The outline; a flat list for a client that knows no tree.
  func symbols(_ inquiry: Inquiry) -> JSONWriter {
    var inquiry = inquiry
    var json = JSONWriter()
    let symbols = inquiry.service.symbols
    json.array { json in
      if client.takesSymbolTree {
        for symbol in symbols { tree(symbol, &inquiry, to: &json) }
      } else {
        for symbol in symbols { flat(symbol, in: nil, &inquiry, to: &json) }
      }
    }
    return json
  }

  private func tree(_ symbol: DocumentSymbol, _ inquiry: inout Inquiry, to json: inout JSONWriter) {
    json.object {
      $0.member("name", symbol.name)
      $0.member("kind", symbol.kind)
      $0.key("range")
      $0.range(inquiry.range(symbol.range))
      $0.key("selectionRange")
      $0.range(inquiry.range(symbol.head))
      $0.key("children")
      $0.array { json in for child in symbol.children { tree(child, &inquiry, to: &json) } }
    }
  }

  private func flat(
    _ symbol: DocumentSymbol, in container: String?, _ inquiry: inout Inquiry, to json: inout JSONWriter
  ) {
    json.object {
      $0.member("name", symbol.name)
      $0.member("kind", symbol.kind)
      if let container { $0.member("containerName", container) }
      $0.key("location")
      $0.object {
        $0.member("uri", inquiry.uri)
        $0.key("range")
        $0.range(inquiry.range(symbol.range))
      }
    }
    for child in symbol.children { flat(child, in: symbol.name, &inquiry, to: &json) }
  }

  func foldingRanges(_ inquiry: Inquiry) -> JSONWriter {
    var json = JSONWriter()
    json.array { json in
      for lines in inquiry.service.foldingRanges {
        json.object {
          $0.member("startLine", lines.lowerBound - 1)
          $0.member("endLine", lines.upperBound - 1)
        }
      }
    }
    return json
  }
}

extension DocumentSymbol {
  /// Of `SymbolKind` the nearest.
  fileprivate var kind: Int {
    switch word {
    case "certificate": 4  // package
    case "page", "group", "row", "column", "when": 3  // namespace
    case "table", "repeat", "head": 18  // array
    case "data", "document": 23  // struct
    case "field": 8
    case "style": 5  // class
    case "font": 14  // constant
    case "include", "image": 1  // file
    case "text", "microtext", "watermark", "seal": 15  // string
    default: 19  // object
    }
  }
}
