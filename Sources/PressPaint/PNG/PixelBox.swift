import PressScene

/// Whole pixels of the page, y down; empty where an edge is not before its opposite.
struct PixelBox {
  var left, top, right, bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }
  var isEmpty: Bool { right <= left || bottom <= top }

  func intersection(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  func moved(up rows: Int) -> PixelBox {
    PixelBox(left: left, top: top - rows, right: right, bottom: bottom - rows)
  }
}

extension PixelBox {
  /// All pixels that an area touches. Far beyond any page the numbers are clamped, and a number that is none is 0.
  init(around left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    func clamped(_ value: Double) -> Int { value.isNaN ? 0 : Int(min(max(value, -1e7), 1e7)) }
    self.init(
      left: clamped(left.rounded(.down)), top: clamped(top.rounded(.down)), right: clamped(right.rounded(.up)),
      bottom: clamped(bottom.rounded(.up)))
  }

  /// - Parameter rect: in pixels.
  init(around rect: Rect) {
    self.init(around: rect.x.value, rect.y.value, rect.maxX.value, rect.maxY.value)
  }
}
