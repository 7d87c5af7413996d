import Foundation
import PressLSP
import TestKit
import Testing

@Suite("The protocol")
struct ProtocolTests {
  private let uri = "file:///sheets/a.layout"

  private func code(_ answer: Wire.Object?) -> Int? { answer?.at("error", "code") as? Int }

  @Test(
    "requests before initialize, twice initialize, unknown ones and ones after shutdown are refused, each by its code")
  func refusals() throws {
    var session = try Session(starts: false)
    #expect(code(try session.ask("hover", uri, 0, 0)) == -32002)
    let hello = try session.request("initialize", ["capabilities": [:] as Wire.Object])
    #expect(hello.at("result", "serverInfo", "name") as? String == "certpress")
    #expect(hello.at("result", "capabilities", "positionEncoding") as? String == "utf-16")
    #expect(code(try session.request("initialize", [:])) == -32600)
    #expect(code(try session.request("textDocument/nonsense", [:])) == -32601)
    #expect(code(try session.request("$/nonsense")) == -32601)
    #expect(code(try session.request("textDocument/hover", ["textDocument": ["uri": uri]])) == -32602)
    #expect(code(try session.ask("hover", "file:///sheets/not-open.layout", 0, 0)) == -32602)
    let bye = try session.request("shutdown")
    #expect(bye.keys.contains("result") && bye["error"] == nil)
    #expect(code(try session.ask("hover", uri, 0, 0)) == -32600)
    #expect(session.server.exitCode == nil)
    try session.notify("exit")
    #expect(session.server.exitCode == 0)
  }

  @Test("exit without shutdown is a failure, with or without initialize")
  func exit() throws {
    var session = try Session()
    try session.notify("exit")
    #expect(session.server.exitCode == 1)
    var early = try Session(starts: false)
    try early.notify("exit")
    #expect(early.server.exitCode == 1)
  }

