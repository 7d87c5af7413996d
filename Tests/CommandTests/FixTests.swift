import Foundation
import TestKit
import Testing

@Suite("check --fix")
struct FixTests {
  static func sheet(_ text: String, style: String = "") -> String {
    """
    certificate "x" {
      page A4
      font song "CertPress Song"
    \(style)  \(text)
    }

    """
  }

  private func text(_ desk: Desk) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: desk.layout)), as: UTF8.self)
  }

  @Test("what can be mended is mended in the file and told with its place; then the layout has no errors")
  func mended() throws {
    let wrong = Self.sheet("text \"一 { font: song 12px; aling: center; at: 10mm 10mm; widht: 96px }")
    let desk = try Desk(layout: Data(wrong.utf8))
    let result = try Command.run(["check", desk.layout, "--fix"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "")
    let lines = result.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(lines[0] == "\(desk.layout):4:10: fixed: insert '\"' [syntax.unclosed-string]")
    #expect(lines.contains { $0.hasPrefix("\(desk.layout):4:") && $0.contains("[template.pixels]") })
    #expect(lines.contains { $0.hasSuffix("fixed: replace 'aling' with 'align' [template.unknown-property]") })
    #expect(lines.last == "\(desk.layout) has no errors")
    #expect(
      try text(desk)
        == Self.sheet("text \"一\" { font: song 9pt; align: center; at: 10mm 10mm; width: 72pt }"))
    #expect(try desk.files() == ["sheet.layout"])
  }

  @Test("what remains is reported, and the exit code is as ever")
  func remaining() throws {
    let wrong = Self.sheet("text \"{nobody}\" { font: song 12pt; at: 10mm 10mm; widht: 50mm }")
    let desk = try Desk(layout: Data(wrong.utf8))
    let result = try Command.run(["check", desk.layout, "--fix"])
    #expect(result.status == 1)
    #expect(result.ids == ["template.unknown-field"])
    #expect(result.text == "\(desk.layout):4:53: fixed: replace 'widht' with 'width' [template.unknown-property]\n")
    let again = try Command.run(["check", desk.layout, "--fix"])
    #expect(again.status == 1)
    #expect(again.text == "")
    #expect(again.error == result.error)
  }

  @Test("nothing is written where nothing is mended, and warnings are told only")
  func untouched() throws {
    let unused = Self.sheet(
      "text \"一\" { font: song 12pt; at: 10mm 10mm }", style: "  style later { font: song 9pt }\n")
    let desk = try Desk(layout: Data(unused.utf8))
    let before = try FileManager.default.attributesOfItem(atPath: desk.layout)[.systemFileNumber] as? Int
    let result = try Command.run(["check", desk.layout, "--fix"])
    #expect(result.status == 0)
    #expect(result.ids == ["template.unused-style"])
    #expect(result.text == "")
    #expect(try text(desk) == unused)
    #expect(try FileManager.default.attributesOfItem(atPath: desk.layout)[.systemFileNumber] as? Int == before)
  }

  @Test("a misspelt name is mended before the style that it means is called unused")
  func misspelt() throws {
    let desk = try Desk(
      layout: Data(
        Self.sheet("text \"一\" { style: lable; at: 10mm 10mm }", style: "  style label { font: song 9pt }\n").utf8))
    let result = try Command.run(["check", desk.layout, "--fix"])
    #expect(result.status == 0, "\(result.error)")
    #expect(try text(desk).contains("style label { font"))
    #expect(try text(desk).contains("style: label;"))
  }

  @Test("with --diagnostics json standard output is what remains, and the cures are on standard error")
  func json() throws {
    let desk = try Desk(layout: Data(Self.sheet("text \"一\" { font: song 12pt; att: 1mm 1mm }").utf8))
    let result = try Command.run(["check", desk.layout, "--fix", "--diagnostics", "json"])
    #expect(result.status == 0)
    #expect(try JSONDecoder().decode([[String: String]].self, from: result.output).isEmpty)
    #expect(result.error == "\(desk.layout):4:31: fixed: replace 'att' with 'at' [template.unknown-property]\n")
  }

  @Test("a record is held against the mended layout, and never changed")
  func record() throws {
    var desk = try Desk(plain: "张三")
    try Data(Desk.plainLayout.replacing("wrap(3)", with: "warp(3)").utf8).write(to: URL(filePath: desk.layout))
    desk.remove("value")
    desk.set("valeu", "张三")
    let record = try desk.saveRecord()
    let result = try Command.run(["check", desk.layout, "--fix", "--data", record])
    #expect(result.status == 1)
    #expect(result.ids == ["record.missing-field"])
    #expect(result.text.contains("fixed: replace 'warp' with 'wrap'"))
    #expect(try text(desk) == Desk.plainLayout)
    #expect(try desk.data("record.json") == desk.json)
  }

  @Test("a file that cannot be replaced keeps its bytes, and nothing is called fixed")
  func unwritable() throws {
    let wrong =
      Self.sheet("text \"一\" { font: song 12pt; att: 1mm 1mm }") + String(repeating: "// a long file\n", count: 1000)
    let desk = try Desk(layout: Data(wrong.utf8))
    let full = try Command.shell(
      #"trap "" XFSZ; ulimit -f 8; "$certpress" check "$1" --fix"#, desk.layout)
    #expect(full.status == 2)
    #expect(full.text == "")
    #expect(full.ids == ["file.unusable"])
    #expect(try text(desk) == wrong)
    #expect(try desk.files() == ["sheet.layout"])
  }
}
