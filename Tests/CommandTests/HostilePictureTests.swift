import Foundation
import TestKit
import Testing

@Suite("Hostile pictures")
struct HostilePictureTests {
  private static let portrait =
    (try? Data(contentsOf: URL(filePath: Repository.path("Tests/Data/photos/000.jpg")))) ?? Data()

  static let files: [(name: String, id: String, data: Data)] = [
    ("an empty file", "media.empty-picture", Data()),
    ("half a JPEG", "media.truncated-picture", portrait.prefix(portrait.count / 2)),
    ("a JPEG without its last byte", "media.truncated-picture", portrait.dropLast()),
    ("text", "media.not-a-picture", Data("a portrait".utf8)),
    ("a page of a server that wants a login", "media.not-a-picture", Data("<!DOCTYPE html><html>".utf8)),
    ("SVG", "media.unsupported-format", Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
    ("GIF", "media.unsupported-format", Data("GIF89a".utf8)),
    ("a PNG of 400 megapixels", "media.picture-too-large", PNGFile.data(width: 20_000, height: 20_000, rows: 4)),
    ("a PNG that ends early", "media.truncated-picture", PNGFile.data(width: 2_000, height: 2_000, rows: 4)),
  ]

  @Test("is refused by name, and nothing is made", arguments: files.indices)
  func file(index: Int) throws {
    let (name, id, data) = Self.files[index]
    let desk = try Desk()
    _ = try desk.folder.write(data, as: "photo.jpg")
    let result = try desk.render()
    #expect(result.status == 1, "\(name)")
    #expect(result.ids == [id], "\(name): \(result.error)")
    #expect(result.error.contains("field 'photo' of record"))
    #expect(try desk.files() == ["record.json", "photo.jpg"])
  }

  @Test("a PNG that is called .jpg is what its bytes say")
  func misnamed() throws {
    let desk = try Desk()
    _ = try desk.folder.write(PNGFile.data(width: 60, height: 84), as: "photo.jpg")
    let result = try desk.render()
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("a picture of 35 megapixels that is 35 kB small takes neither minutes nor gigabytes")
  func bomb() throws {
    let desk = try Desk()
    _ = try desk.folder.write(PNGFile.data(width: 7_000, height: 5_000), as: "photo.jpg")
    _ = try desk.saveRecord()
    let result = try Command.shell(
      #"ulimit -v 2000000; "$certpress" render "$1" --data record.json --output certificate.pdf"#, desk.layout,
      folder: desk.folder.url.path)
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test(
    "a name that leads out of the record's folder is refused, though there is a picture",
    arguments: ["../photo.jpg", "inner/../../photo.jpg", "/photo.jpg", "link.jpg", "out/photo.jpg"])
  func climbing(name: String) throws {
    // The record lies one folder down; the picture lies above it, and links lead there.
    let desk = try Desk()
    let inner = desk.path("inner")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: inner + "/inner", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: inner + "/link.jpg", withDestinationPath: "../photo.jpg")
    try FileManager.default.createSymbolicLink(atPath: inner + "/out", withDestinationPath: "..")
    var climber = desk
    climber.set("photo", name.hasPrefix("/") ? desk.path("photo.jpg") : name)
    try climber.json.write(to: URL(filePath: inner + "/record.json"))

    let result = try Command.run(
      ["render", desk.layout, "--data", inner + "/record.json", "--output", desk.path("certificate.pdf")])
    #expect(result.status == 1)
    #expect(result.ids == ["media.outside-folder"])
    #expect(try !desk.files().contains("certificate.pdf"))
  }

  @Test("links and folders that stay inside are followed", arguments: ["./photo.jpg", "link.jpg", "inner/photo.jpg"])
  func inside(name: String) throws {
    var desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.path("link.jpg"), withDestinationPath: "photo.jpg")
    try FileManager.default.createDirectory(atPath: desk.path("inner"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: desk.path("photo.jpg"), toPath: desk.path("inner/photo.jpg"))
    desk.set("photo", name)
    let result = try desk.render()
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("a folder, a pipe nobody writes to and a device are no pictures", arguments: ["mkdir", "mkfifo", "mknod"])
  func special(command: String) throws {
    var desk = try Desk()
    desk.set("photo", "special")
    let made = try Tool.run([command, desk.path("special")] + (command == "mknod" ? ["p"] : []))
    try #require(made.status == 0)
    let result = try desk.render()
    #expect(result.status == 1)
    #expect(result.ids == ["media.unreadable"])
  }

  @Test("a link that leads to itself, a name too long for a file, the folder itself: the reason is told")
  func unreadable() throws {
    var desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.path("loop.jpg"), withDestinationPath: "loop.jpg")
    for (name, reason) in [
      ("loop.jpg", "too many levels of symbolic links"), (String(repeating: "a", count: 10_000), "file name too long"),
      (".", "it is a folder"),
    ] {
      desk.set("photo", name)
      let result = try desk.render()
      #expect(result.status == 1)
      #expect(result.ids == ["media.unreadable"])
      #expect(result.error.contains(reason))
    }
  }

  @Test(
    "a name without a file is told as such",
    arguments: [
      "none.jpg", "photo.jpg/x", "https://verify.example/photo.jpg", "..\\photo.jpg", "~/photo.jpg",
      "..\u{301}/photo.jpg",
    ])
  func missing(name: String) throws {
    var desk = try Desk()
    desk.set("photo", name)
    let result = try desk.render()
    #expect(result.status == 1)
    #expect(result.ids == ["media.not-found"])
    #expect(!result.error.contains(name))
  }

  @Test("--assets names another folder, and --data - counts from the current one")
  func assets() throws {
    let desk = try Desk()
    let elsewhere = try TemporaryFolder()
    let record = try elsewhere.write(desk.json, as: "record.json")
    let arguments = ["render", desk.layout, "--output", desk.path("certificate.pdf"), "--data"]
    #expect(try Command.run(arguments + [record]).ids == ["media.not-found"])
    #expect(try Command.run(arguments + [record, "--assets", desk.folder.url.path]).status == 0)
    #expect(try Command.run(arguments + ["-"], input: desk.json, folder: desk.folder.url.path).status == 0)
    #expect(try Command.run(arguments + ["-"], input: desk.json, folder: elsewhere.url.path).status == 1)
    let missing = try Command.run(arguments + [record, "--assets", desk.path("none")])
    #expect(missing.status == 2)
    #expect(missing.error.contains("there is no folder"))
  }
}
