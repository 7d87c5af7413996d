import Foundation
import PressDiagnostics
import Testing

@testable import PressSyntax

/// The layout that the repository ships, as bytes.
let sampleBytes: [UInt8] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let data = try? Data(contentsOf: root.appending(path: "layouts/hubei-professional-title.layout"))
  return Array(data ?? Data())
}()

/// One parsed text with what a test wants to know of it.
struct Parsed {
  let source: Source
  let tree: SyntaxTree
  let diagnostics: [Diagnostic]

  init(_ bytes: [UInt8]) {
    source = Source(name: "test.layout", bytes: bytes)
    (tree, diagnostics) = LayoutParser.parse(source, id: SourceID(index: 0))
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var ids: [String] { diagnostics.map(\.id) }

  /// What is broken beyond the mistakes themselves: the promises that hold for any input.
  var brokenPromises: [String] {
    var broken: [String] = []
    if tree.printed(from: source) != source.bytes { broken.append("the tree prints other bytes") }
    var end = 0
    tree.forEachToken { token in
      if token.trivia.lowerBound != end || token.trivia.upperBound != token.range.lowerBound {
        broken.append("a gap before byte \(token.range.lowerBound)")
      }
      end = token.range.upperBound
    }
    if end != source.bytes.count { broken.append("tokens end at \(end) of \(source.bytes.count)") }
    for diagnostic in diagnostics {
      let ranges =
        [diagnostic.span?.range].compactMap { $0 } + diagnostic.notes.map(\.span.range)
        + diagnostic.fixIts.flatMap(\.edits).map(\.span.range)
      if ranges.contains(where: { $0.lowerBound < 0 || $0.upperBound > source.bytes.count }) {
        broken.append("\(diagnostic.id) points outside the file")
      }
      if diagnostic.span == nil { broken.append("\(diagnostic.id) has no place") }
      if !diagnostic.id.hasPrefix("syntax.") { broken.append("\(diagnostic.id) is of another room") }
    }
    return broken
  }
}

/// The same numbers on every run and machine (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
