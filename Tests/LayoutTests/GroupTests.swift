import CertPress
import Testing

@Suite("Groups")
struct GroupTests {
  @Test("children count from the group's corner, and it is as large as they reach")
  func size() throws {
    let sheet = try Composed(
      """
      group { id: g; at: 20mm 10mm
        rectangle { id: a; at: 5mm 3mm; size: 10mm x 4mm; stroke: 0.5pt #000000 }
        line { id: l; from: 0 12mm; to: 30mm 12mm }
      }
      rectangle { id: b; at: right of g below g; size: 5mm x 5mm; fill: #888888 }
      """)
    #expect(sheet.errors == [])
    let a = try sheet.box("g/a")
    #expect(near(a.x, mm(25)) && near(a.y, mm(13)))
    // A line has no height, but the group reaches as far as it does.
    let b = try sheet.box("b")
    #expect(near(b.x, mm(50)) && near(b.y, mm(22)))
  }

  @Test("a turned group is one item whose ink holds the ink of all that is in it")
  func turned() throws {
    for angle in [-15, 30, 90, 137, -180] {
      let sheet = try Composed(
        """
        group { id: g; at: 40mm 30mm; size: 20mm x 10mm; rotate: \(angle)
          rectangle { id: a; at: 0 0; size: 20mm x 10mm; stroke: 1pt #000000 }
          text "文字" { id: t; at: 2mm 1mm; font: song 12pt }
        }
        """)
      let item = try #require(sheet.scene.pages[0].items.first)
      #expect(sheet.scene.pages[0].items.count == 1 && item.id == "g")
      guard case .group(let group) = item.content else { throw Missing() }
      for child in group.children {
        #expect(item.inkBox.contains(group.transform(child.inkBox), tolerance: 0.002), "\(angle)")
      }
      // It turns about its middle.
      let middle = group.transform(Point(x: mm(10), y: mm(5)))
      #expect(near(middle.x, mm(50)) && near(middle.y, mm(35)))
      #expect(near(item.box.center.x, mm(50)) && near(item.box.center.y, mm(35)))
    }
  }

  @Test("turned clockwise, what was at the right is below")
  func clockwise() throws {
    let sheet = try Composed(
      "group { id: g; at: 40mm 30mm; size: 20mm x 10mm; rotate: 90; rectangle { at: 0 0; size: 20mm x 10mm; fill: #888888 } }"
    )
    guard case .group(let group) = try sheet.item("g").content else { throw Missing() }
    let corner = group.transform(Point(x: mm(20), y: 0))
    #expect(near(corner.x, mm(55)) && near(corner.y, mm(45)))
  }

  @Test("opacity and clip are in the scene, and ink is what the clip leaves")
  func clipped() throws {
    let sheet = try Composed(
      """
      group { id: g; at: 10mm 10mm; size: 20mm x 10mm; opacity: 0.5; clip: ellipse
        rectangle { at: -5mm -5mm; size: 50mm x 50mm; fill: #888888 }
      }
      group { id: h; at: 50mm 10mm; size: 20mm x 10mm; clip: box
        rectangle { at: -5mm -5mm; size: 50mm x 50mm; fill: #888888 }
      }
      """)
    guard case .group(let g) = try sheet.item("g").content, case .group(let h) = try sheet.item("h").content else {
      throw Missing()
    }
    #expect(g.opacity == 0.5 && h.opacity == 1)
    #expect(g.clip?.segments.contains { if case .curve = $0 { true } else { false } } == true)
    #expect(h.clip == Path(rect: Rect(x: 0, y: 0, width: mm(20), height: mm(10))).onGrid)
    for id in ["g", "h"] {
      let item = try sheet.item(id)
      #expect(near(item.inkBox.width, mm(20)) && near(item.inkBox.height, mm(10)) && item.inkBox.x == item.box.x)
    }
    #expect(sheet.errors == [])
  }

  @Test("places hang on others within the group alone, and reading goes by the file")
  func relations() throws {
    for turn in ["", "rotate: 10"] {
      let sheet = try Composed(
        """
        group { id: g; at: 10mm 10mm; \(turn)
          text "第二" { id: b; at: 0 below a + 3mm; font: song 12pt }
          text "第一" { id: a; at: 0 0; font: song 12pt }
        }
        """)
      let texts = sheet.items().filter { !$0.runs.isEmpty }
      #expect(texts.map(\.id) == ["g/b", "g/a"] && texts.compactMap(\.readingOrder) == [0, 1])
      #expect(near(texts[0].box.y - texts[1].box.y, 12 + mm(3)))
    }
  }

  @Test("a group in a row is as wide as it reaches, and nothing in it is told to be too long")
  func inRow() throws {
    let sheet = try Composed(
      """
      row { at: 10mm 10mm; width: 60mm; gap: 2mm
        group { id: g; text "甲乙" { id: a; at: 3mm 0; font: song 12pt } }
        text "后" { id: b; font: song 12pt }
      }
      """)
    #expect(sheet.errors == [])
    let (a, b) = (
      try #require(sheet.items().first { $0.id.hasSuffix("/a") }),
      try #require(sheet.items().first { $0.id.hasSuffix("/b") })
    )
    #expect(near(a.box.x, mm(13)) && near(b.box.x, a.box.maxX + mm(2)))
  }

  @Test("in the group of each entry, what one entry has another has not")
  func entries() throws {
    let sheet = try Composed(
      """
      column { at: 10mm 10mm; width: 60mm
        repeat people { group { id: g
          when note { text note { id: n; at: 0 0; font: song 12pt } }
          text name { id: m; at: 0 below n + 2mm; font: song 12pt }
        } }
      }
      """, data: "people list \"人\" { name text \"名\"; note text \"注\" { optional } }",
      json: "{\"people\": [{\"name\": \"甲\", \"note\": \"注\"}, {\"name\": \"乙\"}]}")
    let names = sheet.items().filter { $0.id.hasSuffix("/m") }
    #expect(names.map(\.words) == ["甲", "乙"])
    #expect(near(names[0].box.y, mm(12) + 12))
    // The second group begins where the first ends; its note is a point at its top.
    #expect(near(names[1].box.y, names[0].box.maxY + mm(2)))
    #expect(sheet.errors == [])
  }
}

struct Missing: Error {}
