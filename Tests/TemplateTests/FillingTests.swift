import PressDiagnostics
import PressRecord
import PressScene
@testable import PressTemplate
import Testing

/// What a field of each kind makes of values.
@Suite("filling a template")
struct FillingTests {
  /// A layout with the given declarations, which prints the fields in `body`.
  static func template(_ data: String, _ body: String = "border plain { width: 3mm }") throws -> Template {
    let resolved = Resolved(
      "certificate \"C\" {\n page A4\n font song \"CertPress Song\"\n style s { font: song 9pt; at: 0 0 }\n data {\n"
        + data + "\n }\n" + body + "\n text \"甲\" { style: s }\n}")
    #expect(resolved.errors.isEmpty, "\(resolved.report)")
    return try #require(resolved.template)
  }

  /// One field `f` with a value: what is printed, and the ids of what is said.
  static func fill(_ declaration: String, _ value: RecordValue) throws -> (
    printed: String?, ids: [String], said: [Diagnostic]
  ) {
    let template = try template("f " + declaration)
    let (filled, diagnostics) = template.filled(by: Record(name: "r", values: ["f": value]))
    var printed: String?
    switch filled?.values["f"] {
    case .text(let text), .texts(_, let text): printed = text
    case .picture(let path): printed = path
    case .list, nil: break
    }
    return (printed, diagnostics.map { $0.id.replacing("record.", with: "") }, diagnostics)
  }

