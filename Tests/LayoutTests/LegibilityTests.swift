import CertPress
import Testing

@Suite("Checks of legibility")
struct LegibilityTests {
  // MARK: Size

  @Test("汉字 below 6 pt are a warning with their size, Latin and digits below 5 pt")
  func small() throws {
    let sheet = try Sheet("text \"编号\" { font: song 5.5pt; at: 20mm 20mm }")
    #expect(sheet.ids == ["layout.small-text"])
    #expect(sheet.diagnostics[0].severity == .warning)
    #expect(sheet.diagnostics[0].message == "'编号' is set at 5.5 pt and can hardly be read")
    #expect(try Sheet("text \"编号\" { font: song 6pt; at: 20mm 20mm }").ids == [])
    #expect(try Sheet("text \"No. 2022–04\" { font: song 5pt; at: 20mm 20mm }").ids == [])
    #expect(try Sheet("text \"No. 2022–04\" { font: song 4.9pt; at: 20mm 20mm }").ids == ["layout.small-text"])
  }

  @Test("a text that was shrunk there says so, and names the field and not its value")
  func shrunk() throws {
    let sheet = try Sheet(
      "text name { font: song 10.5pt; at: 20mm 20mm; width: 10mm; fit: shrink(4pt) }", data: "name text \"姓名\"",
      record: ["name": .text("一二三四五六")])
    #expect(sheet.ids == ["layout.small-text"])
    #expect(sheet.diagnostics[0].message == "'name' is shrunk from 10.5 pt to 4.7 pt and can hardly be read")
    #expect(sheet.diagnostics[0].field == "name" && sheet.diagnostics[0].record == "test")
  }

