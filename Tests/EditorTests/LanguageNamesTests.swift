import CertPress
import PressDiagnostics
import PressEditor
import Testing

@Suite("Names and cures")
struct LanguageNamesTests {
  private func edited(_ marked: Marked, _ edits: [SourceEdit]) -> String {
    String(decoding: marked.service.source.applying(edits), as: UTF8.self)
  }

  @Test("a name leads to its declaration, from a text, a value and a condition")
  func definition() throws {
    for line in ["text \"{na▮me}\"", "when na▮me { }", "qr na▮me { }", "data { other text \"甲\" { same-as: na▮me } }"] {
      let marked = Marked.inside(line)
      let span = try #require(marked.service.definition(at: marked.offset), "\(line)")
      #expect(marked.service.source.line(at: span.range.lowerBound) == 6)
      #expect(marked.text(span.range) == "name")
    }
    let entry = Marked.inside("column { repeat grades { text \"{cou▮rse}\" } }")
    #expect(try #require(entry.service.definition(at: entry.offset)).range.count == "course".utf8.count)
    let nothing = Marked.inside("text \"{no▮ne}\"")
    #expect(nothing.service.definition(at: nothing.offset) == nil)
  }

  @Test("what is declared in an included file is found there, and an include leads to it")
  func include() throws {
    let files = ["house.layout": "font song \"CertPress Song\"\nstyle label { font: song 16pt }\n"]
    let text =
      "certificate \"甲\" {\n  page A4\n  include \"house.layout\"\n  text \"乙\" { at: 0mm 0mm; style: la▮bel }\n}\n"
    let memory = files.mapValues { $0 }
    let marked = Marked(text, files: memory)
    let span = try #require(marked.service.definition(at: marked.offset))
    #expect(marked.service.draft.sources[span.source].name == "/家/house.layout")
    #expect(marked.service.draft.sources.text(span) == "label")
    #expect(marked.labels.contains("label"))
    #expect(marked.hover?.contains("line 2 of house.layout") ?? false)
    let include = Marked(text.replacing("▮", with: "").replacing("house.layout", with: "house▮.layout"), files: files)
    #expect(include.service.definition(at: include.offset)?.source == span.source)
  }

  @Test("a rename changes the declaration and all uses and nothing else")
  func rename() throws {
    let marked = Marked.inside("text \"{na▮me} and {name}\"\n  when name { }\n  text \"name\"")
    let edits = try #require(marked.service.rename(at: marked.offset, to: "holder"))
    #expect(edits.count == 4)
    let text = edited(marked, edits)
    #expect(text.contains("holder text \"姓名\"") && text.contains("\"{holder} and {holder}\""))
    #expect(text.contains("when holder") && text.contains("text \"name\""))
    // Taken, two words, a word of the press, a 字号.
    for wrong in ["day", "two words", "page", "五号", "", "a:b", "1a"] {
      #expect(marked.service.rename(at: marked.offset, to: wrong) == nil, "\(wrong)")
    }
    #expect(marked.service.rename(at: marked.offset, to: "姓名") != nil)
  }

  @Test("an id is that of its block: another block's of the same name is another")
  func ids() throws {
    let marked = Marked.inside(
      "group { text \"甲\" { id: a; at: 0mm 0mm } text \"乙\" { at: below ▮a 0mm } }\n  text \"丙\" { id: a; at: 0mm 0mm }"
    )
    let id = Marked.inside(
      "group { text \"甲\" { id: a; at: 0mm 0mm } text \"乙\" { at: 0mm below ▮a } }\n  text \"丙\" { id: a; at: 0mm 0mm }"
    )
    #expect(id.service.references(at: id.offset).count == 2)
    #expect(marked.service.references(at: marked.offset).count == 2)
  }

  @Test("each cure of what is told at a place is an action, the first preferred")
  func actions() throws {
    let marked = Marked.inside("text \"甲\" { al▮ing: center; at: 0mm 60mm; style: label }")
    let actions = marked.service.codeActions(in: marked.offset..<marked.offset)
    let first = try #require(actions.first)
    #expect(first.isPreferred && first.diagnostic.id == "template.unknown-property")
    #expect(edited(marked, first.edits).contains("{ align: center;"))
    #expect(marked.service.codeActions(in: 0..<0).isEmpty)
  }

  @Test("formatting touches only lines that change, and says no to a file that is not understood")
  func formatting() throws {
    let text = "certificate \"甲\" {\n  page A4\n    text   \"乙\" {at: 0mm 0mm}\n  // 丙\n}\n"
    let marked = Marked(text)
    let edits = try marked.service.formatting()
    #expect(edits.count == 1)
    #expect(edited(marked, edits) == "certificate \"甲\" {\n  page A4\n  text \"乙\" { at: 0mm 0mm }\n  // 丙\n}\n")
    #expect(try marked.service.formatting(lines: 1...2).isEmpty)
    #expect(try Marked(edited(marked, edits)).service.formatting().isEmpty)
    #expect(throws: (any Error).self) { try Marked("certificate \"甲\" {").service.formatting() }
  }

  @Test("formatting that opens lines gives the formatter's own bytes")
  func opening() throws {
    let long = String(repeating: "text \"很长的一行字\" { at: 0mm 0mm; width: 30mm } ", count: 4)
    let marked = Marked("certificate \"甲\" {\n  page A4\n  group { \(long)}\n  // 乙\n}\n")
    let formatted = String(decoding: try marked.service.draft.formatted(), as: UTF8.self)
    #expect(edited(marked, try marked.service.formatting()) == formatted)
    #expect(formatted.split(separator: "\n").count > 5)
  }
}

@Suite("A text that has gone on")
struct LanguageReadingTests {
  @Test("after an edit the text alone tells names and completion, and no cure or value of the text before")
  func reading() throws {
    let old = Marked.inside("text \"甲\" { aling: left; style: label; at: 0mm 60mm }▮")
    let text = Marked.inside("style other { align: left }\n  text \"{name}\" { style: label; at: 0mm 60mm }").service
      .source.bytes
    let service = LanguageService(old.service.draft, text: text)
    let place = String(decoding: text, as: UTF8.self).utf8.count - "label; at: 0mm 60mm }\n}".utf8.count
    #expect(service.completions(at: place).map(\.label) == ["label", "other"])
    #expect(service.symbols.first?.children.count == 8)
    #expect(service.codeActions(in: 0..<text.count).isEmpty)
    #expect(service.references(at: place).count == 2)
    let hover = try #require(service.hover(at: place - 5))
    #expect(hover.markdown.contains("**style**") && !hover.markdown.contains("from style"))
  }
}
