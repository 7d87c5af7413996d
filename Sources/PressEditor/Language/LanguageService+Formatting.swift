public import CertPress
public import PressDiagnostics
import PressSyntax

extension LanguageService {
  /// The edits that bring the layout into the one style that there is; empty where nothing is to change.
  ///
  /// Of unchanged lines none is touched, so that an editor's cursor, folds and marks stay.
  /// - Parameter lines: only edits on these lines, from 1; all by default.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` where the layout has an error of syntax.
  public func formatting(lines: ClosedRange<Int>? = nil) throws(Faults) -> [SourceEdit] {
    let faults = LayoutParser.parse(source, id: id).diagnostics
    guard !faults.hasErrors else { throw Faults(.input, faults, sources: sources) }
    let formatted = Source(name: source.name, bytes: tree.formatted(from: source))
    guard formatted.bytes != source.bytes else { return [] }
    var edits: [SourceEdit] = []
    if formatted.lineCount == source.lineCount {
      for line in 1...source.lineCount where lines?.contains(line) ?? true {
        let (old, new) = (source.wholeRange(ofLine: line), formatted.wholeRange(ofLine: line))
        if source.bytes[old] != formatted.bytes[new] {
          edits.append(SourceEdit(Span(id, old), formatted.text(new)))
        }
      }
      return edits
    }
    // A line was opened: from the first that is otherwise to the last.
    let limit = min(source.bytes.count, formatted.bytes.count)
    let same = zip(source.bytes, formatted.bytes).prefix { $0 == $1 }.count
    let first = source.wholeRange(ofLine: source.line(at: same)).lowerBound
    var behind = 0
    while behind < limit - first,
      source.bytes[source.bytes.count - 1 - behind] == formatted.bytes[formatted.bytes.count - 1 - behind]
    {
      behind += 1
    }
    // Both texts go on alike from a line's beginning.
    var end = source.bytes.count - behind
    while end < source.bytes.count, end > 0, source.bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
    let newEnd = formatted.bytes.count - (source.bytes.count - end)
    guard first <= end, first <= newEnd else { return [] }
    if let lines {
      let touched = source.line(at: first)...source.line(at: max(first, end - 1))
      if !lines.overlaps(touched) { return [] }
    }
    return [SourceEdit(Span(id, first..<end), formatted.text(first..<newEnd))]
  }
}

extension Source {
  /// The bytes of a 1-based line with its line break.
  fileprivate func wholeRange(ofLine line: Int) -> Range<Int> {
    let start = range(ofLine: line).lowerBound
    return start..<(line < lineCount ? range(ofLine: line + 1).lowerBound : bytes.count)
  }
}
