/// The data masks (ISO/IEC 18004, 7.8.2).
enum QRMask {
  static let all = 0...7

  /// Whether a mask turns the module over, `i` rows from the top and `j` columns from the left (table 10).
  static func turns(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
    switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: (i * j) % 2 + (i * j) % 3 == 0
    case 6: ((i * j) % 2 + (i * j) % 3) % 2 == 0
    default: ((i + j) % 2 + (i * j) % 3) % 2 == 0
    }
  }

  /// The modules that a mask turns over, outside of what is `reserved`.
  static func grid<Line: QRLine>(_ mask: Int, reserved: QRGrid<Line>) -> QRGrid<Line> {
    let size = reserved.size
    let inside = Line(darkUpTo: size)
    // Twelve is a period of all of them, in both directions.
    func period(_ turns: (_ across: Int, _ along: Int) -> Bool) -> [Line] {
      (0..<12).map { across in
        var line = Line()
        for along in 0..<size where turns(across, along) { line.insert(1, at: along) }
        return line
      }
    }
    let rows = period { i, j in turns(mask, i, j) }
    let columns = period { j, i in turns(mask, i, j) }
    var grid = QRGrid<Line>(size: size)
    for index in 0..<size {
      grid.lines[index] = rows[index % 12] & ~reserved.lines[index] & inside
      grid.lines[size + index] = columns[index % 12] & ~reserved.lines[size + index] & inside
    }
    return grid
  }
}
