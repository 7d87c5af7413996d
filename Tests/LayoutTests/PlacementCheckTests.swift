import CertPress
import Testing

@Suite("Checks of placement")
struct PlacementCheckTests {
  private let code = "qr \"https://example.gov.cn/v/1\" { id: code; at: 40mm 30mm; size: 20mm; alt: \"码\" }"

  @Test("texts on top of each other are a warning that names both")
  func overlap() throws {
    let sheet = try Sheet(
      """
      text "甲乙" { id: one; font: song 16pt; at: 10mm 10mm }
      text "丙丁" { id: other; font: song 16pt; at: 12mm 11mm }
      """)
    #expect(sheet.ids == ["layout.overlap"])
    #expect(sheet.diagnostics[0].message == "'other' lies over 'one'")
  }

  @Test("a seal over text is meant where the layout says so, and a warning elsewhere")
  func over() throws {
    let text = "text \"甲乙丙丁\" { font: song 16pt; at: 30mm 30mm }"
    let seal = "seal \"专用章\" { center: 35mm 32mm; diameter: 30mm"
    #expect(try Sheet(text + "\n" + seal + "; over: text }").ids == [])
    #expect(try Sheet(text + "\n" + seal + " }").ids == ["layout.overlap"])
  }

  @Test("a text that runs into the frame is a warning; within it is none")
  func frame() throws {
    let frame = "border wave { inset: 5mm; width: 6mm }\n"
    #expect(try Sheet(frame + "text \"甲\" { font: song 16pt; at: 7mm 20mm }").ids == ["layout.overlap"])
    #expect(try Sheet(frame + "text \"甲\" { font: song 16pt; at: 15mm 20mm }").ids == [])
  }

  @Test("a text in the quiet zone of a QR symbol is an error")
  func quietZone() throws {
    let near = "text \"甲\" { id: near; font: song 10pt; at: 61mm 35mm }"
    let sheet = try Sheet(code + "\n" + near)
    #expect(sheet.ids == ["layout.quiet-zone"])
    #expect(sheet.diagnostics[0].severity == .error)
    #expect(sheet.diagnostics[0].message.contains("'near' stands in the quiet zone of the QR symbol 'code'"))
  }

  @Test("a line in the quiet zone is an error too, a text outside it is none")
  func quietZoneOfLines() throws {
    #expect(
      try Sheet(code + "\nline { from: 38mm 29mm; to: 70mm 29mm; stroke: 0.5pt #000000 }").ids == ["layout.quiet-zone"])
    #expect(try Sheet(code + "\ntext \"甲\" { font: song 10pt; at: 64mm 35mm }").ids == [])
  }

  @Test("a coloured ground under a QR symbol is an error, a white one is none")
  func ground() throws {
    let ground = "rectangle { at: 30mm 20mm; size: 40mm; fill: "
    #expect(try Sheet(ground + "#ffffff }\n" + code).ids == [])
    #expect(try Sheet(ground + "#ffe0e0 }\n" + code).ids == ["layout.quiet-zone"])
    #expect(try Sheet(ground + "#ffe0e0 }\n" + ground + "#ffffff }\n" + code).ids == [])
    #expect(try Sheet(code + "\n" + ground + "#ffffff }").ids == ["layout.quiet-zone"])
  }

  @Test("what leaves the sheet is an error with its place, what leaves the area a warning")
  func offPage() throws {
    let off = try Sheet("text \"甲乙丙丁\" { font: song 16pt; center: 97mm 40mm; width: 22.6mm }")
    #expect(off.ids == ["layout.off-page"])
    #expect(off.diagnostics[0].severity == .error)
    #expect(try Sheet("line { from: 50mm 40mm; to: 106mm 40mm }").ids == ["layout.off-page"])
    let outside = try Sheet("area 90mm x 70mm\ntext \"甲\" { font: song 16pt; at: -4mm 10mm }")
    #expect(outside.ids == ["layout.outside-area"])
    #expect(outside.diagnostics[0].severity == .warning)
  }

  @Test("a quiet zone that leaves the sheet is an error")
  func quietZoneOffPage() throws {
    let sheet = try Sheet("qr \"https://example.gov.cn/v/1\" { at: 79.5mm 30mm; size: 20mm; alt: \"码\" }")
    #expect(sheet.ids.contains("layout.quiet-zone"))
  }

  @Test("a QR symbol that leaves the sheet is told once")
  func codeOffPage() throws {
    let sheet = try Sheet("qr \"https://example.gov.cn/v/1\" { at: 90mm 30mm; size: 20mm; alt: \"码\" }")
    #expect(sheet.ids == ["layout.off-page"])
  }

  @Test("a QR symbol whose modules are too fine for phones is a warning that says how wide it must be")
  func denseCode() throws {
    // Version 2: 25 modules.
    func code(_ size: String) -> String {
      "qr \"https://example.gov.cn/v/1\" { at: 30mm 20mm; size: \(size); alt: \"码\" }"
    }
    #expect(try Sheet(code("8.5mm")).ids == [])
    let dense = try Sheet(code("7mm"))
    #expect(dense.ids == ["layout.dense-code"])
    #expect(dense.diagnostics[0].message.contains("0.28 mm wide"))
    #expect(dense.diagnostics[0].hint?.hasPrefix("make it ") == true)
  }

  @Test("a text that is too long is told, its lying over the next one is not")
  func overflowBesideOthers() throws {
    let row =
      "row { at: 5mm 20mm; text \"甲乙丙丁戊\" { font: song 16pt; width: 10mm }; text \"己\" { font: song 16pt } }"
    #expect(try Sheet(row).ids == ["layout.text-overflow"])
  }

  @Test("what a column places leaves the area as one")
  func columnOutsideArea() throws {
    let column = "column { at: -4mm 10mm; gap: 2mm; text \"甲\" { font: song 16pt }; text \"乙\" { font: song 16pt } }"
    let sheet = try Sheet("area 90mm x 70mm\n" + column)
    #expect(sheet.ids == ["layout.outside-area"])
    #expect(sheet.diagnostics[0].message.hasSuffix(", and one more beside it"))
  }
}
