import PressDiagnostics
import PressRecord
import PressScene
@testable import PressTemplate
import Testing

@Suite("filling lists")
struct ListFillingTests {
  static let grades = """
    grades list "成绩" {
      optional; min: 1; max: 3
      course text "课程" { max: 4 }
      credit number "学分" { print: number(1) }
      score number "成绩" { optional }
      remark text "备注" { default: "—" }
    }
    """

  private func fill(_ json: String, _ data: String = grades) throws -> (
    filled: FilledTemplate?, said: [Diagnostic], source: Source
  ) {
    let template = try FillingTests.template(data)
    let source = Source(name: "r.json", bytes: Array(json.utf8), isPersonal: true)
    let record = try #require(Record.read(json: source, id: SourceID(index: 1)).record)
    let (filled, said) = template.filled(by: record)
    return (filled, said, source)
  }

  @Test("a list's declaration is in the schema, the template's dump, and under its qualified names")
  func schema() throws {
    let resolved = Resolved(
      "certificate \"C\" {\n page A4\n border plain { width: 3mm }\n data {\n" + Self.grades + "\n }\n}")
    let template = try #require(resolved.template, "\(resolved.report)")
    let list = try #require(template.schema["grades"])
    #expect(list.type == .list && list.isListOfObjects && list.isOptional && list.minimum == 1 && list.maximum == 3)
    #expect(list.fields.map(\.name) == ["course", "credit", "score", "remark"])
    #expect(template.schema["grades/credit"]?.print == .number(decimals: 1, separator: ""))
    #expect(template.schema["credit"] == nil && template.schema["grades/x"] == nil)
    let dump = template.dump(resolved.sources)
    #expect(dump.contains("\n  grades list \"成绩\" optional at 5:1\n    min 1: 1 at 6:18\n    max 3: 3 at 6:26\n"))
    #expect(dump.contains("\n    credit number \"学分\" at 8:3\n      print number decimals 1: number(1) at 8:31\n"))
    #expect(dump.contains("\n      default \"—\": \"—\" at 10:31\n"))
  }

  @Test("a field in a list may be called as a property is, and a flag before it stays one")
  func names() throws {
    let template = try FillingTests.template(
      "g list \"表\" { optional\n max: 2\n max number \"最高\"\n min number \"最低\" { optional } }")
    #expect(template.schema["g"]?.isOptional == true && template.schema["g"]?.maximum == 2)
    #expect(template.schema["g"]?.fields.map(\.name) == ["max", "min"])
  }

  @Test("lists may have fields of the same names")
  func twoLists() throws {
    let template = try FillingTests.template("g list \"甲\" { a text \"x\" }\nh list \"乙\" { a date \"y\" }")
    #expect(template.schema["g/a"]?.type == .text && template.schema["h/a"]?.type == .date)
  }

