import Foundation
import TestKit
import Testing

@Suite("format")
struct FormatTests {
  static let loose = "certificate \"x\"  {\r\n    page A4;\n\n\n  area 10mm x 20mm // small\n}"
  static let neat = "certificate \"x\" {\n  page A4\n\n  area 10mm x 20mm  // small\n}\n"
  static let broken = "certificate \"x\"   {\n"

  /// A folder with a layout that is not formatted, one that is, and one with an error of syntax.
  private let desk: Desk
  private let neat: String
  private let broken: String

  init() throws {
    desk = try Desk(layout: Data(Self.loose.utf8))
    neat = try desk.folder.write(Data(Self.neat.utf8), as: "neat.layout")
    broken = try desk.folder.write(Data(Self.broken.utf8), as: "broken.layout")
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test("what is not formatted is written and told; the second time there is nothing to do")
  func inPlace() throws {
    let first = try Command.run(["format", desk.layout, neat])
    #expect(first.status == 0)
    #expect(first.error == "")
    #expect(first.text == "formatted \(desk.layout)\n")
    #expect(try text(desk.layout) == Self.neat)
    #expect(try desk.files() == ["sheet.layout", "neat.layout", "broken.layout"])
    let before = try FileManager.default.attributesOfItem(atPath: neat)[.systemFileNumber] as? Int
    let second = try Command.run(["format", desk.layout, neat])
    #expect(second.status == 0)
    #expect(second.text == "nothing to change\n")
    #expect(try FileManager.default.attributesOfItem(atPath: neat)[.systemFileNumber] as? Int == before)
  }

  @Test("--check writes nothing, lists what is not formatted with its first line, and ends with 1")
  func check() throws {
    let result = try Command.run(["format", desk.layout, neat, "--check"])
    #expect(result.status == 1)
    #expect(result.error == "")
    #expect(result.text == "\(desk.layout):1: not formatted\n")
    #expect(try text(desk.layout) == Self.loose)
    let good = try Command.run(["format", "--check", neat])
    #expect(good.status == 0)
    #expect(good.text == "nothing to change\n")
  }

  @Test("a file with an error of syntax is left alone and told; the others are formatted all the same")
  func errors() throws {
    let result = try Command.run(["format", broken, desk.layout])
    #expect(result.status == 1)
    #expect(result.ids == ["syntax.unclosed-block"])
    #expect(result.text == "formatted \(desk.layout)\n")
    #expect(try text(broken) == Self.broken)
    #expect(try text(desk.layout) == Self.neat)
    let missing = try Command.run(["format", "none.layout", neat])
    #expect(missing.status == 2)
    #expect(missing.ids == ["file.unusable"])
  }

  @Test("- reads standard input and writes standard output")
  func stream() throws {
    let result = try Command.run(["format", "-"], input: Data(Self.loose.utf8))
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.text == Self.neat)
    #expect(try Command.run(["format", "-"], input: Data(Self.neat.utf8)).text == Self.neat)
    let check = try Command.run(["format", "-", "--check"], input: Data(Self.loose.utf8))
    #expect(check.status == 1)
    #expect(check.text == "standard input:1: not formatted\n")
    let bad = try Command.run(["format", "-"], input: Data(Self.broken.utf8))
    #expect(bad.status == 1)
    #expect(bad.output.isEmpty)
    #expect(try Command.run(["format", "-", neat]).status == 64)
    #expect(try Command.run(["format"]).status == 64)
  }

  @Test("a link stays a link, a file keeps its mode, and what is no file is not written to")
  func places() throws {
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: desk.layout)
    try files.createSymbolicLink(atPath: desk.path("link.layout"), withDestinationPath: "sheet.layout")
    #expect(try Command.run(["format", desk.path("link.layout")]).status == 0)
    #expect(try text(desk.layout) == Self.neat)
    #expect(try files.destinationOfSymbolicLink(atPath: desk.path("link.layout")) == "sheet.layout")
    #expect(try files.attributesOfItem(atPath: desk.layout)[.posixPermissions] as? Int == 0o640)
    let device = try Command.shell(#"printf 'a   b' | "$certpress" format /dev/stdin"#)
    #expect(device.status == 2)
    #expect(device.ids == ["file.unusable"])
  }

  @Test("a layout with errors of other kinds is formatted, and every layout that is shipped is")
  func other() throws {
    let odd = try desk.folder.write(Data("nothing {  known:  1 }\n".utf8), as: "odd.layout")
    #expect(try Command.run(["format", odd]).status == 0)
    #expect(try text(odd) == "nothing { known: 1 }\n")
    #expect(try Command.run(["format", "--check", Repository.layout]).status == 0)
  }
}
