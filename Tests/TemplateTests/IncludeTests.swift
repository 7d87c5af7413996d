import PressDiagnostics
import Testing

@testable import PressTemplate

@Suite("Included files")
struct IncludeTests {
  private func resolved(_ body: String, _ files: [String: String]) -> Resolved {
    Resolved("certificate \"Test\" {\n  page 100mm x 80mm\n  \(body)\n}", files: files)
  }

  @Test("statements of another file stand where it is included, in painting order")
  func order() throws {
    let files = [
      "fonts.layout": "font song \"CertPress Song\"\nstyle plain { font: song 12pt }",
      "house.layout":
        "text \"乙\" { at: 0 0; style: plain }\ninclude \"fonts.layout\"\ntext \"丙\" { at: 0 0; style: plain }",
    ]
    let resolved = resolved(
      "text \"甲\" { at: 0 0; style: plain }\ninclude \"house.layout\"\ntext \"丁\" { at: 0 0; style: plain }", files)
    #expect(resolved.errors.isEmpty, "\(resolved.report)")
    let template = try #require(resolved.template)
    #expect(template.elements.map(\.id).filter { $0 != "page" } == ["甲", "乙", "丙", "丁"])
    // Each knows the file that it stands in.
    #expect(template.element("乙")?.span.source != template.element("甲")?.span.source)
    #expect(resolved.text(template.element("丙")?.span) == "text \"丙\"")
  }

  @Test("a mistake in an included file is told at its place there")
  func mistake() {
    let resolved = resolved("include \"house.layout\"", ["house.layout": "\n\ntxet \"乙\" { at: 0 0 }"])
    let error = resolved.errors.first
    #expect(
      error?.span.map { resolved.sources[$0.source].name } == "house.layout" && resolved.text(error?.span) == "txet")
  }

  @Test("a ring of files, a file twice, one that is not there: one error each")
  func rings() {
    let text = "font song \"CertPress Song\"\ntext \"甲\" { at: 0 0; font: song 12pt }\n"
    let ring = resolved(text + "include \"a\"", ["a": "include \"b\"", "b": "include \"a\""])
    #expect(ring.errors.map(\.id) == ["template.include-cycle"], "\(ring.report)")
    let twice = resolved(text + "include \"a\"\ninclude \"a\"", ["a": "text \"乙\" { at: 0 0; font: song 12pt }"])
    #expect(twice.errors.map(\.id) == ["template.included-twice"], "\(twice.report)")
    let absent = resolved(text + "include \"b\"", [:])
    #expect(absent.errors.map(\.id) == ["template.cannot-include"], "\(absent.report)")
  }
}
