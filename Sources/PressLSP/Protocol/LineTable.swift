/// Where the lines of a text begin, for positions as the protocol counts them.
///
/// Lines end with LF, CR LF or CR (LSP 3.17, EOL).
struct LineTable: Sendable {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isEnd { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The byte of a position; one behind its line's end is the end, one behind the last line is the text's.
  func offset(of position: Position, in bytes: [UInt8], _ encoding: PositionEncoding) -> Int {
    guard position.line < starts.count else { return bytes.count }
    var offset = starts[max(0, position.line)]
    let end = end(ofLine: max(0, position.line), in: bytes)
    var units = 0
    while offset < end {
      let width = encoding.units(of: bytes[offset])
      if units + width > position.character { break }
      units += width
      offset += 1
      // All of a character, unless its bytes are what is counted.
      while encoding == .utf16, offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    // Within a character there is no place.
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  func position(of offset: Int, in bytes: [UInt8], _ encoding: PositionEncoding) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let units = bytes[starts[low]..<offset].reduce(0) { $0 + encoding.units(of: $1) }
    return Position(line: low, character: units)
  }

  private func end(ofLine line: Int, in bytes: [UInt8]) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    var end = starts[line + 1]
    while end > starts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
