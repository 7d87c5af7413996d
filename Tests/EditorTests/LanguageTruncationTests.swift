import CertPress
import Foundation
import PressDiagnostics
import PressEditor
import TestKit
import Testing

@Suite("Half-typed layouts")
struct LanguageTruncationTests {
  private func layouts() throws -> [[UInt8]] {
    let folder = Repository.root.appending(path: "layouts")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "layout" }.sorted { $0.path < $1.path }
      .map { Array(try Data(contentsOf: $0)) }
  }

  @Test("a layout cut anywhere answers at the cut, within its text")
  func cut() throws {
    let step = Soak.isOn ? 1 : 53
    var answers = 0
    for layout in try layouts() {
      for end in stride(from: 0, to: layout.count, by: step) {
        let bytes = Array(layout[..<end])
        let service = LanguageService(LayoutDraft(bytes, name: "cut.layout"))
        for offset in [end, end / 2] {
          for completion in service.completions(at: offset) {
            answers += 1
            #expect(completion.replaced.lowerBound <= offset && offset <= completion.replaced.upperBound)
            #expect(completion.replaced.upperBound <= end)
          }
          if let hover = service.hover(at: offset) { #expect(hover.range.upperBound <= end) }
          _ = service.definition(at: offset)
          _ = service.references(at: offset)
          _ = service.rename(at: offset, to: "other")
          _ = service.codeActions(in: offset..<end)
        }
        for symbol in service.symbols { #expect(symbol.range.upperBound <= end) }
        for lines in service.foldingRanges { #expect(lines.upperBound <= service.source.lineCount) }
        #expect(service.colors.allSatisfy { $0.range.upperBound <= end })
        _ = try? service.formatting()
      }
    }
    #expect(answers > 1000)
  }

  @Test("a layout with a byte taken out or a brace put in answers everywhere")
  func damaged() throws {
    let layout = try #require(layouts().first)
    let step = Soak.isOn ? 7 : 211
    for place in stride(from: 0, to: layout.count, by: step) {
      for sign in ["", "{", "}", "\"", ":", ";", "(", "#", "\u{FEFF}"] {
        var bytes = layout
        bytes.replaceSubrange(place..<place + 1, with: Array(sign.utf8))
        let service = LanguageService(LayoutDraft(bytes, name: "damaged.layout"))
        for offset in [place, place + 1, min(place + 40, bytes.count)] {
          for completion in service.completions(at: offset) {
            #expect(completion.replaced.lowerBound <= offset && offset <= completion.replaced.upperBound)
          }
          _ = service.hover(at: offset)
        }
        _ = service.symbols
      }
    }
  }
}
