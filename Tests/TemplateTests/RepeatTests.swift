import PressDiagnostics
import PressRecord
import Testing

@testable import PressTemplate

@Suite("Repeats of a template")
struct RepeatTests {
  private func filled(_ body: String, _ grades: [[String: String]], note: String? = nil) throws -> (
    FilledTemplate?, [Diagnostic]
  ) {
    let resolved = Resolved(layout(body))
    let template = try #require(resolved.template, "\(resolved.report)")
    let list = grades.map { entry in
      RecordValue.Item(
        .object(entry.sorted { $0.key < $1.key }.map { Record.Field(name: $0.key, value: .text($0.value)) }))
    }
    var values: [String: RecordValue] = ["name": .text("张三"), "grades": .list(list)]
    values["note"] = note.map { .text($0) }
    let (filled, diagnostics) = template.filled(by: Record(name: "test", values: values))
    return (filled, diagnostics)
  }

  static let bare =
    "column { at: 0 20mm; repeat grades { row { text course { font: song 9pt } text remark { font: song 9pt } } } }"

  @Test("an optional field of an entry that is printed without a `when` is told by its entry")
  func absent() throws {
    let (filled, diagnostics) = try filled(
      Self.bare, [["course": "甲", "remark": "补"], ["course": "乙"], ["course": "丙"]])
    #expect(filled == nil && diagnostics.map(\.id) == ["record.missing-field", "record.missing-field"])
    #expect(diagnostics.map(\.field) == ["grades[2].remark", "grades[3].remark"])
    #expect(diagnostics[0].notes.count == 1)
  }

  @Test("in a `when` of its own, or of a field that is absent, it is not told")
  func guarded() throws {
    let own =
      "column { at: 0 20mm; repeat grades { row { text course { font: song 9pt } when remark { text \"（{remark}）\" { font: song 9pt } } } } }"
    #expect(try filled(own, [["course": "甲"]]).1.isEmpty)
    let outer = "when note { \(Self.bare) text note { at: 0 60mm; font: song 9pt } }"
    #expect(try filled(outer, [["course": "甲"]]).1.isEmpty)
    #expect(try filled(outer, [["course": "甲"]], note: "注").1.map(\.field) == ["grades[1].remark"])
  }

  @Test("in tables and groups it is told as well, with every place that prints it")
  func everywhere() throws {
    let (_, diagnostics) = try filled(
      """
      table { at: 0 20mm; columns: 30mm, 30mm; repeat grades { row { text course { font: song 9pt } text "{remark}" { font: song 9pt } } } }
      column { at: 0 60mm; repeat grades { group { text "注{remark}" { at: 0 0; font: song 9pt } } } }
      """, [["course": "甲"]])
    #expect(diagnostics.count == 1 && diagnostics[0].notes.count == 2)
    #expect(diagnostics[0].hint?.contains("when remark") == true)
  }

  @Test("a list's fields are the list's: what stands below a table depends on the list, never on a bare name")
  func fields() throws {
    let template = try #require(
      Resolved(
        layout(
          """
          table { id: t; at: 0 20mm; columns: 30mm; repeat grades { row { text course { font: song 9pt; fit: wrap(3) } } } }
          text "下" { id: under; at: 0 below t; font: song 9pt }
          row { id: r; center: 50mm 70mm; repeat grades { text course { font: song 9pt } } text "后" { id: after; font: song 9pt } }
          """)
      ).template)
    #expect(template.fields(of: "under") == ["grades"] && template.fields(of: "r/after") == ["grades"])
    #expect(template.usedFields == ["name", "grades"])
  }
}
