import TestKit

/// PDF's affine map: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
struct Matrix: Sendable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  static let identity = Matrix()

  init() {}

  /// From the six operands of `cm` and `Tm`.
  init(_ operands: [Double]) throws {
    guard operands.count == 6 else { throw Unreadable("a matrix of \(operands.count) numbers") }
    (a, b, c, d, e, f) = (operands[0], operands[1], operands[2], operands[3], operands[4], operands[5])
  }

  static func shift(_ x: Double, _ y: Double) -> Matrix {
    var matrix = Matrix()
    (matrix.e, matrix.f) = (x, y)
    return matrix
  }

  /// First this map, then `next`.
  func then(_ next: Matrix) -> Matrix {
    var both = Matrix()
    both.a = a * next.a + b * next.c
    both.b = a * next.b + b * next.d
    both.c = c * next.a + d * next.c
    both.d = c * next.b + d * next.d
    both.e = e * next.a + f * next.c + next.e
    both.f = e * next.b + f * next.d + next.f
    return both
  }

  func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// By how much it stretches what is drawn: the root of its determinant.
  var scale: Double { abs(a * d - b * c).squareRoot() }
}
