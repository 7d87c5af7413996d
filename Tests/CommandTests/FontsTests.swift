import Foundation
import TestKit
import Testing

@Suite("fonts")
struct FontsTests {
  /// The fonts as links in a folder of their own, so that one can be exchanged.
  private func linkedFonts() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: Repository.fonts)
    where name.hasSuffix(".ttf") || name == "manifest.json" {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: Repository.fonts + "/" + name)
    }
    return folder
  }

  private func replace(_ name: String, in folder: TemporaryFolder, by change: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: URL(filePath: folder.path(name)))
    change(&data)
    try FileManager.default.removeItem(atPath: folder.path(name))
    try data.write(to: URL(filePath: folder.path(name)))
  }

  @Test("lists the families, with tier, size and licence")
  func list() throws {
    let list = try Command.run(["fonts"])
    #expect(list.status == 0)
    #expect(list.error == "")
    for family in ["Song", "Hei", "Kai"] { #expect(list.text.contains("CertPress \(family)  core, ")) }
  }

  @Test("our fonts are as the manifest says")
  func verify() throws {
    let result = try Tool.run(Repository.command, "fonts", "--verify")
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.text.hasSuffix("font files are as the manifest says\n"))
  }

  @Test("one changed byte in one file is found, and the file is named")
  func changedByte() throws {
    let fonts = try linkedFonts()
    try replace("CertPressHei-Regular.ttf", in: fonts) { $0[$0.count / 2] ^= 1 }
    let result = try Tool.run(Repository.command, "fonts", "--verify", "--fonts", fonts.url.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.ids == ["text.font-digest-differs"])
    #expect(result.error.contains("font 'hei'"))
    #expect(!result.error.contains("font 'kai'"))
  }

  @Test("a file that is cut or missing is found before anything is rendered", arguments: ["cut", "missing"])
  func broken(how: String) throws {
    let fonts = try linkedFonts()
    if how == "cut" {
      try replace("CertPressKai-Regular.ttf", in: fonts) { $0.removeLast(1_000) }
    } else {
      try FileManager.default.removeItem(atPath: fonts.path("CertPressKai-Regular.ttf"))
    }
    let desk = try Desk()
    let result = try desk.render("--fonts", fonts.url.path)
    #expect(result.status == 2)
    #expect(result.error.contains("font 'kai'"))
    #expect(try desk.files() == ["record.json", "photo.jpg"])
  }

  @Test("a manifest that is no manifest is told as such", arguments: ["", "{", "[]", "{}", "{\"format\": 99}"])
  func manifest(text: String) throws {
    let fonts = try TemporaryFolder()
    _ = try fonts.write(Data(text.utf8), as: "manifest.json")
    let result = try Command.run(["fonts", "--fonts", fonts.url.path])
    #expect(result.status == 2)
    #expect(!result.ids.isEmpty)
    #expect(result.error.contains("manifest"))
  }
}
