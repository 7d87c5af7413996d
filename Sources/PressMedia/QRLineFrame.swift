import PressScene

/// A frame whose rows and columns are lines of one kind.
final class QRLineFrame<Line: QRLine>: Sendable {
  private let size: Int
  /// Dark modules of function patterns and version information.
  private let patterns: QRGrid<Line>
  /// The data modules in the order in which bits fill them.
  private let placement: [QRPosition]
  /// What each mask turns over.
  private let masks: [QRGrid<Line>]
  private let formatPositions: [(first: QRPosition, second: QRPosition)]

  /// - `version`: 1–40.
  init(version: Int) {
    let functions = QRFunctionPatterns<Line>(version: version)
    size = functions.dark.size
    patterns = functions.dark
    placement = QRLineFrame.placement(reserved: functions.reserved)
    masks = QRMask.all.map { QRMask.grid($0, reserved: functions.reserved) }
    formatPositions = QRFormat.positions(size: size)
  }

  /// Up to seven modules stay over.
  var codewords: Int { placement.count / 8 }

  /// Two columns at a time from the right, upward and downward in turn, the right module first; the timing pattern's column
  /// is passed over (7.7.3).
  private static func placement(reserved: QRGrid<Line>) -> [QRPosition] {
    let size = reserved.size
    var positions: [QRPosition] = []
    var isUpward = true
    for right in (8..<size).reversed().filter({ $0 % 2 == 0 }) + [5, 3, 1] {
      for step in 0..<size {
        let row = isUpward ? size - 1 - step : step
        for column in [right, right - 1] where !reserved.isDark(row: row, column: column) {
          positions.append(QRPosition(row: row, column: column))
        }
      }
      isUpward.toggle()
    }
    return positions
  }

  func symbol(of message: [UInt8], level: QRMatrix.Level) -> (mask: Int, modules: [Bool]) {
    let unmasked = filled(with: message)
    var candidate = unmasked
    var best = unmasked
    var (bestMask, fewest) = (0, Int.max)
    for mask in QRMask.all {
      apply(QRFormat(level: level, mask: mask), to: unmasked, result: &candidate)
      let points = QRPenalty.points(candidate)
      guard points < fewest else { continue }
      (bestMask, fewest) = (mask, points)
      swap(&best, &candidate)
    }
    return (bestMask, best.modules)
  }

  /// The patterns and the message, not masked yet. Modules that stay over are light until then (7.7.3).
  private func filled(with message: [UInt8]) -> QRGrid<Line> {
    var grid = patterns
    grid.lines.withUnsafeMutableBufferPointer { lines in
      placement.withUnsafeBufferPointer { placement in
        for (index, codeword) in message.enumerated() {
          for bit in 0..<8 {
            let position = placement[8 * index + bit]
            let value = UInt64(codeword >> (7 - bit) & 1)
            lines[position.row].insert(value, at: position.column)
            lines[size + position.column].insert(value, at: position.row)
          }
        }
      }
    }
    return grid
  }

  /// Masks the data modules, and writes both copies of the format information (7.9).
  private func apply(_ format: QRFormat, to unmasked: QRGrid<Line>, result: inout QRGrid<Line>) {
    let mask = masks[format.mask]
    for index in 0..<2 * size { result.lines[index] = unmasked.lines[index] ^ mask.lines[index] }
    let codeWord = format.codeWord
    for (index, position) in formatPositions.enumerated() {
      let bit = UInt64(codeWord >> (14 - index) & 1)
      result.insert(bit, row: position.first.row, column: position.first.column)
      result.insert(bit, row: position.second.row, column: position.second.column)
    }
  }
}
