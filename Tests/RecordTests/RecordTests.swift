import PressDiagnostics
import PressRecord
import Testing

@Suite struct RecordTests {
  private func read(_ text: String) -> (record: Record?, diagnostics: [Diagnostic]) {
    Record.read(
      json: Source(name: "x.json", bytes: Array(text.utf8), isPersonal: true), id: SourceID(index: 0))
  }

  @Test("a record has its fields in the order of the text, with their places")
  func fields() throws {
    let text = #"{"name": "曹\ud872\udc56", "score": 2.50, "ok": true, "none": null}"#
    let source = Source(name: "x.json", bytes: Array(text.utf8))
    let (record, diagnostics) = Record.read(json: source, id: SourceID(index: 3), name: "request 7")
    let fields = try #require(record?.fields)
    #expect(diagnostics.isEmpty)
    #expect(record?.name == "request 7")
    #expect(fields.map(\.name) == ["name", "score", "ok", "none"])
    #expect(fields.map(\.value) == [.text("曹𬡖"), .number("2.50"), .bool(true), .null])
    #expect(fields[0].nameSpan == Span(SourceID(index: 3), 1..<7))
    #expect(fields.compactMap(\.span).map { source.text($0.range) } == [#""曹\ud872\udc56""#, "2.50", "true", "null"])
    #expect(record?.span.map { source.text($0.range) } == text)
    #expect(record?["score"] == fields[1])
    #expect(record?["scores"] == nil)
  }

  @Test("lists and objects within a field keep their places")
  func nested() throws {
    let text = #"{"grades": [{"course": "园艺", "score": 90}, "x"]}"#
    let source = Source(name: "x.json", bytes: Array(text.utf8))
    let record = try #require(Record.read(json: source, id: SourceID(index: 0)).record)
    guard case .list(let items)? = record["grades"]?.value, case .object(let fields) = items[0].value else {
      Issue.record("grades is not a list of objects")
      return
    }
    #expect(items.compactMap { $0.span.map { source.text($0.range) } } == [#"{"course": "园艺", "score": 90}"#, #""x""#])
    #expect(fields.map(\.value) == [.text("园艺"), .number("90")])
    #expect(fields[1].span.map { source.text($0.range) } == "90")
  }

  @Test(
    "a fault has its id, its record and its place",
    arguments: [
      ("", "record.not-json", 0), ("{\"a\":}", "record.not-json", 5), ("[]", "record.not-an-object", 0),
      ("\"a\"", "record.not-an-object", 0), ("{\"a\":1,\"a\":2}", "record.duplicate-field", 7),
      ("{\"a\":{\"b\":1,\"b\":2}}", "record.duplicate-field", 12), ("{\"a\":\"\t\"}", "record.control-character", 6),
      ("{\"a\":\"\\udc00\"}", "record.lone-surrogate", 6), ("\u{FEFF}[]", "record.not-an-object", 3),
    ])
  func faults(text: String, id: String, offset: Int) throws {
    let (record, diagnostics) = read(text)
    let diagnostic = try #require(diagnostics.first)
    #expect(record == nil)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.id == id)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.record == "x.json")
    #expect(diagnostic.span?.range.lowerBound == offset)
  }

  @Test("a record that is not UTF-8 is refused by that name")
  func encoding() {
    let gbk: [UInt8] = Array("{\"name\":\"".utf8) + [0xB2, 0xDC] + Array("\"}".utf8)
    let (_, diagnostics) = Record.read(json: Source(name: "x.json", bytes: gbk), id: SourceID(index: 0))
    #expect(diagnostics.map(\.id) == ["record.invalid-utf8"])
    #expect(diagnostics.first?.hint?.contains("GB18030") == true)
  }

  @Test("several faults are told at once, and a doubled field with both its places")
  func several() {
    let diagnostics = read("{\"a\":\"\\q\",\"b\":1,\"b\":\"\u{1}\"}").diagnostics
    #expect(diagnostics.map(\.id) == ["record.not-json", "record.duplicate-field", "record.control-character"])
    #expect(diagnostics[1].field == "b")
    #expect(diagnostics[1].notes.map(\.span.range) == [10..<13])
  }

  @Test("what a terminal shows of a faulty record holds no value, unless asked for")
  func privacy() {
    let bytes = Array("{\n  \"name\": \"曹𬱖\",\n  \"name\": \"421567\"\n}".utf8)
    var sources = SourceSet()
    let id = sources.add(Source(name: "x.json", bytes: bytes, isPersonal: true))
    let diagnostics = Record.read(json: sources[id], id: id).diagnostics
    #expect(
      TerminalPrinter(sources: sources).text(of: diagnostics) == """
        x.json:3:3: error: field 'name' stands twice in this object [record.duplicate-field]
          = hint: keep one of the two
          = field 'name' of record 'x.json'
        x.json:2:3: note: it stands here first

        1 error

        """)
    #expect(TerminalPrinter(sources: sources, showValues: true).text(of: diagnostics).contains("曹𬱖"))
  }

  @Test("a record built in code has its fields in the order of their names and no places")
  func builtInCode() {
    let record = Record(name: "request 7", values: ["title": "讲师", "name": .text("曹"), "age": .number("30")])
    #expect(record.fields.map(\.name) == ["age", "name", "title"])
    #expect(record["title"]?.value == .text("讲师"))
    #expect(record.fields.allSatisfy { $0.span == nil && $0.nameSpan == nil })
  }

  @Test("descriptions, dumps and debug output show structure and never values")
  func description() {
    let record = Record(
      name: "x", values: ["name": "曹𬱖", "marks": .list([.init("优"), .init(.object([.init(name: "n", value: "良")]))])])
    #expect("\(record)" == "record x: marks list of 2, name text")
    var shown = "\(record) \(String(reflecting: record)) \(record.fields) \(record.fields[0].value)"
    dump(record, to: &shown)
    dump(record.fields[0].value, to: &shown)
    debugPrint(record.fields, to: &shown)
    for value in ["曹", "优", "良"] { #expect(!shown.contains(value)) }
  }
}
