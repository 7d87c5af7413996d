import CertPress
import Testing

@Suite("Pages")
struct PageBreakTests {
  static let data = "grades list \"成绩\" { course text \"课程\" }"
  static func json(_ count: Int) -> String {
    "{\"grades\": [" + (1...count).map { "{\"course\": \"课程\($0)\"}" }.joined(separator: ", ") + "]}"
  }
  /// Six rows and a head on the first page (10 to 66 mm), seven and a head on the others (2 to 66 mm).
  static let table = """
    table { id: t; at: 10mm 10mm; columns: 10mm, 40mm; pitch: 8mm; until: 66mm; again: 2mm; rules: grid
      head { text "号" { id: h; font: song 9pt } text "课" { font: song 9pt } }
      repeat grades { row { text "{index}" { id: no; font: song 9pt } text course { font: song 9pt } } }
    }
    """

  @Test("a table goes on upon further pages under its head, and what hangs below stands on the last")
  func flow() throws {
    let workshop = try Workshop(
      Self.table
        + "\ntext \"{page}/{pages}\" { id: foot; at: 80mm 70mm; font: song 9pt }\ntext \"完\" { id: end; at: 10mm below t + 2mm; font: song 9pt }",
      data: Self.data)
    for (count, pages) in [(1, 1), (6, 1), (7, 2), (13, 2), (14, 3), (20, 3)] {
      let sheet = try workshop.composed(Self.json(count))
      #expect(sheet.errors == [] && sheet.scene.pages.count == pages, "\(count)")
      var next = 1
      for page in 0..<pages {
        #expect(sheet.has("t/head/h", page: page), "\(sheet.items(page).map(\.id))")
        let numbers = sheet.items(page).filter { $0.id.hasSuffix("/no") }.map(\.words)
        #expect(numbers == (next..<next + numbers.count).map(String.init))
        next += numbers.count
        #expect(sheet.has("end", page: page) == (page == pages - 1))
        #expect(try sheet.text("foot", page: page) == "\(page + 1)/\(pages)")
        let rules = try sheet.box("t/rules", page: page)
        #expect(near(rules.y, mm(page == 0 ? 10 : 2)) && near(rules.height, mm(8) * Double(numbers.count + 1)))
      }
      #expect(next == count + 1)
      #expect(try near(sheet.box("end", page: pages - 1).y, sheet.box("t/rules", page: pages - 1).maxY + mm(2)))
    }
  }

  @Test("a head never stands alone at the foot: the table begins on the next page")
  func headAlone() throws {
    let sheet = try Composed(
      """
      table { id: t; at: 10mm 50mm; columns: 40mm; until: 66mm; again: 2mm; rules: none; pitch: 8mm
        head { text "课" { id: h; font: song 9pt } }
        head { text "程" { id: k; font: song 9pt } }
        repeat grades { row { text course { font: song 9pt } } }
      }
      """, data: Self.data, json: Self.json(2))
    #expect(sheet.errors == [] && sheet.scene.pages.count == 2)
    #expect(sheet.texts(0) == [] && sheet.texts(1) == ["课", "程", "课程1", "课程2"])
  }

  @Test("a head in the middle is there again only upon the pages behind it")
  func secondHead() throws {
    let sheet = try Composed(
      """
      table { id: t; at: 10mm 10mm; columns: 40mm; until: 34mm; rules: none; pitch: 8mm
        row { text "一" { font: song 9pt } } row { text "二" { font: song 9pt } }
        head { text "头" { font: song 9pt } }
        row { text "三" { font: song 9pt } } row { text "四" { font: song 9pt } } row { text "五" { font: song 9pt } }
      }
      """)
    #expect(sheet.scene.pages.indices.map { sheet.texts($0) } == [["一", "二"], ["头", "三", "四"], ["头", "五"]])
  }

  @Test("a row too high for any page is an error, and composition ends")
  func tooHigh() throws {
    let sheet = try Composed(
      """
      column { id: c; at: 10mm 10mm; until: 30mm; width: 40mm; gap: 1mm
        repeat grades { rectangle { size: 10mm x 25mm; fill: #888888 } }
        text "末" { font: song 9pt }
      }
      """, data: Self.data, json: Self.json(3))
    #expect(Set(sheet.errors) == ["layout.row-too-high"] && sheet.scene.pages.count == 4)
    #expect(sheet.diagnostics.first { $0.id == "layout.row-too-high" }?.field == "grades[1]")
  }

  @Test("more than 500 pages are an error, told once")
  func tooMany() throws {
    let sheet = try Composed(
      "column { at: 10mm 10mm; until: 15mm; repeat grades { rectangle { size: 10mm x 5mm; fill: #888888 } } }",
      data: "grades list \"成绩\" { course text \"课程\" }", json: Self.json(520))
    #expect(sheet.errors == ["layout.too-many-pages"] && sheet.scene.pages.count == 500)
  }

