import Foundation
import TestKit
import Testing

@Suite("golden")
struct GoldenCommandTests {
  /// A house of its own: layouts/, golden/group/case, golden/single.
  private func house() throws -> TemporaryFolder {
    let house = try TemporaryFolder()
    for folder in ["layouts", "golden/group/case", "golden/single"] {
      try FileManager.default.createDirectory(atPath: house.path(folder), withIntermediateDirectories: true)
    }
    _ = try house.write(Data(Desk.plainLayout.utf8), as: "layouts/plain.layout")
    for name in ["group/case", "single"] {
      _ = try house.write(Data("layouts/plain.layout\n".utf8), as: "golden/\(name)/sheet")
      _ = try house.write(Data(#"{"value": "金本位"}"#.utf8), as: "golden/\(name)/record.json")
    }
    return house
  }

  private func golden(_ arguments: String..., in house: TemporaryFolder) throws -> Tool.Result {
    try Command.run(["golden"] + arguments, folder: house.url.path)
  }

  @Test("a case is recorded, checked, broken, and found out")
  func life() throws {
    let house = try house()
    let unrecorded = try golden("check", in: house)
    #expect(unrecorded.status == 1)
    #expect(unrecorded.error == "")
    #expect(unrecorded.text.hasPrefix("group/case differs:\n  expected.scene is missing"))
    #expect(unrecorded.text.hasSuffix("\n2 goldens checked, 2 differ\n"))

    let first = try golden("record", in: house)
    #expect(first.status == 1)
    #expect(first.error == "")
    #expect(
      first.text == """
        wrote golden/group/case/expected.scene
        wrote golden/group/case/expected.png
        wrote golden/single/expected.scene
        wrote golden/single/expected.png
        look at each before you commit it

        """)

    let second = try golden("record", in: house)
    #expect(second.status == 0)
    #expect(second.text == "nothing changed\n")

    let equal = try golden("check", in: house)
    #expect(equal.status == 0)
    #expect(equal.text == "2 goldens checked, 0 differ\n")

    _ = try house.write(
      Data(Desk.plainLayout.replacing("10mm 10mm", with: "10.1mm 10mm").utf8), as: "layouts/plain.layout")
    let moved = try golden("check", "single", in: house)
    #expect(moved.status == 1)
    #expect(moved.text.contains("\n  value changed: box "))
    #expect(moved.text.contains(" pixels differ, by "))
    #expect(moved.text.hasSuffix("\n1 golden checked, 1 differs\n"))
  }

  @Test(
    "cases are named by case, by group, or by path",
    arguments: ["group", "group/case", "golden/group/case/", "./golden/group"])
  func selection(name: String) throws {
    let house = try house()
    let result = try golden("check", name, in: house)
    #expect(result.text.hasSuffix("\n1 golden checked, 1 differs\n"), "\(result.error)")
  }

  @Test("a name that is no case is told, with the nearest that is")
  func unknown() throws {
    let result = try golden("check", "group/csae", in: try house())
    #expect(result.status == 2)
    #expect(result.ids == ["golden.no-such-case"])
    #expect(result.error.contains("did you mean 'group/case'?"))
  }

  @Test("no goldens at all are an error, not a success")
  func none() throws {
    let empty = try TemporaryFolder()
    #expect(try golden("check", in: empty).ids == ["golden.no-folder"])
    try FileManager.default.createDirectory(atPath: empty.path("golden/group"), withIntermediateDirectories: true)
    let result = try golden("check", in: empty)
    #expect(result.status == 2)
    #expect(result.ids == ["golden.no-cases"])
  }

  @Test("a case that does not render is never recorded, and what was recorded before it is listed")
  func errors() throws {
    let house = try house()
    _ = try house.write(Data(#"{"value": ""}"#.utf8), as: "golden/single/record.json")
    let result = try golden("record", in: house)
    #expect(result.status == 1)
    #expect(result.ids == ["record.missing-field"])
    #expect(result.text.hasPrefix("wrote golden/group/case/expected.scene\n"))
    #expect(!FileManager.default.fileExists(atPath: house.path("golden/single/expected.png")))
    #expect(!FileManager.default.fileExists(atPath: house.path("golden/single/expected.scene")))
  }
}
