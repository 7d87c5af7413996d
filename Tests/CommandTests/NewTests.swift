import Foundation
import TestKit
import Testing

@Suite("new")
struct NewTests {
  private func names(in folder: TemporaryFolder) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
  }

  private func new(_ arguments: String..., in folder: TemporaryFolder) throws -> Tool.Result {
    try Command.run(["new"] + arguments, folder: folder.url.path)
  }

  @Test("what it writes has no errors and no warnings, and its record fits", arguments: ["zh", "en"])
  func fits(language: String) throws {
    let folder = try TemporaryFolder()
    let new = try new("award.layout", "--language", language, in: folder)
    #expect(new.status == 0)
    #expect(new.error == "")
    #expect(try names(in: folder) == ["award.layout", "award.json"])
    let check = try Command.run(
      ["check", "award.layout", "--data", "award.json", "--diagnostics", "json"], folder: folder.url.path)
    #expect(check.status == 0)
    #expect(try JSONSerialization.jsonObject(with: check.output) as? [String] == [])
  }

  @Test("the next commands that it names can be typed as they stand", arguments: ["award", "my 'best' award 奖"])
  func next(name: String) throws {
    let folder = try TemporaryFolder()
    let new = try new(name + ".layout", in: folder)
    let commands = new.text.split(separator: "\n").filter { $0.hasPrefix("  certpress ") }
    #expect(commands.count == 2)
    for command in commands {
      let result = try Command.shell("certpress() { \"$certpress\" \"$@\"; }\n\(command)", folder: folder.url.path)
      #expect(result.status == 0, "\(command): \(result.error)")
      #expect(result.error == "")
    }
    #expect(try names(in: folder) == ["\(name).layout", "\(name).json", "\(name).pdf"])
  }

  @Test("it is one page as PDF and as PNG, its texts can be read and its code scans")
  func renders() throws {
    let folder = try TemporaryFolder()
    #expect(try new("award.layout", in: folder).status == 0)
    for output in ["award.pdf", "award.png"] {
      let result = try Command.run(
        ["render", "award.layout", "--data", "award.json", "--output", output], folder: folder.url.path)
      #expect(result.status == 0)
      #expect(result.error == "")
    }
    // Wide tracking is read as blanks.
    let text = try Tool.run("pdftotext", "-raw", folder.path("award.pdf"), "-").text.filter { $0 != " " }
    for value in ["荣誉证书", "林䶮", "一等奖", "指导教师", "买买提·艾力", "2026年7月1日"] { #expect(text.contains(value)) }
    #expect(try Tool.run("pdfinfo", folder.path("award.pdf")).text.contains(#/Pages:\s+1\n/#))
    let code = try Tool.run("zbarimg", "-q", "--raw", folder.path("award.png")).text
    #expect(code == "https://example.org/v/2026-0042\n")
  }

  @Test("a record without the optional field fits, too")
  func optional() throws {
    let folder = try TemporaryFolder()
    #expect(try new("award.layout", in: folder).status == 0)
    let url = URL(filePath: folder.path("award.json"))
    var record = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: String])
    #expect(record.removeValue(forKey: "teacher") != nil)
    try JSONSerialization.data(withJSONObject: record).write(to: url)
    let check = try Command.run(["check", "award.layout", "--data", "award.json"], folder: folder.url.path)
    #expect(check.status == 0)
    #expect(check.error == "")
  }

  @Test("in both languages the same certificate comes out; only the notes differ")
  func languages() throws {
    let folder = try TemporaryFolder()
    for language in ["zh", "en"] {
      #expect(try new("\(language).layout", "--language", language, in: folder).status == 0)
      let render = try Command.run(
        ["render", "\(language).layout", "--data", "zh.json", "--output", "\(language).pdf"], folder: folder.url.path)
      #expect(render.error == "")
    }
    #expect(
      try Data(contentsOf: URL(filePath: folder.path("zh.pdf")))
        == Data(contentsOf: URL(filePath: folder.path("en.pdf"))))
    let zh = try String(contentsOfFile: folder.path("zh.layout"), encoding: .utf8)
    #expect(zh != (try String(contentsOfFile: folder.path("en.layout"), encoding: .utf8)))
    #expect(zh.hasPrefix("// 荣誉证书"), "Chinese is the default of the two")
    #expect(try new("default.layout", in: folder).status == 0)
    #expect(try String(contentsOfFile: folder.path("default.layout"), encoding: .utf8) == zh)
  }

  @Test(
    "a file that is there is never touched, and its partner is not written", arguments: ["award.layout", "award.json"])
  func taken(name: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Data("mine".utf8), as: name)
    let new = try new("award.layout", in: folder)
    #expect(new.status == 2)
    #expect(new.output.isEmpty)
    #expect(new.ids == ["file.exists"])
    #expect(new.error.contains("'\(name)' is there already"))
    #expect(try names(in: folder) == [name])
    #expect(try Data(contentsOf: URL(filePath: folder.path(name))) == Data("mine".utf8))
  }

  @Test("a link that leads nowhere is a name that is taken", arguments: ["award.layout", "award.json"])
  func link(name: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: "elsewhere")
    let new = try new("award.layout", in: folder)
    #expect(new.status == 2)
    #expect(new.ids == ["file.exists"])
    #expect(try names(in: folder) == [name])
  }

  @Test("a folder that is not there is told")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let new = try new("there/award.layout", in: folder)
    #expect(new.status == 2)
    #expect(new.ids == ["file.unusable"])
  }

  @Test(
    "a name without the ending is an error of the command line",
    arguments: ["award", "award.json", ".layout", "there/.layout"])
  func ending(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(try new(name, in: folder).status == 64)
    #expect(try names(in: folder) == [])
  }
}
