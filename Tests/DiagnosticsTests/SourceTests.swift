import PressDiagnostics
import Testing

@Suite struct SourceTests {
  private func source(_ text: String) -> Source { Source(name: "a.layout", bytes: Array(text.utf8)) }

  @Test("lines and columns count from one, columns in scalars")
  func places() {
    let source = source("ab\n  曹𬱖x\r\n")
    #expect(source.place(at: 0) == (1, 1))
    #expect(source.place(at: 2) == (1, 3))
    #expect(source.place(at: 5) == (2, 3))
    #expect(source.place(at: 8) == (2, 4))
    #expect(source.place(at: 12) == (2, 5))
    #expect(source.place(at: 99) == (3, 1))
  }

  @Test("an offset within a character has the character's column")
  func offsetWithinCharacter() {
    let source = source("a𬱖b")
    for offset in 1...4 { #expect(source.column(at: offset) == 2) }
    #expect(source.column(at: 5) == 3)
  }

  @Test("a letter and its combining mark are two columns, whatever Unicode's clusters say")
  func combiningMarks() {
    #expect(source("e\u{301}x").column(at: 3) == 3)
  }

  @Test("a byte order mark is no column")
  func byteOrderMark() {
    #expect(source("\u{FEFF}ab").column(at: 4) == 2)
    #expect(source("\u{FEFF}ab").column(at: 0) == 1)
  }

  @Test("a source's description and reflection hold none of its text")
  func description() {
    let source = Source(name: "x.json", bytes: [65, 66, 67], isPersonal: true)
    var dumped = ""
    dump(source, to: &dumped)
    #expect("\(source)" == "x.json (3 bytes)")
    #expect(!dumped.contains("65"))
  }

  @Test("edits are applied whatever their order")
  func edits() {
    let id = SourceID(index: 0)
    let edits = [SourceEdit(Span(id, 4..<5), "DD"), SourceEdit(Span(id, 0..<1), "")]
    #expect(source("a b c").applying(edits) == Array(" b DD".utf8))
  }
}
