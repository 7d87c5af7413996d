import Foundation
import TestKit
import Testing

@Suite("dump")
struct DumpTests {
  @Test("the syntax tree and the template are printed without a record", arguments: ["syntax", "template"])
  func withoutRecord(stage: String) throws {
    let dump = try Command.run(["dump", Repository.layout, "--stage", stage])
    #expect(dump.status == 0)
    #expect(dump.error == "")
    #expect(dump.text.split(separator: "\n").count > 100)
    #expect(dump.text.contains("verify_url"))
  }

  @Test("the scene shows each item with its place, and the values as they print")
  func scene() throws {
    let desk = try Desk()
    let dump = try Command.run(["dump", desk.layout, "--stage", "scene", "--data", try desk.saveRecord()])
    #expect(dump.status == 0)
    #expect(dump.error == "")
    #expect(dump.text.hasPrefix("scene\n"))
    #expect(dump.text.contains("\nitem fields/name/name\n"))
    #expect(dump.text.contains("2022-04-06"))
  }

  @Test("a broken layout is printed as far as it is understood, and its errors are told")
  func broken() throws {
    let desk = try Desk(layout: Data("certificate \"x\" {\n  page A4\n  text \"y\" { colour: #000 }\n".utf8))
    let dump = try Command.run(["dump", desk.layout, "--stage", "syntax"])
    #expect(dump.status == 1)
    #expect(dump.text.contains("colour"))
    #expect(dump.error.contains("error: "))
  }

  @Test("two dumps of one layout are the same text", arguments: ["syntax", "template", "scene"])
  func same(stage: String) throws {
    let desk = try Desk()
    let data = stage == "scene" ? ["--data", try desk.saveRecord()] : []
    let dumps = try (0..<2).map { _ in try Command.run(["dump", desk.layout, "--stage", stage] + data).output }
    #expect(dumps[0] == dumps[1])
    #expect(!dumps[0].isEmpty)
  }
}
