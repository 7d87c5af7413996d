import CertPress
import Testing

@Suite("What is there for each entry of a list")
struct RepeatTests {
  static let data = """
    holder text "姓名"
    grades list "成绩" { course text "课程"; score text "分数"; remark text "注" { optional } }
    """
  static let json = """
    {"holder": "张三", "grades": [{"course": "语文", "score": "90"}, {"course": "数学", "score": "80", "remark": "补考"}]}
    """

  @Test("each entry has its values, its number, and ids of its own")
  func entries() throws {
    let sheet = try Composed(
      """
      table { id: t; at: 10mm 10mm; columns: 10mm, 20mm, 20mm, 30mm
        repeat grades { row {
          text "{index}" { id: no; font: song 9pt }
          text course { font: song 9pt } text score { font: song 9pt } text holder { font: song 9pt }
        } }
      }
      """, data: Self.data, json: Self.json)
    #expect(sheet.errors == [])
    #expect(sheet.texts() == ["1", "语文", "90", "张三", "2", "数学", "80", "张三"])
    #expect(sheet.has("t/grades/1/score") && sheet.has("t/grades/2/score") && sheet.has("t/grades/2/no"))
    for page in sheet.scene.pages.indices {
      let ids = sheet.items(page).map(\.id)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test("what an entry lacks is not taken from the one before")
  func lacking() throws {
    let sheet = try Composed(
      """
      column { id: c; at: 10mm 10mm
        repeat grades { row { text course { font: song 9pt } when remark { text remark { font: song 9pt } } } }
      }
      text holder { at: 50mm 10mm; font: song 9pt }
      """, data: Self.data,
      json: """
        {"holder": "张三", "grades": [{"course": "甲", "score": "1", "remark": "补"}, {"course": "乙", "score": "2"}]}
        """)
    #expect(sheet.errors == [])
    #expect(sheet.texts() == ["甲", "补", "乙", "张三"])
  }

  @Test("a list of texts is repeated by its own name, and joined in a text")
  func texts() throws {
    let sheet = try Composed(
      """
      row { at: 10mm 10mm; gap: 1mm; repeat awards { text awards { font: song 9pt } } }
      text "{awards}" { id: all; at: 10mm 30mm; font: song 9pt }
      """, data: "awards list \"奖\" { print: join(\"、\", \"和\") }", json: "{\"awards\": [\"甲\", \"乙\", \"丙\"]}")
    #expect(sheet.texts() == ["甲", "乙", "丙", "甲、乙和丙"])
  }

  @Test("an empty optional list leaves nothing, and what follows moves up")
  func empty() throws {
    let workshop = try Workshop(
      """
      column { at: 10mm 10mm; gap: 2mm
        repeat grades { text course { font: song 9pt } }
        text "末" { id: last; font: song 9pt }
      }
      """, data: "grades list \"成绩\" { optional; course text \"课程\" }")
    let sheet = try workshop.composed("{}")
    #expect(try sheet.errors == [] && near(#require(sheet.items().first).box.y, mm(10)))
  }

  @Test("characters that no font has are told of the entry and its field")
  func missingCharacter() throws {
    let sheet = try Composed(
      "column { at: 10mm 10mm; repeat grades { text course { font: song 9pt } } }",
      data: "grades list \"成绩\" { course text \"课程\" }",
      json: "{\"grades\": [{\"course\": \"甲\"}, {\"course\": \"乙\u{1F600}\"}]}")
    #expect(sheet.diagnostics.contains { $0.field == "grades[2].course" })
  }
}
