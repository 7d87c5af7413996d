import PressDiagnostics
import PressScene
import Testing

@testable import PressTemplate

/// A certificate around some elements.
func layout(_ body: String) -> String {
  """
  certificate "Test" {
    page 100mm x 80mm
    font song "CertPress Song"
    font kai "CertPress Kai"
    data { name text "姓名"
      note text "备注" { optional }
      grades list "成绩" { course text "课程"; remark text "注" { optional } } }
    text "{name}" { id: name; at: 10mm 10mm; font: song 12pt }
    \(body)
  }
  """
}

@Suite("Relations between elements")
struct RelationTests {
  private func resolved(_ body: String) -> Resolved { Resolved(layout(body)) }

  @Test("a place names its target by path, in the certificate, in a group, and through `when`")
  func targets() throws {
    let template = try #require(
      resolved(
        """
        when note { rectangle { id: a; at: right of name + 2mm with name - 1mm; size: 5mm x 5mm; fill: #888888 } }
        group { id: g; at: left of a + 1mm above a + 2mm
          rectangle { id: name; at: 0 0; size: 5mm x 5mm; fill: #888888 }
          rectangle { id: b; at: center of name below name; size: 5mm x 5mm; fill: #888888 }
        }
        """
      ).template)
    func places(_ id: String) throws -> (Placement.Coordinate, Placement.Coordinate) {
      guard case .relative(let x, let y) = try #require(template.element(id)).placement.anchor else {
        return (.length(-1), .length(-1))
      }
      return (x, y)
    }
    #expect(try places("a") == (.after("name", gap: Points(mm: 2)), .with("name", offset: Points(mm: -1))))
    #expect(try places("g") == (.before("a", gap: Points(mm: 1)), .before("a", gap: Points(mm: 2))))
    #expect(try places("g/b") == (.center(of: "g/name", offset: 0), .after("g/name", gap: 0)))
  }

  @Test(
    "what cannot be hung on is told, with its place",
    arguments: [
      ("rectangle { at: 1mm below nam; size: 5mm x 5mm; fill: #888888 }", "template.unknown-target", "nam"),
      (
        "group { id: g; at: 1mm 1mm; rectangle { at: 1mm below name; size: 5mm x 5mm; fill: #888888 } }",
        "template.unknown-target", "name"
      ),
      (
        "rectangle { id: a; at: 1mm below b; size: 5mm x 5mm; fill: #888888 }\nrectangle { id: b; at: 1mm below a; size: 5mm x 5mm; fill: #888888 }",
        "template.relation-cycle", nil
      ),
      ("rectangle { id: a; at: 1mm below a; size: 5mm x 5mm; fill: #888888 }", "template.relation-cycle", nil),
      ("rectangle { at: below name 1mm; size: 5mm x 5mm; fill: #888888 }", "template.wrong-axis", nil),
      ("rectangle { at: right name 1mm; size: 5mm x 5mm; fill: #888888 }", "template.missing-of", nil),
      ("rectangle { at: 1mm below of name; size: 5mm x 5mm; fill: #888888 }", "template.needless-of", "of"),
      ("rectangle { at: right of 1mm; size: 5mm x 5mm; fill: #888888 }", "template.missing-target", nil),
    ] as [(String, String, String?)])
  func mistakes(body: String, id: String, word: String?) {
    let resolved = resolved(body)
    #expect(resolved.errors.map(\.id) == [id], "\(resolved.report)")
    if let word { #expect(resolved.text(resolved.errors.first?.span) == word) }
  }

  @Test("a chain of two hundred that hang by both coordinates is followed once")
  func longChain() throws {
    let parts = (1...200).map {
      "rectangle { id: r\($0); at: with \($0 == 1 ? "name" : "r\($0 - 1)") below \($0 == 1 ? "name" : "r\($0 - 1)"); size: 5mm x 1mm; fill: #888888 }"
    }
    let template = try #require(resolved(parts.joined(separator: "\n")).template)
    #expect(template.fields(of: "r200") == [])
  }
}
