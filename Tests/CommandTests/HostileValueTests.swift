import Foundation
import TestKit
import Testing

/// A value that somebody's database will hold one day, and what has to become of it.
struct HostileValue: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// The PDF shows exactly this.
    case prints(String)
    /// Nothing is made, and the diagnostic has this id.
    case refused(String)
  }

  var name: String
  var field = "name"
  /// The value as it stands in the record.
  var json: Data
  var outcome: Outcome

  var testDescription: String { "\(name) in \(field)" }

  static func prints(_ name: String, _ value: String, in field: String = "name", as printed: String? = nil) -> Self {
    HostileValue(name: name, field: field, json: Desk.json(value), outcome: .prints(printed ?? value))
  }

  static func refused(_ name: String, _ value: String, in field: String = "name", _ id: String) -> Self {
    HostileValue(name: name, field: field, json: Desk.json(value), outcome: .refused(id))
  }

  static func raw(_ name: String, _ json: String, in field: String = "name", _ id: String) -> Self {
    raw(name, Array(json.utf8), in: field, id)
  }

  static func raw(_ name: String, _ json: [UInt8], in field: String = "name", _ id: String) -> Self {
    HostileValue(name: name, field: field, json: Data(json), outcome: .refused(id))
  }
}

@Suite("Hostile values")
struct HostileValueTests {
  static let markup: [HostileValue] = [
    .prints("a tag", "<b>张三</b>"),
    .prints("an entity", "张&amp;三"),
    .prints("a comment", "<!-- 张 -->"),
    .prints("a field in braces", "{name}"),
    .prints("another field in braces", "{id_number}"),
    .prints("doubled braces", "{{张}}"),
    .prints("an open brace", "{张"),
    .prints("a closing brace", "张}"),
    .prints("a string's end and a property", "张\" { font: hei 99pt }"),
    .prints("a comment of the layout language", "张 // 三"),
    .prints("a backslash", "张\\n三"),
    .prints("a backslash at the end", "张三\\"),
    .prints("quotes", "\"张\"'三'"),
    .prints("Chinese quotes", "“张”‘三’「」"),
    .prints("a PDF string's delimiters", ")(\\)Tj"),
    .prints("a format string", "%s%n%@%d"),
    .prints("a shell command", "$(id) `id`; rm"),
    .prints("SQL", "张'; DROP TABLE 证书;--"),
    .prints("a path", "../../etc/passwd"),
  ]

