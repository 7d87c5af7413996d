import CertPress
import PressDiagnostics
import PressSyntax
import PressTemplate

extension LanguageService {
  /// The layout's elements, those in others below them.
  public var symbols: [DocumentSymbol] { symbols(in: tree.root, of: nil) }

  private func symbols(in block: BlockSyntax, of parent: Vocabulary.Element?) -> [DocumentSymbol] {
    block.statements.compactMap { statement in
      guard case .element(let element) = statement, !element.name.isMissing else { return nil }
      let word = element.name.word(in: source)
      guard !(parent?.flags.contains(word) ?? false),
        let meaning = parent.map({ $0.child(word) }) ?? Vocabulary.element(word)
      else { return nil }
      let head = element.headRange
      return DocumentSymbol(
        name: source.text(head).shortened(to: 60), word: meaning.name, range: element.range, head: head,
        children: element.block.map { symbols(in: $0, of: meaning) } ?? [])
    }
  }

  /// Blocks over several lines, and comments that follow one another: what can be folded, by 1-based lines.
  public var foldingRanges: [ClosedRange<Int>] {
    var list: [ClosedRange<Int>] = []
    fold(tree.root, &list)
    var comment: ClosedRange<Int>?
    for line in 1...source.lineCount {
      let text = source.bytes[source.range(ofLine: line)].drop { $0 == 0x20 || $0 == 0x09 }
      if text.starts(with: "//".utf8) {
        comment = (comment?.lowerBound ?? line)...line
      } else {
        if let comment, comment.count > 1 { list.append(comment) }
        comment = nil
      }
    }
    if let comment, comment.count > 1 { list.append(comment) }
    return list.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  private func fold(_ block: BlockSyntax, _ list: inout [ClosedRange<Int>]) {
    for case .element(let element) in block.statements {
      guard let inner = element.block else { continue }
      let first = source.line(at: element.headRange.lowerBound)
      // The line of the closing brace stays in sight.
      let last = source.line(at: element.range.upperBound) - (inner.rightBrace == nil ? 0 : 1)
      if last > first { list.append(first...last) }
      fold(inner, &list)
    }
  }
}

extension String {
  fileprivate func shortened(to count: Int) -> String {
    self.count > count ? String(prefix(count - 1)) + "…" : self
  }
}
