import PressDiagnostics
import PressRecord
@testable import PressTemplate
import Testing

/// A value that somebody's data will hold one day, in every kind of field.
struct HostileFieldValue: Sendable, CustomTestStringConvertible {
  /// Where a value may stand: a field of each type, a list's entry, a field within an entry.
  enum Place: CaseIterable {
    case text, number, date, url, image
    /// An entry of a list of texts; a text in an entry of a list of objects.
    case texts, inner
    /// A list of texts itself; an entry of a list of objects.
    case list, entry

    var declaration: String {
      switch self {
      case .text: "f text \"x\""
      case .number: "f number \"x\""
      case .date: "f date \"x\""
      case .url: "f url \"x\""
      case .image: "f image \"x\""
      case .texts, .list: "f list \"x\""
      case .inner, .entry: "f list \"x\" { t text \"y\" }"
      }
    }

    func record(_ value: String) -> String {
      switch self {
      case .texts, .entry: "{\"f\": [\(value)]}"
      case .inner: "{\"f\": [{\"t\": \(value)}]}"
      default: "{\"f\": \(value)}"
      }
    }
  }

  enum Outcome: Equatable {
    case prints(String)
    /// Nothing is made; the id without its room.
    case refused(String)
  }

  let name: String
  let json: String
  private(set) var outcomes: [Place: Outcome]

  var testDescription: String { name }

  private init(_ name: String, _ json: String, _ outcomes: (Place) -> Outcome) {
    self.name = name
    self.json = json
    self.outcomes = Dictionary(uniqueKeysWithValues: Place.allCases.map { ($0, outcomes($0)) })
  }

  /// A text that prints as itself wherever any text may stand, and is no number, date or address.
  static func text(_ name: String, _ value: String) -> Self {
    var json = JSONWriter()
    json.string(value)
    return HostileFieldValue(name, json.text) { place in
      switch place {
      case .text, .image, .texts, .inner: .prints(value)
      case .number, .list, .entry: .refused("wrong-type")
      case .date: .refused("not-a-date")
      case .url: .refused("not-a-url")
      }
    }
  }

  /// A text with a character that no field takes. `value` is written as JSON, in which it may be escaped.
  static func forbidden(_ name: String, _ value: String) -> Self {
    HostileFieldValue(name, "\"" + value + "\"") {
      .refused($0 == .list || $0 == .entry ? "wrong-type" : "forbidden-character")
    }
  }

  /// The same everywhere.
  static func refused(_ name: String, _ json: String, _ id: String) -> Self {
    HostileFieldValue(name, json) { _ in .refused(id) }
  }

  /// A number of JSON: printed as it is written where a number is wanted.
  static func number(_ json: String) -> Self {
    refused("the number \(json.prefix(12))", json, "wrong-type").but(.prints(json), in: .number)
  }

  func but(_ outcome: Outcome, in places: Place...) -> Self {
    var result = self
    for place in places { result.outcomes[place] = outcome }
    return result
  }
}

extension HostileFieldValue.Place: Sendable {}
extension HostileFieldValue.Outcome: Sendable {}

@Suite("hostile values in every kind of field")
struct HostileFieldTests {
  typealias Value = HostileFieldValue

  static let markup: [Value] = [
    .text("a tag", "<b>张三</b>"), .text("a field in braces", "{name}"), .text("its own field", "{f}"),
    .text("doubled braces", "{{"), .text("closing braces", "}}"), .text("double quotes", "\"张\""),
    .text("single quotes", "'张'"), .text("a backslash", "张\\n三"), .text("a backslash at the end", "张\\"),
    .text("a format string", "%s%@%n"), .text("an entity", "&lt;&#x4e00;"), .text("a comment", "// /* # */"),
    .text("a property", "x\" { print: mask(0, 0) }"), .text("a path", "../../etc/passwd"),
    .text("an absolute path", "/etc/passwd"), .text("a Windows path", "C:\\photos\\1.jpg"),
  ]