  @Test("all the sample records fill the sample layout without a word")
  func samples() throws {
    let template = try #require(Resolved(Fixture.sample).template)
    let records = Records.ndjson(Fixture.records, id: SourceID(index: 1))
    #expect(records.count == 200)
    for reading in records {
      let record = try #require(reading.record)
      let (filled, diagnostics) = template.filled(by: record)
      #expect(diagnostics.isEmpty, "\(record.name): \(diagnostics.map(\.message))")
      let values = try #require(filled).values
      #expect(values.count == template.schema.fields.count)
      guard case .text(let number) = values["id_number"] else { return #expect(Bool(false)) }
      #expect(number.count == 15 && number.dropFirst(6).prefix(5) == "*****")
    }
  }

  @Test("the document's words are those of the record, its date is a day in China")
  func document() throws {
    let template = try #require(Resolved(Fixture.sample).template)
    let record = try #require(Records.ndjson(Fixture.records, id: SourceID(index: 1))[0].record)
    let filled = try #require(template.filled(by: record).filled)
    #expect(filled.document.title == "湖北省专业技术职称证书")
    #expect(filled.document.author == "湖北省人力资源和社会保障厅")
    #expect(filled.document.date == Timestamp(year: 2022, month: 4, day: 6))
    #expect(filled.record == "records.ndjson:1" && filled.valueSpans["name"] != nil)
  }

  // MARK: What is printed

  @Test(
    "values print as they are",
    arguments: [
      ("text \"x\"", "䶮㛃镕堃𬭼"), ("text \"x\"", "<b>{f}</b> \\n %@ {{}}"), ("text \"x\"", "鄂人社职〔2012〕24号"),
      ("text \"x\"", "O'Brien \"x\" & Co."), ("text \"x\"", "e\u{301}"), ("text \"x\"", "é"), ("text \"x\"", "Ａ１．５"),
      ("text \"x\"", "葛\u{E0100}城"), ("text \"x\"", "ئۇيغۇر"), ("text \"x\"", "👨‍👩‍👧"), ("date \"x\"", "1990-01-01"),
      ("date \"x\"", "1990-01"), ("date \"x\"", "1990"), ("number \"x\"", "-12.50"),
      ("url \"x\"", "HTTPS://a.example/路?k=1#{f}"), ("image \"x\"", "photos/../{f}.jpg"),
      ("text \"x\" { print: mask(6, 4) }", "420000*****0000"), ("text \"x\" { print: mask(6, 4) }", "a***b"),
    ])
  func asIs(declaration: String, value: String) throws {
    let result = try Self.fill(declaration, .text(value))
    #expect(result.ids.isEmpty, "\(result.said)")
    #expect(result.printed.map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
  }

  @Test(
    "values print in the form that the layout asks for",
    arguments: [
      ("text \"x\" { print: mask(6, 4) }", "421567196608104372", "421567*****4372"),
      ("text \"x\" { print: mask(1, 0, 2) }", "石洋静", "石**"),
      ("text \"x\" { print: mask(0, 1) }", "甲乙", "*****乙"),
      ("date \"x\" { print: date(\"yyyy年M月d日\") }", "2022-04-06", "2022年4月6日"),
      ("date \"x\" { print: date(\"yyyy.MM.dd\") }", "2022-04-06", "2022.04.06"),
      ("date \"x\" { print: date(\"yyyy年M月\") }", "2022-04", "2022年4月"),
      ("date \"x\" { print: date(chinese) }", "2022-04-06", "二〇二二年四月六日"),
      ("date \"x\" { print: date(chinese) }", "2019-10-20", "二〇一九年十月二十日"),
      ("date \"x\" { print: date(chinese) }", "2000-12-31", "二〇〇〇年十二月三十一日"),
      ("date \"x\" { print: date(chinese) }", "2011-11", "二〇一一年十一月"),
    ])
  func printRules(declaration: String, value: String, printed: String) throws {
    let result = try Self.fill(declaration, .text(value))
    #expect(result.printed == printed && result.ids.isEmpty, "\(result.said)")
  }

  @Test("a number of JSON prints as it is written")
  func numbers() throws {
    #expect(try Self.fill("number \"x\"", .number("2.50")).printed == "2.50")
  }

  // MARK: What is put right

  @Test(
    "dots between the letters of a name become U+00B7, with a warning",
    arguments: ["\u{2022}", "\u{2027}", "\u{30FB}", "\u{FF65}", "\u{FF0E}", "\u{22C5}"])
  func dots(dot: String) throws {
    let result = try Self.fill("text \"x\"", .text("买买提\(dot)艾力"))
    #expect(result.printed == "买买提\u{B7}艾力" && result.ids == ["normalised"])
    #expect(result.said.first?.severity == .warning)
    #expect(try Self.fill("text \"x\"", .text("\(dot)1\(dot)2 \(dot)")).printed == "\(dot)1\(dot)2 \(dot)")
  }

  @Test("a full stop is never taken for a dot of a name")
  func fullStop() throws {
    let result = try Self.fill("text \"x\"", .text("J.R.R. Tolkien"))
    #expect(result.printed == "J.R.R. Tolkien" && result.ids.isEmpty)
  }

  @Test(
    "private characters of GBK come out as those that were meant",
    arguments: [
      ("\u{E863}", "䶮"), ("\u{E81E}", "\u{9FB4}"), ("\u{E864}", "\u{9FBB}"), ("\u{E816}", "\u{20087}"),
      ("\u{E855}", "\u{241FE}"), ("\u{E815}", "\u{2E81}"), ("\u{E78D}", "\u{FE10}"), ("\u{E796}", "\u{FE19}"),
      ("\u{E7C7}", "ḿ"), ("\u{E7F3}", "\u{2FFB}"), ("\u{E826}", "\u{9FB5}"), ("\u{E843}", "\u{9FB9}"),
    ])
  func privateUse(old: String, new: String) throws {
    let result = try Self.fill("text \"x\"", .text("王" + old))
    #expect(result.printed == "王" + new && result.ids == ["normalised"])
  }

  @Test("the 24 private points of GB 18030-2005 are all known, and none maps to another private one")
  func privateTable() {
    let points =
      Array(0xE78D...0xE796)
      + [
        0xE816, 0xE817, 0xE818, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE831, 0xE832, 0xE83B, 0xE843, 0xE854, 0xE855, 0xE864,
      ]
    #expect(points.count == 24)
    for value in 0xE000...0xF8FF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let meaning = PrivateUse.meaning(of: scalar)
      if points.contains(value) { #expect(meaning != nil) }
      if let meaning { #expect(!PrivateUse.contains(meaning)) }
    }
  }

  // MARK: What is refused

  static let bad: [(declaration: String, value: RecordValue, id: String)] = [
    ("text \"x\"", "", "missing-field"), ("text \"x\"", .null, "missing-field"),
    ("text \"x\"", " \u{3000}", "missing-field"),
    ("text \"x\"", .number("12"), "wrong-type"), ("text \"x\"", .bool(true), "wrong-type"),
    ("text \"x\"", .list([RecordValue.Item("a")]), "wrong-type"), ("text \"x\"", .object([]), "wrong-type"),
    ("date \"x\"", .number("2022"), "wrong-type"), ("number \"x\"", .bool(false), "wrong-type"),
    ("number \"x\"", "twelve", "wrong-type"), ("number \"x\"", "1.2.3", "wrong-type"),
    ("number \"x\"", "1e5", "wrong-type"),
    ("number \"x\"", "-", "wrong-type"), ("number \"x\"", "１２", "wrong-type"),
    ("date \"x\"", "2022-02-29", "not-a-date"), ("date \"x\"", "2022-13-01", "not-a-date"),
    ("date \"x\"", "1900-02-29", "not-a-date"),
    ("date \"x\"", "2022-04-31", "not-a-date"), ("date \"x\"", "2022-4-6", "not-a-date"),
    ("date \"x\"", "06/04/2022", "not-a-date"),
    ("date \"x\"", "2022年4月6日", "not-a-date"), ("date \"x\"", "2022-04-06T00:00", "not-a-date"),
    ("date \"x\"", "0000-01-01", "not-a-date"),
    ("date \"x\" { print: date(\"yyyy年M月d日\") }", "2019-10", "not-a-date"),
    ("date \"x\" { print: date(\"yyyy年M月\") }", "2019", "not-a-date"),
    ("text \"x\" { max: 3 }", "甲乙丙丁", "too-long"), ("text \"x\" { min: 2 }", "甲", "too-short"),
    ("url \"x\" { max: 20 }", "https://a.example/1234567890", "too-long"),
    ("text \"x\" { one-of: \"男\", \"女\" }", "male", "not-one-of"),
    ("text \"x\" { one-of: \"é\" }", "e\u{301}", "not-one-of"),
    ("url \"x\"", "verify.example.gov.cn/v/1", "not-a-url"), ("url \"x\"", "ftp://a.example/", "not-a-url"),
    ("url \"x\"", "https://?k=1", "not-a-url"), ("url \"x\"", "https:///v", "not-a-url"),
    ("url \"x\"", "https://a.example/a b", "not-a-url"),
    ("url \"x\"", "javascript:alert(1)", "not-a-url"), ("url \"x\"", "https://:80/", "not-a-url"),
    ("text \"x\"", "a\u{0}b", "forbidden-character"), ("text \"x\"", "a\nb", "forbidden-character"),
    ("text \"x\"", "a\tb", "forbidden-character"),
    ("text \"x\"", "a\u{1B}b", "forbidden-character"), ("text \"x\"", "a\u{85}b", "forbidden-character"),
    ("text \"x\"", "a\u{202E}b", "forbidden-character"), ("text \"x\"", "a\u{2066}b", "forbidden-character"),
    ("text \"x\"", "a\u{200F}b", "forbidden-character"), ("text \"x\"", "a\u{61C}b", "forbidden-character"),
    ("text \"x\"", "a\u{200B}b", "forbidden-character"), ("text \"x\"", "\u{FEFF}ab", "forbidden-character"),
    ("text \"x\"", "a\u{2028}b", "forbidden-character"),
    ("text \"x\"", .text(noncharacter(0xFDD0)), "forbidden-character"),
    ("text \"x\"", .text(noncharacter(0x1FFFE)), "forbidden-character"),
    ("text \"x\"", "a\u{E000}b", "forbidden-character"),
    ("text \"x\"", "a\u{10FFFD}b", "forbidden-character"), ("text \"x\"", "a\u{FFFD}b", "forbidden-character"),
    ("text \"x\"", "a\u{E0041}b", "forbidden-character"), ("text \"x\"", "a\u{AD}b", "forbidden-character"),
    ("url \"x\"", "https://a.example/\u{E863}", "forbidden-character"),
    ("image \"x\"", "a\u{0}.jpg", "forbidden-character"),
    ("text \"x\" { print: mask(6, 4) }", "4200001234", "mask-too-short"),
    ("text \"x\" { print: mask(6, 4) }", "***", "mask-too-short"),
    ("text \"x\" { print: mask(6, 4) }", "a**b", "mask-too-short"),
  ]

  private static func noncharacter(_ value: UInt32) -> String {
    "a" + (Unicode.Scalar(value).map(String.init) ?? "") + "b"
  }

  @Test(
    "what cannot be printed is one error that names the field, and no message holds the value", arguments: bad.indices)
  func refusals(index: Int) throws {
    let (declaration, value, id) = Self.bad[index]
    let (printed, ids, said) = try Self.fill(declaration, value)
    #expect(printed == nil && ids == [id], "\(declaration) \(said)")
    let diagnostic = try #require(said.first)
    #expect(diagnostic.field == "f" && diagnostic.record == "r" && diagnostic.severity == .error)
    #expect(diagnostic.message.contains("'f' (x)") && diagnostic.hint != nil)
    if case .text(let text) = value, text.count > 3 {
      let words = diagnostic.message + (diagnostic.hint ?? "") + diagnostic.notes.map(\.message).joined()
      #expect(!words.contains(text), "\(words)")
    }
  }

  @Test("a refused character is named by code point and position")
  func position() throws {
    let said = try Self.fill("text \"x\"", "王\u{202E}小\u{0}明\u{0}").said
    #expect(
      said.map(\.message) == [
        "character 2 of field 'f' (x) is U+202E, a control of the writing direction, and cannot be printed",
        "character 4 of field 'f' (x) is U+0000, a NUL, and cannot be printed",
      ])
  }

  @Test("the allowed values are listed, the layout's rule is noted")
  func listed() throws {
    let said = try Self.fill("text \"x\" { one-of: \"男\", \"女\" }", "male").said
    #expect(said.first?.hint == "write 男 or 女" && said.first?.notes.count == 1)
  }

  @Test("all that is wrong with a record is told in one run")
  func several() throws {
    let template = try Self.template(
      "a text \"甲\" { max: 2 }\nb date \"乙\"\nc text \"丙\"\nd text \"丁\" { optional }\nbirthday date \"戊\"",
      "when d { text \"{d}\" { style: s } }")
    let json = "{\"a\": \"一二三\", \"b\": \"2022-99-01\", \"birthdya\": \"1990-01-01\", \"extra\": 1}"
    let source = Source(name: "r.json", bytes: Array(json.utf8), isPersonal: true)
    let record = try #require(Record.read(json: source, id: SourceID(index: 1)).record)
    let (filled, said) = template.filled(by: record)
    #expect(filled == nil)
    #expect(
      said.map { "\($0.id) \($0.field ?? "")" } == [
        "record.too-long a", "record.not-a-date b", "record.missing-field c", "record.missing-field birthday",
        "record.unknown-field extra",
      ])
    #expect(
      said.map { $0.span.map { source.text($0.range) } } == [
        "\"一二三\"", "\"2022-99-01\"", "{", "\"birthdya\"", "\"extra\"",
      ])
    let fixed = source.applying(try #require(said[3].fixIts.first).edits)
    #expect(String(decoding: fixed, as: UTF8.self).contains("\"birthday\": \"1990-01-01\""))
  }

