import PressMedia
import PressScene
import Testing

@Suite("SVG path data")
struct SVGPathTests {
  private func path(_ data: String) throws -> Path {
    try SVGTests.shape("<path d='\(data)' stroke='red'/>").path
  }

  private func point(_ x: Double, _ y: Double) -> Point { Point(x: Points(x), y: Points(y)) }

  private func isNear(_ left: Path, _ right: Path) -> Bool {
    func points(_ path: Path) -> [Double] {
      path.segments.flatMap { segment -> [Double] in
        switch segment {
        case .move(let p): [0, p.x.value, p.y.value]
        case .line(let p): [1, p.x.value, p.y.value]
        case .curve(let a, let b, let c): [2, a.x.value, a.y.value, b.x.value, b.y.value, c.x.value, c.y.value]
        case .close: [3]
        }
      }
    }
    let (left, right) = (points(left), points(right))
    return left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-7 }
  }

  @Test(
    "what is left out of path data is understood",
    arguments: [
      ("M1 2L3 4", "M1,2,3,4"), ("M1 2L3 4", "m1 2 2 2"), ("M1 2L3 4H9V7", "M1 2l2 2h6v3"), ("M1 2H5H9", "M1 2H5 9"),
      ("M.5 .5L-.5 -.5", "M.5.5-.5-.5"), ("M10 0L0.1 3", "M1e1 0 1E-1+3"), ("M1 2L3 4ZM1 2L5 6", "M1 2 3 4Z L5 6"),
      ("M1 2L3 4ZM6 7L5 6", "M1 2 3 4z m5 5L5 6"), ("M1 2C3 4 5 6 7 8C9 10 1 1 2 2", "M1 2C3 4 5 6 7 8S1 1 2 2"),
      ("M1 2C1 2 5 6 7 8", "M1 2S5 6 7 8"), ("M1 2C3 4 5 6 7 8C9 10 11 12 13 14", "M1 2c2 2 4 4 6 6s4 4 6 6"),
      ("M0 0Q3 3 6 0Q9 -3 12 0", "M0 0Q3 3 6 0T12 0"), ("M0 0Q3 3 6 0Q9 -3 12 0Q15 3 18 0", "M0 0q3 3 6 0t6 0 6 0"),
      ("M0 0L6 0Q6 0 9 9", "M0 0H6T9 9"), ("M0 0C2 2 4 2 6 0", "M0 0Q3 3 6 0"), ("M1 1L2 2", "\n M 1 1\tL 2 , 2 "),
      ("M0 0A5 5 0 0 1 9 9A5 5 0 1 0 1 1", "M0 0a5 5 0 019 9 5 5 0 10-8-8"), ("M0 0L9 9", "M0 0A0 5 0 0 1 9 9"),
      ("M0 0L9 9", "M0 0A5 5 0 0 1 0 0L9 9"), ("M0 0A5 7 30 0 1 9 9", "M0 0A-5 -7 30 0 1 9 9"),
      ("M0 0L1 2", "M0 0 1. 2.e0"),
    ])
  func shorthand(long: String, short: String) throws {
    let (long, short) = (try path(long), try path(short))
    #expect(isNear(long, short), "\(long) \(short)")
  }

  @Test(
    "what cannot stand in path data is told by its place",
    arguments: [
      ("L1 1", 1), ("M1 1X", 5), ("M1", 3), ("M1 1 L2", 8), ("M1 1,", 6), ("M1 1,,2 2", 6), ("M1 1L2 2,H3", 10),
      ("M1 1 A1 1 0 2 0 5 5", 13),
      ("M1 1 C1 1 2 2 3", 16), ("M1 1 - 3", 6), ("M1 1 nan", 6), ("M1 1e", 5), ("M1 1 Z 5", 8), ("M1 1Lé", 6), ("5", 1),
      ("M,1 1", 2), ("M1 1h0x10", 7),
    ])
  func misread(data: String, character: Int) {
    #expect(throws: SVGTests.fault(.pathData(character: character))) { try path(data) }
  }

  @Test("half a circle passes through its top, and each flag chooses its arc")
  func halfCircle() throws {
    let arc = try path("M10 50A40 40 0 0 1 90 50")
    #expect(arc.segments.count == 3)
    guard case .curve(_, _, let top) = arc.segments[1] else { throw Missing() }
    #expect(abs(top.x.value - 50) < 1e-9 && abs(top.y.value - 10) < 1e-9)
    #expect(arc.segments.last.flatMap(end) == point(90, 50))
    // The four arcs of one chord: the highest and lowest points of circles of radius 50 around (50, 20) and (50, 80).
    for (flags, top, bottom) in [("0 1", 30.0, 50.0), ("0 0", 50, 70), ("1 1", -30, 50), ("1 0", 50, 130)] {
      let ys = try path("M10 50A50 50 0 \(flags) 90 50").samples.map(\.y.value)
      #expect(abs((ys.min() ?? 0) - top) < 0.5 && abs((ys.max() ?? 0) - bottom) < 0.5, "\(flags)")
    }
  }

  @Test("a turned arc lies on its ellipse; radii that are too small grow")
  func turnedArc() throws {
    let (c, s) = (3.0.squareRoot() / 2, 0.5)
    // From one end of the long axis to the other: centre (50, 50), radii 40 and 20, turned by 30°.
    let start = (x: 50 - 40 * c, y: 50 - 40 * s)
    let end = (x: 50 + 40 * c, y: 50 + 40 * s)
    for radii in ["40 20", "4 2"] {
      let arc = try path("M\(start.x) \(start.y)A\(radii) 30 0 1 \(end.x) \(end.y)")
      #expect(arc.segments.count == 3)
      for point in arc.samples {
        let (x, y) = (point.x.value - 50, point.y.value - 50)
        let (u, v) = ((c * x + s * y) / 40, (c * y - s * x) / 20)
        #expect(abs((u * u + v * v).squareRoot() - 1) < 0.0003)
      }
    }
  }

  @Test("quarter arcs make a circle")
  func quarters() throws {
    let circle = try path("M90 50A40 40 0 0 1 50 90A40 40 0 0 1 10 50A40 40 0 0 1 50 10A40 40 0 0 1 90 50Z")
    #expect(isNear(circle, Path(circleAt: point(50, 50), radius: 40)))
  }

  private func end(_ segment: Path.Segment) -> Point? {
    switch segment {
    case .move(let point), .line(let point), .curve(_, _, let point): point
    case .close: nil
    }
  }

  private struct Missing: Error {}
}
