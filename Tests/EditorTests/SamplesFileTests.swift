import CertPress
import Foundation
import PressDiagnostics
import TestKit
import Testing

@testable import PressEditor

/// Records of a file: as they are read, and as the hardest of them are picked.
@Suite struct SamplesFileTests {
  private func read(_ text: String, as name: String) throws -> [GivenRecord] {
    let folder = try TemporaryFolder()
    let path = folder.path(name)
    try Data(text.utf8).write(to: URL(filePath: path))
    return try RecordsFile.read(path)
  }

  private func faults(_ text: String, as name: String) throws -> Faults {
    try #require(throws: Faults.self) { try read(text, as: name) }
  }

  // MARK: Reading

  @Test("an object, an array of objects and lines are read as they stand") func forms() throws {
    let one = try read(#" {"name": "丁一"} "#, as: "ding.json")
    #expect(one.map(\.name) == ["ding.json"])
    #expect(one.map { String(decoding: $0.json, as: UTF8.self) } == [#"{"name": "丁一"}"#])

    let array = try read(#"[{"name": "丁一"}, {"name": "王二"}]"#, as: "two.json")
    #expect(array.map(\.name) == ["two.json record 1", "two.json record 2"])
    #expect(array.map { String(decoding: $0.json, as: UTF8.self) } == [#"{"name": "丁一"}"#, #"{"name": "王二"}"#])

    for name in ["two.ndjson", "two.json"] {
      let lines = try read("{\"name\": \"丁一\"}\n\n{\"name\": \"王二\"}\n", as: name)
      #expect(lines.map(\.name) == ["\(name) line 1", "\(name) line 3"])
    }
  }

  @Test("what is no file of records is told with its place, and the file's name") func mistakes() throws {
    let broken = try faults(#"[{"name": "丁一"}, 17]"#, as: "odd.json")
    #expect(broken.kind == .input)
    #expect(broken.diagnostics.map(\.id) == ["record.not-an-object"])
    #expect(broken.diagnostics.first?.span?.range == 21..<23)
    #expect(broken.description.contains("odd.json"))

    let line = try faults("{\"a\": 1}\n{\"a\" 1}\n", as: "odd.ndjson")
    #expect(line.diagnostics.map(\.id) == ["record.not-json"])
    #expect(line.description.contains("odd.ndjson"))

    for empty in ["[]", " \n"] {
      #expect(try faults(empty, as: "none.ndjson").diagnostics.hasErrors)
    }
    #expect(try faults("[]", as: "none.json").diagnostics.map(\.id) == ["file.no-records"])
    #expect(try faults("\n", as: "none.ndjson").diagnostics.map(\.id) == ["file.no-records"])

    let missing = try #require(throws: Faults.self) { try RecordsFile.read("nowhere/at-all.json") }
    #expect(missing.kind == .environment)
  }

  @Test("no more than ten thousand are read") func many() throws {
    let records = try read(String(repeating: "{\"a\": 1}\n", count: 10_005), as: "many.ndjson")
    #expect(records.count == RecordsFile.mostRecords)
  }

  // MARK: Picking

  private func given() throws -> [GivenRecord] {
    try RecordsFile.read(Repository.path("Tests/Data/records.ndjson"))
  }

  private func schema() throws -> Schema {
    try SamplesTests.press().layout(at: Repository.layout).schema
  }

  @Test("of a file, the longest, the rarest and the barest are picked, then the rest is invented") func picked() throws
  {
    let given = try given()
    #expect(given.count == 200)
    #expect(given.first?.name == "records.ndjson line 1")
    let samples = try SampleRecord.nastiest(for: schema(), given: given)
    #expect(samples.count == SampleRecord.most)
    #expect(Set(samples.map(\.name)).count == samples.count)
    #expect(samples.first?.name.hasPrefix("first of the file") == true)
    #expect(samples.first?.origin == .given(name: "records.ndjson line 1"))
    #expect(samples.first?.json == given.first?.json)
    #expect(samples.contains { $0.name == "longest of every field" && $0.origin == .invented })
    #expect(samples.map(\.json) == (try SampleRecord.nastiest(for: schema(), given: given)).map(\.json))
    // The longest name of the file is shown.
    let longest = try given.map { try name(in: $0.json).count }.max()
    let shown = try samples.filter { $0.origin != .invented }.map { try name(in: $0.json).count }.max()
    #expect(longest == shown)
  }

  private func name(in json: [UInt8]) throws -> String {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    return try #require(object["name"] as? String)
  }

  @Test("a record that is hardest in two ways is shown once, under both names") func shownOnce() throws {
    let given = [
      GivenRecord(name: "a.json", json: Array(#"{"name": "丁一"}"#.utf8)),
      GivenRecord(name: "b.json", json: Array(#"{"name": "𬱖䶮㺂·𠮷"}"#.utf8)),
      GivenRecord(name: "c.json", json: Array("no record".utf8)),
    ]
    let text = """
      certificate "Badge" {
        page A5
        font song "CertPress Song"
        data { name text "姓名" }
        text "{name}" { font: song 12pt; at: 20mm 20mm }
      }
      """
    let schema = try SamplesTests.press().layout(Array(text.utf8), name: "badge.layout").schema
    let samples = SampleRecord.nastiest(for: schema, given: given)
    #expect(samples.prefix(2).map(\.name) == ["first of the file", "longest 姓名, rare characters"])
    #expect(samples.dropFirst(2).allSatisfy { $0.origin == .invented })
    #expect(!samples.contains { $0.name == "usual" || $0.name == "rare characters" })
  }
}