  @Test("an unknown field is a warning that proposes an optional one")
  func unknownField() throws {
    let template = try Self.template("expires date \"有效期至\" { optional }")
    let (filled, said) = template.filled(by: Record(name: "r", values: ["expirse": "2022-01-01"]))
    #expect(
      filled != nil && said.map(\.id) == ["record.unknown-field"] && said.first?.hint == "did you mean 'expires'?")
  }

  @Test("an absent optional field is an error only where something present prints it, once for all places")
  func absent() throws {
    let template = try Self.template(
      "scene text \"场景\" { optional }\nexpires date \"有效期至\" { optional }",
      """
      when scene {
        text "{scene} {expires}" { style: s }
        qr "https://a.example/{expires}" { at: 0 0; size: 3cm }
        when expires { text "{expires}" { style: s } }
      }
      """)
    let none = template.filled(by: Record(name: "r", values: [:]))
    #expect(none.filled != nil && none.diagnostics.isEmpty)
    let half = template.filled(by: Record(name: "r", values: ["scene": "本人调用", "expires": ""]))
    #expect(half.filled == nil && half.diagnostics.map(\.id) == ["record.missing-field"])
    #expect(half.diagnostics.first?.field == "expires" && half.diagnostics.first?.notes.count == 2)
    let whole = template.filled(by: Record(name: "r", values: ["scene": "本人调用", "expires": "2022-09-01"]))
    #expect(whole.filled != nil && whole.diagnostics.isEmpty)
  }

  @Test("a document's date needs its day")
  func documentDate() throws {
    let template = try Self.template("d date \"日期\" { optional }", "document { date: d }")
    #expect(template.filled(by: Record(name: "r", values: [:])).filled?.document.date == nil)
    let said = template.filled(by: Record(name: "r", values: ["d": "2022-04"])).diagnostics
    #expect(said.map(\.id) == ["record.not-a-date"] && said.first?.notes.count == 1)
  }

  @Test("descriptions of what is filled hold no value")
  func descriptions() throws {
    let template = try Self.template("a text \"甲\"", "document { title: \"{a}\" }\ntext a { style: s }")
    let filled = try #require(template.filled(by: Record(name: "r", values: ["a": "石洋静"])).filled)
    var dumped = ""
    dump(filled, to: &dumped)
    let text = TextTemplate(pieces: [.field("a", template.span)], span: template.span)
    dump(filled.text(text), to: &dumped)
    dumped += "\(filled) \(filled.values) \(filled.document)" + String(reflecting: filled)
    #expect(!dumped.contains("石洋静") && dumped.contains("FilledTemplate(r, 1 fields)"))
  }

  @Test("the filled text tells which characters came from which field")
  func filledText() throws {
    let template = try Self.template("a text \"甲\"\nb text \"乙\"", "text \"一{a}二{b}\" { style: s }")
    let filled = try #require(template.filled(by: Record(name: "r", values: ["a": "𬭼{b}", "b": "x"])).filled)
    guard case .text(let text) = try #require(template.element("a")).kind else { return #expect(Bool(false)) }
    let result = filled.text(text.text)
    #expect(result.string == "一𬭼{b}二x")
    #expect(result.fields.map(\.scalars) == [1..<5, 6..<7] && result.fields.map(\.field) == ["a", "b"])
  }
}