  static let characters: [Value] = [
    .text("an emoji", "😀"), .text("a family of joined emoji", "👨‍👩‍👧"), .text("a flag", "🇨🇳"),
    .text("a joiner alone", "张\u{200D}三"), .text("a letter with a mark", "e\u{301}"), .text("a composed letter", "é"),
    .text("forty marks on one letter", "a" + String(repeating: "\u{301}", count: 40)),
    .text("a mark on nothing", "\u{301}"), .text("a variation of an ideograph", "葛\u{E0100}"),
    .text("an ideograph beyond the basic plane", "𬭼"), .text("full-width digits", "１２"), .text("Arabic digits", "١٢"),
    .text("right-to-left letters", "שלום"), .text("a no-break space inside", "张\u{A0}三"),
    .forbidden("NUL", #"张\u0000三"#), .forbidden("a tab", #"张\t三"#), .forbidden("a line feed", #"张\n三"#),
    .forbidden("only a line feed", #"\n"#), .forbidden("an escape sequence", #"\u001b[31m张"#),
    .forbidden("DEL", "张\u{7F}"), .forbidden("a C1 control", "张\u{85}三"), .forbidden("a line separator", "张\u{2028}三"),
    .forbidden("a right-to-left override", "张\u{202E}三"), .forbidden("an isolate", "张\u{2066}三\u{2069}"),
    .forbidden("a left-to-right mark", "张\u{200E}"), .forbidden("a zero-width space", "张\u{200B}三"),
    .forbidden("a byte order mark", "\u{FEFF}张"), .forbidden("a soft hyphen", "张\u{AD}三"),
    .forbidden("a tag character", "张\u{E0041}"), .forbidden("a lost character", "张\u{FFFD}"),
    .forbidden("a noncharacter", #"张\uFFFE"#), .forbidden("an unknown private character", "张\u{E000}"),
    .forbidden("a private character of plane 16", "张\u{10FFFD}"),
    .forbidden("a private character that is known", "张\u{E863}").but(.prints("张䶮"), in: .text, .texts, .inner),
    .refused("half of a surrogate pair", #""\ud800""#, "lone-surrogate"),
    .refused("the other half", #""\udc00张""#, "lone-surrogate"),
    .refused("a pair the wrong way round", #""\udc00\ud800""#, "lone-surrogate"),
    .text("a pair the right way round", "𠀀"),
  ]

  static let shapes: [Value] = [
    .refused("null", "null", "missing-field"), .refused("an empty text", #""""#, "missing-field"),
    .refused("blanks", #""  \u3000""#, "missing-field"), .refused("true", "true", "wrong-type"),
    .refused("false", "false", "wrong-type"),
    .refused("an empty object", "{}", "wrong-type").but(.refused("missing-field"), in: .entry),
    .refused("an empty list", "[]", "wrong-type").but(.refused("missing-field"), in: .list),
    .refused("a list of a list", "[[]]", "wrong-type"), .refused("a list of lists of texts", #"[["a"]]"#, "wrong-type"),
    .refused("a list of null", "[null]", "wrong-type").but(.refused("missing-field"), in: .list),
    .refused("a list of a text", #"["a"]"#, "wrong-type").but(.prints("a"), in: .list),
    .refused("a list of a number", "[1]", "wrong-type"), .refused("an object", #"{"t": {"t": "a"}}"#, "wrong-type"),
    .refused(
      "10,000 brackets", String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000), "not-json"),
    .refused("the same field again", #""a", "f": "b""#, "duplicate-field")
      .but(.refused("not-json"), in: .texts, .entry).but(.prints("a"), in: .inner),
  ]

  static let numbers: [Value] = [
    .number("1e999"), .number("-0"), .number("-1.50"), .number("0.10"), .number("1E+2"),
    .number(String(repeating: "9", count: 100_000)), .refused("hexadecimal", "0x10", "not-json"),
    .refused("a leading zero", "012", "not-json"), .refused("NaN", "NaN", "not-json"),
    .refused("infinity", "-Infinity", "not-json"), .refused("a plus sign", "+1", "not-json"),
    .text("hexadecimal in quotes", "0x10"), .text("an exponent in quotes", "1e999"), .text("a sign in quotes", "+1"),
    .text("a comma in quotes", "1,000"), .text("nothing behind the point", "1."),
    .text("minus zero in quotes", "-0").but(.prints("-0"), in: .number),
    .text("a leading zero in quotes", "007").but(.prints("007"), in: .number),
  ]

  static let dates: [Value] =
    [
      "2022-02-30", "0000-00-00", "0000-01-01", "2022-4-6", "2022-13-01", "1900-02-29", "2022-04-06T00:00:00Z",
      "06/04/2022", "2022年4月6日", "２０２２-０４-０６", "-2022-04-06", "长期有效",
    ].map { .text("the date \($0)", $0) }
    + [
      .text("a leap day", "2020-02-29").but(.prints("2020-02-29"), in: .date),
      .text("a month", "2022-04").but(.prints("2022-04"), in: .date),
      .text("a year", "2022").but(.prints("2022"), in: .date, .number),
    ]

  static let addresses: [Value] =
    [
      "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example/", "//a.example/", "a.example",
      "https://", "https:///a", "https://:80/", "https://a.example/a b", "https://a\\b/", "https://u@/", "https ://a/",
    ].map { .text("the address \($0)", $0) }
    + [
      "https://a.example/{f}?k=<b>#x", "HTTP://A.example", "https://a.example/路", "https://u:p@a.example/",
      "https://[::1]/", "https://a.example/" + String(repeating: "x", count: 100_000),
    ].map { .text("the address \($0.prefix(30))", $0).but(.prints($0), in: .url) }

  static let lengths: [Value] = [
    .text("100,000 ideographs", String(repeating: "张", count: 100_000)),
    .text("100,000 letters", String(repeating: "a", count: 100_000)),
    .text("100,000 digits in quotes", String(repeating: "1", count: 100_000))
      .but(.prints(String(repeating: "1", count: 100_000)), in: .number),
    .text("100,000 marks", "a" + String(repeating: "\u{301}", count: 100_000)),
    .refused("100,000 blanks", "\"" + String(repeating: " ", count: 100_000) + "\"", "missing-field"),
  ]

  static let all = markup + characters + shapes + numbers + dates + addresses + lengths

  @Test("a value prints as itself or is refused by name, and never appears in what is said", arguments: all)
  func value(_ value: Value) throws {
    for place in Value.Place.allCases {
      let template = try FillingTests.template(place.declaration)
      let source = Source(name: "r.json", bytes: Array(place.record(value.json).utf8), isPersonal: true)
      let (record, unread) = Record.read(json: source, id: SourceID(index: 1))
      let (filled, said) = record.map { template.filled(by: $0) } ?? (nil, unread)
      let errors = said.filter { $0.severity == .error }
      switch value.outcomes[place] {
      case .prints(let text):
        #expect(errors.isEmpty, "\(place): \(said.map(\.message))")
        #expect(printed(filled?.values["f"]).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "\(place)")
      case .refused(let id):
        #expect(filled == nil, "\(place)")
        #expect(Set(errors.map(\.id)) == ["record." + id], "\(place): \(said.map(\.message))")
      case nil: Issue.record("nothing is expected of \(place)")
      }
      for diagnostic in said {
        let words = diagnostic.message + (diagnostic.hint ?? "") + (diagnostic.field ?? "")
        #expect(words.count < 500 && (value.json.utf8.count < 12 || !words.contains(value.json.dropFirst().dropLast())))
      }
    }
  }

  private func printed(_ value: FilledTemplate.Value?) -> String? {
    switch value {
    case .text(let text), .texts(_, let text), .picture(let text): text
    case .list(let entries): printed(entries.first?["t"])
    case nil: nil
    }
  }

  @Test("what a form cannot print is refused, and takes no time whatever its length")
  func forms() throws {
    let digits = String(repeating: "9", count: 100_000)
    #expect(try FillingTests.fill("number \"x\" { print: chinese }", .text(digits)).ids == ["number-too-large"])
    let rounded = try FillingTests.fill("number \"x\" { print: number(0) }", .text(digits + ".5")).printed
    #expect(rounded == "1" + String(repeating: "0", count: 100_000))
    #expect(try FillingTests.fill("number \"x\" { print: money }", .number("1e999")).ids == ["number-too-large"])
  }

  @Test(
    "names in an entry that no layout would have are a warning",
    arguments: ["", "{t}", "__proto__", "t\\u0000", "t.t", "f[1].t", "😀", "<b>"])
  func names(name: String) throws {
    let template = try FillingTests.template(Value.Place.inner.declaration)
    let json = "{\"f\": [{\"t\": \"a\", \"\(name)\": 1}]}"
    let source = Source(name: "r.json", bytes: Array(json.utf8), isPersonal: true)
    let record = try #require(Record.read(json: source, id: SourceID(index: 1)).record)
    let (filled, said) = template.filled(by: record)
    #expect(filled != nil && said.map(\.id) == ["record.unknown-field"])
  }
}
