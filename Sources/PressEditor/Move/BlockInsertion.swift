import PressDiagnostics
import PressSyntax

/// Writes properties into an element's block as the file would have them there.
struct BlockInsertion {
  private let source: Source

  init(_ source: Source) { self.source = source }

  /// Where to insert, and what; nil where the element has no property to stand behind. One that has a place has.
  /// - Parameter properties: `width: 60mm`; never empty.
  func insertion(of properties: [String], in element: ElementSyntax) -> (offset: Int, text: String)? {
    guard let block = element.block, let last = element.properties.last else { return nil }
    let end = last.range.upperBound
    let close = max(end, last.terminators.last?.range.upperBound ?? end)
    // A line of its own, behind what is noted on the line of the last one.
    if isManyLined(block), let lineEnd = bareEnd(behind: close) {
      return (lineEnd, properties.map { lineBreak + indent(at: last.range.lowerBound) + $0 }.joined())
    }
    return (end, "; " + properties.joined(separator: "; "))
  }

  private func isManyLined(_ block: BlockSyntax) -> Bool {
    guard let range = block.range else { return false }
    return source.line(at: range.lowerBound) != source.line(at: max(range.lowerBound, range.upperBound - 1))
  }

  /// The end of the line, if nothing but blanks and a note stand behind that place.
  private func bareEnd(behind offset: Int) -> Int? {
    let line = source.range(ofLine: source.line(at: offset))
    guard offset <= line.upperBound else { return nil }
    let rest = source.bytes[offset..<line.upperBound].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return rest.isEmpty || rest.starts(with: Array("//".utf8)) ? line.upperBound : nil
  }

  /// The white space with which the line begins that holds a statement.
  private func indent(at offset: Int) -> String {
    let line = source.range(ofLine: source.line(at: offset))
    let blanks = source.bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// As the file's first line ends.
  private var lineBreak: String {
    let end = source.range(ofLine: 1).upperBound
    return end < source.bytes.count && source.bytes[end] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
