import Glibc

/// Sine and cosine of an angle in degrees, rounded to 12 digits: libraries of C differ in the last bit, a scene must not.
public func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  func short(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }
  let radians = degrees * .pi / 180
  return (short(sin(radians)), short(cos(radians)))
}
