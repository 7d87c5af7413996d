import PressDiagnostics
import PressScene
import Testing

@testable import PressTemplate

@Suite("Pages of a template")
struct PageTests {
  private func resolved(_ body: String) -> Resolved {
    Resolved("certificate \"Test\" {\n  font song \"CertPress Song\"\n  \(body)\n}")
  }

  @Test("pages have their sizes, one area on all, and their own elements")
  func pages() throws {
    let resolved = resolved(
      """
      page A4 landscape { text "甲" { at: 0 0; font: song 12pt } }
      area 190mm x 190mm
      page A4 { text "乙" { at: 0 0; font: song 12pt } }
      text "丙" { at: 0 0; font: song 12pt }
      """)
    let template = try #require(resolved.template, "\(resolved.report)")
    #expect(template.pages.map { ($0.size.width > $0.size.height) } == [true, false])
    #expect(Set(template.pages.map { $0.area.size }).count == 1)
    let numbers = template.elements.compactMap { element -> Int? in
      if case .page(let number, _) = element.kind { number } else { nil }
    }
    #expect(numbers == [0, 1] && template.element("甲") != nil && template.element("丙") != nil)
  }

  @Test("pages of two sizes need an area; a second `page` with the same size does not")
  func areas() {
    let text = "text \"丙\" { at: 0 0; font: song 12pt }"
    #expect(resolved("page A4\npage A5\n\(text)").errors.map(\.id) == ["template.area-needed"])
    #expect(resolved("page A4\npage A4\n\(text)").errors.isEmpty)
  }

  @Test("page numbers make a text depend on what makes pages, and on nothing else")
  func pageNumbers() throws {
    let template = try #require(
      resolved(
        """
        data { grades list "成绩" { course text "课程" }; name text "姓名" }
        page A4 { table { at: 0 0; columns: 30mm; until: 100mm; repeat grades { row { text course { font: song 9pt } } } } }
        page A4 { text "{page}" { id: second; at: 0 0; font: song 9pt } }
        text "{page}/{pages}" { id: count; at: 0 200mm; font: song 9pt }
        text "{page}" { id: number; at: 0 210mm; font: song 9pt }
        text name { at: 0 220mm; font: song 9pt }
        """
      ).template)
    #expect(template.fields(of: "second") == ["grades"] && template.fields(of: "count") == ["grades"])
    #expect(template.fields(of: "number") == [])
  }
}
