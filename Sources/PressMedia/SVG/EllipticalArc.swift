import Glibc
import PressScene

/// An arc of an ellipse as a path gives it, by its ends (SVG 1.1, F.6).
struct EllipticalArc {
  var start: Point
  var end: Point
  var radii: (x: Double, y: Double)
  /// Of the ellipse's x axis, clockwise on the page.
  var degrees: Double
  var isLarge: Bool
  /// In the direction of growing angles: clockwise on the page.
  var isClockwise: Bool

  /// Up to four cubic curves, none more than a quarter; the largest radial error is 0.03 % of the radius. A line where a radius is 0,
  /// nothing where the ends are the same point.
  var segments: [Path.Segment] {
    guard start != end else { return [] }
    var (rx, ry) = (radii.x.magnitude, radii.y.magnitude)
    guard rx > 1e-9, ry > 1e-9 else { return [.line(end)] }
    let (sine, cosine) = sineAndCosine(radians: degrees * .pi / 180)
    let half = (x: (start.x - end.x).value / 2, y: (start.y - end.y).value / 2)
    // Half of the chord where the ellipse is the unit circle; it reaches from `u` to `-u` (F.6.5.1).
    var u = (x: (cosine * half.x + sine * half.y) / rx, y: (cosine * half.y - sine * half.x) / ry)
    var square = u.x * u.x + u.y * u.y
    guard square > 1e-24 else { return [.line(end)] }
    if square > 1 {  // Radii too small for the chord grow until they fit (F.6.6.3).
      let growth = square.squareRoot()
      (rx, ry) = (rx * growth, ry * growth)
      u = (u.x / growth, u.y / growth)
      square = 1
    }
    let offset = ((1 - square) / square).squareRoot() * (isLarge == isClockwise ? -1 : 1)
    let center = (x: offset * u.y, y: -offset * u.x)
    let first = atan2(u.y - center.y, u.x - center.x).to12Digits
    var sweep = atan2(-u.y - center.y, -u.x - center.x).to12Digits - first
    if isClockwise, sweep < 0 { sweep += 2 * .pi }
    if !isClockwise, sweep > 0 { sweep -= 2 * .pi }

    let toPage = Transform(a: cosine * rx, b: sine * rx, c: -sine * ry, d: cosine * ry, tx: 0, ty: 0).then(
      .translation((start.x + end.x) / 2, (start.y + end.y) / 2))
    let pieces = max(1, Int((sweep.magnitude / (.pi / 2) - 1e-9).rounded(.up)))
    let step = sweep / Double(pieces)
    let (halfSine, halfCosine) = sineAndCosine(radians: step / 2)
    // 4/3 · tan(step / 4)
    let reach = 4 / 3 * halfSine / (1 + halfCosine)
    func direction(_ index: Int) -> (x: Double, y: Double) {
      let (sine, cosine) = sineAndCosine(radians: first + step * Double(index))
      return (cosine, sine)
    }
    func onPage(_ x: Double, _ y: Double) -> Point { toPage(Point(x: Points(center.x + x), y: Points(center.y + y))) }
    return (0..<pieces).map { index in
      let (from, to) = (direction(index), direction(index + 1))
      return .curve(
        control1: onPage(from.x - reach * from.y, from.y + reach * from.x),
        control2: onPage(to.x + reach * to.y, to.y - reach * to.x),
        end: index == pieces - 1 ? end : onPage(to.x, to.y))
    }
  }
}
