import PressScene

/// A point at a distance from a centre; degrees clockwise from the top.
func point(at degrees: Double, radius: Points, from center: Point) -> Point {
  let (sine, cosine) = sineAndCosine(degrees: degrees)
  return Point(x: center.x + radius * sine, y: center.y - radius * cosine)
}
