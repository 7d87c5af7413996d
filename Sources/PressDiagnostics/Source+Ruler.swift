extension Source {
  /// Finds the places of many offsets. Columns are counted on from the place before: counted from the line's beginning each
  /// time, a megabyte on one line with an error every few bytes takes hours.
  public struct Ruler {
    let source: Source
    private var known = (line: 0, column: 0, offset: 0)

    public init(_ source: Source) { self.source = source }

    /// The same as ``Source/place(at:)``; quick where the offset is near the one before, in either direction.
    public mutating func place(at offset: Int) -> (line: Int, column: Int) {
      let line = source.line(at: offset)
      guard line == known.line else {
        let column = source.column(at: offset)
        known = (line, column, source.start(ofCharacterAt: offset))
        return (line, column)
      }
      let start = source.start(ofCharacterAt: offset)
      let column =
        start >= known.offset
        ? known.column + source.columns(in: known.offset..<start)
        : known.column - source.columns(in: start..<known.offset)
      known = (line, column, start)
      return (line, column)
    }
  }

  /// How many columns the text of a range takes that begins and ends with a character.
  fileprivate func columns(in range: Range<Int>) -> Int { text(range).unicodeScalars.count }
}