  @Test("a list gives its entries, each value as it is printed")
  func values() throws {
    let (filled, said, source) = try fill(
      #"{"grades": [{"course": "数学", "credit": 4, "score": 96.50, "remark": "优"}, {"credit": "2.25", "course": "语文"}]}"#
    )
    #expect(said.isEmpty, "\(said)")
    #expect(
      filled?.values["grades"]
        == .list([
          ["course": .text("数学"), "credit": .text("4.0"), "score": .text("96.50"), "remark": .text("优")],
          ["course": .text("语文"), "credit": .text("2.3"), "remark": .text("—")],
        ]))
    let spans = try #require(filled?.valueSpans)
    #expect(spans["grades[2].credit"].map { source.text($0.range) } == #""2.25""#)
    #expect(spans["grades[2]"].map { source.text($0.range) } == #"{"credit": "2.25", "course": "语文"}"#)
    #expect(filled?.has("grades") == true)
  }

  @Test(
    "a list without entries is no value",
    arguments: [#"{"grades": []}"#, #"{"grades": null}"#, #"{"grades": ""}"#, "{}"])
  func empty(json: String) throws {
    let (filled, said, _) = try fill(json)
    #expect(filled?.has("grades") == false && said.isEmpty, "\(said)")
    let needed = try fill(json, "grades list \"成绩\" { course text \"课程\" }")
    #expect(needed.said.map(\.id) == ["record.missing-field"] && needed.said.first?.field == "grades")
  }

  /// What is in the list, and what is said: the id without its room, the field, the place in the record.
  static let faults: [(list: String, said: [(id: String, field: String, place: String)])] = [
    (#""x""#, [("wrong-type", "grades", #""x""#)]), ("{}", [("wrong-type", "grades", "{}")]),
    ("12", [("wrong-type", "grades", "12")]), ("true", [("wrong-type", "grades", "true")]),
    ("[null]", [("missing-field", "grades[1]", "null")]), (#"["a"]"#, [("wrong-type", "grades[1]", #""a""#)]),
    ("[[]]", [("wrong-type", "grades[1]", "[]")]), (#"["  "]"#, [("missing-field", "grades[1]", #""  ""#)]),
    ("[[{}]]", [("wrong-type", "grades[1]", "[{}]")]),
    (
      "[{}]", [("missing-field", "grades[1].course", "{}"), ("missing-field", "grades[1].credit", "{}")]
    ),
    (
      #"[{"course":"甲","credit":1},{"course":"甲","credit":1},{"course":"甲"}]"#,
      [("missing-field", "grades[3].credit", #"{"course":"甲"}"#)]
    ),
    (#"[{"course":"甲","credit":null}]"#, [("missing-field", "grades[1].credit", "null")]),
    (#"[{"course":"甲","credit":[]}]"#, [("wrong-type", "grades[1].credit", "[]")]),
    (#"[{"course":"甲","credit":"好"}]"#, [("wrong-type", "grades[1].credit", #""好""#)]),
    (#"[{"course":["甲"],"credit":1}]"#, [("wrong-type", "grades[1].course", #"["甲"]"#)]),
    (#"[{"course":{"甲":1},"credit":1}]"#, [("wrong-type", "grades[1].course", #"{"甲":1}"#)]),
    (#"[{"course":"一二三四五","credit":1}]"#, [("too-long", "grades[1].course", #""一二三四五""#)]),
    (#"[{"course":"甲\u0000","credit":1}]"#, [("forbidden-character", "grades[1].course", #""甲\u0000""#)]),
    (#"[{"course":"甲","credit":1e999}]"#, [("number-too-large", "grades[1].credit", "1e999")]),
    (
      #"[{"course":"甲","credit":1,"socre":60},{"course":"甲","credit":1,"socre":60}]"#,
      [("unknown-field", "grades[1].socre", #""socre""#)]
    ),
    (#"[{"couse":"甲","credit":1}]"#, [("missing-field", "grades[1].course", #""couse""#)]),
    ("[1,2,3,4]", [("too-many-entries", "grades", "[1,2,3,4]")]),
  ]

  @Test("what is wrong in a list is told by the entry's number, at its place", arguments: faults.indices)
  func fault(index: Int) throws {
    let (list, expected) = Self.faults[index]
    let (_, said, source) = try fill("{\"grades\": \(list)}")
    #expect(said.map { $0.id.replacing("record.", with: "") } == expected.map(\.id), "\(said)")
    #expect(said.map(\.field) == expected.map(\.field))
    #expect(said.map { $0.span.map { source.text($0.range) } } == expected.map(\.place))
    for diagnostic in said {
      #expect(diagnostic.record == "r.json" && diagnostic.hint != nil)
      #expect(!diagnostic.message.contains("甲") && !diagnostic.message.contains("好"))
      #expect(diagnostic.id == "record.unknown-field" || diagnostic.message.contains("'\(diagnostic.field ?? "")'"))
    }
  }

  @Test("an unknown name in an entry proposes the one that was meant, and the fix-it writes it")
  func suggestions() throws {
    let (_, said, source) = try fill(#"{"grades": [{"couse": "甲", "credit": 1, "socre": 3}]}"#)
    #expect(said.map(\.hint) == ["the entry has 'couse': was 'course' meant?", "did you mean 'score'?"])
    var bytes = source.bytes
    for fixIt in said.reversed().compactMap(\.fixIts.first) {
      bytes = Source(name: "r.json", bytes: bytes).applying(fixIt.edits)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"grades": [{"course": "甲", "credit": 1, "score": 3}]}"#)
  }

  @Test("too few entries are told")
  func tooFew() throws {
    let said = try fill(#"{"f": ["甲"]}"#, "f list \"x\" { min: 2 }").said
    #expect(said.map(\.id) == ["record.too-few-entries"])
    #expect(said.first?.message == "field 'f' (x) has 1 entry, and at least 2 are needed")
  }

  @Test("an entry without any value is told, though each of its fields may be absent")
  func emptyEntry() throws {
    let said = try fill(#"{"g": [{"a": "甲"}, {"a": ""}, {}]}"#, "g list \"x\" { a text \"y\" { optional } }").said
    #expect(said.map(\.field) == ["g[2]", "g[3]"] && said.allSatisfy { $0.id == "record.missing-field" })
  }

  @Test("a hundred thousand faults in one list are twenty, and the word that there are more")
  func manyFaults() throws {
    let json = "{\"g\": [" + Array(repeating: "1", count: 100_000).joined(separator: ",") + "]}"
    let said = try fill(json, "g list \"x\" { a text \"y\" }").said
    #expect(said.count == 21 && said.last?.id == "record.more-entries")
    #expect(said.last?.message == "field 'g' (x) was read up to its entry 20, for too much is wrong with it")
  }

  @Test("a list of texts gives the texts and one text of them")
  func texts() throws {
    let template = try FillingTests.template("f list \"x\"", "text \"爱{f}。\" { style: s }")
    let items = ["读书", "{f}", "<b>"].map { RecordValue.Item(.text($0)) }
    let filled = try #require(template.filled(by: Record(name: "r", values: ["f": .list(items)])).filled)
    #expect(filled.values["f"] == .texts(["读书", "{f}", "<b>"], joined: "读书、{f}、<b>"))
    guard case .text(let text) = try #require(template.element("f")).kind else { return #expect(Bool(false)) }
    #expect(filled.text(text.text).string == "爱读书、{f}、<b>。" && filled.text(text.text).fields.first?.scalars == 1..<11)
    var dumped = ""
    dump(filled, to: &dumped)
    #expect(!dumped.contains("读书") && !"\(filled.values)".contains("读书"))
  }

  @Test("a name with a slash in a record is no field of a list")
  func slash() throws {
    #expect(try fill(#"{"grades/score": 1}"#).said.map(\.id) == ["record.unknown-field"])
  }
}