  @Test("the count of pages is right though the count itself takes room")
  func countTakesRoom() throws {
    // Where the count has two digits the row takes two lines, and the list more pages.
    let sheet = try Composed(
      """
      column { at: 10mm 10mm; width: 21pt; until: 45mm; gap: 0
        repeat grades { text "{pages}页" { font: song 11pt; fit: wrap(3) } }
      }
      text "{page}/{pages}" { id: foot; at: 80mm 70mm; font: song 9pt }
      """, data: Self.data, json: Self.json(85))
    let count = sheet.scene.pages.count
    #expect(count > 9 && sheet.errors == [])
    for page in 0..<count { #expect(try sheet.text("foot", page: page) == "\(page + 1)/\(count)") }
  }

  @Test("what stands in the certificate is on every page, what stands in a page on that one")
  func pages() throws {
    let sheet = try Composed(
      """
      page 100mm x 80mm { text "首" { id: first; at: 10mm 10mm; font: song 9pt } }
      page 100mm x 80mm { text "次" { id: second; at: 10mm 10mm; font: song 9pt } }
      text "每" { id: each; at: 10mm 30mm; font: song 9pt }
      text "{page}/{pages}" { id: foot; at: 80mm 70mm; font: song 9pt }
      """, page: "")
    #expect(sheet.scene.pages.count == 2 && sheet.errors == [])
    #expect(sheet.texts(0) == ["首", "每", "1/2"] && sheet.texts(1) == ["次", "每", "2/2"])
    for page in 0...1 { #expect(sheet.items(page).compactMap(\.readingOrder) == [0, 1, 2]) }
  }

  @Test("a page's own table goes on before the next page begins")
  func pageFlow() throws {
    let sheet = try Composed(
      "page 100mm x 80mm { \(Self.table) }\npage 100mm x 80mm { text \"末\" { at: 10mm 10mm; font: song 9pt } }",
      page: "", data: Self.data, json: Self.json(10))
    #expect(sheet.scene.pages.count == 3 && sheet.errors == [])
    #expect(sheet.has("t/rules", page: 0) && sheet.has("t/rules", page: 1) && sheet.texts(2) == ["末"])
  }

  @Test("a table below another begins where that ends, and goes on by itself")
  func twoFlows() throws {
    let second = Self.table.replacing("id: t; at: 10mm 10mm", with: "id: u; at: 10mm below t + 4mm")
    let workshop = try Workshop(
      Self.table + "\n" + second + "\ntext \"完\" { id: end; at: 10mm below u + 2mm; font: song 9pt }", data: Self.data)
    for count in [2, 5, 9, 20] {
      let sheet = try workshop.composed(Self.json(count))
      #expect(sheet.errors == [], "\(count)")
      let pages = sheet.scene.pages.indices
      let last = try #require(pages.last { sheet.has("t/rules", page: $0) })
      let first = try #require(pages.first { sheet.has("u/rules", page: $0) })
      #expect(first == last || first == last + 1)
      if first == last {
        #expect(try near(sheet.box("u/rules", page: first).y, sheet.box("t/rules", page: first).maxY + mm(4)))
      }
      let numbers = pages.flatMap { page in
        sheet.items(page).filter { $0.id.hasPrefix("u/") && $0.id.hasSuffix("/no") }.map(\.words)
      }
      #expect(numbers == (1...count).map(String.init))
      #expect(pages.filter { sheet.has("end", page: $0) } == [try #require(pages.last)])
    }
  }

  @Test("what hangs below a table that is absent stands where that would begin")
  func absentFlow() throws {
    let workshop = try Workshop(
      "when grades { \(Self.table) }\ntext \"完\" { id: end; at: 10mm below t + 2mm; font: song 9pt }",
      data: "grades list \"成绩\" { optional; course text \"课程\" }")
    let sheet = try workshop.composed("{}")
    #expect(sheet.errors == [] && sheet.scene.pages.count == 1)
    #expect(try near(sheet.box("end").y, mm(12)))
    #expect(try near(workshop.composed(Self.json(2)).box("end").y, mm(10 + 24 + 2)))
  }

  @Test("what hangs on a table of another page stands on its own page, where that would begin")
  func otherPage() throws {
    for order in [0, 1] {
      let parts = [Self.table, "text \"完\" { id: end; at: 10mm below t + 2mm; font: song 9pt }"]
      let sheet = try Composed(
        "page 100mm x 80mm { \(parts[order]) }\npage 100mm x 80mm { \(parts[1 - order]) }", page: "", data: Self.data,
        json: Self.json(10))
      let places = sheet.scene.pages.indices.filter { sheet.has("end", page: $0) }
      #expect(places == [order == 0 ? 2 : 0] && sheet.errors == [])
    }
  }

  @Test("{index} and {page} stand side by side in rows of any page")
  func numbers() throws {
    let sheet = try Composed(
      "column { at: 10mm 10mm; until: 20mm; gap: 1mm; repeat grades { text \"{index}:{page}\" { font: song 9pt } } }",
      data: Self.data, json: Self.json(5))
    let count = sheet.scene.pages.count
    #expect(count > 1)
    for page in 0..<count { #expect(sheet.texts(page).allSatisfy { $0.hasSuffix(":\(page + 1)") }) }
  }
}