  @Test("what is no JSON or no message is told so, and the next message is answered")
  func malformed() throws {
    var session = try Session()
    func frame(_ text: String) -> Data { Data("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8) }
    for (text, expected) in [
      ("{\"jsonrpc\":", -32700), ("[1]", -32600), ("{}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"a\"}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"a\"}", -32600), ("", -32700),
    ] {
      let answers = try session.exchange(frame(text))
      #expect(code(answers.first) == expected, "\(text)")
      #expect(answers.first?["id"] is NSNull)
    }
    // No text of what was wrong.
    let answers = try session.exchange(frame("{\"jsonrpc\":\"2.0\", \"text\": \"秘密\" 秘密"))
    #expect(!("\(answers)".contains("秘密")))
    #expect(try session.request("shutdown").keys.contains("result"))
  }

  @Test("a message may come in any pieces, with other headers, and ids of both kinds come back as they were")
  func framing() throws {
    var session = try Session()
    let body = Data("{\"jsonrpc\":\"2.0\",\"id\":\"七\",\"method\":\"textDocument/nonsense\"}".utf8)
    let message =
      Data("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  \(body.count)\r\n\r\n".utf8)
      + body
    var answers: [Wire.Object] = []
    for byte in message + message { answers += try session.exchange(Data([byte])) }
    #expect(answers.map { $0["id"] as? String } == ["七", "七"])
  }

  @Test("without a length there is no next message: the session ends")
  func noLength() throws {
    var session = try Session()
    let answers = try session.exchange(Data("Length: 3\r\n\r\n{}".utf8))
    #expect(code(answers.first) == -32700)
    #expect(session.server.exitCode == 1)
    var long = try Session()
    _ = try long.exchange(Data("Content-Length: 99999999999\r\n\r\n".utf8))
    #expect(long.server.exitCode == 1)
  }

  @Test("messages that are wrong in any part are answered or dropped, and the server goes on")
  func damaged() throws {
    var random = Seeded(state: 43)
    var answered = 0
    let text = "certificate \"甲\" {\n  page A4\n  text \"{name}\" { al: left; at: 0mm 0mm }\n}\n"
    let methods = [
      "completion", "hover", "documentSymbol", "definition", "references", "documentHighlight", "prepareRename",
      "rename",
      "formatting", "rangeFormatting", "codeAction", "foldingRange", "documentColor", "colorPresentation",
    ]
    for _ in 0..<120 {
      var session = try Session()
      try session.open(uri, text)
      let most = [0, 3, 40, Int(Int32.max), Int.max]
      func place() -> Wire.Object {
        Wire.position(most.randomElement(using: &random) ?? 0, most.randomElement(using: &random) ?? 0)
      }
      let params: Wire.Object = [
        "textDocument": ["uri": uri], "position": place(), "range": ["start": place(), "end": place()],
        "newName": "甲", "context": ["only": ["source"]], "color": ["red": 1, "green": 0, "blue": 0],
      ]
      let method = methods.randomElement(using: &random) ?? ""
      let message: Wire.Object = ["jsonrpc": "2.0", "id": 1, "method": "textDocument/" + method, "params": params]
      if try !session.exchange(Wire.frame(message)).isEmpty { answered += 1 }
      let change: Wire.Object = [
        "textDocument": ["uri": uri, "version": 2],
        "contentChanges": [["range": ["start": place(), "end": place()], "text": "{"] as Wire.Object],
      ]
      try session.notify("textDocument/didChange", change)
      // A byte of the body is another.
      var bytes = try Wire.frame(message)
      let place = Int.random(in: 25..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
      _ = try session.exchange(bytes)
      #expect(try session.request("textDocument/nonsense").at("error", "code") as? Int == -32601)
    }
    #expect(answered == 120)
  }

  @Test("a request that is taken back before its turn is not answered but by that")
  func cancelled() throws {
    var session = try Session()
    try session.open(uri, "certificate \"甲\" {\n  page A4\n}\n")
    let ask: Wire.Object = [
      "jsonrpc": "2.0", "id": 900, "method": "textDocument/documentSymbol", "params": ["textDocument": ["uri": uri]],
    ]
    let cancel: Wire.Object = ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": 900]]
    let both = try session.exchange(Wire.frame(ask) + Wire.frame(cancel))
    #expect(both.count == 1 && code(both.first) == -32800)
    // Too late: the answer has been given, and the id can be used again.
    #expect(try session.exchange(Wire.frame(cancel)).isEmpty)
    #expect(try session.exchange(Wire.frame(ask)).first?["result"] != nil)
  }

  @Test("UTF-8 if the client offers it, UTF-16 if not, and both count right beyond the basic plane")
  func encodings() throws {
    let text = "certificate \"甲\" {\n  page A4\n  text \"䶮𬱖😀\" { alihn: left }\n}\n"
    let line = "  text \"䶮𬱖😀\" { "
    for (offered, name, column) in [
      (["utf-32", "utf-8"], "utf-8", line.utf8.count), (["utf-32"], "utf-16", line.utf16.count),
      (["utf-16", "utf-8"], "utf-8", line.utf8.count),
    ] {
      var session = try Session(encodings: offered)
      try session.open(uri, text)
      let found = try #require(
        session.diagnostics[uri]?.first { $0["code"] as? String == "template.unknown-property" }, "\(name)")
      #expect(found.at("range", "start", "character") as? Int == column)
      #expect(found.at("range", "end", "character") as? Int == column + 5)
      #expect(try session.labels(uri, 2, column + 1).contains("align"))
      // Behind a line's end is its end, within a pair of surrogates its character.
      #expect(try session.ask("hover", uri, 2, 9999)["error"] == nil)
      #expect(try session.ask("hover", uri, 9999, 0)["error"] == nil)
      for character in 0...line.utf8.count { #expect(try session.ask("completion", uri, 2, character)["error"] == nil) }
    }
  }
}
