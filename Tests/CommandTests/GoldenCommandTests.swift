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
    #expect(unrecorded.text.hasPrefix("golden/ENVIRONMENT is missing or damaged: "))
    #expect(unrecorded.text.contains("\ngroup/case is broken:\n  expected.scene is missing"))
    #expect(unrecorded.text.hasSuffix("\n2 goldens checked, 2 differ, 1 problem\n"))

    let first = try golden("record", in: house)
    #expect(first.status == 1)
    #expect(first.error == "")
    let written = ["group/case", "single"].map { name in
      "\(name):\n" + ["png", "scene", "text", "structure"].map { "  wrote golden/\(name)/expected.\($0)\n" }.joined()
    }
    #expect(first.text == written.joined() + "wrote golden/ENVIRONMENT\nlook at each before you commit it\n")

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
    #expect(moved.text.hasPrefix("single differs:\n  值 moved 0.10 mm right  (layouts/plain.layout:6:41)\n"))
    #expect(moved.text.contains(" pixels differ, by "))
    #expect(moved.text.hasSuffix("\n1 golden checked, 1 differs\n"))

    let accepted = try golden("record", "single", in: house)
    #expect(accepted.status == 1)
    #expect(accepted.text.hasPrefix("single:\n  值 moved 0.10 mm right\n"))
    #expect(try golden("check", "single", in: house).status == 0)
  }

  @Test("findings for programs: JSON on standard output, JUnit in a file, GitHub's annotations behind the text")
  func forms() throws {
    let house = try house()
    _ = try golden("record", in: house)
    _ = try house.write(
      Data(Desk.plainLayout.replacing("10mm 10mm", with: "10.1mm 10mm").utf8), as: "layouts/plain.layout")
    let json = try golden("check", "--json", "--junit", "golden.xml", in: house)
    #expect(json.status == 1)
    #expect(json.error == "")
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect((object["cases"] as? [Any])?.count == 2)
    #expect(try String(contentsOfFile: house.path("golden.xml"), encoding: .utf8).contains("failures=\"2\""))
    let github = try golden("check", "--github", in: house)
    let annotation = "::error file=layouts/plain.layout,line=6,col=41,title=golden single::值 moved 0.10 mm right\n"
    #expect(github.text.contains(annotation))
    #expect(try golden("check", "--json", "--github", in: house).status == 64)
  }

  @Test("the report is one page, and says where it is")
  func report() throws {
    let house = try house()
    _ = try golden("record", in: house)
    let equal = try golden("report", "--output", "a/b", in: house)
    #expect(equal.status == 0)
    #expect(equal.text == "2 goldens checked, 0 differ\nThe page is a/b/index.html\n")
    _ = try house.write(
      Data(Desk.plainLayout.replacing("10mm 10mm", with: "10.1mm 10mm").utf8), as: "layouts/plain.layout")
    #expect(try golden("report", in: house).status == 1)
    let page = try String(contentsOfFile: house.path("out/golden/index.html"), encoding: .utf8)
    #expect(page.contains("moved 0.10 mm right"))
    _ = try house.write(Data(), as: "file")
    #expect(try golden("report", "--output", "file/x", in: house).status == 2)
  }

  @Test("a machine without the readers is told which package it lacks")
  func noReader() throws {
    let house = try house()
    let result = try Tool.run(
      [Repository.command, "golden", "check"], environment: ["PATH": "/nowhere"], folder: house.url.path)
    #expect(result.status == 2)
    #expect(result.ids == ["golden.no-reader"])
    #expect(result.error.contains("apt-get install poppler-utils"))
  }

  @Test("a check writes nothing into the folder of goldens: it can be read-only")
  func readOnly() throws {
    let house = try house()
    _ = try golden("record", in: house)
    let before = try FileManager.default.subpathsOfDirectory(atPath: house.path("golden")).sorted()
    _ = try house.write(
      Data(Desk.plainLayout.replacing("10mm 10mm", with: "10.1mm 10mm").utf8), as: "layouts/plain.layout")
    #expect(try golden("check", in: house).status == 1)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: house.path("golden")).sorted() == before)
  }

  @Test(
    "cases are named by case, by group, or by path",
    arguments: ["group", "group/case", "golden/group/case/", "./golden/group"])
  func selection(name: String) throws {
    let house = try house()
    let result = try golden("check", name, in: house)
    #expect(result.text.hasSuffix("\n1 golden checked, 1 differs, 1 problem\n"), "\(result.error)")
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
    #expect(result.text.hasPrefix("group/case:\n  wrote golden/group/case/expected.png\n"))
    #expect(!FileManager.default.fileExists(atPath: house.path("golden/single/expected.png")))
    #expect(!FileManager.default.fileExists(atPath: house.path("golden/single/expected.scene")))
  }
}
