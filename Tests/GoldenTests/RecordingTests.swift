import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

@Suite("Recording")
struct RecordingTests {
  @Test("the first time writes both files, the second time none")
  func twice() throws {
    let house = try House()
    let written = try house.record()
    #expect(written.map { $0.split(separator: "/").last } == ["expected.scene", "expected.png"])
    #expect(try house.record() == [])
    #expect(try house.differences() == [])
  }

  @Test("only what changed is written, and what an earlier check left is taken away")
  func changed() throws {
    let house = try House()
    try house.record()
    try house.write("scene\n", "expected.scene")
    #expect(try !house.differences().isEmpty)
    #expect(house.has("actual.png"))
    #expect(try house.record().count == 1)
    #expect(!house.has("actual.png"))
    #expect(!house.has("actual.scene"))
  }

  @Test(
    "a case with an error is never recorded, and what was recorded stays",
    arguments: [
      (#"{"value": ""}"#, House.sheet), (#"{"value": "😀"}"#, House.sheet), ("{", House.sheet),
      (#"{"value": "金"}"#, "certificate"),
      (#"{"value": "金"}"#, House.sheet.replacing("10mm 10mm", with: "70mm 10mm")),
    ])
  func errors(record: String, sheet: String) throws {
    let house = try House()
    try house.record()
    let before = try [house.read("expected.png"), house.read("expected.scene")]
    try house.add("group/case", sheet: sheet, record: record)
    #expect(throws: Faults.self) { try house.record() }
    #expect(try [house.read("expected.png"), house.read("expected.scene")] == before)
    try house.add("group/new", sheet: sheet, record: record)
    #expect(throws: Faults.self) { try house.record("group/new") }
    #expect(!house.has("expected.png", in: "group/new"))
    #expect(!house.has("expected.scene", in: "group/new"))
  }

  @Test("a sheet that shows nothing is not recorded: blank would equal blank for ever")
  func blank() throws {
    let house = try House()
    try house.add(
      "empty", sheet: "certificate \"x\" {\n  page A6\n  rectangle { at: 0mm 0mm; size: 20mm x 20mm; fill: #fff }\n}",
      record: nil)
    let faults = try #require(throws: Faults.self) { try house.record("empty") }
    #expect(faults.diagnostics.map(\.id) == ["golden.blank"])
    #expect(!house.has("expected.png", in: "empty"))
  }
}
