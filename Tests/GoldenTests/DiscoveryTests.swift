import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

@Suite("Discovery")
struct DiscoveryTests {
  @Test("cases are found however deep they lie, in the order of their names")
  func nested() throws {
    let house = try House()
    for name in ["b", "a/z", "a/y/x/w", "group/another", "group/case/inner"] { try house.add(name) }
    let names = try GoldenFolder(at: house.path("golden")).cases.map(\.name)
    #expect(names == ["a/y/x/w", "a/z", "b", "group/another", "group/case", "group/case/inner"])
    let group = try GoldenFolder(at: house.path("golden/"), named: ["group", "a/z/"]).cases.map(\.name)
    #expect(group == ["a/z", "group/another", "group/case", "group/case/inner"])
  }

  @Test("a sheet can be a line that names a layout beside the golden folder")
  func namedSheet() throws {
    let house = try House()
    try house.remove("sheet.layout")
    try FileManager.default.createDirectory(atPath: house.path("layouts"), withIntermediateDirectories: true)
    _ = try house.folder.write(Data(House.sheet.utf8), as: "layouts/a plain.layout")
    for line in ["layouts/a plain.layout", "layouts/a plain.layout\n", "\n layouts/a plain.layout \r\n"] {
      try house.write(line, "sheet")
      #expect(try house.golden().layoutPath == house.path("layouts/a plain.layout"))
    }
    for (text, message) in [
      ("layouts/a plain.layout\nlayouts/another.layout\n", "has 2 lines"), ("", "has 0 lines"),
      ("layouts/none.layout", "which is not there"),
    ] {
      try house.write(text, "sheet")
      let faults = try #require(throws: Faults.self) { try house.golden().layoutPath }
      #expect(faults.diagnostics[0].message.contains(message))
    }
    try house.write("layouts/a plain.layout\n", "sheet")
    try house.record()
    #expect(try house.differences() == [])
  }

  @Test(
    "a file that belongs to no case is a problem, and fails the check",
    arguments: ["expected.png", "expected.scene", "record.json", "photo.jpg"])
  func orphan(file: String) throws {
    let house = try House()
    try house.record()
    let place = house.path("golden/group/orphan")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try house.write("x", file, in: "group/orphan")
    let report = try house.harness().check()
    #expect(report.isFailure)
    #expect(
      report.problems == [
        "\(place)/\(file) belongs to no case: its folder has neither 'sheet.layout' nor 'sheet'"
      ])
  }

  @Test("a file in a case's folder that nothing uses is a difference; pictures that are used, and notes, are not")
  func stray() throws {
    let house = try House()
    try house.add(
      "pictures",
      sheet: #"certificate "x" { page 40mm x 40mm; image "art/one.jpg" { at: 5mm 5mm; size: 20mm x 30mm; alt: "x" } }"#,
      record: nil)
    let art = house.path("golden/pictures/art")
    try FileManager.default.createDirectory(atPath: art, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Repository.path("Tests/Data/photos/000.jpg"), toPath: art + "/one.jpg")
    try house.record()
    try house.write("why this case is here", "README.md", in: "pictures")
    #expect(try house.differences("pictures") == [])
    try FileManager.default.copyItem(atPath: art + "/one.jpg", toPath: art + "/two.jpg")
    try house.write("", "expected-2.png", in: "pictures")
    #expect(
      try house.differences("pictures") == [
        "'art/two.jpg' in the case's folder belongs to nothing: remove it",
        "'expected-2.png' in the case's folder belongs to nothing: remove it",
      ])
    #expect(try house.check("pictures").isFailure)
  }

  @Test("a case with two sheets, or without the record that its layout wants, is told so")
  func unclear() throws {
    let house = try House()
    try house.record()
    try house.write("sheet.layout\n", "sheet")
    #expect(try house.differences().first?.contains("has both 'sheet' and 'sheet.layout'") == true)
    try house.remove("sheet")
    try house.remove("record.json")
    #expect(try house.differences().first?.contains("record.json', and the layout wants data") == true)
  }

  @Test("a link that leads back up ends, and the folder can be called by a dot")
  func links() throws {
    let house = try House()
    try FileManager.default.createSymbolicLink(
      atPath: house.path("golden/group/loop"), withDestinationPath: house.path("golden"))
    #expect(try GoldenFolder(at: house.path("golden")).cases.map(\.name) == ["group/case"])
    let dotted = try #require(try GoldenFolder(at: house.path("golden/group/..")).cases.first)
    #expect(dotted.root == house.folder.url.resolvingSymlinksInPath().path)
  }

  @Test("a case without a golden fails")
  func unrecorded() throws {
    let house = try House()
    try house.record()
    try house.add("group/new")
    let outcome = try house.check("group/new")
    #expect(outcome.status == .broken)
    #expect(Set(outcome.differences.map(\.layer)) == [.pixels, .geometry, .text, .structure])
    #expect(try house.harness().check().isFailure)
  }

  @Test("no case at all, and a name that means none, are errors")
  func none() throws {
    let house = try House()
    for selection in ["group/cas", "gro", ""] {
      let faults = try #require(throws: Faults.self) {
        try GoldenFolder(at: house.path("golden"), named: [selection])
      }
      #expect(faults.diagnostics.map(\.id) == ["golden.no-such-case"])
    }
    try FileManager.default.createDirectory(atPath: house.path("empty"), withIntermediateDirectories: true)
    let faults = try #require(throws: Faults.self) { try GoldenFolder(at: house.path("empty")) }
    #expect(faults.diagnostics.map(\.id) == ["golden.no-cases"])
  }
}
