import CertPress
import Foundation
import TestKit
import Testing

/// One guide in two languages: what is told may be told differently, what is shown is the same.
@Suite("docs/guide.md and docs/guide.zh.md")
struct GuideTests {
  let english: MarkdownPage
  let chinese: MarkdownPage

  init() throws {
    func page(_ name: String) throws -> MarkdownPage {
      MarkdownPage(try String(contentsOfFile: Repository.path("docs/" + name), encoding: .utf8))
    }
    english = try page("guide.md")
    chinese = try page("guide.zh.md")
  }

  @Test("both have the same headings in number and depth, the same blocks and the same pictures")
  func alike() {
    func depths(_ page: MarkdownPage) -> [Int] { page.headings.map { $0.prefix { $0 == "#" }.count } }
    #expect(depths(english) == depths(chinese) && english.headings.count > 8)
    #expect(english.blocks.map(\.text) == chinese.blocks.map(\.text))
    #expect(english.blocks.map(\.kind) == chinese.blocks.map(\.kind))
    #expect(english.pictures.map(\.path) == chinese.pictures.map(\.path) && english.pictures.count > 4)
    let tables = [english, chinese].map { $0.tables.map { $0.rows.map { $0.first ?? "" } } }
    #expect(tables[0] == tables[1])
  }

  @Test("every whole layout is right, and every piece stands in a golden case as it is shown")
  func layouts() throws {
    let cases = Repository.root.appending(path: "golden/reference")
    let files = try FileManager.default.subpathsOfDirectory(atPath: cases.path).filter { $0.hasSuffix(".layout") }
    let sheets = try files.map { try lines(String(contentsOf: cases.appending(path: $0), encoding: .utf8)) }
    for block in english.blocks where block.kind.hasPrefix("layout") && block.kind != "layout wrong" {
      if block.text.hasPrefix("certificate ") {
        let files = Pictures.directory(cases.appending(path: "include").path)
        let draft = LayoutDraft(Array(block.text.utf8), name: "guide.layout", files: files)
        #expect(draft.diagnostics.isEmpty, "line \(block.line): \(draft.diagnostics.map(\.message))")
      } else {
        let piece = lines(block.text).filter { !$0.isEmpty }
        #expect(sheets.contains { $0.filter { !$0.isEmpty }.contains(piece) }, "line \(block.line) is in no sheet")
      }
    }
  }

  private func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("the layout with slips is answered as shown, and mended as shown")
  func slips() throws {
    let index = try #require(english.blocks.firstIndex { $0.kind == "layout wrong" })
    let draft = LayoutDraft(Array(english.blocks[index].text.utf8), name: "swimming.layout")
    #expect(english.blocks[index + 1].text == TerminalPrinter(sources: draft.sources).text(of: draft.diagnostics))
    let mended = english.blocks[index...].first { $0.kind == "layout" }
    #expect(mended?.text == String(decoding: draft.fixed().bytes, as: UTF8.self))
  }

  @Test("the words of messages are ids of messages, and the links lead somewhere")
  func words() throws {
    let ids = try DiagnosticIDs(sources: Repository.root.appending(path: "Sources")).all
    for page in [english, chinese] {
      for row in page.tables.flatMap(\.rows) {
        let id = try #require(row.first).plain
        #expect(ids.contains(id), "\(id)")
      }
      for (line, text) in page.prose {
        for link in text.matches(of: /\]\(([^)#]+)[^)]*\)/) {
          let path = Repository.root.appending(path: "docs").appending(path: String(link.1)).standardizedFileURL.path
          #expect(FileManager.default.fileExists(atPath: path), "\(link.1) in line \(line)")
        }
      }
    }
  }

  @Test("the record of a whole certificate fits its layout")
  func record() throws {
    let index = try #require(english.blocks.firstIndex { $0.kind == "json" })
    let press = try Press(fonts: Repository.fonts)
    let layout = try press.layout(Array(english.blocks[index - 1].text.utf8), name: "swimming.layout")
    let record = try layout.record(json: Array(english.blocks[index].text.utf8), name: "lin.json")
    #expect((layout.warnings + layout.check(record)).isEmpty)
  }
}
