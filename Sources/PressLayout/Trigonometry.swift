import Glibc
import PressScene

/// Sine and cosine of an angle in degrees, rounded to 12 digits: libraries of C differ in the last bit, a scene must not.
func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  func short(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }
  let radians = degrees * .pi / 180
  return (short(sin(radians)), short(cos(radians)))
}

/// A point at a distance from a centre; degrees clockwise from the top.
func point(at degrees: Double, radius: Points, from center: Point) -> Point {
  let (sine, cosine) = sineAndCosine(degrees: degrees)
  return Point(x: center.x + radius * sine, y: center.y - radius * cosine)
}
