import CertPress
import Testing

@Suite("Inline runs")
struct InlineRunTests {
  @Test("sub- and superscripts have six tenths of the size, and baselines of their own")
  func scripts() throws {
    let sheet = try Composed("text \"H\" sub(\"2\") \"O\" sup(\"n\") { id: t; at: 10mm 10mm; font: song 20pt }")
    let runs = try sheet.runs("t")
    #expect(runs.map(\.text) == ["H", "2", "O", "n"] && runs.map(\.size) == [20, 12, 20, 12])
    let base = runs[0].transform.ty
    #expect(near(base, mm(10) + 17.6) && runs[2].transform.ty == base)
    #expect(near(runs[1].transform.ty - base, 2.4) && near(base - runs[3].transform.ty, 7.2))
    // Each begins where the one before ends.
    for (one, next) in zip(runs, runs.dropFirst()) {
      let last = try #require(one.glyphs.last)
      #expect(near(one.transform.tx + last.position.x + last.advance, next.transform.tx))
    }
  }

  @Test("looks nest: bold in a colour in another font")
  func nested() throws {
    let sheet = try Composed(
      "text \"甲\" color(#b3261e, \"乙\" bold(\"丙\" in(kai, \"丁\"))) { id: t; at: 10mm 10mm; font: song 20pt }")
    let runs = try sheet.runs("t")
    #expect(runs.map(\.text) == ["甲", "乙", "丙", "丁"])
    #expect(runs.map { $0.embolden.value > 0 } == [false, false, true, true])
    #expect(runs.dropFirst().allSatisfy { $0.paint == .solid(Color(red: 0xB3, green: 0x26, blue: 0x1E)) })
    #expect(runs[0].paint == .solid(.black))
    #expect(runs[2].face == runs[0].face && runs[3].face != runs[0].face)
  }

  @Test("lines break where those of the plain text break")
  func breaks() throws {
    let parts = ["依据鄂职改办〔20", "22〕4", "3号文件，", "“高级工程师", "”（正", "高）任职", "资格——合格……", "98％"]
    let mixed = parts.enumerated().map { $0.isMultiple(of: 2) ? "bold(\"\($1)\")" : "\"\($1)\"" }.joined(separator: " ")
    for width in stride(from: 36.0, through: 80, by: 2.7) {
      func lines(_ text: String) throws -> [String] {
        try Composed("text \(text) { id: t; at: 10mm 10mm; width: \(width)mm; font: song 10pt; fit: wrap(20) }").item(
          "t"
        ).lines
      }
      #expect(try lines(mixed) == lines("\"\(parts.joined())\""), "\(width)")
    }
  }

  @Test(
    "a value never becomes markup", arguments: ["bold(\\\"甲\\\")", "<b>甲</b>", "{name}", "sup(2)", "\\\" \\\"", "{{"])
  func data(value: String) throws {
    let workshop = try Workshop(
      "text \"前\" bold(\"{name}\") \"后\" { id: t; at: 5mm 10mm; font: song 10pt }", data: "name text \"名\"")
    let runs = try workshop.composed("{\"name\": \"\(value)\"}").runs("t")
    let plain = value.replacing("\\\"", with: "\"")
    #expect(runs.map(\.text).joined() == "前\(plain)后")
    let bold = runs.filter { $0.embolden.value > 0 }.map(\.text).joined()
    #expect(bold == plain)
  }

  @Test("characters that no font has are told in any run, with their field")
  func missing() throws {
    for run in ["bold(\"{name}\")", "sup(\"{name}\")", "in(kai, \"{name}\")", "color(#b3261e, \"{name}\")"] {
      let sheet = try Composed(
        "text \"前\" \(run) { id: t; at: 5mm 10mm; font: song 10pt }", data: "name text \"名\"",
        json: "{\"name\": \"甲\u{1F600}\"}")
      #expect(
        sheet.errors.count == 1
          && sheet.diagnostics.contains { $0.id == "text.missing-character" && $0.field == "name" },
        "\(run): \(sheet.diagnostics.map(\.id))")
    }
  }

  @Test("ink holds raised and lowered parts")
  func ink() throws {
    let sheet = try Composed("text \"H\" sub(\"g\") sup(\"T\") { id: t; at: 10mm 10mm; font: song 20pt }")
    let plain = try Composed("text \"HgT\" { id: t; at: 10mm 10mm; font: song 20pt }")
    #expect(try sheet.item("t").inkBox.width < plain.item("t").inkBox.width)
    #expect(try sheet.item("t").box.width < plain.item("t").box.width)
    #expect(sheet.errors == [])
  }
}
