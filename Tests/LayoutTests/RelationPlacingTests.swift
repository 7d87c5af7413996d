import CertPress
import Testing

@Suite("Places that hang on others")
struct RelationPlacingTests {
  static let title = "text \"甲\" { id: title; at: 20mm 10mm; font: song 16pt }"

  @Test("below, right of, left of and above leave the white that they say")
  func sides() throws {
    let sheet = try Composed(
      """
      rectangle { id: mid; at: 40mm 30mm; size: 20mm x 10mm; stroke: 0.5pt #000000 }
      rectangle { id: under; at: with mid below mid + 6mm; size: 5mm x 4mm; fill: #888888 }
      rectangle { id: right; at: right of mid + 4mm with mid; size: 5mm x 4mm; fill: #888888 }
      rectangle { id: left; at: left of mid + 3mm with mid + 1mm; size: 5mm x 4mm; fill: #888888 }
      rectangle { id: over; at: with mid - 2mm above mid + 2mm; size: 5mm x 4mm; fill: #888888 }
      rectangle { id: centre; at: center of mid center of mid; size: 6mm x 2mm; fill: #888888 }
      """)
    #expect(sheet.errors == [])
    let under = try sheet.box("under")
    #expect(near(under.x, mm(40)) && near(under.y, mm(46)))
    let right = try sheet.box("right")
    #expect(near(right.x, mm(64)) && near(right.y, mm(30)))
    let left = try sheet.box("left")
    #expect(near(left.maxX, mm(37)) && near(left.y, mm(31)))
    let over = try sheet.box("over")
    #expect(near(over.x, mm(38)) && near(over.maxY, mm(28)))
    let centre = try sheet.box("centre")
    #expect(near(centre.center.x, mm(50)) && near(centre.center.y, mm(35)))
  }

  @Test("a text hangs below as many lines as there are")
  func belowText() throws {
    let workshop = try Workshop(
      """
      text name { id: name; at: 10mm 10mm; width: 30mm; font: song 12pt; fit: wrap(9) }
      text "下" { id: foot; at: 10mm below name + 6mm; font: song 12pt }
      """, data: "name text \"名\"")
    for (value, lines) in [("甲", 1.0), ("湖北省武汉市卫生健康委员会", 2)] {
      let sheet = try workshop.composed("{\"name\": \"\(value)\"}")
      let foot = try sheet.box("foot").y
      #expect(near(foot, mm(16) + 12 + 15 * (lines - 1)), "\(value)")
      #expect(try near(foot, sheet.box("name").maxY + mm(6)))
    }
  }

  @Test("a chain is placed whatever its order in the file, and painted in the order of the file")
  func chain() throws {
    let sheet = try Composed(
      """
      rectangle { id: c; at: 10mm below b + 1mm; size: 5mm x 5mm; fill: #888888 }
      rectangle { id: b; at: 10mm below a + 1mm; size: 5mm x 5mm; fill: #888888 }
      rectangle { id: a; at: 10mm 10mm; size: 5mm x 5mm; fill: #888888 }
      """)
    #expect(try near(sheet.box("c").y, mm(22)) && near(sheet.box("b").y, mm(16)))
    #expect(sheet.scene.pages[0].items.map(\.id) == ["c", "b", "a"])
  }

  @Test("an absent element is a point without its white")
  func absent() throws {
    let workshop = try Workshop(
      """
      rectangle { id: a; at: 10mm 10mm; size: 5mm x 5mm; fill: #888888 }
      when note { text note { id: b; at: 10mm below a + 4mm; font: song 12pt } }
      when note { text "二" { id: c; at: 10mm below b + 4mm; font: song 12pt } }
      rectangle { id: d; at: 10mm below c + 2mm; size: 5mm x 5mm; fill: #888888 }
      """, data: "note text \"注\" { optional }")
    let there = try workshop.composed("{\"note\": \"有\"}")
    #expect(try near(there.box("d").y, mm(15 + 4 + 4 + 2) + 24))
    let gone = try workshop.composed("{}")
    #expect(try near(gone.box("d").y, mm(17)))
    #expect(!gone.has("b") && gone.errors == [])
  }

  @Test("center is the middle of the area, and of another element whatever their sizes")
  func centre() throws {
    let sheet = try Composed(
      """
      text "中" { id: a; at: center 10mm; font: song 20pt }
      text "偏" { id: b; at: center + 10mm 20mm; font: song 20pt }
      text "长一些的" { id: c; at: center of b 30mm; font: song 10pt }
      """)
    #expect(try near(sheet.box("a").center.x, mm(50)))
    #expect(try near(sheet.box("b").center.x, mm(60)))
    #expect(try near(sheet.box("c").center.x, mm(60)))
  }

  @Test("what is centred on another and would leave the area is told, not squeezed past the edge")
  func centreAtEdge() throws {
    let sheet = try Composed(
      """
      rectangle { id: a; at: 90mm 10mm; size: 8mm x 5mm; fill: #888888 }
      text "湖北省职称改革工作领导小组" { id: b; at: center of a below a + 2mm; font: song 12pt; fit: shrink(3pt), wrap(9) }
      """)
    let box = try sheet.box("b")
    #expect(near(box.center.x, mm(94)) && box.maxX <= mm(100) + 0.002)
  }

  @Test("a text right of another has what is left of the area")
  func room() throws {
    let sheet = try Composed(
      """
      rectangle { id: a; at: 10mm 10mm; size: 20mm x 20mm; fill: #888888 }
      text "湖北省职称改革工作领导小组办公室湖北省职称改革工作领导小组办公室" { id: b; at: right of a + 5mm with a; font: song 12pt; fit: wrap(9) }
      """)
    let fit = try #require(try sheet.item("b").fit)
    #expect(near(fit.allowedWidth ?? 0, mm(65)))
  }

  @Test("a chain of thirty that hang by both coordinates takes no time, there or not")
  func longChain() throws {
    let parts = (1...30).map {
      "when note { rectangle { id: r\($0); at: with r\($0 - 1) below r\($0 - 1) + 1mm; size: 5mm x 1mm; fill: #888888 } }"
    }
    let workshop = try Workshop(
      """
      rectangle { id: r0; at: 10mm 10mm; size: 5mm x 1mm; fill: #888888 }
      \(parts.joined(separator: "\n"))
      rectangle { id: last; at: with r30 below r30; size: 5mm x 1mm; fill: #888888 }
      text note { id: n; at: 50mm 10mm; font: song 9pt }
      """, data: "note text \"注\" { default: \"无\" }")
    #expect(try near(workshop.composed("{}").box("last").y, mm(71)))
    let optional = try Workshop(
      """
      rectangle { id: r0; at: 10mm 10mm; size: 5mm x 1mm; fill: #888888 }
      \(parts.joined(separator: "\n"))
      rectangle { id: last; at: with r30 below r30; size: 5mm x 1mm; fill: #888888 }
      """, data: "note text \"注\" { optional }")
    #expect(try near(optional.composed("{}").box("last").y, mm(11)))
  }
}
