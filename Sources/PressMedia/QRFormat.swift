import PressScene

/// The format information of a symbol (ISO/IEC 18004, 7.9): which level and which mask it was made with.
struct QRFormat {
  var level: QRMatrix.Level
  /// 0–7.
  var mask: Int

  /// Five bits of level (table 12) and mask, with the ten of their BCH code.
  var codeWord: Int {
    let level =
      switch level {
      case .L: 0b01
      case .M: 0b00
      case .Q: 0b11
      case .H: 0b10
      }
    return QRFormat.codeWord(level << 3 | mask)
  }

  /// Five bits of data with the ten of their BCH code, masked (C.2 and C.3).
  static func codeWord(_ data: Int) -> Int {
    var remainder = data << 10
    for bit in (10...14).reversed() where remainder >> bit & 1 == 1 { remainder ^= 0x537 << (bit - 10) }
    return (data << 10 | remainder) ^ 0x5412
  }

  /// Where each bit of the code word stands, from bit 14 down: round the top left finder pattern, and beside the two
  /// others (figure 25).
  static func positions(size: Int) -> [(first: QRPosition, second: QRPosition)] {
    let first =
      [0, 1, 2, 3, 4, 5, 7, 8].map { QRPosition(row: 8, column: $0) }
      + [7, 5, 4, 3, 2, 1, 0].map { QRPosition(row: $0, column: 8) }
    let second =
      (1...7).map { QRPosition(row: size - $0, column: 8) }
      + (1...8).reversed().map { QRPosition(row: 8, column: size - $0) }
    return Array(zip(first, second))
  }
}

/// A module's place, from the top left.
struct QRPosition: Sendable {
  private var rowByte: UInt8
  private var columnByte: UInt8

  var row: Int { Int(rowByte) }
  var column: Int { Int(columnByte) }

  init(row: Int, column: Int) {
    rowByte = UInt8(row)
    columnByte = UInt8(column)
  }
}
