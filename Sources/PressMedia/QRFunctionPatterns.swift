/// What is the same in all symbols of a version: function patterns (ISO/IEC 18004, 6.3) and version information (7.10).
struct QRFunctionPatterns<Line: QRLine> {
  private(set) var dark: QRGrid<Line>
  /// Modules that hold no data: those of the patterns, dark and light, and those that format information will stand in.
  private(set) var reserved: QRGrid<Line>

  /// - `version`: 1–40.
  init(version: Int) {
    let size = 17 + 4 * version
    dark = QRGrid(size: size)
    reserved = dark
    addTimingPatterns()
    addFinderPatterns()
    addAlignmentPatterns(version: version)
    addFormatInformation()
    if version >= 7 { addVersionInformation(version: version) }
  }

  private mutating func put(_ isDark: Bool, row: Int, column: Int) {
    reserved.darken(row: row, column: column)
    if isDark { dark.darken(row: row, column: column) }
  }

  /// Alternating, along the seventh row and column (6.3.5).
  private mutating func addTimingPatterns() {
    for index in 8..<dark.size - 8 {
      put(index % 2 == 0, row: 6, column: index)
      put(index % 2 == 0, row: index, column: 6)
    }
  }

  /// Three squares in squares in corners, each with its light separator (6.3.3 and 6.3.4).
  private mutating func addFinderPatterns() {
    let last = dark.size - 1
    for (row, column) in [(3, 3), (3, last - 3), (last - 3, 3)] {
      for y in max(0, row - 4)...min(last, row + 4) {
        for x in max(0, column - 4)...min(last, column + 4) {
          let ring = max(abs(y - row), abs(x - column))
          put(ring <= 1 || ring == 3, row: y, column: x)
        }
      }
    }
  }

  /// Where the coordinates of annex E cross, but for the corners of the finder patterns (6.3.6).
  private mutating func addAlignmentPatterns(version: Int) {
    let centres = QRAlignment.centres(version: version)
    guard let last = centres.last else { return }
    for row in centres {
      for column in centres {
        if row == 6 && column == 6 || row == 6 && column == last || row == last && column == 6 { continue }
        for y in row - 2...row + 2 {
          for x in column - 2...column + 2 { put(max(abs(y - row), abs(x - column)) != 1, row: y, column: x) }
        }
      }
    }
  }

  /// Keeps both copies' places, and the module that is always dark (7.9).
  private mutating func addFormatInformation() {
    for (first, second) in QRFormat.positions(size: dark.size) {
      put(false, row: first.row, column: first.column)
      put(false, row: second.row, column: second.column)
    }
    put(true, row: dark.size - 8, column: 8)
  }

  /// Both copies of the version's code word, three modules wide beside two of the finder patterns (7.10).
  private mutating func addVersionInformation(version: Int) {
    let codeWord = QRVersionInformation.codeWord(version)
    for bit in 0..<18 {
      let (along, across) = (bit / 3, dark.size - 11 + bit % 3)
      put(codeWord >> bit & 1 == 1, row: along, column: across)
      put(codeWord >> bit & 1 == 1, row: across, column: along)
    }
  }
}

enum QRAlignment {
  /// Rows, and columns, of the alignment patterns' centres (annex E): the first is the timing pattern's, the others keep
  /// one distance.
  static func centres(version: Int) -> [Int] {
    guard version >= 2 else { return [] }
    let last = 10 + 4 * version
    let gaps = version / 7 + 1
    guard gaps > 1 else { return [6, last] }
    let second = seconds[version - 7]
    return [6] + (0..<gaps).map { second + $0 * (last - second) / (gaps - 1) }
  }

  /// The second centre of each version from 7 on (table E.1).
  private static let seconds = [
    22, 24, 26, 28, 30, 32, 34,
    26, 26, 26, 30, 30, 30, 34,
    28, 26, 30, 28, 32, 30, 34,
    26, 30, 26, 30, 34, 30, 34,
    30, 24, 28, 32, 26, 30,
  ]
}

enum QRVersionInformation {
  /// Six bits of version with the twelve of their BCH code (annex D).
  static func codeWord(_ version: Int) -> Int {
    var remainder = version << 12
    for bit in (12...17).reversed() where remainder >> bit & 1 == 1 { remainder ^= 0x1F25 << (bit - 12) }
    return version << 12 | remainder
  }
}
