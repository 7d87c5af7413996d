import Foundation
import PressBytes
import PressDiagnostics
import PressScene
import TestKit
import Testing

@testable import PressText

@Suite("The font library")
struct FontLibraryTests {
  @Test("the repository's fonts are what their manifest says, to the last character and bit")
  func verified() throws {
    let library = try Fixture.library()
    #expect(library.verify() == [])
    #expect(library.families.map(\.name) == [Fixture.song, Fixture.hei, Fixture.kai])
  }

  @Test("a face is found by its digest, and a strange one is not")
  func face() throws {
    let library = try Fixture.library()
    for file in library.files { #expect(library.face(for: file.face)?.id == file.id) }
    #expect(library.face(for: FaceID(name: Fixture.song, digest: String(repeating: "0", count: 64))) == nil)
  }

  @Test("a folder without a manifest is refused by name")
  func noManifest() throws {
    let folder = try TemporaryFolder()
    #expect(ids(folder.url.path) == ["text.no-manifest"])
    #expect(ids(folder.url.path + "/nothing/here") == ["text.no-manifest"])
  }

  @Test("a manifest that is no JSON is refused with its line")
  func notJSON() throws {
    let folder = try TemporaryFolder()
    try folder.write("manifest.json", Array("{\n  \"format\": 1,\n  oops\n}".utf8))
    let error = #expect(throws: FontLibraryError.self) { try FontLibrary(directory: folder.url.path) }
    guard case .badManifest(line: 3, .notJSON)? = error?.faults.first else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("everything that is wrong with a manifest is told at once")
  func allFaults() throws {
    let folder = try TemporaryFolder()
    let manifest = """
      {"format": 2,
       "families": [{"name": "A", "role": "song", "chain": [["x", "y"]]}, {"name": "A", "role": "song", "chain": []}],
       "files": [{"id": "x", "file": "../x.ttf", "family": "A", "role": "song", "tier": "core", "forms": "martian",
         "bytes": 0, "sha256": "ABC", "unitsPerEm": 1000, "glyphs": 1, "ascent": 800, "descent": 200,
         "licence": "OFL-1.1", "licenceFile": "l.txt", "coverage": "20", "complex": ""}]}
      """
    try folder.write("manifest.json", Array(manifest.utf8))
    let error = try #require(#expect(throws: FontLibraryError.self) { try FontLibrary(directory: folder.url.path) })
    let faults = error.faults.compactMap { fault -> FontLibraryError.ManifestFault? in
      if case .badManifest(_, let fault) = fault { fault } else { nil }
    }
    #expect(faults.contains(.unknownFormat(2)))
    #expect(faults.contains(.duplicate(key: "name", value: "A")))
    #expect(faults.contains(.unknownFile(id: "y", family: "A")))
    #expect(faults.contains { if case .wrongValue(key: "file", _) = $0 { true } else { false } })
    #expect(faults.contains { if case .wrongValue(key: "forms", _) = $0 { true } else { false } })
    #expect(faults.contains { if case .wrongValue(key: "bytes", _) = $0 { true } else { false } })
    #expect(faults.contains { if case .wrongValue(key: "sha256", _) = $0 { true } else { false } })
    #expect(error.diagnostics.allSatisfy { $0.id == "text.bad-manifest" && $0.severity == .error })
  }

  @Test("a font file that is missing, or has another size, is refused when the library is read")
  func files() throws {
    let (folder, _) = try copy(of: "kai")
    #expect(ids(folder.url.path) == ["text.missing-font-file"])
    try folder.write("kai.ttf", [1, 2, 3])
    #expect(ids(folder.url.path) == ["text.font-size-differs"])
  }

  @Test(
    "verifying finds a font with one bit changed, a font that is none, and a manifest that promises too much or too little"
  )
  func verify() throws {
    let (folder, bytes) = try copy(of: "kai")
    try folder.write("kai.ttf", bytes)
    #expect(try FontLibrary(directory: folder.url.path).verify() == [])

    var changed = bytes
    changed[changed.count / 2] ^= 1
    try folder.write("kai.ttf", changed)
    #expect(try FontLibrary(directory: folder.url.path).verify().map(\.id) == ["text.font-digest-differs"])

    try folder.write("kai.ttf", [UInt8](repeating: 7, count: bytes.count))
    #expect(
      try FontLibrary(directory: folder.url.path).verify().map(\.id) == [
        "text.font-digest-differs", "text.unreadable-font",
      ])

    let (other, _) = try copy(of: "kai") { $0.replacing(#""coverage": "20-7E"#, with: #""coverage": "20-7D,7F"#) }
    try other.write("kai.ttf", bytes)
    let messages = try FontLibrary(directory: other.url.path).verify()
    #expect(messages.map(\.id) == ["text.font-coverage-differs", "text.font-coverage-differs"])
    #expect(messages.map(\.message).joined().contains("U+007F") && messages.map(\.message).joined().contains("U+007E"))
  }

  @Test("a file that breaks after the library was read gives missing characters, never other glyphs")
  func brokenLater() throws {
    let (folder, bytes) = try copy(of: "kai")
    try folder.write("kai.ttf", bytes)
    let library = try FontLibrary(directory: folder.url.path)
    try folder.write("kai.ttf", [UInt8](repeating: 7, count: bytes.count))
    for text in ["国", "Aa"] {
      let (shaped, problems) = Shaper(library).shape(text, family: "Kai")
      #expect(problems == text.unicodeScalars.map { .missingCharacter($0) })
      #expect(shaped.isWhole && shaped.clusters.allSatisfy(\.glyphs.isEmpty))
    }
  }

  private func ids(_ directory: String) -> [String] {
    do {
      _ = try FontLibrary(directory: directory)
      return []
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  /// A folder with a manifest of one family of one file, `kai.ttf`, and the bytes that it should have.
  private func copy(
    of id: String, change: (String) -> String = { $0 }
  ) throws -> (TemporaryFolder, bytes: [UInt8]) {
    let file = try #require(try Fixture.library().files.first { $0.id == id })
    let manifest = try String(decoding: Files.read(Fixture.fonts + "/manifest.json"), as: UTF8.self)
    let start = try #require(manifest.firstRange(of: "\"id\": \"\(id)\"")?.lowerBound)
    let entry = try #require(manifest[start...].firstRange(of: "\"complex\": \"")).upperBound
    let end = try #require(manifest[entry...].firstIndex(of: "\""))
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let text = manifest[start...end].replacing(name, with: "kai.ttf")
    let folder = try TemporaryFolder()
    let whole = """
      {"format": 1, "families": [{"name": "Kai", "role": "kai", "chain": [["\(id)"]]}], "files": [{\(text)}]}
      """
    try folder.write("manifest.json", Array(change(whole).utf8))
    return (folder, try Files.read(file.path))
  }
}
