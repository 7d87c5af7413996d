import PressScene

extension Path {
  /// Empty if a radius is 0. Begins at the right, and goes clockwise on the page.
  init(ellipseAt center: Point, radii: Size) {
    guard radii.width > 0, radii.height > 0 else {
      self.init()
      return
    }
    self = Path(circleAt: .zero, radius: 1).transformed(
      by: Transform(a: radii.width.value, b: 0, c: 0, d: radii.height.value, tx: center.x, ty: center.y))
  }

  /// Begins where the upper left corner ends, and goes clockwise on the page (SVG 1.1, 9.2); radii are cut to half of a side.
  /// Empty if a side is 0.
  init(roundedRect rect: Rect, radii: Size) {
    let (rx, ry) = (min(radii.width, rect.width / 2), min(radii.height, rect.height / 2))
    guard !rect.isEmpty else {
      self.init()
      return
    }
    guard rx > 0, ry > 0 else {
      self.init(rect: rect)
      return
    }
    // What is left of a radius beside the control points of a quarter circle.
    let rest = 1 - 0.5522847498
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
    func at(_ x: Points, _ y: Points) -> Point { Point(x: x, y: y) }
    self.init([
      .move(at(left + rx, top)), .line(at(right - rx, top)),
      .curve(
        control1: at(right - rx * rest, top), control2: at(right, top + ry * rest), end: at(right, top + ry)),
      .line(at(right, bottom - ry)),
      .curve(
        control1: at(right, bottom - ry * rest), control2: at(right - rx * rest, bottom), end: at(right - rx, bottom)),
      .line(at(left + rx, bottom)),
      .curve(
        control1: at(left + rx * rest, bottom), control2: at(left, bottom - ry * rest), end: at(left, bottom - ry)),
      .line(at(left, top + ry)),
      .curve(control1: at(left, top + ry * rest), control2: at(left + rx * rest, top), end: at(left + rx, top)),
      .close,
    ])
  }

  /// Of all lines between points and control points: never shorter than the path.
  var controlLength: Points {
    var (length, current, start) = (Points.zero, Point.zero, Point.zero)
    func go(to point: Point) {
      let (x, y) = ((point.x - current.x).value, (point.y - current.y).value)
      length = length + Points((x * x + y * y).squareRoot())
      current = point
    }
    for segment in segments {
      switch segment {
      case .move(let point): (current, start) = (point, point)
      case .line(let point): go(to: point)
      case .curve(let first, let second, let end):
        go(to: first)
        go(to: second)
        go(to: end)
      case .close: go(to: start)
      }
    }
    return length
  }
}
