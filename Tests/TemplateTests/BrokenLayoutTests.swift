import PressDiagnostics
import PressTemplate
import Testing

@Suite("a layout with one mistake")
struct BrokenLayoutTests {
  @Test("one mistake is one error, at its place, with the cure", arguments: BrokenLayout.all)
  func oneError(broken: BrokenLayout) throws {
    let resolved = Resolved(broken.source)
    let error = try #require(resolved.errors.first, "nothing was said")
    #expect(resolved.errors.count == 1, "\(resolved.report)")
    #expect(error.id == broken.id, "\(resolved.report)")
    #expect(error.span?.range == broken.range, "\(resolved.report)")
    let hint = try #require(error.hint)
    #expect(hint.contains(broken.hint), "\(hint)")
    #expect(resolved.template == nil)
    guard let cure = broken.cure else { return }
    let fixed = resolved.source.applying(try #require(error.fixIts.first).edits)
    let start = try #require(broken.range).lowerBound
    #expect(String(decoding: fixed[start...], as: UTF8.self).hasPrefix(cure))
  }

  @Test("every fix-it takes its error away, and leaves no other", arguments: BrokenLayout.all)
  func fixIts(broken: BrokenLayout) {
    let resolved = Resolved(broken.source)
    for error in resolved.errors {
      for fixIt in error.fixIts {
        let fixed = Resolved(resolved.source.applying(fixIt.edits))
        #expect(
          !fixed.errors.contains { $0.id == error.id && $0.span?.range.lowerBound == error.span?.range.lowerBound },
          "\(fixIt.message)\n\(fixed.report)")
        if fixIt == error.fixIts[0], broken.cure != nil, broken.leavesNothing {
          #expect(fixed.errors.isEmpty, "\(fixIt.message)\n\(fixed.report)")
        }
      }
    }
  }

  @Test("messages are one sentence in lower case without a full stop", arguments: BrokenLayout.all)
  func style(broken: BrokenLayout) {
    for diagnostic in Resolved(broken.source).diagnostics {
      for text in [diagnostic.message, diagnostic.hint ?? "", diagnostic.notes.first?.message ?? ""] {
        #expect(!text.hasSuffix("."), "\(text)")
        #expect(text.first.map { !$0.isUppercase } ?? true, "\(text)")
        #expect(!text.contains("Optional("), "\(text)")
      }
    }
  }
}

extension BrokenLayout {
  /// False where the mended line still lacks what this case does not show.
  fileprivate var leavesNothing: Bool { id != "template.extra-colon" }
}
