import PressDiagnostics
import Testing

@Suite struct TerminalPrinterTests {
  /// Prints one diagnostic at the first occurrence of `place` in `text`.
  private func printed(
    _ text: String, at place: String, hint: String? = nil, fixIts: [FixIt] = [], isPersonal: Bool = false,
    showValues: Bool = false, field: String? = nil, record: String? = nil, message: String = "it is wrong"
  ) throws -> String {
    var sources = SourceSet()
    let id = sources.add(Source(name: "a.layout", bytes: Array(text.utf8), isPersonal: isPersonal))
    let range = try #require(Array(text.utf8).firstRange(of: Array(place.utf8)))
    let diagnostic = Diagnostic(
      .error, "test.wrong", message, at: Span(id, range), hint: hint, fixIts: fixIts, field: field, record: record)
    return TerminalPrinter(sources: sources, showValues: showValues).text(of: diagnostic)
  }

  @Test("an error shows its line, a caret under the place by display width, and the cure")
  func sample() {
    let line = "  text \"湖北省专业技术职称证书\" { aling: center }"
    let bytes = Array((String(repeating: "\n", count: 30) + line + "\n").utf8)
    var sources = SourceSet()
    let id = sources.add(Source(name: "layouts/hubei-professional-title.layout", bytes: bytes))
    let offset = 30 + Array(line.utf8).count - "aling: center }".utf8.count
    let span = Span(id, offset..<offset + 5)
    let diagnostic = Diagnostic(
      .error, "template.unknown-property", "unknown property 'aling' on 'text'", at: span,
      hint: "did you mean 'align'?",
      fixIts: [FixIt("replace 'aling' with 'align'", [SourceEdit(span, "align")])])
    #expect(
      TerminalPrinter(sources: sources).text(of: diagnostic) == """
        layouts/hubei-professional-title.layout:31:24: error: unknown property 'aling' on 'text' [template.unknown-property]
        31 |   text "湖北省专业技术职称证书" { aling: center }
           |                                   ^~~~~ did you mean 'align'?
           = fix-it: replace 'aling' with 'align'

        """)
  }

  @Test("a hint with no room beside the caret stands below")
  func longHint() throws {
    let hint = "give the text a width, or shorten it, or allow it to shrink further by another step of its fit policy"
    #expect(
      try printed("text \"a\"", at: "\"a\"", hint: hint) == """
        a.layout:1:6: error: it is wrong [test.wrong]
        1 | text "a"
          |      ^~~
          = hint: \(hint)

        """)
  }

  @Test("tabs are expanded, combining marks take no cell")
  func tabsAndMarks() throws {
    #expect(
      try printed("\ta\te\u{301}姓 x", at: "x") == """
        a.layout:1:8: error: it is wrong [test.wrong]
        1 |     a   e\u{301}姓 x
          |             ^

        """)
  }

  @Test("control and bidi characters of the line, the message and the hint are spelled out")
  func controls() throws {
    #expect(
      try printed("a\u{1B}[2J\u{202E}b\u{0} x", at: "x", hint: "no \u{7}", message: "bad \u{1B}[0m") == """
        a.layout:1:10: error: bad <U+001B>[0m [test.wrong]
        1 | a<U+001B>[2J<U+202E>b<U+0000> x
          |                               ^ no <U+0007>

        """)
  }

  @Test("bytes that are not UTF-8 are shown as numbers")
  func invalidBytes() {
    var sources = SourceSet()
    let id = sources.add(Source(name: "gbk.layout", bytes: [0x61, 0xD0, 0xD5, 0x62]))
    let diagnostic = Diagnostic(.error, "syntax.encoding", "not UTF-8", at: Span(id, 1..<2))
    #expect(
      TerminalPrinter(sources: sources).text(of: diagnostic) == """
        gbk.layout:1:2: error: not UTF-8 [syntax.encoding]
        1 | a<0xD0><0xD5>b
          |  ^~~~~~

        """)
  }

  @Test("a span over several lines shows its first and its last")
  func multipleLines() throws {
    let text = String(repeating: "\n", count: 7) + "row {\n  a\n  b\n  }\n"
    #expect(
      try printed(text, at: "{\n  a\n  b\n  }", hint: "empty it") == """
        a.layout:8:5: error: it is wrong [test.wrong]
         8 | row {
           |     ^
        ...
        11 |   }
           |   ~ empty it

        """)
  }

  @Test("a span that ends with a line break stays on its line")
  func lineBreak() throws {
    #expect(
      try printed("ab\ncd\n", at: "b\n") == """
        a.layout:1:2: error: it is wrong [test.wrong]
        1 | ab
          |  ^

        """)
  }

  @Test("a place at the end of the text gets a caret behind it")
  func endOfText() {
    var sources = SourceSet()
    let id = sources.add(Source(name: "a.layout", bytes: Array("ab\n".utf8)))
    let printer = TerminalPrinter(sources: sources)
    func printed(_ range: Range<Int>) -> String {
      printer.text(of: Diagnostic(.warning, "test.end", "it ends", at: Span(id, range)))
    }
    #expect(printed(2..<2) == "a.layout:1:3: warning: it ends [test.end]\n1 | ab\n  |   ^\n")
    #expect(printed(3..<3) == "a.layout:2:1: warning: it ends [test.end]\n2 |\n  | ^\n")
    #expect(printed(90..<99).hasPrefix("a.layout:2:1: warning"))
  }

  @Test("a long line is cut to a window around the place", arguments: ["a", "姓", "\t", "\u{7}"])
  func longLine(filler: String) throws {
    let text = String(repeating: filler, count: 200_000) + " wrong " + String(repeating: filler, count: 200_000)
    let lines = try printed(text, at: "wrong").split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[1].hasPrefix("1 | ...") && lines[1].hasSuffix("..."))
    #expect(lines[1].unicodeScalars.count <= 104)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let cells = lines[2].distance(from: lines[2].startIndex, to: caret) - 4
    // The cells before the word: every filler but the wide one is as many scalars as cells once it is shown.
    let before = try #require(lines[1].firstRange(of: "wrong")).lowerBound
    let shown = lines[1][..<before].dropFirst(4)
    #expect(cells == shown.unicodeScalars.reduce(0) { $0 + ($1 == "姓" ? 2 : 1) })
    #expect(lines[2].hasSuffix("^~~~~"))
  }

  @Test("a place near the beginning of a long line leaves the beginning in")
  func longLineBeginning() throws {
    let lines = try printed("x: wrong" + String(repeating: "a", count: 500), at: "wrong").split(separator: "\n")
    #expect(lines[1].hasPrefix("1 | x: wrongaaa") && lines[1].hasSuffix("a..."))
    #expect(lines[2] == "  |    ^~~~~")
  }

  @Test("the text of a personal source is shown only when asked for")
  func personal() throws {
    let text = "{\"name\": 7}"
    #expect(
      try printed(text, at: "7", hint: "quote it", isPersonal: true, field: "name", record: "x.json") == """
        a.layout:1:10: error: it is wrong [test.wrong]
          = hint: quote it
          = field 'name' of record 'x.json'

        """)
    #expect(
      try printed(text, at: "7", hint: "quote it", isPersonal: true, showValues: true, record: "x.json") == """
        a.layout:1:10: error: it is wrong [test.wrong]
        1 | {"name": 7}
          |          ^ quote it
          = record 'x.json'

        """)
  }

  @Test("a diagnostic without a place has its words alone")
  func noPlace() {
    let diagnostic = Diagnostic(.warning, "text.rare", "it is rare", field: "name")
    #expect(
      TerminalPrinter(sources: SourceSet()).text(of: diagnostic) == """
        warning: it is rare [text.rare]
          = field 'name'

        """)
  }

  @Test("a note has its own place, in another source too")
  func notes() {
    var sources = SourceSet()
    let first = sources.add(Source(name: "a.layout", bytes: Array("style b {}".utf8)))
    let second = sources.add(Source(name: "b.layout", bytes: Array("\n  style b {}".utf8)))
    let diagnostic = Diagnostic(
      .error, "template.twice", "style 'b' stands twice", at: Span(second, 9..<10),
      notes: [.init("it stands here first", at: Span(first, 6..<7))])
    #expect(
      TerminalPrinter(sources: sources).text(of: diagnostic) == """
        b.layout:2:9: error: style 'b' stands twice [template.twice]
        2 |   style b {}
          |         ^
        a.layout:1:7: note: it stands here first
        1 | style b {}
          |       ^

        """)
  }

  @Test("several diagnostics are parted by an empty line and counted")
  func several() {
    let printer = TerminalPrinter(sources: SourceSet())
    let error = Diagnostic(.error, "a.b", "no")
    let warning = Diagnostic(.warning, "a.c", "hm")
    #expect(
      printer.text(of: [error, warning, error]) == """
        error: no [a.b]

        warning: hm [a.c]

        error: no [a.b]

        2 errors, 1 warning

        """)
    #expect(printer.text(of: []) == "")
    #expect(TerminalPrinter.summary(of: [warning, warning]) == "2 warnings")
    #expect(TerminalPrinter.summary(of: [error]) == "1 error")
  }

  @Test("colours are there when asked for and change no other character")
  func color() throws {
    var sources = SourceSet()
    let id = sources.add(Source(name: "a.layout", bytes: Array("text".utf8)))
    let diagnostic = Diagnostic(.error, "a.b", "no", at: Span(id, 0..<4), hint: "yes")
    let plain = TerminalPrinter(sources: sources).text(of: diagnostic)
    let colored = TerminalPrinter(sources: sources, color: true).text(of: diagnostic)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("a word of a megabyte does not make a sentence of a megabyte")
  func endless() {
    let word = String(repeating: "字", count: 300_000)
    let diagnostic = Diagnostic(.error, "a.b", "unknown word '\(word)'", hint: "not '\(word)' but", field: word)
    #expect(diagnostic.message.hasPrefix("unknown word '字") && diagnostic.message.hasSuffix("字'"))
    #expect(diagnostic.message.count < 1_000)
    #expect(TerminalPrinter(sources: SourceSet()).text(of: diagnostic).count < 3_000)
  }

  @Test("of thousands, the errors and the first warnings are shown, and all are counted")
  func thousands() {
    let warnings = (0..<5_000).map { Diagnostic(.warning, "a.b", "number \($0)") }
    let text = TerminalPrinter(sources: SourceSet()).text(of: warnings + [Diagnostic(.error, "a.c", "the error")])
    #expect(text.hasPrefix("error: the error [a.c]\n\nwarning: number 0 [a.b]\n"))
    #expect(text.hasSuffix("warning: number 198 [a.b]\n\n1 error, 5000 warnings, 200 of them shown\n"))
  }
}
