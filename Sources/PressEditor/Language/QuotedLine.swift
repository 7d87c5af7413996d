import PressDiagnostics

/// Whether a place on a line stands in a text or in a comment, by the quotes before it: what the parser makes of a text that is
/// not closed yet is a guess.
struct QuotedLine {
  /// Where the text begins that the place stands in, its quote included.
  private(set) var textStart: Int?
  private(set) var isComment = false

  init(to offset: Int, in source: Source) {
    let bytes = source.bytes
    var position = source.range(ofLine: source.line(at: offset)).lowerBound
    while position < offset {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        textStart = textStart == nil ? position : nil
      } else if byte == UInt8(ascii: "\\"), textStart != nil {
        position += 1
      } else if byte == UInt8(ascii: "/"), textStart == nil, position + 1 < bytes.count, bytes[position + 1] == byte {
        isComment = position + 1 < offset
        return
      }
      position += 1
    }
  }

  /// In a text: where the name begins that is being typed behind a brace; nil where none is open.
  static func field(from start: Int, to offset: Int, in source: Source) -> Int? {
    let bytes = source.bytes
    var open: Int?
    var position = start + 1
    while position < offset {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "{"):
        if open == nil, position + 1 < offset, bytes[position + 1] == UInt8(ascii: "{") {
          position += 1
        } else {
          open = position + 1
        }
      case UInt8(ascii: "}"): open = nil
      default: break
      }
      position += 1
    }
    return open
  }
}
