import PressScene

/// A version of the symbol, ready to be filled: all that depends on neither content nor level.
///
/// An enumeration, not a protocol: behind a protocol the generic code is not compiled for either kind of line, and takes
/// ten times as long (Swift 6.3).
enum QRFrame: Sendable {
  case narrow(QRLineFrame<UInt64>)
  case wide(QRLineFrame<QRWideLine>)

  /// - `version`: 1–40. Up to 11, of 61 modules a side, a line fits a word.
  init(version: Int) {
    self = version <= 11 ? .narrow(QRLineFrame(version: version)) : .wide(QRLineFrame(version: version))
  }

  /// Bytes that the symbol holds (ISO/IEC 18004, table 1).
  var codewords: Int {
    switch self {
    case .narrow(let frame): frame.codewords
    case .wide(let frame): frame.codewords
    }
  }

  /// The symbol of a message, with the mask of the fewest points, the first of equals (7.8.3).
  ///
  /// - `message`: `codewords` bytes, error correction included.
  func symbol(of message: [UInt8], level: QRMatrix.Level) -> (mask: Int, modules: [Bool]) {
    switch self {
    case .narrow(let frame): frame.symbol(of: message, level: level)
    case .wide(let frame): frame.symbol(of: message, level: level)
    }
  }
}
