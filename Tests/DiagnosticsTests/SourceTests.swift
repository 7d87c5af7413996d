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

  @Test("a ruler finds the same places as the source, in whatever order it is asked")
  func ruler() {
    let texts =
      ["", "a\nb", "\u{FEFF}张三\r\n𬭼é\tb\n\n", "张三李四 abc"].map { Array($0.utf8) } + [
        [0xE5, 0x0A, 0x80, 0xFF, 0xBC, 0x61]
      ]
    for bytes in texts {
      let source = Source(name: "x", bytes: bytes)
      let offsets = Array(0...bytes.count + 1)
      for order in [offsets, offsets.reversed(), offsets.map { $0 * 7 % (bytes.count + 2) }] {
        var ruler = Source.Ruler(source)
        for offset in order { #expect(ruler.place(at: offset) == source.place(at: offset)) }
      }
    }
  }
}