  static let characters: [HostileValue] = [
    .refused("a line feed", "张\n三", "record.forbidden-character"),
    .refused("a carriage return", "张\r三", "record.forbidden-character"),
    .refused("both", "张三\r\n", "record.forbidden-character"),
    .refused("a tab", "张\t三", "record.forbidden-character"),
    .refused("NUL", "张\0三", "record.forbidden-character"),
    .refused("an escape sequence", "\u{1B}[31m张三", "record.forbidden-character"),
    .refused("DEL", "张\u{7F}三", "record.forbidden-character"),
    .refused("a C1 control", "张\u{85}三", "record.forbidden-character"),
    .refused("a line separator", "张\u{2028}三", "record.forbidden-character"),
    .refused("a right-to-left override", "张\u{202E}三", "record.forbidden-character"),
    .refused("a bidi isolate", "张\u{2066}三\u{2069}", "record.forbidden-character"),
    .refused("a left-to-right mark", "张\u{200E}三", "record.forbidden-character"),
    .refused("a zero-width space", "张\u{200B}三", "record.forbidden-character"),
    .refused("a word joiner", "张\u{2060}三", "record.forbidden-character"),
    .refused("a byte order mark", "\u{FEFF}张三", "record.forbidden-character"),
    .refused("a soft hyphen", "张\u{AD}三", "record.forbidden-character"),
    .refused("a tag character", "张\u{E0041}", "record.forbidden-character"),
    .refused("a private character", "\u{E000}", "record.forbidden-character"),
    .refused("a private character of plane 15", "\u{F0000}", "record.forbidden-character"),
    .raw("a noncharacter", #""\ufdd0""#, "record.forbidden-character"),
    .raw("U+FFFE", #""\ufffe""#, "record.forbidden-character"),
    .refused("the replacement character", "张\u{FFFD}", "record.forbidden-character"),
    .refused("a zero-width joiner", "张\u{200D}三", "text.missing-character"),
    .refused("a variation selector", "葛\u{E0100}", "text.missing-character"),
    .refused("an emoji", "😀", "text.missing-character"),
    .refused("an emoji family", "👨‍👩‍👧", "text.missing-character"),
    .refused("a flag", "🇨🇳", "text.missing-character"),
    .refused("Arabic", "محمد", "text.missing-character"),
    .refused("Hebrew", "שלום", "text.missing-character"),
    .refused("two directions", "张abc שלום 12", "text.missing-character"),
    .refused("Thai", "สวัสดี", "text.missing-character"),
    .refused("Devanagari", "नमस्ते", "text.missing-character"),
    .refused("Hangul", "김철수", "text.missing-character"),
    .refused("a mark that stands on nothing", "\u{301}张", "text.missing-character"),
    .refused("forty marks on one letter", "a" + String(repeating: "\u{301}", count: 40), "text.missing-character"),
    .prints("a letter with a mark", "e\u{301}张"),
    .prints("the composed letter", "\u{E9}张"),
    .prints("Cyrillic", "Иван"),
    .prints("a ligature character", "ﬁ"),
    .prints("a compatibility ideograph", "豈"),
    .prints("rare ideographs", "䶮𬭼"),
    .prints("a Uyghur name's dots", "阿依古丽·买买提"),
    .prints("the ideographic zero", "〇"),
    .prints("dashes and quotes", "—— “引”"),
    .prints("an ideographic space inside", "欧阳\u{3000}娜娜"),
    .prints("a no-break space", "张\u{A0}三"),
  ]

  static let shapes: [HostileValue] = [
    .refused("nothing", "", "record.missing-field"),
    .refused("only spaces", "   ", "record.missing-field"),
    .refused("only an ideographic space", "\u{3000}", "record.missing-field"),
    .raw("null", "null", "record.missing-field"),
    .raw("a number", "12", "record.wrong-type"),
    .raw("a number beyond all doubles", "1e999999", "record.wrong-type"),
    .raw("a number of 100,000 digits", String(repeating: "9", count: 100_000), "record.wrong-type"),
    .raw("true", "true", "record.wrong-type"),
    .raw("a list", #"["张三"]"#, "record.wrong-type"),
    .raw("an object", #"{"name": "张三"}"#, "record.wrong-type"),
    .raw("half of a surrogate pair", #""\ud800""#, "record.lone-surrogate"),
    .raw("the other half", #""\udc00张""#, "record.lone-surrogate"),
    .raw("a pair the wrong way round", #""\udc00\ud800""#, "record.lone-surrogate"),
    .raw("bytes that are not UTF-8", [0x22, 0xFF, 0xFE, 0x22], "record.invalid-utf8"),
    .raw("GBK", [0x22, 0xD5, 0xC5, 0xC8, 0xFD, 0x22], "record.invalid-utf8"),
    .raw("an overlong slash", [0x22, 0xC0, 0xAF, 0x22], "record.invalid-utf8"),
    .raw("a surrogate in UTF-8", [0x22, 0xED, 0xA0, 0x80, 0x22], "record.invalid-utf8"),
    .raw("a NUL that is escaped", #""张\u0000三""#, "record.forbidden-character"),
    .raw("a line break that is not escaped", "\"张\n三\"", "record.not-json"),
    .raw("single quotes", "'张三'", "record.not-json"),
    .raw("no quotes", "张三", "record.not-json"),
    .raw("NaN", "NaN", "record.not-json"),
    .raw("a leading zero", "012", "record.not-json"),
    .raw("two values", #""a" "b""#, "record.not-json"),
    .raw("100,000 brackets", brackets(100_000), "record.not-json"),
    .raw("1,000,000 open brackets", String(repeating: "[", count: 1_000_000), "record.not-json"),
    .raw("the field again", #""张三", "name": "李四""#, "record.duplicate-field"),
    .raw("the field again, escaped", #""张三", "n\u0061me": "李四""#, "record.duplicate-field"),
    .refused("51 characters where 50 are allowed", String(repeating: "张", count: 51), "record.too-long"),
    .refused("10,000 characters", String(repeating: "张", count: 10_000), "record.too-long"),
    .refused("1,000,000 letters", String(repeating: "a", count: 1_000_000), "record.too-long"),
    .refused("a NUL", "photo.jpg\0", in: "photo", "record.forbidden-character"),
    .refused("nothing", "", in: "photo", "record.missing-field"),
    .refused("none of the choices", "男性", in: "gender", "record.not-one-of"),
  ]

  private static func brackets(_ count: Int) -> String {
    String(repeating: "[", count: count) + String(repeating: "]", count: count)
  }

  static let dates: [HostileValue] =
    [
      .prints("a leap day", "2020-02-29", in: "birth"),
      .prints("a month", "1990-01", in: "birth"),
    ]
    + [
      "2022-02-30", "1900-02-29", "2022-13-01", "2022-00-00", "0000-01-01", "2022/01/01", "2022-1-1", "20220101",
      "-2022-01-01",
      "99999-01-01", "2022-01-01T00:00:00Z", "2022-01-01 ", "二〇二二年一月", "２０２２-０１-０１", "٢٠٢٢-٠١-٠١", "today", "NaN",
      String(repeating: "2", count: 10_000),
    ].map { .refused("'\($0.prefix(24))'", $0, in: "birth", "record.not-a-date") }
    + [.raw("a number", "20220101", in: "birth", "record.wrong-type")]

  static let addresses: [HostileValue] = [
    .refused("a blank inside", "https://verify.example/a b", in: "verify_url", "record.not-a-url"),
    .refused("a control character", "https://verify.example/\u{1}", in: "verify_url", "record.forbidden-character"),
    .refused("a line break", "https://verify.example/\nb", in: "verify_url", "record.forbidden-character"),
    .refused("a bidi control", "https://verify.example/\u{202E}", in: "verify_url", "record.forbidden-character"),
    .refused("a script", "javascript:alert(1)", in: "verify_url", "record.not-a-url"),
    .refused("a file", "file:///etc/passwd", in: "verify_url", "record.not-a-url"),
    .refused("no scheme", "verify.example/v/1", in: "verify_url", "record.not-a-url"),
    .refused("a path", "/v/1", in: "verify_url", "record.not-a-url"),
    .refused("nothing", "", in: "verify_url", "record.missing-field"),
    .refused(
      "5,000 bytes", "https://verify.example/" + String(repeating: "x", count: 5_000), in: "verify_url",
      "media.qr-too-long"),
  ]

  @Test("prints itself, or is refused by name", arguments: markup + characters + shapes + dates + addresses)
  func value(_ value: HostileValue) throws {
    var desk = try Desk()
    desk.set(value.field, json: value.json)
    let old = Data("what was there before".utf8)
    try old.write(to: URL(filePath: desk.path("certificate.pdf")))
    let before = try desk.files().union(["record.json"])

    let result = try desk.render()

    #expect(try desk.files() == before)
    #expect(result.output.isEmpty)
    switch value.outcome {
    case .prints(let text):
      #expect(result.status == 0)
      #expect(result.error == "")
      #expect(try desk.printedText().contains("：\(oneBlank(text))\n"))
    case .refused(let id):
      #expect(result.status == 1)
      #expect(result.ids == [id], "\(result.error)")
      #expect(try desk.data() == old)
    }
  }

  @Test("markup and braces print themselves in every text field at once")
  func everywhere() throws {
    var desk = try Desk()
    let value = "<b>{name}</b> \\ &amp; \"}\" ({{"
    let texts = [
      "name", "id_type", "series", "specialty", "title", "review_body", "approving_authority", "approval_number",
    ]
    for field in texts { desk.set(field, json: Desk.json(String(value.prefix(20)))) }
    #expect(try desk.render().error == "")
    let printed = try desk.printedText()
    #expect(printed.components(separatedBy: "：" + value.prefix(20)).count - 1 == texts.count)
  }

  @Test(
    "the PDF's title and author are the value, whatever it holds", arguments: [")(\\", "<</Type", "张\\三{value}", "𬭼é"])
  func documentInformation(value: String) throws {
    let desk = try Desk(plain: value)
    #expect(try desk.render().error == "")
    let information = try Tool.run("pdfinfo", desk.path("certificate.pdf")).text
    for key in ["Title", "Author"] {
      #expect(information.contains(try Regex("(?m)^\(key): +\(NSRegularExpression.escapedPattern(for: value))$")))
    }
  }

  @Test("a text that gives way as far as it can and still does not fit is refused, not clipped")
  func tooLong() throws {
    for text in [
      String(repeating: "张", count: 10_000), String(repeating: "a", count: 10_000),
      String(repeating: "ab ", count: 300_000),
    ] {
      let result = try Desk(plain: text).render()
      #expect(result.status == 1)
      #expect(result.ids.contains("layout.text-overflow"), "\(result.error.prefix(500))")
      #expect(result.error.count < 2_000)
    }
  }
}
