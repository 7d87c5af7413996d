import Foundation
import TestKit
import Testing

/// The JSON Schema that a layout gives, read by Debian's `python3-jsonschema` and held against what the engine says itself.
@Suite("schema")
struct SchemaTests {
  static let layout = """
    certificate "成绩单" {
      page A4
      document { date: issued }
      data {
        name text "姓名" { max: 4; min: 2 }
        gender text "性别" { one-of: "男", "女" }
        id text "证号" { print: mask(6, 4) }
        level number "级别" { one-of: "1", "2", "2.5" }
        fee number "费用" { print: money }
        birth date "出生年月"
        month date "月份" { print: date("yyyy年M月") }
        day date "日期" { print: date("MMM d, yyyy") }
        issued date "签发"
        valid date "有效期至" { default: "长期有效" }
        link url "网址" { max: 60 }
        home url "主页" { optional }
        nick text "别名" { optional; min: 2; max: 4 }
        count number "数" { optional; print: number(0, ",") }
        hobbies list "爱好" { min: 1; max: 3; print: join("、", "和") }
        grades list "成绩" {
          optional; min: 2; max: 3
          course text "课程" { max: 4 }
          score number "分数"
          on date "考试日期" { print: date("yyyy-MM-dd") }
          remark text "备注" { optional; max: 2 }
        }
        tags list "标签" { optional; tag text "签" { optional }; note text "注" { optional } }
      }
      rectangle { at: 0 0; size: 1cm; fill: #000000 }
    }
    """

  /// Fields of a record that fits, as JSON.
  static let good: [String: String] = [
    "name": #""张三""#, "gender": #""男""#, "id": #""421567196608104372""#, "level": "2.5", "fee": "12.50",
    "birth": #""1990""#, "month": #""2022-04""#, "day": #""2020-02-29""#, "issued": #""2022-04-06""#,
    "link": #""https://a.example/v?k=1""#, "hobbies": #"["读书"]"#,
    "grades":
      #"[{"course":"数学","score":"96.5","on":"2022-01-31"},{"course":"语文","score":1e2,"on":"2021-12-31","remark":null}]"#,
  ]

  private static let grade = #"{"course":"数学","score":1,"on":"2022-01-31"}"#

