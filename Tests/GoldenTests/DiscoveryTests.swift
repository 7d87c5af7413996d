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
    let names = try GoldenCase.discover(in: house.path("golden")).map(\.name)
    #expect(names == ["a/y/x/w", "a/z", "b", "group/another", "group/case", "group/case/inner"])
    let group = try GoldenCase.discover(in: house.path("golden/"), named: ["group", "a/z/"]).map(\.name)
    #expect(group == ["a/z", "group/another", "group/case", "group/case/inner"])
  }

  @Test("a sheet can be a line that names a layout beside the golden folder")
  func namedSheet() throws {
    let house = try House()
    try house.remove("sheet.layout")
    try FileManager.default.createDirectory(atPath: house.path("layouts"), withIntermediateDirectories: true)
    _ = try house.folder.write(Data(House.sheet.utf8), as: "layouts/a plain.layout")
    for line in ["layouts/a plain.layout", "layouts/a plain.layout\n", "layouts/a plain.layout \r\nmore\n"] {
      try house.write(line, "sheet")
      #expect(try house.golden().layoutPath == house.path("layouts/a plain.layout"))
    }
    try house.record()
    #expect(try house.differences() == [])
  }

  @Test(
    "a folder with an expectation or a record but no sheet is an error",
    arguments: ["expected.png", "expected.scene", "record.json"])
  func orphan(file: String) throws {
    let house = try House()
    try FileManager.default.createDirectory(
      atPath: house.path("golden/group/orphan"), withIntermediateDirectories: true)
    try house.write("x", file, in: "group/orphan")
    let faults = try #require(throws: Faults.self) { try GoldenCase.discover(in: house.path("golden")) }
    #expect(faults.diagnostics.map(\.id) == ["golden.no-sheet"])
    #expect(faults.diagnostics[0].message == "'group/orphan' has '\(file)' but neither 'sheet.layout' nor 'sheet'")
  }

  @Test("no case at all, and a name that means none, are errors")
  func none() throws {
    let house = try House()
    for (selection, id) in [
      ("group/cas", "golden.no-such-case"), ("gro", "golden.no-such-case"), ("", "golden.no-such-case"),
    ] {
      let faults = try #require(throws: Faults.self) {
        try GoldenCase.discover(in: house.path("golden"), named: [selection])
      }
      #expect(faults.diagnostics.map(\.id) == [id])
    }
    try FileManager.default.createDirectory(atPath: house.path("empty"), withIntermediateDirectories: true)
    let faults = try #require(throws: Faults.self) { try GoldenCase.discover(in: house.path("empty")) }
    #expect(faults.diagnostics.map(\.id) == ["golden.no-cases"])
  }

  @Test("every case of this repository has what it is expected to look like")
  func repository() throws {
    let cases = try GoldenCase.discover(in: Repository.path("golden"))
    #expect(cases.count >= 7)
    for golden in cases {
      for path in [golden.imagePath, golden.scenePath] {
        #expect(FileManager.default.fileExists(atPath: path), "\(path)")
      }
      for path in [golden.actualImagePath, golden.actualScenePath] {
        #expect(
          !FileManager.default.fileExists(atPath: path), "\(path) is what a failure left; look at it and remove it")
      }
    }
  }
}
