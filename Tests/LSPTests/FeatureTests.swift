import Foundation
import PressLSP
import TestKit
import Testing

@Suite("Requests")
struct FeatureTests {
  private let uri = "file:///sheets/a.layout"
  private let text = """
    certificate "甲" {
      page A4
      font song "CertPress Song"
      data { name text "姓名" }
      style label { font: song 12pt }
      text "{name}" { style: label; at: 10mm 10mm }
        rectangle { at: 10mm 40mm; size: 10mm; fill: #FFCC00 }
    }

    """

  private func session(_ text: String? = nil) throws -> Session {
    var session = try Session()
    try session.open(uri, text ?? self.text)
    return session
  }

  @Test("completion is an edit with a snippet, and plain text for a client without")
  func completion() throws {
    var session = try session()
    let answer = try session.ask("completion", uri, 5, 2)
    let items = try #require(answer.at("result", "items") as? [Wire.Object])
    let text = try #require(items.first { $0["label"] as? String == "qr" })
    #expect(text["insertTextFormat"] as? Int == 2)
    #expect(text.at("textEdit", "newText") as? String == "qr ${1:FIELD} { size: ${2:40mm}; $0 }")
    // A blank asks only in values.
    let blank: Wire.Object = ["context": ["triggerKind": 2, "triggerCharacter": " "] as Wire.Object]
    #expect((try session.ask("completion", uri, 5, 2, blank).at("result", "items") as? [Any])?.isEmpty ?? false)
    #expect((try session.ask("completion", uri, 5, 25, blank).at("result", "items") as? [Any])?.count == 1)
    var plain = try Session(starts: false)
    _ = try plain.request("initialize", ["capabilities": [:] as Wire.Object])
    try plain.open(uri, self.text)
    let bare = try #require(
      (try plain.ask("completion", uri, 5, 2).at("result", "items") as? [Wire.Object])?.first {
        $0["label"] as? String == "qr"
      })
    #expect(bare.at("textEdit", "newText") as? String == "qr" && bare["insertTextFormat"] == nil)
    #expect(try plain.ask("hover", uri, 5, 19).at("result", "contents", "kind") as? String == "plaintext")
    // A client that knows no tree gets a list.
    let flat = try plain.request("textDocument/documentSymbol", ["textDocument": ["uri": uri]])
    #expect(flat.at("result", 1, "containerName") as? String == "certificate \"甲\"")
  }

  @Test("hover tells the computed value and where it comes from")
  func hover() throws {
    var session = try session()
    let answer = try session.ask("hover", uri, 5, 2)
    let words = try #require(answer.at("result", "contents", "value") as? String)
    #expect(words.contains("font.size `12pt (4.233mm)`, from style 'label', line 5"), "\(words)")
    #expect(answer.at("result", "range", "end", "character") as? Int == 6)
    #expect(try session.ask("hover", uri, 8, 0).keys.contains("result"))
  }

  @Test("names: definition, references, highlights, rename")
  func names() throws {
    var session = try session()
    #expect(try session.ask("definition", uri, 5, 9).at("result", "range", "start", "line") as? Int == 3)
    let all = try session.ask("references", uri, 5, 9, ["context": ["includeDeclaration": true]])
    #expect((all.at("result") as? [Any])?.count == 2)
    let uses = try session.ask("references", uri, 5, 9, ["context": ["includeDeclaration": false]])
    #expect((uses.at("result") as? [Any])?.count == 1)
    #expect((try session.ask("documentHighlight", uri, 4, 9).at("result") as? [Any])?.count == 2)
    #expect(try session.ask("prepareRename", uri, 4, 9).at("result", "start", "character") as? Int == 8)
    #expect(try session.ask("prepareRename", uri, 1, 3)["result"] is NSNull)
    let rename = try session.ask("rename", uri, 4, 9, ["newName": "note"])
    #expect((rename.at("result", "changes", uri) as? [Any])?.count == 2)
    #expect(try session.ask("rename", uri, 4, 9, ["newName": "a b"]).at("error", "code") as? Int == -32803)
  }

  @Test("formatting is edits, and an error where the syntax has one")
  func formatting() throws {
    var session = try session()
    let params: Wire.Object = ["textDocument": ["uri": uri], "options": ["tabSize": 2, "insertSpaces": true]]
    let answer = try session.request("textDocument/formatting", params)
    #expect((answer.at("result") as? [Any])?.count == 1)
    #expect(answer.at("result", 0, "range", "start", "line") as? Int == 6)
    var range = params
    range["range"] = Wire.range((0, 0), (3, 0))
    #expect((try session.request("textDocument/rangeFormatting", range).at("result") as? [Any])?.isEmpty ?? false)
    try session.change(uri, [["text": "certificate \"甲\" {"]])
    #expect(try session.request("textDocument/formatting", params).at("error", "code") as? Int == -32803)
  }

  @Test("a cure is an action with its edit; all cures at once on demand only")
  func actions() throws {
    var session = try session(text.replacing("style: label;", with: "sytle: label;"))
    let params: Wire.Object = [
      "textDocument": ["uri": uri], "range": Wire.range((5, 20), (5, 20)),
      "context": ["diagnostics": [] as [Any]] as Wire.Object,
    ]
    let answer = try session.request("textDocument/codeAction", params)
    #expect((answer.at("result") as? [Any])?.count == 1)
    #expect(answer.at("result", 0, "kind") as? String == "quickfix")
    #expect(answer.at("result", 0, "edit", "changes", uri, 0, "newText") as? String == "style")
    var all = params
    all["context"] = ["diagnostics": [] as [Any], "only": ["source.fixAll"]] as Wire.Object
    let whole = try session.request("textDocument/codeAction", all)
    #expect(whole.at("result", 0, "edit", "changes", uri, 0, "newText") as? String == text)
  }

  @Test("outline, folds and colours")
  func outline() throws {
    var session = try session()
    let params: Wire.Object = ["textDocument": ["uri": uri]]
    let symbols = try session.request("textDocument/documentSymbol", params)
    #expect(symbols.at("result", 0, "children", 2, "children", 0, "name") as? String == "name text \"姓名\"")
    let folds = try session.request("textDocument/foldingRange", params)
    #expect(folds.at("result", 0, "endLine") as? Int == 6)
    let colors = try session.request("textDocument/documentColor", params)
    #expect(colors.at("result", 0, "color", "green") as? Double == 0.8)
    let color = try session.request(
      "textDocument/colorPresentation", ["color": ["red": 1, "green": 0.8, "blue": 0, "alpha": 1] as Wire.Object])
    #expect(color.at("result", 0, "label") as? String == "#ffcc00")
    #expect(
      try session.request("textDocument/colorPresentation", ["color": ["red": 9] as Wire.Object]).at("error", "code")
        as? Int
        == -32602)
  }

  @Test("a layout of 2,000 lines is answered; the figures are printed and judge nothing")
  func speed() throws {
    let fields = (0..<200).map { "    f\($0) text \"字段\($0)\" { optional; max: 40 }" }
    let styles = (0..<50).map { "  style s\($0) { font: song \(8 + $0 % 9)pt; align: left }" }
    let body = (0..<580).flatMap { number in
      [
        "  when f\(number % 200) {",
        "    text \"第\(number)行 {f\(number % 200)}\" { style: s\(number % 50); at: \(number % 200)mm \(number % 150)mm }",
        "  }",
      ]
    }
    let lines =
      ["certificate \"长\" {", "  page A3", "  font song \"CertPress Song\"", "  data {"] + fields + ["  }"] + styles
      + body
      + ["}", ""]
    #expect(lines.count > 1990)
    var session = try session(lines.joined(separator: "\n"))
    let line = lines.count - 4
    var times: [String: [Double]] = [:]
    for version in 2...31 {
      try session.change(
        uri, version: version, [["range": Wire.range((line, 4), (line, 4)), "text": " "]], publishes: false)
      // As the program does it: answers first, diagnostics when nothing waits.
      for method in ["completion", "documentSymbol", "hover"] {
        let params: Wire.Object = ["textDocument": ["uri": uri], "position": Wire.position(line, 4 + version)]
        let message = try Wire.frame(
          ["jsonrpc": "2.0", "id": version, "method": "textDocument/" + method, "params": params])
        let clock = ContinuousClock()
        var answers: [Wire.Object] = []
        let time = try clock.measure { answers = try session.exchange(message, publishes: false) }
        times[method, default: []].append(Double(time.components.attoseconds) / 1e15)
        #expect(answers.first?["result"] != nil)
      }
    }
    for (method, list) in times.sorted(by: { $0.key < $1.key }) {
      let sorted = list.sorted()
      print("2,000 lines, \(method): median \(sorted[sorted.count / 2]) ms, most \(sorted[sorted.count - 1]) ms")
    }
  }
}
