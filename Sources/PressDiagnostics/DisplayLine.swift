/// A line of source as a terminal shows it, cut to a window around the place that matters.
struct DisplayLine {
  /// What is printed: tabs expanded, controls made visible, `...` where the line is cut.
  private(set) var text = ""
  /// The cells of the place within `text`; at least one.
  private(set) var focus = 0..<1

  /// Cells of a whole line; a longer one is cut.
  static let widest = 100
  /// Cells that stay before the place in a line that is cut there.
  private static let context = 40
  /// Bytes that are looked at on either side of the place: more than any window shows.
  private static let reach = 1024
  private static let tab = 4
  private static let ellipsis = "..."

  /// One character and the cells it takes.
  private struct Piece {
    let text: String
    let cells: Range<Int>
    let bytes: Range<Int>
  }

  /// - Parameters:
  ///   - line: 1-based.
  ///   - place: the bytes that matter; what lies outside of the line does not count.
  init(_ source: Source, line: Int, place: Range<Int>) {
    let content = source.contentRange(ofLine: line)
    let place = place.clamped(to: content)
    let (near, isCut) = Self.neighbourhood(of: place, in: content, source)
    let pieces = Self.pieces(of: source.bytes, near)
    let width = pieces.last?.cells.upperBound ?? 0
    let start = pieces.first { $0.bytes.upperBound > place.lowerBound }?.cells.lowerBound ?? width
    let end = pieces.last { $0.bytes.lowerBound < place.upperBound }?.cells.upperBound ?? start
    let wanted = start..<max(end, start + 1)

    guard width > Self.widest || isCut.before || isCut.after else {
      text = pieces.reduce(into: "") { $0 += $1.text }
      focus = wanted
      return
    }
    let room = Self.widest - 2 * Self.ellipsis.count
    let from = !isCut.before && wanted.upperBound <= room ? 0 : max(0, wanted.lowerBound - Self.context)
    let shown = pieces.filter { $0.cells.lowerBound >= from && $0.cells.upperBound <= from + room }
    let first = shown.first?.cells.lowerBound ?? from
    let last = shown.last?.cells.upperBound ?? from
    let opening = isCut.before || first > 0 ? Self.ellipsis : ""
    text = shown.reduce(into: opening) { $0 += $1.text }
    if isCut.after || last < width { text += Self.ellipsis }
    let shift = opening.count - first
    let focusStart = wanted.lowerBound + shift
    focus = focusStart..<max(focusStart + 1, min(wanted.upperBound, last) + shift)
  }

  /// The part of a line that is worth decoding, and whether something is left out before and after it.
  private static func neighbourhood(
    of place: Range<Int>, in line: Range<Int>, _ source: Source
  ) -> (range: Range<Int>, isCut: (before: Bool, after: Bool)) {
    var start = max(line.lowerBound, place.lowerBound - reach)
    while start > line.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let end = min(line.upperBound, max(place.lowerBound, start) + reach)
    return (start..<end, (start > line.lowerBound, end < line.upperBound))
  }

  private static func pieces(of bytes: [UInt8], _ range: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[range].makeIterator()
    var offset = range.lowerBound
    var cell = 0
    while true {
      let text: String
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return pieces
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        length = encoded.count
        text = scalar == "\t" ? String(repeating: " ", count: tab - cell % tab) : VisibleText.of(scalar)
      case .error(let count):
        length = count
        text = bytes[offset..<offset + count].reduce(into: "") {
          $0 += "<0x\($1 < 0x10 ? "0" : "")\(String($1, radix: 16, uppercase: true))>"
        }
      }
      let width = DisplayWidth.of(text)
      pieces.append(Piece(text: text, cells: cell..<cell + width, bytes: offset..<offset + length))
      offset += length
      cell += width
    }
  }
}
