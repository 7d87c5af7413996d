import PressDiagnostics
import PressEditor
import PressJSON

extension LanguageServer {
  func completion(_ inquiry: Inquiry, _ position: Position, _ params: Params) -> JSONWriter {
    var inquiry = inquiry
    var list = inquiry.service.completions(at: inquiry.offset(position))
    // A blank is typed everywhere; only in a value does it ask for the next word.
    if params.member("context", "triggerCharacter")?.string == " ",
      list.contains(where: { $0.kind == .element || $0.kind == .property })
    {
      list = []
    }
    var json = JSONWriter()
    json.object { json in
      json.member("isIncomplete", false)
      json.key("items")
      json.array { json in
        for (index, item) in list.enumerated() { json.object { write(item, index, &inquiry, to: &$0) } }
      }
    }
    return json
  }

  private func write(_ item: Completion, _ index: Int, _ inquiry: inout Inquiry, to json: inout JSONWriter) {
    json.member("label", item.label)
    json.member("kind", item.kind.number)
    if !item.detail.isEmpty { json.member("detail", item.detail) }
    if !item.documentation.isEmpty {
      json.key("documentation")
      markup(item.documentation, to: &json)
    }
    let digits = String(index)
    json.member("sortText", String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    let isSnippet = client.takesSnippets && item.insertion.hasStops
    if isSnippet { json.member("insertTextFormat", 2) }
    let range = inquiry.range(item.replaced)
    json.key("textEdit")
    json.object {
      $0.key("range")
      $0.range(range)
      $0.member("newText", isSnippet ? item.insertion.template : item.plainText)
    }
  }

  func hover(_ inquiry: Inquiry, _ position: Position) -> JSONWriter {
    var inquiry = inquiry
    guard let hover = inquiry.service.hover(at: inquiry.offset(position)) else { return .null }
    let range = inquiry.range(hover.range)
    var json = JSONWriter()
    json.object {
      $0.key("contents")
      markup(hover.markdown, to: &$0)
      $0.key("range")
      $0.range(range)
    }
    return json
  }

  private func markup(_ markdown: String, to json: inout JSONWriter) {
    json.object {
      $0.member("kind", client.takesMarkdown ? "markdown" : "plaintext")
      $0.member("value", client.takesMarkdown ? markdown : markdown.filter { $0 != "*" && $0 != "`" })
    }
  }
}

extension Completion {
  /// Where nothing can be filled in, an element's examples would only be in the way.
  fileprivate var plainText: String { kind == .element && insertion.hasStops ? label : insertion.plain }
}

extension Completion.Kind {
  /// Of `CompletionItemKind` the nearest.
  fileprivate var number: Int {
    switch self {
    case .element: 7  // class
    case .property: 10
    case .flag, .word: 12  // value
    case .call: 3  // function
    case .font, .family: 21  // constant
    case .style: 22  // struct
    case .field: 5
    case .fieldType: 25  // type parameter
    case .id: 18  // reference
    case .file: 17
    case .length: 11  // unit
    case .color: 16
    }
  }
}
