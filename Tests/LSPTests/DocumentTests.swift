import Foundation
import PressLSP
import TestKit
import Testing

/// The same numbers each time (Knuth's MMIX).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33 | state << 31
  }
}

@Suite("Documents")
struct DocumentTests {
  private let uri = "file:///sheets/a.layout"

  @Test("incremental changes give the text that the client has, whatever is before and behind them")
  func incremental() throws {
    var session = try Session()
    var text = "certificate \"甲😀\" {\r\n  page A4\n  text \"乙\" { at: 0mm 0mm }\n}\n"
    try session.open(uri, text)
    var random = Seeded(state: 2022)
    let pieces = ["", "a", "甲", "😀", "\n", "\r\n", "text \"丙\" { }\n", "{", "}"]
    for version in 2...60 {
      // Both places by UTF-16, between characters.
      let places = [0, 0].map { _ in Int.random(in: 0...text.count, using: &random) }.sorted()
      let (start, end) = (
        text.index(text.startIndex, offsetBy: places[0]), text.index(text.startIndex, offsetBy: places[1])
      )
      let piece = pieces.randomElement(using: &random) ?? ""
      try session.change(
        uri, version: version,
        [["range": Wire.range(place(start, in: text), place(end, in: text)), "text": piece]])
      text.replaceSubrange(start..<end, with: piece)
    }
    // The same text at once is understood the same.
    var other = try Session()
    try other.open(uri, text)
    #expect(try dump(session.diagnostics[uri]) == dump(other.diagnostics[uri]))
    let ask: Wire.Object = ["textDocument": ["uri": uri]]
    let symbols = (
      try session.request("textDocument/documentSymbol", ask), try other.request("textDocument/documentSymbol", ask)
    )
    #expect(try dump(symbols.0["result"]) == dump(symbols.1["result"]))
  }

  private func dump(_ json: Any?) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: json ?? [], options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private func place(_ index: String.Index, in text: String) -> (Int, Int) {
    let before = text[..<index]
    let lines = before.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return (lines.count - 1, lines.last?.utf16.count ?? 0)
  }

  @Test("diagnostics have code, severity, cure and related places, and go when the document does")
  func diagnostics() throws {
    var session = try Session()
    try session.open(
      uri,
      "certificate \"甲\" {\n  page A4\n  font song \"CertPress Song\"\n  font song \"CertPress Kai\"\n  text \"乙\" { font: song 9pt; at: 0mm 0mm }\n}\n"
    )
    let found = try #require(session.diagnostics[uri]?.first)
    #expect(found["code"] as? String == "template.duplicate-font")
    #expect(found["severity"] as? Int == 1)
    #expect(found["source"] as? String == "certpress")
    #expect(found.at("relatedInformation", 0, "location", "uri") as? String == uri)
    #expect(found.at("relatedInformation", 0, "location", "range", "start", "line") as? Int == 2)
    try session.notify("textDocument/didClose", ["textDocument": ["uri": uri]])
    #expect(session.diagnostics[uri]?.isEmpty ?? false)
  }

  @Test("versions that others have followed are published never, and what is the same is not said again")
  func coalesced() throws {
    var session = try Session()
    try session.open(uri, "certificate \"甲\" {\n  page A4\n}\n")
    let before = session.publications
    for version in 2...50 {
      try session.change(
        uri, version: version, [["text": "certificate \"甲\" {\n  page A\(version)\n}\n"]], publishes: false)
    }
    #expect(session.publications == before)
    _ = try session.exchange(Data())
    #expect(session.publications == before + 1)
    #expect(session.messages(uri).contains { $0.contains("A50") })
    _ = try session.exchange(Data())
    #expect(session.publications == before + 1)
  }

