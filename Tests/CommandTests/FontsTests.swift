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

  @Test("a text that every core has is only counted")
  func plainText() throws {
    let result = try Command.run(["fonts", "--text", "王小明王"])
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.text == "3 characters, all in the core of Song, Hei and Kai\n")
  }

  @Test("each other character has a line: code point, and the face in each family; the worst come first")
  func table() throws {
    let result = try Command.run(["fonts", "--text", "王贠㺂𥖎😀"])
    #expect(result.status == 1)
    #expect(result.error == "")
    #expect(
      result.text == """
        5 characters, 1 in the core of Song, Hei and Kai

                       Song      Hei      Kai
        error: no face has it; a certificate with it cannot be made
          😀  U+1F600  none      none     none      GRINNING FACE
        warning: the face of rare characters; look at the printed form
          𥖎  U+2558E  Rare      Rare     Rare
        warning: the family lacks it, so the whole text is set in another
          㺂  U+3E82   Song Ext  Hei Ext  Song Ext
        the family's own extension: nothing to do
          贠  U+8D20   Song Ext  Hei Ext  Kai Ext

        """)
  }

  @Test("only a missing character is a failure, and only in the family asked for", arguments: ["㺂", "𥖎", "贠"])
  func warningsPass(text: String) throws {
    let result = try Command.run(["fonts", "--text", text, "--family", "Kai"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("1 character, 0 in the core of Kai\n"))
  }

  @Test("what would play tricks on a terminal is told by code point and name")
  func invisible() throws {
    let result = try Command.run(["fonts", "--text", "王\u{202E}\u{200B}"])
    #expect(result.status == 1)
    #expect(result.text.contains("U+202E  none  none  none  RIGHT-TO-LEFT OVERRIDE\n"))
    #expect(!result.text.unicodeScalars.contains("\u{202E}"))
  }

  private static let records = """
    {"name": "王贠", "courses": [{"title": "㺂学"}]}

    {"name": "石洋静", "phone": "421567196608104372"}
    {"name": "𥖎明贠"}
    """

  @Test(
    "records are told by field and number, whether named by their ending or known by their lines",
    arguments: ["ndjson", "txt"])
  func records(ending: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(Self.records.utf8), as: "records.\(ending)")
    let result = try Command.run(["fonts", "--data", path])
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.text.contains("  贠  U+8D20   Song Ext  Hei Ext  Kai Ext   name in record 1, name in record 3\n"))
    #expect(result.text.contains("  courses[1].title in record 1\n"))
    let read = try Command.run(["fonts", "--data", "-"], input: Data(Self.records.utf8))
    #expect(read.text == result.text)
  }

  @Test("no value of a record is shown, neither as text nor as JSON nor with an error", arguments: [[], ["--json"]])
  func privacy(style: [String]) throws {
    for records in [Self.records, Self.records + "\n{\"name\": \"石洋静", "{\"name\": \"石洋静\" x"] {
      let result = try Command.run(["fonts", "--data", "-"] + style, input: Data(records.utf8))
      for secret in ["王贠", "㺂学", "石洋静", "静", "421567", "𥖎明", "明"] {
        #expect(!(result.text + result.error).contains(secret), "\(secret)")
      }
    }
  }

  @Test("one JSON object over many lines is one record")
  func oneRecord() throws {
    let desk = try Desk(plain: "王😀")
    let result = try Command.run(["fonts", "--data", try desk.saveRecord(), "--family", "song"])
    #expect(result.status == 1)
    #expect(result.text.contains("  GRINNING FACE  value in record 1\n"))
  }

  @Test("a program gets the same as JSON")
  func json() throws {
    let result = try Command.run(["fonts", "--data", "-", "--json"], input: Data(Self.records.utf8))
    #expect(result.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect(object["families"] as? [String] == ["CertPress Song", "CertPress Hei", "CertPress Kai"])
    let characters = try #require(object["characters"] as? [[String: Any]])
    #expect(characters.map { $0["codePoints"] as? [String] } == [["U+8D20"], ["U+3E82"], ["U+2558E"]])
    #expect(characters.map { $0["standing"] as? String } == ["ext", "borrowed", "rare"])
    let faces = characters[1]["faces"] as? [[String: String]]
    #expect(faces?.last == ["family": "CertPress Kai", "face": "CertPress Song Ext", "standing": "borrowed"])
    let places = try #require(characters[0]["places"] as? [[String: Any]])
    #expect(places.map { $0["record"] as? Int } == [1, 3])
    #expect(places.map { $0["name"] as? String } == ["standard input:1", "standard input:4"])
    #expect(places.map { $0["field"] as? String } == ["name", "name"])
  }

  @Test("a file that is no record is told with its place, and one that is not there as such")
  func brokenRecords() throws {
    let broken = try Command.run(["fonts", "--data", "-"], input: Data("{\"a\": 1}\n[]\n{\"a\"}\n".utf8))
    #expect(broken.status == 1)
    #expect(broken.output.isEmpty)
    #expect(broken.ids == ["record.not-an-object", "record.not-json"])
    let missing = try Command.run(["fonts", "--data", "nowhere.json"])
    #expect(missing.status == 2)
    #expect(missing.ids == ["file.unusable"])
  }

  @Test("a family that is not there is told with those that are")
  func unknownFamily() throws {
    let result = try Command.run(["fonts", "--text", "王", "--family", "Fang"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.ids == ["text.unknown-family"])
    #expect(result.error.contains("'CertPress Kai'"))
  }

  @Test(
    "questions that exclude each other are an error of the command line",
    arguments: [
      ["--text", "王", "--verify"], ["--text", "王", "--data", "-"], ["--json"], ["--family", "Kai"],
      ["--verify", "--json"],
    ])
  func oneQuestion(arguments: [String]) throws { #expect(try Command.run(["fonts"] + arguments).status == 64) }
}