  /// What the engine takes.
  static let takes: [(field: String, json: String)] = [
    ("name", #""一二三四""#), ("name", #""<b>{""#), ("gender", #""女""#), ("id", #""421567*****4372""#),
    ("level", "2"), ("level", #""2.5""#), ("level", "1"), ("fee", #""-0.10""#), ("fee", "0"), ("fee", "1e3"),
    ("birth", #""1990-02""#), ("birth", #""1990-02-28""#), ("birth", #""2000-02-29""#), ("month", #""2022-04-30""#),
    ("day", #""2024-02-29""#), ("valid", #""2022-04""#), ("valid", "null"), ("valid", #""""#), ("valid", #"" \u3000""#),
    ("link", #""HTTP://u:p@a.example:80?x#y""#), ("link", #""https://a""#), ("home", "null"), ("home", #""http://a""#),
    ("nick", #"" ""#), ("nick", #""小三""#), ("count", "null"), ("count", #""""#), ("count", "12345"),
    ("count", #""12345.5""#), ("hobbies", #"["a","b","c"]"#), ("grades", "[]"), ("grades", "null"), ("grades", #""""#),
    ("grades", "[\(grade),\(grade),\(grade)]"), ("tags", "[]"), ("tags", #"[{"tag":"a"},{"note":"b"}]"#),
    ("stranger", "[[true]]"), ("name", #""张·三""#),
  ]

  /// What the engine refuses, at the field or at a place in it.
  static let refuses: [(field: String, json: String, at: [String])] =
    [
      ("name", "null"), ("name", #""""#), ("name", #"" \u3000 ""#), ("name", #""一""#), ("name", #""一二三四五""#),
      ("name", "12"), ("name", "true"), ("name", #"["张三"]"#), ("name", #"{"a":"张三"}"#), ("name", #""张\u0000""#),
      ("name", #""张\n三""#), ("name", #""张\u202e三""#), ("name", #""张\u200b三""#), ("name", #""张\ufffd""#),
      ("name", #""张\ue000""#), ("name", "\"张三\\n\""), ("gender", #""男性""#), ("gender", "null"),
      ("id", #""4215671966""#),
      ("id", #""421567**""#), ("id", #""***""#), ("level", "3"), ("level", #""2.50""#), ("level", "null"),
      ("fee", #""12,5""#), ("fee", #""0x10""#), ("fee", #""1e3""#), ("fee", #""１２""#), ("fee", #"".5""#),
      ("fee", #""5.""#),
      ("fee", "false"), ("fee", "[]"), ("birth", #""0000""#), ("birth", #""1990-13""#), ("birth", #""1900-02-29""#),
      ("birth", #""2022-04-31""#), ("birth", #""1990-1-1""#), ("birth", "1990"), ("birth", #""1990\n""#),
      ("month", #""2022""#), ("month", #""2022-00""#), ("day", #""2022-04""#), ("day", #""2022-02-29""#),
      ("day", #""0000-02-29""#), ("issued", #""2022-04""#), ("valid", #""长期有效""#), ("valid", "false"), ("valid", "[]"),
      ("link", #""javascript:alert(1)""#), ("link", #""https://""#), ("link", #""https://:80/""#),
      ("link", #""https://u@/""#), ("link", #""https://a b""#), ("link", #""https://a\\b""#),
      ("link", "\"https://a.example/\(String(repeating: "x", count: 60))\""), ("home", #""/v""#), ("home", "{}"),
      ("nick", #""一""#), ("nick", #""\n""#), ("nick", "3"), ("count", #""many""#), ("count", "true"), ("count", "[]"),
      ("hobbies", "[]"), ("hobbies", "null"), ("hobbies", #""读书""#), ("hobbies", #"["a","b","c","d"]"#),
      ("grades", "{}"), ("grades", "[\(grade)]"), ("grades", "[\(grade),\(grade),\(grade),\(grade)]"), ("grades", "7"),
      ("tags", #""a""#),
    ].map { ($0.0, $0.1, [$0.0]) } + [
      ("hobbies", #"["a", 1, ""]"#, ["hobbies[2]", "hobbies[3]"]), ("hobbies", #"[null]"#, ["hobbies[1]"]),
      ("hobbies", #"["a\u0000", ["b"]]"#, ["hobbies[1]", "hobbies[2]"]),
      ("grades", "[\(grade), 1]", ["grades[2]"]), ("grades", "[\(grade), []]", ["grades[2]"]),
      ("grades", "[null, \(grade)]", ["grades[1]"]),
      ("grades", "[\(grade), {\"score\": 1}]", ["grades[2].course", "grades[2].on"]),
      (
        "grades", #"[\#(grade), {"course":"一二三四五","score":"x","on":"2022-02","remark":"一二三"}]"#,
        ["grades[2].course", "grades[2].score", "grades[2].on", "grades[2].remark"]
      ),
      (
        "grades", #"[\#(grade), {"course":" ","score":null,"on":20220131,"remark":[]}]"#,
        ["grades[2].course", "grades[2].score", "grades[2].on", "grades[2].remark"]
      ),
      ("tags", #"[{"tag":"a"},{}]"#, ["tags[2]"]),
    ]

  private static func record(_ changes: [String: String], without missing: String? = nil) -> String {
    let fields = good.merging(changes) { $1 }.filter { $0.key != missing }
    return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  /// Reads a schema and lines of JSON; prints for each line where it is at fault, as the engine calls the place.
  private static let validator = """
    import json, sys
    from jsonschema import Draft202012Validator, FormatChecker
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    def place(path):
        return "".join("[%d]" % (p + 1) if isinstance(p, int) else "." + p for p in path).lstrip(".")
    for line in open(sys.argv[2], encoding="utf-8"):
        places = set()
        for error in validator.iter_errors(json.loads(line)):
            path = list(error.absolute_path)
            if error.validator == "required":
                places |= {place(path + [name]) for name in error.validator_value if name not in error.instance}
            else:
                places.add(place(path))
        print(json.dumps(sorted(places), ensure_ascii=False))
    """

  private func places(_ records: [String], desk: Desk) throws -> [[String]] {
    let schema = try Command.run(["schema", desk.layout])
    #expect(schema.status == 0 && schema.error == "")
    let files = [
      try desk.folder.write(schema.output, as: "schema.json"),
      try desk.folder.write(Data(records.joined(separator: "\n").utf8), as: "records.ndjson"),
    ]
    // Debian's own, which the Makefile installs; a python of another origin may lack the module.
    let result = try Tool.run(["/usr/bin/python3", "-c", Self.validator] + files, environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.status == 0, "\(result.error)")
    return try result.text.split(separator: "\n").map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
  }

  /// The fields that the engine's errors name.
  private func engine(_ record: String, desk: Desk) throws -> [String] {
    struct Said: Decodable {
      var severity: String
      var field: String?
    }
    let file = try desk.folder.write(Data(record.utf8), as: "record.json")
    let check = try Command.run(["check", desk.layout, "--data", file, "--diagnostics", "json"])
    let said = try JSONDecoder().decode([Said].self, from: check.output)
    return Set(said.filter { $0.severity == "error" }.map { $0.field ?? "?" }).sorted()
  }

  @Test("takes what the engine takes, and refuses what it refuses at the same places")
  func agreement() throws {
    let desk = try Desk(layout: Data(Self.layout.utf8))
    var cases: [(record: String, places: [String])] = [(Self.record([:]), [])]
    cases += Self.takes.map { (Self.record([$0.field: $0.json]), []) }
    cases += Self.refuses.map { (Self.record([$0.field: $0.json]), $0.at.sorted()) }
    let optional = ["grades"]
    cases += Self.good.keys.sorted().map {
      (Self.record([:], without: $0), optional.contains($0) ? [] : [$0])
    }
    let found = try places(cases.map(\.record), desk: desk)
    #expect(found.count == cases.count)
    for ((record, expected), places) in zip(cases, found) {
      #expect(places == expected, "the schema of \(record)")
      #expect(try engine(record, desk: desk) == expected, "the engine of \(record)")
    }
  }

  @Test("all sample records fit the sample layout's schema")
  func samples() throws {
    let desk = try Desk()
    let records = try Repository.records().map { String(decoding: $0, as: UTF8.self) }
    #expect(try places(records, desk: desk).allSatisfy(\.isEmpty))
  }

  @Test("has labels as titles, says how values are printed, and has bounds and formats")
  func contents() throws {
    let desk = try Desk(layout: Data(Self.layout.utf8))
    let output = try Command.run(["schema", desk.layout]).output
    let schema = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"] == nil && schema["additionalProperties"] == nil && schema["title"] as? String == "成绩单")
    #expect((schema["required"] as? [String])?.prefix(3) == ["name", "gender", "id"])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(properties["name"]?["title"] as? String == "姓名" && properties["name"]?["maxLength"] as? Int == 4)
    #expect(
      properties["id"]?["description"] as? String
        == "Printed with its first 6 and last 4 characters and 5 asterisks between them.")
    #expect(properties["valid"]?["description"] as? String == #"Where it is missing, "长期有效" is printed."#)
    #expect(properties["gender"]?["enum"] as? [String] == ["男", "女"])
    #expect(properties["issued"]?["format"] as? String == "date" && properties["birth"]?["format"] == nil)
    #expect(properties["link"]?["format"] as? String == "uri")
    #expect(properties["hobbies"]?["type"] as? String == "array" && properties["hobbies"]?["maxItems"] as? Int == 3)
    // The order of the layout.
    let text = String(decoding: output, as: UTF8.self)
    let order = ["name", "gender", "id", "level", "grades"].compactMap { text.range(of: "\"\($0)\": {")?.lowerBound }
    #expect(order.count == 5 && order == order.sorted())
  }

  @Test("a layout at fault has no schema, and its errors are told")
  func broken() throws {
    let desk = try Desk(layout: Data("certificate \"x\" { page A4; data { a txt \"甲\" } }".utf8))
    let result = try Command.run(["schema", desk.layout])
    #expect(result.status == 1 && result.output.isEmpty && result.error.contains("error: "))
  }
}
