import PressScene

/// The format information of a symbol (ISO/IEC 18004, 7.9): which level and which mask it was made with. libqrencode
/// doesn't say which mask it chose.
struct QRFormat: Equatable {
  var level: QRMatrix.Level
  /// 0–7.
  var mask: Int

  /// Reads both copies; nil if they differ or are no code word.
  init?(readFrom modules: [Bool], size: Int) {
    func bits(_ positions: [(row: Int, column: Int)]) -> Int {
      positions.reduce(0) { $0 << 1 | (modules[$1.row * size + $1.column] ? 1 : 0) }
    }
    // From bit 14 down: round the top left finder pattern, and beside the two others (figure 25).
    let first = bits(
      [0, 1, 2, 3, 4, 5, 7, 8].map { (8, $0) } + [7, 5, 4, 3, 2, 1, 0].map { ($0, 8) })
    let second = bits((1...7).map { (size - $0, 8) } + (1...8).reversed().map { (8, size - $0) })
    let data = (first ^ 0x5412) >> 10
    guard first == second, first == QRFormat.codeWord(data) else { return nil }
    level = [.M, .L, .H, .Q][data >> 3]
    mask = data & 7
  }

  /// Five bits of data with the ten of their BCH code, masked (C.2 and C.3).
  static func codeWord(_ data: Int) -> Int {
    var remainder = data << 10
    for bit in (10...14).reversed() where remainder >> bit & 1 == 1 { remainder ^= 0x537 << (bit - 10) }
    return (data << 10 | remainder) ^ 0x5412
  }
}
