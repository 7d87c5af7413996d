import PressScene

/// A rectangle of whole pixels.
public struct PixelArea: Hashable, Sendable {
  /// From the left edge, which is 0.
  public var columns: Range<Int>
  /// From the top edge, which is 0.
  public var rows: Range<Int>

  /// In pixels, of whatever picture it is laid on.
  public init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }
}

extension PixelArea {
  /// The pixels that a rectangle in points touches.
  init(_ rect: Rect, dpi: Double) {
    func pixel(_ points: Points, _ rule: FloatingPointRoundingRule) -> Int {
      Int((points.value * dpi / 72).rounded(rule))
    }
    let (left, top) = (max(0, pixel(rect.x, .down)), max(0, pixel(rect.y, .down)))
    self.init(
      columns: left..<max(left, pixel(rect.maxX, .up)), rows: top..<max(top, pixel(rect.maxY, .up)))
  }

  /// In points.
  func rect(dpi: Double) -> Rect {
    func points(_ pixels: Int) -> Points { Points(Double(pixels) * 72 / dpi) }
    return Rect(
      x: points(columns.lowerBound), y: points(rows.lowerBound), width: points(columns.count),
      height: points(rows.count))
  }
}