  @Test("an included file counts as it is in the editor, saved or not, and has its own errors")
  func includes() throws {
    let folder = try TemporaryFolder()
    let name = "证书 与#附件"
    try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    let house = try folder.write(Data("font song \"CertPress Song\"\n".utf8), as: name + "/house.layout")
    let main = folder.path(name + "/main layout.layout")
    func address(_ path: String) -> String { URL(filePath: path).absoluteString }
    let text =
      "certificate \"甲\" {\n  page A4\n  include \"house.layout\"\n  text \"乙\" { at: 10mm 10mm; font: song 12pt; style: label }\n}\n"
    var session = try Session()
    try session.open(address(main), text)
    #expect(session.messages(address(main)).contains { $0.contains("label") })
    // From the disk.
    #expect(try session.labels(address(main), 3, 34).contains("song"))
    // Unsaved: the style comes to be.
    try session.open(address(house), "font song \"CertPress Song\"\nstyle label { align: center }\n")
    #expect(session.messages(address(main)).isEmpty, "\(session.messages(address(main)))")
    #expect(session.messages(address(house)).isEmpty, "\(session.messages(address(house)))")
    let definition = try session.ask("definition", address(main), 3, 53)
    #expect(definition.at("result", "uri") as? String == address(house))
    #expect(definition.at("result", "range", "start", "line") as? Int == 1)
    // A mistake in it is told at its place.
    try session.change(address(house), [["text": "font song \"CertPress Song\"\nstyle label { aling: center }\n"]])
    #expect(session.messages(address(house)).contains { $0.contains("aling") })
    // Closed without saving: the disk's again.
    try session.notify("textDocument/didClose", ["textDocument": ["uri": address(house)]])
    #expect(session.messages(address(main)).contains { $0.contains("label") })
    // Written by another program.
    try Data("font song \"CertPress Song\"\nstyle label { align: center }\n".utf8).write(to: URL(filePath: house))
    try session.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": address(house), "type": 2] as Wire.Object]])
    #expect(session.messages(address(main)).isEmpty)
  }

  @Test("a file that a layout on the disk includes is understood as a part of it")
  func part() throws {
    let folder = try TemporaryFolder()
    let layout = try folder.write(
      Data(
        """
        certificate "甲" {
          page A4
          font song "CertPress Song"
          data { name text "姓名" }
          style label { font: song 12pt }
          include "parts/head.layout"
        }

        """.utf8), as: "main.layout")
    try FileManager.default.createDirectory(atPath: folder.path("parts"), withIntermediateDirectories: true)
    let part = URL(filePath: folder.path("parts/head.layout")).absoluteString
    var session = try Session()
    try session.open(part, "text \"{name}\" { style: label; at: 10mm 10mm }\n")
    #expect(session.messages(part) == [])
    #expect(session.diagnostics.keys.sorted() == [part])
    #expect(try session.labels(part, 0, 23) == ["label"])
    #expect(try session.labels(part, 0, 7).first == "name")
    let hover = try session.ask("hover", part, 0, 1).at("result", "contents", "value") as? String ?? ""
    #expect(hover.contains("from style 'label', line 5 of main.layout"), "\(hover)")
    let definition = try session.ask("definition", part, 0, 8)
    #expect(definition.at("result", "uri") as? String == URL(filePath: layout).absoluteString)
    let rename = try session.ask("rename", part, 0, 8, ["newName": "holder"])
    #expect((rename.at("result", "changes") as? Wire.Object)?.count == 2)
    // While it is typed, too, between what is published.
    for (version, typed) in ["text \"{name}\" { style: ", "text \"{name}\" { style: l", "text \"{name}\" { style: "]
      .enumerated()
    {
      try session.change(part, version: version + 2, [["text": typed]], publishes: version == 1)
      let answer = try session.exchangeCompletion(part, 0, 23)
      #expect(answer == ["label"])
    }
    try session.change(part, [["text": "text   \"{name}\" { sytle: label; at: 10mm 10mm }\n"]])
    #expect(session.messages(part).count >= 1)
    #expect(session.messages(part).allSatisfy { !$0.contains("certificate") })
    let format = try session.request("textDocument/formatting", ["textDocument": ["uri": part]])
    #expect(format.at("result", 0, "newText") as? String == "text \"{name}\" { sytle: label; at: 10mm 10mm }\n")
    let cure = try session.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": part], "range": Wire.range((0, 20), (0, 20)), "context": [:] as Wire.Object])
    #expect(cure.at("result", 0, "edit", "changes", part, 0, "newText") as? String == "style")
    // Without a layout around it, it is told that it has none.
    try FileManager.default.removeItem(atPath: layout)
    try session.notify("workspace/didChangeWatchedFiles", ["changes": []])
    #expect(session.messages(part).contains { $0.contains("certificate") })
  }

  @Test("a text that is no file is served too")
  func untitled() throws {
    var session = try Session()
    let uri = "untitled:Untitled-1"
    try session.open(uri, "certificate \"甲\" {\n  page A4\n  include \"house.layout\"\n}\n")
    #expect(session.messages(uri).contains { $0.contains("house.layout") })
    #expect(try session.labels(uri, 1, 2).contains("page"))
  }
}