  @Test("what nobody has to read may be small and faint")
  func artifact() throws {
    #expect(
      try Sheet("text \"防伪\" { font: song 2pt; at: 20mm 20mm; color: #eeeeee; role: artifact }").ids == [])
  }

  // MARK: Contrast

  @Test("a text too faint for a copier is a warning with the contrast it has and the one it needs")
  func faint() throws {
    let sheet = try Sheet("text \"甲\" { font: song 12pt; at: 20mm 20mm; color: #999999 }")
    #expect(sheet.ids == ["layout.low-contrast"])
    #expect(sheet.diagnostics[0].message.hasSuffix("#999999 on white has a contrast of 2.8:1, 4.5:1 is needed"))
    #expect(try Sheet("text \"甲\" { font: song 12pt; at: 20mm 20mm; color: #767676 }").ids == [])
  }

  @Test("a contrast just below the needed one is not rounded up to it")
  func justBelow() throws {
    let sheet = try Sheet("text \"甲\" { font: song 12pt; at: 20mm 20mm; color: #777777 }")
    #expect(sheet.diagnostics.first?.message.hasSuffix("a contrast of 4.4:1, 4.5:1 is needed") == true)
  }

  @Test("from 14 pt on 3:1 is enough")
  func large() throws {
    #expect(try Sheet("text \"甲\" { font: song 14pt; at: 20mm 20mm; color: #949494 }").ids == [])
    #expect(try Sheet("text \"甲\" { font: song 13.9pt; at: 20mm 20mm; color: #949494 }").ids == ["layout.low-contrast"])
  }

  @Test("the ground under a text counts, the uppermost where several lie there")
  func ground() throws {
    let white = "text \"白字\" { font: song 12pt; at: 20mm 20mm; color: #ffffff }"
    let dark = "rectangle { at: 15mm 15mm; size: 30mm; fill: #1f3f7f }\n"
    let pale = "rectangle { at: 15mm 15mm; size: 30mm; fill: #dddddd }\n"
    #expect(try Sheet(white).ids == ["layout.low-contrast"])
    #expect(try Sheet(dark + white).ids == [])
    #expect(try Sheet(pale + dark + white).ids == [])
    #expect(try Sheet(dark + pale + white).ids == ["layout.low-contrast"])
    #expect(try Sheet(white + "\n" + dark).ids == ["layout.low-contrast"])
  }

  @Test("a text across two dark grounds stands on no paper, one that leaves its ground does")
  func grounds() throws {
    let white = "text \"白字\" { font: song 12pt; at: 20mm 20mm; color: #ffffff }\n"
    let left = "rectangle { at: 15mm 15mm; size: 9mm x 15mm; fill: #1f3f7f }\n"
    let right = "rectangle { at: 24mm 15mm; size: 9mm x 15mm; fill: #7f1f1f }\n"
    #expect(try Sheet(left + right + white).ids == [])
    #expect(try Sheet(left + white).ids == ["layout.low-contrast"])
  }

  @Test("of a text on a picture nothing is known")
  func onPicture() throws {
    let picture = "image photo { at: 15mm 15mm; size: 30mm; fit: cover; alt: \"照片\" }\n"
    let white = "text \"白字\" { font: song 12pt; at: 20mm 20mm; color: #ffffff; over: image }"
    let sheet = try Sheet(picture + white, data: "photo image \"照片\"", record: ["photo": .text("jfif-thumbnail.jpg")])
    #expect(sheet.ids == [])
  }

  @Test("a grey line too faint is a warning, a golden one an ornament, and a seal is red")
  func lines() throws {
    func line(_ color: String) -> String { "line { from: 20mm 20mm; to: 60mm 20mm; stroke: 1pt \(color) }" }
    #expect(try Sheet(line("#cccccc")).ids == ["layout.low-contrast"])
    #expect(try Sheet(line("#888888")).ids == [])
    #expect(try Sheet(line("#d4af37")).ids == [])
    #expect(try Sheet("seal \"测试专用章\" { center: 50mm 40mm; diameter: 30mm; color: #ff8080 }").ids == [])
  }

  // MARK: Edge

  @Test("a text within 5 mm of the sheet's edge is a warning with its distance")
  func nearEdge() throws {
    let sheet = try Sheet("text \"甲\" { font: song 10pt; at: 50mm 73mm }")
    #expect(sheet.ids == ["layout.near-edge"])
    #expect(sheet.diagnostics[0].message.contains("mm from the sheet's bottom edge"))
    #expect(sheet.diagnostics[0].message.contains(/'甲' is 3\.\d mm/))
    #expect(try Sheet("text \"甲\" { font: song 10pt; at: 5mm 40mm }").ids == [])
    // Not the area's edge: it may lie anywhere.
    #expect(try Sheet("area 80mm x 60mm\ntext \"甲\" { font: song 10pt; at: 0mm 40mm }").ids == [])
  }

  @Test("what runs to the sheet's edge is meant to, what nearly does would be cut")
  func bleed() throws {
    func band(_ at: String, _ size: String) -> String { "rectangle { at: \(at); size: \(size); fill: #1f3f7f }" }
    #expect(try Sheet(band("0mm 0mm", "100mm x 8mm")).ids == [])
    #expect(try Sheet(band("3mm 3mm", "94mm x 8mm")).ids == ["layout.near-edge"])
    #expect(try Sheet(band("5mm 5mm", "90mm x 8mm")).ids == [])
    #expect(try Sheet("rectangle { at: 3mm 3mm; size: 9mm; fill: #ffffff }").ids == [])
    #expect(try Sheet("border wave { inset: 3mm; width: 6mm }").ids == ["layout.near-edge"])
    #expect(try Sheet("border wave { inset: 5mm; width: 6mm }").ids == [])
    #expect(try Sheet("border wave { width: 6mm }").ids == [])
    #expect(
      try Sheet("qr \"https://example.gov.cn/v/1\" { at: 76mm 30mm; size: 20mm; alt: \"码\"; quiet: 1 }").ids == [
        "layout.near-edge"
      ])
  }

  @Test("what leaves the sheet or the area has been told of and is not told twice")
  func onceOnly() throws {
    #expect(try Sheet("text \"甲\" { font: song 16pt; at: 97mm 40mm }").ids.contains("layout.near-edge") == false)
    #expect(try Sheet("area 90mm x 70mm\ntext \"甲\" { font: song 16pt; at: -4mm 10mm }").ids == ["layout.outside-area"])
  }

  // MARK: Strokes

  @Test("a stroke that will not print is a warning: below 0.2 pt, of light colours below 0.5 pt")
  func hairline() throws {
    func line(_ stroke: String) -> String { "line { from: 20mm 20mm; to: 60mm 20mm; stroke: \(stroke) }" }
    let sheet = try Sheet(line("0.1pt #000000"))
    #expect(sheet.ids == ["layout.hairline"])
    #expect(sheet.diagnostics[0].message.contains("a stroke of 0.1 pt"))
    #expect(try Sheet(line("0.2pt #000000")).ids == [])
    #expect(try Sheet(line("0.4pt #f0d060")).ids == ["layout.hairline"])
    #expect(try Sheet(line("0.5pt #f0d060")).ids == [])
    #expect(try Sheet("rectangle { at: 20mm 20mm; size: 30mm; stroke: 0.05mm #000000 }").ids == ["layout.hairline"])
    #expect(try Sheet("border wave { inset: 6mm; width: 6mm; rule: 0.1pt }").ids == ["layout.hairline"])
    #expect(try Sheet("border wave { inset: 6mm; width: 6mm }").ids == [])
  }
}
