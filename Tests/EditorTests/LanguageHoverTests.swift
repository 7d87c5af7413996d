import CertPress
import PressDiagnostics
import PressEditor
import Testing

@Suite("Hover and outline")
struct LanguageHoverTests {
  @Test("a property tells what it is, and what it came to and why")
  func property() throws {
    let hover = try #require(Marked.inside("text \"{name}\" { ▮font: kai; style: label; at: 0mm 60mm }").hover)
    #expect(hover.contains("**font**: Family and type size"))
    #expect(hover.contains("font.family `\"CertPress Kai\"`, written `kai`"))
    let inherited = try #require(Marked.inside("text \"{name}\" { style: label; at: 0mm 60mm; ▮align: left }").hover)
    #expect(inherited.contains("- align `left`"))
    let element = try #require(Marked.inside("▮text \"{name}\" { style: label; at: 0mm 60mm }").hover)
    #expect(element.contains("font.size `16pt (5.644mm)`, from style 'label', line 11"), "\(element)")
    #expect(element.contains("leading `1.25em = 20pt (7.056mm)`, by default"))
    #expect(element.contains("depends on `name`"))
  }

  @Test("a name tells its declaration and how often it is used")
  func names() throws {
    let field = try #require(Marked.inside("text \"{na▮me}\" { style: label; at: 0mm 60mm }").hover)
    #expect(field.contains("a field, declared on line 6, used once"))
    #expect(field.contains("`name text \"姓名\"`") && field.contains("`max: 30`"))
    let style = try #require(Marked.inside("text \"甲\" { style: ▮label; at: 0mm 60mm }").hover)
    #expect(style.contains("`font: song 16pt`") && style.contains("`color: #b08d3e`"))
    let font = try #require(Marked.inside("text \"甲\" { font: so▮ng 12pt; at: 0mm 60mm }").hover)
    #expect(font.contains("the font \"CertPress Song\""))
    let photo = try #require(Marked.inside("text \"甲\" { font: song 12pt; at: right of por▮trait 60mm }").hover)
    #expect(photo.contains("the id of an element, given on line 12"))
  }

  @Test("a colour tells its parts, a paper and a 字号 their measures")
  func literals() throws {
    #expect(
      try #require(Marked.inside("rectangle { fill: ▮#fc0 }").hover).contains("`#ffcc00`: red 255, green 204, blue 0"))
    #expect(Marked.inside("page A▮4").hover == "`A4`: 210mm x 297mm")
    #expect(try #require(Marked.inside("text \"甲\" { font: song ▮五号 }").hover).contains("`五号`: 10.5pt (3.704mm)"))
  }

  @Test("in a broken file a property still tells what it is")
  func broken() throws {
    let hover = try #require(Marked.inside("text \"甲 { font: ; \n text \"乙\" { ▮align: lef").hover)
    #expect(hover.contains("**align**"))
    #expect(Marked.inside("// ▮align").hover == nil)
    #expect(Marked.inside("text \"甲\" { nonsense▮: 1 }").hover == nil)
  }

  @Test("the outline has all elements in their blocks, fields among them")
  func symbols() throws {
    let symbols = Marked.inside("column { at: 0mm 0mm\n    row { text \"{name}\" { style: label } }\n  }▮").service
      .symbols
    let certificate = try #require(symbols.first)
    #expect(certificate.name == "certificate \"试\"")
    let words = certificate.children.map(\.word)
    #expect(words == ["page", "font", "font", "data", "style", "image", "column"])
    #expect(
      certificate.children[3].children.map(\.name) == [
        "name text \"姓名\"", "photo image \"照片\"", "day date \"日期\"", "grades list \"成绩\"",
      ])
    #expect(certificate.children[3].children[3].children.map(\.word) == ["field"])
    #expect(certificate.children[6].children.first?.children.map(\.word) == ["text"])
  }

  @Test("blocks of several lines and runs of comments fold")
  func folding() {
    let text = "// 甲\n// 乙\ncertificate \"丙\" {\n  page A4\n  text \"丁\" { at: 0mm 0mm }\n}\n"
    #expect(Marked(text).service.foldingRanges == [1...2, 3...5])
  }
}
