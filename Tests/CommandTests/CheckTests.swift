import Foundation
import TestKit
import Testing

@Suite("check")
struct CheckTests {
  private struct Finding: Decodable, Equatable {
    var id: String
    var severity: String
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
    var offset: Int?
    var endOffset: Int?
    var hint: String?
    var field: String?
    var record: String?
  }

  private func findings(_ result: Tool.Result) throws -> [Finding] {
    #expect(result.error == "")
    return try JSONDecoder().decode([Finding].self, from: result.output)
  }

  @Test("a good layout and a good record are called so; as JSON they are an empty array")
  func good() throws {
    let desk = try Desk()
    let record = try desk.saveRecord()
    let layout = try Command.run(["check", desk.layout])
    #expect(layout.status == 0)
    #expect(layout.error == "")
    #expect(layout.text == "\(desk.layout) has no errors\n")
    let both = try Command.run(["check", desk.layout, "--data", record])
    #expect(both.status == 0)
    #expect(both.error == "")
    #expect(both.text == "the record fits the layout\n")
    let json = try Command.run(["check", desk.layout, "--data", record, "--diagnostics", "json"])
    #expect(json.status == 0)
    #expect(try findings(json).isEmpty)
  }

  @Test("errors of a layout are JSON with stable ids and places")
  func layoutErrors() throws {
    let text = """
      certificate "x" {
        page A4
        font song "CertPress Song"
        text "一" { font: song 12pt; at: 10mm 10mm; colour: #000 }
        text "{nobody}" { font: song 12pt; at: 10mm 30mm }
      }

      """
    let desk = try Desk(layout: Data(text.utf8))
    let result = try Command.run(["check", desk.layout, "--diagnostics", "json"])
    #expect(result.status == 1)
    let all = try findings(result)
    #expect(all.count == 2)
    #expect(all.allSatisfy { $0.severity == "error" && $0.file == desk.layout && $0.hint != nil })
    #expect(all.map(\.line) == [4, 5])
    for finding in all {
      let bytes = Array(text.utf8)[try #require(finding.offset)..<(try #require(finding.endOffset))]
      let piece = String(decoding: bytes, as: UTF8.self)
      #expect(["colour", "{nobody}", "nobody"].contains(piece), "\(piece)")
      // Columns count characters; offsets count bytes.
      let line = Array(text.split(separator: "\n")[try #require(finding.line) - 1].unicodeScalars)
      let column = try #require(finding.column)
      #expect(String(String.UnicodeScalarView(line[column - 1..<(try #require(finding.endColumn)) - 1])) == piece)
    }
  }

  @Test("errors of a record are JSON with field, record and the place in the record's file")
  func recordErrors() throws {
    var desk = try Desk()
    desk.set("birth", "2022-02-30")
    desk.set("photo", "none.jpg")
    let record = try desk.saveRecord()
    let result = try Command.run(["check", desk.layout, "--data", record, "--diagnostics", "json"])
    #expect(result.status == 1)
    let all = try findings(result)
    let date = try #require(all.first { $0.id == "record.not-a-date" })
    #expect(date.field == "birth")
    #expect(date.record == record)
    #expect(date.file == record)
    let bytes = Array(desk.json)[try #require(date.offset)..<(try #require(date.endOffset))]
    #expect(String(decoding: bytes, as: UTF8.self) == "\"2022-02-30\"")
  }

  @Test("a picture that is missing is found without painting")
  func pictures() throws {
    var desk = try Desk()
    desk.set("photo", "none.jpg")
    let result = try Command.run(["check", desk.layout, "--data", try desk.saveRecord()])
    #expect(result.status == 1)
    #expect(result.ids == ["media.not-found"])
    #expect(result.output.isEmpty)
  }

  @Test("what cannot be read is JSON too, and so is what render has to say")
  func jsonElsewhere() throws {
    let missing = try Command.run(["check", "none.layout", "--diagnostics", "json"])
    #expect(missing.status == 2)
    #expect(try findings(missing).map(\.id) == ["file.unusable"])
    var desk = try Desk()
    #expect(try findings(desk.render("--diagnostics", "json")).isEmpty)
    desk.remove("name")
    let result = try desk.render("--diagnostics", "json")
    #expect(result.status == 1)
    #expect(try findings(result).map(\.id) == ["record.missing-field"])
  }

  @Test("check and render agree about a record")
  func agreement() throws {
    for (field, value) in [
      ("name", "张三"), ("name", "张\n三"), ("name", "😀"), ("birth", "x"), ("photo", "../x"), ("verify_url", "x"),
    ] {
      var desk = try Desk()
      desk.set(field, value)
      let check = try Command.run(["check", desk.layout, "--data", try desk.saveRecord()])
      let render = try desk.render()
      #expect(check.status == render.status)
      #expect(check.error == render.error)
    }
  }
}
