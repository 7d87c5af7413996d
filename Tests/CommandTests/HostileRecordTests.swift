import Foundation
import TestKit
import Testing

@Suite("Hostile records")
struct HostileRecordTests {
  /// What may stand where a record is expected, made from the good one.
  static let records: [(name: String, id: String, make: @Sendable (Data) -> Data)] = [
    ("an empty file", "record.not-json", { _ in Data() }),
    ("blank lines", "record.not-json", { _ in Data("  \n\n".utf8) }),
    ("a list of records", "record.not-an-object", { Data("[".utf8) + $0 + Data("]".utf8) }),
    ("a string", "record.not-an-object", { _ in Data("\"张三\"".utf8) }),
    ("two records", "record.not-json", { $0 + $0 }),
    ("a record cut off", "record.not-json", { $0.prefix($0.count - 20) }),
    ("a record with more behind it", "record.not-json", { $0 + Data("x".utf8) }),
    ("a comma at the end", "record.not-json", { $0.prefix($0.count - 3) + Data(",}".utf8) }),
    ("UTF-16", "record.invalid-utf8", { String(decoding: $0, as: UTF8.self).data(using: .utf16) ?? $0 }),
    ("zeros", "record.not-json", { _ in Data(count: 100_000) }),
    ("a picture", "record.invalid-utf8", { _ in Data([0xFF, 0xD8, 0xFF, 0xE0]) }),
    ("all bytes", "record.not-json", { _ in Data(0...255) }),
    ("an HTML page", "record.not-json", { _ in Data("<!DOCTYPE html>".utf8) }),
    ("15 MB of blanks", "record.not-json", { _ in Data(repeating: 0x20, count: 15 << 20) }),
  ]

  @Test("is refused by name, and nothing is made", arguments: records.indices)
  func broken(index: Int) throws {
    let (name, id, make) = Self.records[index]
    let desk = try Desk()
    let record = try desk.folder.write(make(desk.json), as: "broken.json")
    let result = try Command.run(["render", desk.layout, "--data", record, "--output", desk.path("certificate.pdf")])
    #expect(result.status == 1, "\(name)")
    #expect(result.ids.contains(id), "\(name): \(result.error.prefix(500))")
    #expect(try desk.files() == ["broken.json", "photo.jpg"])
  }

  @Test("names of fields that are megabytes long, or many, are told in few words")
  func endlessNames() throws {
    let word = String(repeating: "字", count: 1_000_000)
    for name in [word, "\(word)\": 1, \"\(word)"] {
      var desk = try Desk()
      desk.set(name, "x")
      desk.remove("name")
      let result = try desk.render()
      #expect(result.status == 1)
      #expect(result.error.count < 10_000)
    }
    var desk = try Desk()
    for index in 0..<100_000 { desk.fields.append(("unknown_\(index)", Data("1".utf8))) }
    let result = try desk.render()
    #expect(result.status == 0)
    #expect(result.error.utf8.count < 100_000, "\(result.error.utf8.count) bytes")
    // A program gets all of them, soon, though all stand on one line.
    let line = try desk.folder.write(Data(desk.json.filter { $0 != UInt8(ascii: "\n") }), as: "line.json")
    let json = try Command.run(["check", desk.layout, "--data", line, "--diagnostics", "json"])
    #expect(json.status == 0)
    #expect((try JSONSerialization.jsonObject(with: json.output) as? [Any])?.count == 100_000)
  }

  @Test("a record with a byte order mark is a record")
  func byteOrderMark() throws {
    let desk = try Desk()
    let record = try desk.folder.write(Data([0xEF, 0xBB, 0xBF]) + desk.json, as: "marked.json")
    let result = try Command.run(["render", desk.layout, "--data", record, "--output", desk.path("certificate.pdf")])
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("a device without an end is told to be no record, and no layout", arguments: ["layout", "record"])
  func endless(role: String) throws {
    let desk = try Desk()
    let record = role == "record" ? "/dev/zero" : try desk.saveRecord()
    let layout = role == "layout" ? "/dev/zero" : desk.layout
    let result = try Command.run(["check", layout, "--data", record])
    #expect(result.status == 2)
    #expect(result.error.contains("cannot read the \(role) '/dev/zero': file too large"))
  }

  @Test("each of several faults is told in one run")
  func several() throws {
    var desk = try Desk()
    desk.set("name", "张\n三")
    desk.set("birth", "2022-02-30")
    desk.set("verify_url", "no address")
    desk.remove("title")
    let result = try desk.render()
    #expect(
      result.ids == ["record.forbidden-character", "record.not-a-date", "record.not-a-url", "record.missing-field"])
    #expect(result.error.hasSuffix("\n4 errors\n"))
  }
}
