import CertPress
import Testing

@Suite("Composition")
struct CompositionTests {
  @Test("texts of different families and sizes in a row share one baseline")
  func baseline() throws {
    let sheet = try Sheet(
      """
      row { at: 10mm 10mm
        text "姓名" { font: song 16pt }  text "：" { font: hei 12pt }  text "石洋静" { font: kai 20pt }
      }
      """)
    let lines = sheet.scene.pages[0].items.compactMap { item -> Points? in
      guard case .text(let runs, _) = item.content else { return nil }
      return runs.first?.transform.ty
    }
    #expect(lines.count == 3 && Set(lines).count == 1)
    #expect(sheet.diagnostics.isEmpty)
  }

  @Test("in a row the text with a fit policy gives way, not its label")
  func givesWay() throws {
    let sheet = try Sheet(
      """
      row { at: 10mm 10mm; width: 60mm
        text "单位：" { font: song 16pt }
        text "恩施土家族苗族自治州人力资源局" { id: value; font: hei 16pt; fit: shrink(8pt) }
      }
      """)
    guard case .text(_, let fit) = sheet["单位：/value"]?.content ?? sheet.first(endingWith: "value")?.content else {
      Issue.record("no such text")
      return
    }
    // 60 mm less three characters of 16 pt, for 15 characters: 8.14 pt each, so 8.1.
    #expect(fit.usedSize == 8.1 && fit.askedSize == 16 && fit.step == "shrink(8pt)")
    #expect(sheet.diagnostics.isEmpty)
  }

  @Test("in a column of fixed pitch a text of two lines stays clear of its neighbours")
  func twoLines() throws {
    let long = "湖北省卫生健康委员会卫生系列高级职务任职资格"
    let rows = (0..<3).map { "row { text \"\(long)\" { id: t\($0); font: hei 16pt; fit: wrap(2), shrink(10pt) } }" }
    let sheet = try Sheet("column { at: 5mm 10mm; width: 70mm; pitch: 10mm; \(rows.joined(separator: "\n")) }")
    #expect(sheet.diagnostics.isEmpty)
    for item in sheet.scene.pages[0].items {
      guard case .text(_, let fit) = item.content else { continue }
      #expect(fit.lines == 2)
    }
  }

  @Test("a column without a pitch stacks its children with the gap between them")
  func stacks() throws {
    let sheet = try Sheet(
      """
      column { at: 10mm 10mm; gap: 5pt
        text "一" { id: a; font: song 16pt }  text "二" { id: b; font: song 10pt }  text "三" { id: c; font: song 10pt }
      }
      """)
    let tops = ["a", "b", "c"].compactMap { sheet.first(endingWith: $0)?.box.y }
    #expect(tops.count == 3)
    #expect((tops[1] - tops[0]).onGrid == 21 && (tops[2] - tops[1]).onGrid == 15)
  }

  @Test("what hangs on an absent field is not there, and what flows below it moves up")
  func when() throws {
    let body = """
      column { at: 10mm 10mm
        when scene { text "{scene}" { font: song 10pt } }
        text "二" { id: below; font: song 10pt }
      }
      """
    let data = "scene text \"场景\" { optional }"
    let with = try Sheet(body, data: data, record: ["scene": "本人"])
    let without = try Sheet(body, data: data)
    let lower = try #require(with.first(endingWith: "below")?.box.y)
    let upper = try #require(without.first(endingWith: "below")?.box.y)
    #expect((lower - upper).onGrid == 10)
    #expect(with.first(endingWith: "below")?.fields == ["scene"])
    #expect(without.scene.pages[0].items.count == 1)
  }

  @Test("a text that cannot be fitted is an error with the measured and the allowed width")
  func overflow() throws {
    let sheet = try Sheet("text \"一二三四五六七八九十\" { font: song 16pt; at: 0mm 10mm; width: 20mm; fit: shrink(12pt) }")
    let error = try #require(sheet.diagnostics.first)
    #expect(error.id == "layout.text-overflow" && error.severity == .error)
    #expect(error.message == "the text does not fit: 42.3 mm wide at 12.0 pt, 20.0 mm are there")
  }

  @Test("a message of overflow holds no value of the record")
  func overflowIsDiscreet() throws {
    let sheet = try Sheet(
      "text \"{name}\" { font: song 16pt; at: 0mm 10mm; width: 20mm }", data: "name text \"姓名\"",
      record: ["name": "阿卜杜热合曼"])
    let error = try #require(sheet.diagnostics.first)
    #expect(error.field == "name" && error.record == "test")
    #expect(!error.message.contains("阿") && !(error.hint ?? "").contains("阿"))
  }

  @Test("a seal is read last though it is painted first, and its text is outlines")
  func seal() throws {
    let sheet = try Sheet(
      """
      seal "测试专用章" { center: 70mm 40mm; diameter: 30mm }
      text "一" { id: last; font: song 10pt; at: 5mm 5mm }
      """)
    let reading = sheet.scene.pages[0].reading
    #expect(reading.map(\.id) == ["last", "seal"])
    guard case .group(let group) = reading[1].content else {
      Issue.record("the seal is no group")
      return
    }
    #expect(group.purpose == .seal)
    #expect(group.children.map(\.id) == ["seal/ring", "seal/star", "seal/arc"])
    #expect(group.children.allSatisfy { if case .text = $0.content { false } else { true } })
    #expect(reading[1].role == .figure(alternative: "测试专用章"))
  }

  @Test("characters that run into each other on the arc are an error")
  func crowdedSeal() throws {
    let text = String(repeating: "章", count: 40)
    #expect(try Sheet("seal \"\(text)\" { center: 50mm 40mm; diameter: 30mm }").ids == ["layout.seal-crowded"])
  }

  @Test("ids are unique, and stay when elements change places")
  func ids() throws {
    let one = "text \"甲\" { font: song 10pt; at: 5mm 5mm }"
    let other = "text \"乙\" { font: song 10pt; at: 5mm 15mm }"
    let forth = try Sheet(one + "\n" + other).scene.pages[0].items
    let back = try Sheet(other + "\n" + one).scene.pages[0].items
    #expect(Set(forth.map(\.id)).count == 2)
    #expect(Set(forth.map(\.id)) == Set(back.map(\.id)))
  }

  @Test("every number of a scene lies on the grid of 1/1000 pt")
  func grid() throws {
    let sheet = try Sheet(
      """
      border wave { width: 5mm }
      text "居中的文字" { font: song 13.7pt; at: 3.333mm 21.77mm; width: 61.3mm; align: center; tracking: 0.033em }
      rectangle { at: 11.111mm 33.333mm; size: 7.77mm x 3.33mm; stroke: 0.5pt #000000; radius: 1mm }
      """)
    for item in sheet.scene.pages[0].items {
      #expect(item.box == item.box.onGrid && item.inkBox == item.inkBox.onGrid, "\(item.id)")
      guard case .shapes(let shapes) = item.content else { continue }
      for shape in shapes { #expect(shape.path == shape.path.onGrid) }
    }
  }
}

extension Sheet {
  func first(endingWith id: String) -> Item? {
    scene.pages[0].items.first { $0.id.split(separator: "/").last == id[...] }
  }
}
