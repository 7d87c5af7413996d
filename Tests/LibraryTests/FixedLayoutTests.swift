import CertPress
import Testing

@Suite("A layout after its cures")
struct FixedLayoutTests {
  private func draft(_ body: String) -> LayoutDraft {
    LayoutDraft(Array("certificate \"x\" {\n\(body)\n}\n".utf8), name: "sheet.layout")
  }

  private func text(_ fixed: FixedLayout) -> String { String(decoding: fixed.bytes, as: UTF8.self) }

  @Test("has the cures of all rounds, with their places in the mended text")
  func rounds() {
    let fixed = draft(
      """
      \u{20} font song "CertPress Song"
        text "一 { font: song 12px; at: 10mm 10mm }
        text "二" { font: song 12pt; at: 10mm 30mm; widht: 96px }
      """
    ).fixed()
    #expect(fixed.draft.diagnostics == [])
    #expect(
      text(fixed) == """
        certificate "x" {
          page A4 landscape

          font song "CertPress Song"
          text "一" { font: song 9pt; at: 10mm 10mm }
          text "二" { font: song 12pt; at: 10mm 30mm; width: 72pt }
        }

        """)
    let places = fixed.applied.map { "\($0.id) \(fixed.place(of: $0).line)" }
    #expect(
      places.sorted() == [
        "syntax.unclosed-string 5", "template.missing-page 2", "template.pixels 5", "template.pixels 6",
        "template.unknown-property 6",
      ])
  }

  @Test("is the same layout where there is nothing to mend, and after one round where one was asked for")
  func bounds() {
    let sound = draft("  page A4\n  font song \"CertPress Song\"\n  text \"一\" { font: song 12pt; at: 1mm 1mm }")
    #expect(sound.fixed().applied == [])
    #expect(sound.fixed().bytes == sound.sources[sound.id].bytes)
    // Only as 'at' is the second one too many.
    let wrong = draft(
      "  page A4\n  font song \"CertPress Song\"\n  text \"一\" { font: song 12pt; at: 1mm 1mm; att: 2mm 2mm }")
    #expect(wrong.fixed(rounds: 1).applied.map(\.id) == ["template.unknown-property"])
    #expect(wrong.fixed(rounds: 1).draft.diagnostics.map(\.id) == ["template.duplicate-property"])
    #expect(wrong.fixed().applied.map(\.id) == ["template.unknown-property", "template.duplicate-property"])
    #expect(wrong.fixed(rounds: 0).applied == [])
  }

  @Test("has a cure once, though two errors ask for the same one")
  func touching() {
    let fixed = draft(
      """
      \u{20} page A4
        font song "CertPress Song"
        data { name text "姓名" }
        text "{nmae}" { font: song 12pt; at: 1mm 1mm; width: 90mm }
        text "{nmae}" { font: song 12pt; at: 1mm 30mm; width: 90mm }
      """
    ).fixed()
    #expect(fixed.applied.map(\.message) == ["rename 'name' to 'nmae'"])
    #expect(fixed.draft.diagnostics == [])
  }

  @Test("has lost what nothing uses only if warnings were to be mended")
  func warnings() {
    let unused = draft(
      "  page A4\n  font song \"CertPress Song\"\n  font hei \"CertPress Hei\"\n  text \"一\" { font: song 12pt; at: 1mm 1mm }"
    )
    #expect(unused.fixed().applied == [])
    #expect(unused.fixed().draft.diagnostics.map(\.id) == ["template.unused-font"])
    let fixed = unused.fixed(from: .warning)
    #expect(fixed.applied.map(\.id) == ["template.unused-font"])
    #expect(fixed.draft.diagnostics == [])
    #expect(!text(fixed).contains("hei"))
  }

  @Test("is formatted on request, if its syntax allows")
  func formatted() throws {
    let loose = draft("  page    A4;\n nothing { }")
    #expect(
      String(decoding: try loose.formatted(), as: UTF8.self) == "certificate \"x\" {\n  page A4\n  nothing {}\n}\n")
    let broken = draft("  page    A4; aling: center\n  text \"一")
    let faults = #expect(throws: Faults.self) { try broken.formatted() }
    #expect(faults?.diagnostics.map(\.id) == ["syntax.unclosed-string"])
  }
}
