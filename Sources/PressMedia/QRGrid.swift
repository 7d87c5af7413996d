/// A symbol's modules twice: as rows and as columns. What the standard says of the one it says of the other, too, and a
/// line is looked at as a word.
struct QRGrid<Line: QRLine>: Sendable {
  /// Modules a side.
  let size: Int
  /// The rows from the top, then the columns from the left.
  var lines: [Line]

  /// All light.
  init(size: Int) {
    precondition(size <= Line.capacity, "a line has room for the symbol")
    self.size = size
    lines = Array(repeating: Line(), count: 2 * size)
  }

  mutating func darken(row: Int, column: Int) { insert(1, row: row, column: column) }

  /// Turns the module dark if `bit` is 1, leaves it if 0.
  mutating func insert(_ bit: UInt64, row: Int, column: Int) {
    lines[row].insert(bit, at: column)
    lines[size + column].insert(bit, at: row)
  }

  func isDark(row: Int, column: Int) -> Bool { lines[row].isDark(at: column) }

  /// Row by row, true is dark.
  var modules: [Bool] {
    Array(unsafeUninitializedCapacity: size * size) { modules, count in
      lines.withUnsafeBufferPointer { lines in
        for row in 0..<size {
          for column in 0..<size {
            modules.initializeElement(at: row * size + column, to: lines[row].isDark(at: column))
          }
        }
      }
      count = size * size
    }
  }
}
