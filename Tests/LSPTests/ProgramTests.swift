import Foundation
import TestKit
import Testing

@Suite("certpress lsp")
struct ProgramTests {
  @Test("a session of an afternoon: typing, broken files, names, cures, the end")
  func session() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("奖状 1.layout")
    let uri = URL(filePath: path).absoluteString
    let document: Wire.Object = ["uri": uri]
    let program = try ServedProgram()
    func ask(_ method: String, _ line: Int, _ character: Int, _ more: Wire.Object = [:]) throws -> Wire.Object {
      var params: Wire.Object = ["textDocument": document, "position": Wire.position(line, character)]
      params.merge(more) { _, new in new }
      let answer = try program.request("textDocument/" + method, params)
      #expect(answer["error"] == nil, "\(method) at \(line):\(character): \(answer)")
      return answer
    }
    func labels(_ line: Int, _ character: Int) throws -> [String] {
      (try ask("completion", line, character).at("result", "items") as? [Wire.Object] ?? [])
        .compactMap { $0["label"] as? String }
    }

    let hello = try program.request(
      "initialize",
      [
        "processId": Int(getpid()), "rootUri": NSNull(),
        "capabilities": ["general": ["positionEncodings": ["utf-8", "utf-16"]]] as Wire.Object,
      ])
    #expect(hello.at("result", "capabilities", "positionEncoding") as? String == "utf-8")
    try program.notify("initialized", [:])

    // A sheet is typed, letter by letter, and asked about after each.
    try program.notify(
      "textDocument/didOpen", ["textDocument": ["uri": uri, "languageId": "certpress", "version": 1, "text": ""]])
    #expect(try program.published(uri, version: 1).count == 1)
    let typed = "certificate \"奖\" {\n  page A4\n  font song \"CertPress"
    var version = 1
    var (line, column) = (0, 0)
    for character in typed {
      version += 1
      let here = Wire.range((line, column), (line, column))
      try program.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": uri, "version": version] as Wire.Object,
          "contentChanges": [["range": here, "text": String(character)] as Wire.Object],
        ])
      if character == "\n" { (line, column) = (line + 1, 0) } else { column += String(character).utf8.count }
      _ = try ask("completion", line, column)
    }
    #expect(try labels(2, column) == ["CertPress Song", "CertPress Hei", "CertPress Kai"])
    #expect((try ask("documentSymbol", 0, 0).at("result") as? [Any])?.isEmpty == false)

    // The whole sheet, with a slip in it.
    let text = """
      certificate "奖" {
        page A4 landscape
        font song "CertPress Song"
        data { name text "姓名" { max: 30 } }
        style title { font: song 28pt; align: center }
        text "{name}" { style: title; at: 0mm 40mm; widht: 100% }
          text "特发此证" { font: song 三号; at: 30mm 80mm }
      }

      """
    func replace(_ text: String) throws -> [String] {
      version += 1
      try program.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": uri, "version": version] as Wire.Object,
          "contentChanges": [["text": text] as Wire.Object],
        ])
      return try program.published(uri, version: version)
    }
    #expect(try replace(text).first?.hasPrefix("unknown property 'widht'") ?? false)
    let cure = try program.request(
      "textDocument/codeAction",
      [
        "textDocument": document, "range": Wire.range((5, 46), (5, 48)),
        "context": ["diagnostics": [] as [Any]] as Wire.Object,
      ])
    #expect(cure.at("result", 0, "edit", "changes", uri, 0, "newText") as? String == "width")
    #expect(try replace(text.replacing("widht", with: "width")).isEmpty)
    #expect(
      (try ask("hover", 5, 2).at("result", "contents", "value") as? String)?.contains("28pt") ?? false)
    #expect(try ask("definition", 5, 27).at("result", "range", "start", "line") as? Int == 4)
    #expect((try ask("references", 5, 10).at("result") as? [Any])?.count == 2)
    #expect((try ask("rename", 5, 10, ["newName": "姓名"]).at("result", "changes", uri) as? [Any])?.count == 2)
    #expect((try ask("documentHighlight", 4, 9).at("result") as? [Any])?.count == 2)
    #expect((try ask("formatting", 0, 0).at("result") as? [Any])?.count == 1)
    #expect((try ask("foldingRange", 0, 0).at("result") as? [Any])?.count == 1)
    #expect((try ask("documentColor", 0, 0).at("result") as? [Any])?.isEmpty ?? false)

    // Broken in all the ways of an afternoon.
    for broken in [
      "", "}", "{{{{", "certificate", "certificate \"", "certificate \"奖\" {\n  text \"{na", "\u{0}\u{7}", "text: : :",
      "// ",
      String(repeating: "row { ", count: 300), "certificate \"奖\" {\n  data {\n    name te",
    ] {
      version += 1
      try program.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": uri, "version": version] as Wire.Object,
          "contentChanges": [["text": broken] as Wire.Object],
        ])
      let last = broken.split(separator: "\n", omittingEmptySubsequences: false)
      _ = try ask("completion", last.count - 1, last.last?.utf8.count ?? 0)
      _ = try ask("hover", 0, 1)
      _ = try ask("documentSymbol", 0, 0)
    }
    #expect(try labels(2, 11).contains("text"))
    #expect(program.requests >= 30)
    print("a session of \(program.requests) requests")

    try program.notify("textDocument/didClose", ["textDocument": document])
    #expect(try program.request("shutdown")["error"] == nil)
    try program.notify("exit", [:])
    let (status, error) = try program.end()
    #expect(status == 0)
    #expect(error == "")
  }

  @Test("a client that goes without a word leaves no server behind")
  func gone() throws {
    let program = try ServedProgram()
    _ = try program.request("initialize", ["capabilities": [:] as Wire.Object])
    let (status, error) = try program.end()
    #expect(status == 1)
    #expect(error == "")
  }

  @Test("a session from a file is answered to its end")
  func file() throws {
    let uri = "file:///sheets/none.layout"
    let session =
      try Wire.frame(
        ["jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ["capabilities": [:] as Wire.Object]])
      + Wire.frame([
        "jsonrpc": "2.0", "method": "textDocument/didOpen",
        "params": ["textDocument": ["uri": uri, "languageId": "certpress", "version": 1, "text": "page A4"]],
      ])
      + Wire.frame(["jsonrpc": "2.0", "id": 2, "method": "shutdown"])
      + Wire.frame(["jsonrpc": "2.0", "method": "exit"])
    let run = try Tool.run(Repository.command, "lsp", "--stdio", input: session)
    #expect(run.status == 0 && run.error == "")
    var output = run.output
    #expect(try Wire.messages(&output).compactMap { $0["id"] as? Int } == [1, 2])
  }
}
