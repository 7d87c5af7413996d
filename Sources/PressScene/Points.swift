/// A length in PostScript points (1/72 inch). Every length inside the engine is one; millimetres and 字号 exist only where a
/// layout is read and where a person is told something.
public struct Points: Hashable, Sendable, Comparable, AdditiveArithmetic, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  public var value: Double

  public init(_ value: Double) { self.value = value }
  public init(mm: Double) { value = mm * 72 / 25.4 }
  public init(floatLiteral value: Double) { self.value = value }
  public init(integerLiteral value: Int) { self.value = Double(value) }

  public static let zero = Points(0)

  public var mm: Double { value * 25.4 / 72 }

  /// The nearest point of the scene's grid of 1/1000 pt: far below what paper shows, so that every painter prints the same
  /// short numbers. Rounding happens once, when the scene is made.
  public var onGrid: Points {
    let rounded = (value * 1000).rounded() / 1000
    return Points(rounded == 0 ? 0 : rounded)  // no negative zero
  }

  /// How many times `other` goes into it. (Not `/`: with literals the two divisions could not be told apart.)
  public func ratio(to other: Points) -> Double { value / other.value }

  public static func < (left: Points, right: Points) -> Bool { left.value < right.value }
  public static func + (left: Points, right: Points) -> Points { Points(left.value + right.value) }
  public static func - (left: Points, right: Points) -> Points { Points(left.value - right.value) }
  public static func * (left: Points, right: Double) -> Points { Points(left.value * right) }
  public static func / (left: Points, right: Double) -> Points { Points(left.value / right) }
  public static prefix func - (length: Points) -> Points { Points(-length.value) }
}
