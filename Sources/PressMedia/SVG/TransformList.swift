import Glibc
import PressScene

/// The value of a `transform` attribute (SVG 1.1, 7.6).
enum TransformList {
  /// The first of the list is the outermost.
  static func read(_ text: String) throws(SVGFault.Problem) -> Transform {
    var total = Transform.identity
    var scanner = SVGScanner(text)
    if text.trimmed == "none" { return total }
    scanner.skipSpace()
    while scanner.next != nil {
      guard let one = try transform(&scanner) else { throw .value(text.quoted, of: "transform") }
      total = one.then(total)
      guard total.isUsable else { throw .value(text.quoted, of: "transform") }
      let comma = scanner.skipSeparator()
      if comma, scanner.next == nil { throw .value(text.quoted, of: "transform") }
    }
    return total
  }

  private static func transform(_ scanner: inout SVGScanner) throws(SVGFault.Problem) -> Transform? {
    let name = scanner.name()
    scanner.skipSpace()
    guard scanner.take("(") else { return nil }
    var values: [Double] = []
    scanner.skipSpace()
    while values.count < 6, let value = try scanner.number() {
      values.append(value)
      let comma = scanner.skipSeparator()
      if comma, !scanner.isAtNumber { return nil }
    }
    guard scanner.take(")") else { return nil }
    switch (name, values.count) {
    case ("matrix", 6):
      return Transform(
        a: values[0], b: values[1], c: values[2], d: values[3], tx: Points(values[4]), ty: Points(values[5]))
    case ("translate", 1...2): return .translation(Points(values[0]), Points(values.count > 1 ? values[1] : 0))
    case ("scale", 1...2): return .scale(values[0], values.count > 1 ? values[1] : values[0])
    case ("rotate", 1), ("rotate", 3):
      let (sine, cosine) = sineAndCosine(radians: values[0] * .pi / 180)
      let turn = Transform.rotation(sine: sine, cosine: cosine)
      guard values.count == 3 else { return turn }
      return .translation(Points(-values[1]), Points(-values[2])).then(turn).then(
        .translation(Points(values[1]), Points(values[2])))
    case ("skewX", 1): return Transform(a: 1, b: 0, c: tangent(degrees: values[0]), d: 1, tx: 0, ty: 0)
    case ("skewY", 1): return Transform(a: 1, b: tangent(degrees: values[0]), c: 0, d: 1, tx: 0, ty: 0)
    default: return nil
    }
  }

  private static func tangent(degrees: Double) -> Double {
    let (sine, cosine) = sineAndCosine(radians: degrees * .pi / 180)
    return sine / cosine
  }
}

/// Rounded to 12 digits: libraries of C differ in the last bit, art must not. Quarter turns come out exact.
func sineAndCosine(radians: Double) -> (sine: Double, cosine: Double) {
  (sin(radians).to12Digits, cos(radians).to12Digits)
}

extension Double {
  var to12Digits: Double { (self * 1e12).rounded() / 1e12 }
}

extension Transform {
  /// Neither infinite nor on the way to it.
  var isUsable: Bool { [a, b, c, d, tx.value, ty.value].allSatisfy { $0.magnitude <= 1e12 } }

  var determinant: Double { a * d - b * c }

  /// The factor by which lengths grow: the geometric mean, and the ratio of the largest to the smallest.
  var stretch: (mean: Double, unevenness: Double) {
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    let turning = length(a + d, b - c) / 2
    let mirroring = length(a - d, b + c) / 2
    let (largest, smallest) = (turning + mirroring, (turning - mirroring).magnitude)
    return ((largest * smallest).squareRoot(), largest / smallest)
  }
}
