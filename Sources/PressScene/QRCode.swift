/// A QR symbol's modules, row by row from the top left; the quiet zone is not part of it.
public struct QRMatrix: Hashable, Sendable {
  public enum Level: String, Hashable, Sendable, CaseIterable { case L, M, Q, H }

  public var payload: String
  public var level: Level
  /// 1–40; the symbol has 17 + 4·version modules a side.
  public var version: Int
  /// The data mask, 0–7.
  public var mask: Int
  /// `size × size` values, true is dark.
  public var modules: [Bool]

  public var size: Int { 17 + 4 * version }

  public init(payload: String, level: Level, version: Int, mask: Int, modules: [Bool]) {
    self.payload = payload
    self.level = level
    self.version = version
    self.mask = mask
    self.modules = modules
  }

  public subscript(row row: Int, column column: Int) -> Bool { modules[row * size + column] }
}

/// A QR symbol on the page: black on whatever is under it, which layout has checked to be clear.
public struct PlacedCode: Hashable, Sendable {
  public var matrix: QRMatrix
  /// From outer module edge to outer module edge; square.
  public var frame: Rect

  public init(matrix: QRMatrix, frame: Rect) {
    self.matrix = matrix
    self.frame = frame
  }
}
