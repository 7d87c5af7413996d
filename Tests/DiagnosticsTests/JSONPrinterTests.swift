import PressDiagnostics
import Testing

@Suite struct JSONPrinterTests {
  @Test("a diagnostic is an object with its place in lines, columns and bytes")
  func whole() {
    var sources = SourceSet()
    let id = sources.add(Source(name: "a.layout", bytes: Array("\n姓名 aling\n".utf8)))
    let span = Span(id, 8..<13)
    let diagnostic = Diagnostic(
      .error, "template.unknown-property", "unknown property 'aling'", at: span, hint: "did you mean 'align'?",
      fixIts: [FixIt("replace it", [SourceEdit(span, "\"align\"")])], notes: [.init("here", at: Span(id, 0..<0))],
      field: "name", record: "x.json")
    #expect(
      JSONPrinter(sources: sources).text(of: [diagnostic]) == #"""
        [
          {
            "id": "template.unknown-property",
            "severity": "error",
            "message": "unknown property 'aling'",
            "file": "a.layout",
            "line": 2,
            "column": 4,
            "endLine": 2,
            "endColumn": 9,
            "offset": 8,
            "endOffset": 13,
            "hint": "did you mean 'align'?",
            "fixIts": [
              {
                "message": "replace it",
                "edits": [
                  {
                    "file": "a.layout",
                    "line": 2,
                    "column": 4,
                    "endLine": 2,
                    "endColumn": 9,
                    "offset": 8,
                    "endOffset": 13,
                    "replacement": "\"align\""
                  }
                ]
              }
            ],
            "notes": [
              {
                "message": "here",
                "file": "a.layout",
                "line": 1,
                "column": 1,
                "endLine": 1,
                "endColumn": 1,
                "offset": 0,
                "endOffset": 0
              }
            ],
            "field": "name",
            "record": "x.json"
          }
        ]

        """#)
  }

  @Test("no diagnostics are an empty array")
  func empty() {
    #expect(JSONPrinter(sources: SourceSet()).text(of: []) == "[]\n")
  }

  @Test("an edit of a personal source is left out unless values are asked for")
  func personal() {
    var sources = SourceSet()
    let id = sources.add(Source(name: "x.json", bytes: Array("{}".utf8), isPersonal: true))
    let diagnostic = Diagnostic(
      .warning, "a.b", "hm", fixIts: [FixIt("write U+00B7", [SourceEdit(Span(id, 0..<2), "买买提·艾力")])])
    #expect(!JSONPrinter(sources: sources).text(of: [diagnostic]).contains("艾力"))
    #expect(JSONPrinter(sources: sources).text(of: [diagnostic]).contains("write U+00B7"))
    #expect(JSONPrinter(sources: sources, showValues: true).text(of: [diagnostic]).contains("艾力"))
  }
}
