import CertPress
import PressDiagnostics
import PressEditor
import PressTemplate
import Testing

@Suite("Completion")
struct LanguageCompletionTests {
  @Test("a block offers what the language's tables let stand in it")
  func elements() throws {
    #expect(Set(Marked.inside("▮").labels) == Set(Vocabulary.certificate.elements))
    let text = try #require(Vocabulary.element("text"))
    #expect(Set(Marked.inside("text \"甲\" { ▮ }").labels) == Set(text.properties.map(\.name)))
    let table = Marked.inside("table { columns: 10mm; when name { ▮ } }").labels
    #expect(Set(table) == ["row", "repeat"])
    #expect(Marked.inside("row { ▮ }").labels.contains("repeat"))
    #expect(Marked("▮").labels.first == "certificate")
    // A file to be included begins with whatever a certificate holds.
    #expect(Marked("sty▮").labels.contains("style"))
  }

  @Test("a property that is written is not offered again, a needed one comes first")
  func properties() {
    let marked = Marked.inside("text \"甲\" { at: 0mm 0mm; font: song 12pt; ▮ }")
    #expect(!marked.labels.contains("at") && !marked.labels.contains("font"))
    #expect(marked.labels.contains("align"))
    #expect(Marked.inside("qr name { ▮ }").labels.first == "size")
    #expect(Marked.inside("data { x text \"甲\" { ▮ } }").labels.contains("optional"))
    #expect(!Marked.inside("data { x text \"甲\" { optional; ▮ } }").labels.contains("optional"))
  }

  @Test("a word that is half typed is replaced as a whole")
  func replaced() throws {
    let marked = Marked.inside("text \"甲\" { ali▮gn: left }")
    let align = try #require(marked.service.completions(at: marked.offset).first { $0.label == "align" })
    #expect(marked.text(align.replaced) == "align")
    // Its value is there already.
    #expect(align.insertion.template == "align")
    #expect(Marked.inside("text \"甲\" { ali▮ }").insertion("align") == "align: ")
  }

  @Test(
    "a value offers the language's words and the layout's names",
    arguments: [
      ("text \"甲\" { align: ▮ }", ["left", "center", "right", "justify", "distribute"]),
      ("text \"甲\" { align: ce▮ }", ["left", "center", "right", "justify", "distribute"]),
      ("text \"甲\" { style: ▮ }", ["label"]),
      ("text \"甲\" { at: right of ▮ }", ["portrait"]),
      ("text \"甲\" { at: right ▮ }", ["of"]),
      ("image ▮ { at: 0mm 0mm }", ["photo", "logo.svg"]),
      ("repeat ▮", ["grades"]),
      ("page A4 ▮", ["landscape", "portrait"]),
      ("page ▮", ["A3", "A4", "A5", "A6", "B5", "letter", "legal"]),
      ("document { date: ▮ }", ["day"]),
      ("font hei \"▮\"", ["CertPress Song", "CertPress Kai"]),
      ("include \"▮\"", ["house.layout"]),
      ("data { x ▮ }", Schema.Field.FieldType.allCases.map(\.rawValue)),
      ("rectangle { stroke: 1pt #▮ }", ["#b08d3e"]),
      ("text \"甲\" { width: 12▮ }", ["12mm", "12cm", "12in", "12pt", "12em", "12%"]),
      ("text \"甲\" { tracking: 1▮ }", ["1mm", "1cm", "1in", "1pt", "1em"]),
      ("text \"甲\" // ▮", []),
      ("text \"甲 ▮\"", []),
    ])
  func values(line: String, expected: [String]) {
    #expect(Marked.inside(line).labels == expected)
  }

  @Test("in braces of a text stand fields, and the entries' own within a repeat")
  func fields() {
    let plain = Marked.inside("text \"{▮}\" { at: 0mm 0mm }")
    #expect(plain.labels == ["name", "day", "page", "pages"])
    #expect(plain.insertion("name") == "name")
    #expect(Marked.inside("text \"{na▮\" { at: 0mm 0mm }").insertion("name") == "name}")
    #expect(Marked.inside("text \"你好 {na▮").labels.contains("name"))
    #expect(Marked.inside("text \"{{▮\"").labels == [])
    let entry = Marked.inside("column { repeat grades { row { text \"{▮}\" } } }").labels
    #expect(entry.first == "course" && entry.contains("index"))
  }

  @Test("fonts and sizes stand behind font, arguments in calls as their examples have them")
  func fonts() {
    let font = Marked.inside("text \"甲\" { font: ▮ }").labels
    #expect(Array(font.prefix(2)) == ["song", "kai"])
    #expect(font.contains("五号"))
    #expect(!Marked.inside("text \"甲\" { font: song ▮ }").labels.contains("kai"))
    #expect(Marked.inside("text \"甲\" { fit: ▮ }").insertion("shrink") == "shrink(${1:12pt})")
    #expect(Marked.inside("text \"甲\" { fit: shrink(▮) }").labels.contains("小五"))
    #expect(Marked.inside("text in(▮) { at: 0mm 0mm }").labels == ["song", "kai"])
    #expect(Marked.inside("rectangle { fill: linear(90, ▮) }").labels == ["#b08d3e"])
  }

  @Test("a snippet is the element as the tables have it, with what it needs")
  func snippets() {
    #expect(Marked.inside("▮").insertion("qr") == "qr ${1:FIELD} { size: ${2:40mm}; $0 }")
    #expect(Marked.inside("▮").insertion("font") == "font ${1:ALIAS} \"${2:FAMILY}\"")
    #expect(Marked.inside("▮").insertion("area") == "area ${1:283mm} x ${2:194mm}")
    #expect(Marked.inside("▮").insertion("when") == "when ${1:FIELD} {\n  $0\n}")
    #expect(Marked.inside("te▮ \"甲\" { at: 0mm 0mm }").insertion("text") == "text")
  }

  @Test("each element's snippet, its places filled, is read as that element")
  func snippetsParse() {
    for word in Vocabulary.certificate.elements where word != "include" {
      let marked = Marked.inside("▮")
      guard
        let plain = marked.service.completions(at: marked.offset).first(where: { $0.label == word })?.insertion.plain
      else {
        Issue.record("no completion '\(word)'")
        continue
      }
      let errors = Marked("certificate \"甲\" {\n  \(plain)\n▮}").service.draft.diagnostics
        .filter { $0.id.hasPrefix("syntax.") || $0.id == "template.unknown-element" }
      #expect(errors.isEmpty, "\(word): \(errors.map(\.message))")
    }
  }
}
