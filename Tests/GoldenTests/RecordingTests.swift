import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

@Suite("Recording")
struct RecordingTests {
  static let files = ["expected.png", "expected.scene", "expected.text", "expected.structure"]

  @Test("the first time writes all layers, the second time none")
  func twice() throws {
    let house = try House()
    let (recordings, environment) = try house.harness().record()
    #expect(recordings.map { $0.files.map { String($0.split(separator: "/").last ?? "") } } == [Self.files])
    #expect(environment == house.path("golden/ENVIRONMENT"))
    let again = try house.harness().record()
    #expect(again.recordings.map(\.files) == [[]])
    #expect(again.environment == nil)
    #expect(try house.differences() == [])
  }

  @Test("only what changed is written, and it is told what is otherwise from now on")
  func changed() throws {
    let house = try House()
    try house.record()
    try house.write(House.sheet.replacing("12pt", with: "13pt"), "sheet.layout")
    let recording = try #require(try house.record().first)
    #expect(recording.differences.first?.sentence == "值 is set at 13 pt, not 12 pt")
    #expect(
      recording.files.map { String($0.split(separator: "/").last ?? "") } == [
        "expected.png", "expected.scene", "expected.structure",
      ])
    #expect(try house.differences() == [])
  }

  @Test("what no longer belongs to the case is taken away")
  func stale() throws {
    let house = try House()
    try house.record()
    try house.write("old", "expected-2.png")
    try house.write("old", "expected.warnings")
    #expect(try house.check().isFailure)
    try house.record()
    #expect(!house.has("expected-2.png"))
    #expect(!house.has("expected.warnings"))
    #expect(try house.differences() == [])
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
    let before = try Self.files.map { try house.read($0) }
    try house.add("group/case", sheet: sheet, record: record)
    try house.add("group/new", sheet: sheet, record: record)
    for recording in try house.record() {
      #expect(recording.faults != nil)
      #expect(recording.files.isEmpty)
    }
    #expect(try Self.files.map { try house.read($0) } == before)
    for file in Self.files { #expect(!house.has(file, in: "group/new")) }
  }

  @Test("a sheet that shows nothing is not recorded: blank would equal blank for ever")
  func blank() throws {
    let house = try House()
    try house.add(
      "empty", sheet: "certificate \"x\" {\n  page A6\n  rectangle { at: 0mm 0mm; size: 20mm x 20mm; fill: #fff }\n}",
      record: nil)
    let recording = try #require(try house.record().first)
    #expect(recording.faults?.diagnostics.map(\.id) == ["golden.blank"])
    #expect(!house.has("expected.png", in: "empty"))
  }

  @Test("the pictures are packed small, and packed pictures of the same pixels are left as they are")
  func packed() throws {
    let house = try House()
    try house.record()
    let small = try house.read("expected.png")
    let picture = try Raster(png: Array(small))
    try house.write(picture.png(picture.pixels), "expected.png")
    #expect(try house.differences() == [])
    try house.record()
    #expect(try house.read("expected.png") == small)
  }

  @Test("a part is not recorded with other libraries than the rest has been")
  func partOfAnotherEnvironment() throws {
    let house = try House()
    try house.add("group/other")
    try house.record()
    let path = house.path("golden/ENVIRONMENT")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing(/cairo: .*\n/, with: "cairo: 1.15.2\n").write(toFile: path, atomically: true, encoding: .utf8)
    let faults = try #require(throws: Faults.self) { try house.harness("group/case").record() }
    #expect(faults.diagnostics.map(\.id) == ["golden.other-environment"])
    #expect(faults.diagnostics[0].message.contains("the goldens were recorded with 1.15.2"))
    // Nor where nobody knows with which.
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: Faults.self) { try house.harness("group/case").record() }
    #expect(try house.harness().record().environment == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}
