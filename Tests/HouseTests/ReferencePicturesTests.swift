import CertPress
import Foundation
@testable import PressTemplate
import TestKit
import Testing

/// What a page shows is what the lines above it print: each picture is that of a golden case, whose sheet has those lines.
@Suite("Pictures of the reference and the guides")
struct ReferencePicturesTests {
  static let pages = ["docs/layout-language.md", "docs/guide.md", "docs/guide.zh.md"]

  /// A picture of a page, and the golden case that it belongs to.
  struct Shown: Sendable {
    var page: String
    var line: Int
    var alternative: String
    var block: MarkdownPage.Block?
    var name: String
    var file: URL
    var sheet: URL { file.deletingLastPathComponent().appending(path: "sheet.layout") }
  }

  let shown: [Shown]

  init() throws {
    shown = try Self.pages.flatMap { path in
      let url = Repository.root.appending(path: path)
      return MarkdownPage(try String(contentsOf: url, encoding: .utf8)).pictures.map { picture in
        let file = url.deletingLastPathComponent().appending(path: picture.path).standardizedFileURL
        return Shown(
          page: path, line: picture.line, alternative: picture.alternative, block: picture.block,
          name: file.deletingLastPathComponent().lastPathComponent, file: file)
      }
    }
  }

  private static let cases = Repository.root.appending(path: "golden/reference")

  private func text(_ url: URL) throws -> [String] {
    try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("a picture stands below lines that its sheet has, one after the other")
  func blocks() throws {
    #expect(shown.count > 30)
    for picture in shown {
      let place = "line \(picture.line) of \(picture.page)"
      #expect(picture.file.deletingLastPathComponent().deletingLastPathComponent().path == Self.cases.path, "\(place)")
      #expect(FileManager.default.fileExists(atPath: picture.file.path), "\(place)")
      #expect(!picture.alternative.isEmpty, "\(place)")
      let block = try #require(picture.block, "\(place)")
      let lines = block.text.components(separatedBy: "\n").dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(block.kind == "layout" && !lines.isEmpty)
      #expect(try text(picture.sheet).contains(lines), "\(place): write these lines into \(picture.name)/sheet.layout")
    }
  }

  @Test("nothing that can be seen in a picture of the reference is missing from the lines above it")
  func declarations() throws {
    for picture in shown where picture.page == Self.pages[0] {
      let lines = (picture.block?.text ?? "").components(separatedBy: "\n").dropLast()
      if lines.contains(where: { $0.hasPrefix("certificate ") }) {
        #expect(try String(contentsOf: picture.sheet, encoding: .utf8) == picture.block?.text, "\(picture.name)")
        continue
      }
      // What the sheet has besides: the paper, fonts, fields.
      let sheet = try String(contentsOf: picture.sheet, encoding: .utf8)
      let body = lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
      let rest = sheet.replacing(body, with: "").replacing(/(?s)  data \{.*?\n  \}/, with: "")
      for line in rest.components(separatedBy: "\n") where !line.isEmpty && line != "}" {
        let isPlain = ["certificate \"", "  page ", "  font "].contains { line.hasPrefix($0) }
        #expect(isPlain, "'\(line)' in \(picture.name)/sheet.layout")
      }
    }
  }

  @Test("every golden case of the reference is shown, and every element that can be seen has a picture")
  func completeness() throws {
    let cases = try FileManager.default.contentsOfDirectory(atPath: Self.cases.path)
    #expect(Set(shown.map(\.name)) == Set(cases))
    let blocks = shown.filter { $0.page == Self.pages[0] }.compactMap(\.block?.text).joined(separator: "\n")
    for name in ElementRules.visible + ["head", "repeat", "page", "include", "style"] {
      #expect(blocks.contains(try Regex("(?m)(^|[{ ])\(name) (\\{|\"|[a-z0-9])")), "\(name) has no picture")
    }
  }

  @Test("a sheet has no fault and no warning, with its record, and with what is optional or without")
  func faultless() throws {
    let press = try Press(fonts: Repository.fonts)
    for name in Set(shown.map(\.name)).sorted() {
      let folder = Self.cases.appending(path: name)
      let layout = try press.layout(at: folder.appending(path: "sheet.layout").path)
      #expect(layout.warnings.isEmpty, "\(name): \(layout.warnings.map(\.message))")
      var records = [(Record(name: "empty", values: [:]), Pictures.directory(folder.path))]
      if let json = try? Data(contentsOf: folder.appending(path: "record.json")) {
        records = [(try layout.record(json: Array(json), name: "record.json"), .directory(folder.path))]
      }
      for isFull in [true, false] {
        let values = ReferenceRecord.values(for: layout.schema, withOptional: isFull)
        records.append((Record(name: "test", values: values), .directory(Repository.data)))
      }
      for (record, pictures) in records {
        let diagnostics = layout.check(record, pictures: pictures)
        #expect(diagnostics.isEmpty, "\(name) with \(record.name): \(diagnostics.map(\.message))")
      }
    }
  }

  @Test("pictures are small: pieces below 60 KB, sheets of a paper's size below 200")
  func sizes() throws {
    for picture in shown {
      let size = try Data(contentsOf: picture.file).count
      let isWhole = try text(picture.sheet).contains { $0.hasPrefix("page A") }
      #expect(size < (isWhole ? 200_000 : 60_000), "\(picture.name): \(size)")
    }
  }

  @Test("a file that an example includes is on the page as it lies beside the example's sheet")
  func includedFiles() throws {
    let page = MarkdownPage(try String(contentsOfFile: Repository.path(Self.pages[0]), encoding: .utf8))
    let files = page.blocks.filter { $0.kind.hasPrefix("layout file ") }
    #expect(!files.isEmpty)
    for block in files {
      let name = block.kind.split(separator: " ").last.map(String.init) ?? ""
      let file = Self.cases.appending(path: "include").appending(path: name)
      #expect(try String(contentsOf: file, encoding: .utf8) == block.text, "\(name)")
    }
  }
}
