import PressScene
import Testing

@Suite("SVG path data")
struct PathDataTests {
  private static func read(_ text: String) throws -> Path { try PathData.parse(text).get() }

  /// Short names for the table.
  private static func m(_ x: Double, _ y: Double) -> Path.Segment { .move(p(x, y)) }
  private static func l(_ x: Double, _ y: Double) -> Path.Segment { .line(p(x, y)) }
  private static func c(_ n: Double...) -> Path.Segment {
    .curve(control1: p(n[0], n[1]), control2: p(n[2], n[3]), end: p(n[4], n[5]))
  }
  private static func p(_ x: Double, _ y: Double) -> Point { Point(x: Points(x), y: Points(y)) }

  @Test(
    "each command of the grammar is read, in each of its spellings",
    arguments: [
      ("", []), (" \t\r\n", []),
      ("M1 2", [m(1, 2)]), ("m1,2", [m(1, 2)]), ("  M 1 , 2  ", [m(1, 2)]),
      ("M1 2 3 4 5 6", [m(1, 2), l(3, 4), l(5, 6)]), ("m1 2 3 4 5 6", [m(1, 2), l(4, 6), l(9, 12)]),
      ("M1 2M3 4m1 1", [m(1, 2), m(3, 4), m(4, 5)]),
      ("M1 2L3 4", [m(1, 2), l(3, 4)]), ("M1 2l3 4,5 6", [m(1, 2), l(4, 6), l(9, 12)]),
      ("M1 2H3 4", [m(1, 2), l(3, 2), l(4, 2)]), ("M1 2h3 4", [m(1, 2), l(4, 2), l(8, 2)]),
      ("M1 2V3", [m(1, 2), l(1, 3)]), ("M1 2v3-1", [m(1, 2), l(1, 5), l(1, 4)]),
      ("M1 1C2 2 3 3 4 4", [m(1, 1), c(2, 2, 3, 3, 4, 4)]), ("M1 1c2 2 3 3 4 4", [m(1, 1), c(3, 3, 4, 4, 5, 5)]),
      ("M0 0C1 2 3 4 5 6S7 8 9 9", [m(0, 0), c(1, 2, 3, 4, 5, 6), c(7, 8, 7, 8, 9, 9)]),
      ("M0 0c1 2 3 4 5 6s1 1 2 2", [m(0, 0), c(1, 2, 3, 4, 5, 6), c(7, 8, 6, 7, 7, 8)]),
      ("M1 2S3 4 5 6", [m(1, 2), c(1, 2, 3, 4, 5, 6)]),
      ("M0 0Q3 0 3 3", [m(0, 0), c(2, 0, 3, 1, 3, 3)]), ("M1 1q3 0 3 3", [m(1, 1), c(3, 1, 4, 2, 4, 4)]),
      ("M0 0Q3 0 3 3T6 6", [m(0, 0), c(2, 0, 3, 1, 3, 3), c(3, 5, 4, 6, 6, 6)]),
      ("M0 0q3 0 3 3t3 3 0 3", [m(0, 0), c(2, 0, 3, 1, 3, 3), c(3, 5, 4, 6, 6, 6), c(8, 6, 8, 7, 6, 9)]),
      // A smooth command reflects its own kind only.
      ("M0 0Q3 0 3 3S6 6 9 9", [m(0, 0), c(2, 0, 3, 1, 3, 3), c(3, 3, 6, 6, 9, 9)]),
      ("M0 0C0 3 3 3 3 0T9 0", [m(0, 0), c(0, 3, 3, 3, 3, 0), c(3, 0, 5, 0, 9, 0)]),
      ("M1 2h1z", [m(1, 2), l(2, 2), .close]), ("M1 2h1Z z", [m(1, 2), l(2, 2), .close]),
      // A subpath after a close gets its move, and starts where the last one did.
      ("M1 2h1zl1 1", [m(1, 2), l(2, 2), .close, m(1, 2), l(2, 3)]),
      ("M1 2h1zm1 1h1", [m(1, 2), l(2, 2), .close, m(2, 3), l(3, 3)]),
      // Compact numbers.
      ("M.5.5-.5-.5", [m(0.5, 0.5), l(-0.5, -0.5)]), ("M1e2-1E-1+2+3", [m(100, -0.1), l(2, 3)]),
      ("M1.e1 1.", [m(10, 1)]), ("M0 0L1-2", [m(0, 0), l(1, -2)]), ("M-0 0", [m(0, 0)]),
      ("M1000000-1e6", [m(1e6, -1e6)]), ("M1e-400 0", [m(0, 0)]),
      // Arcs that are none.
      ("M1 1A5 5 0 0 1 1 1", [m(1, 1)]), ("M1 1A0 5 0 0 1 3 4", [m(1, 1), l(3, 4)]),
      ("M1 1a5 0 0 011 1", [m(1, 1), l(2, 2)]),
    ] as [(String, [Path.Segment])])
  func grammar(_ text: String, _ segments: [Path.Segment]) throws {
    #expect(try Self.read(text).segments == segments)
  }

  @Test(
    "an error has its place, counted in Unicode scalars, and what was expected there",
    arguments: [
      ("L1 2", 0, .move), ("x", 0, .move), ("1 2", 0, .move), ("z", 0, .move), (" ,M1 2", 1, .move),
      ("M", 1, .number), ("M1", 2, .number), ("M1,", 3, .number), ("M,1 2", 1, .number), ("M1 2,", 5, .number),
      ("M1,,2", 3, .number), ("M1 2 3", 6, .number), ("M1 2,L3 4", 5, .number), ("M1 2L3 4 z1", 10, .command),
      ("M1 2Lz", 5, .number), ("M1 2L3 x", 7, .number), ("M1 2C1 2 3 4 5", 14, .number), ("M1 2h-", 5, .number),
      ("M1 2h.", 5, .number), ("M1 2h+.e5", 5, .number), ("M1 2h1e", 6, .commandOrNumber),
      ("M1 2 é", 5, .commandOrNumber), ("M1 2\u{301}3", 4, .commandOrNumber), ("M1\u{A0}2", 2, .number),
      ("M1 2B3 4", 4, .commandOrNumber), ("M1 2zé", 5, .command),
      ("M1 2A1 1 0 2 0 3 3", 11, .flag), ("M1 2A1 1 0 0", 12, .flag), ("M1 2A1 1 0 01", 13, .number),
      ("M1 2h1000001", 5, .smallerNumber), ("M1 2h1e999", 5, .smallerNumber), ("M1e6 0h1", 7, .smallerNumber),
      ("M0 0c1 1 1 1-1e7 0", 12, .smallerNumber),
    ] as [(String, Int, PathDataError.Expected)])
  func errors(_ text: String, _ offset: Int, _ expected: PathDataError.Expected) {
    let error = #expect(throws: PathDataError.self) { try Self.read(text) }
    #expect(error?.offset == offset && error?.expected == expected)
  }

  @Test("an error knows the command whose numbers were being read")
  func command() {
    #expect(throws: PathDataError(offset: 6, expected: .number, command: "l")) { try Self.read("M0 0l1") }
    #expect(throws: PathDataError(offset: 0, expected: .move)) { try Self.read("l1 1") }
  }

  @Test("a path may have twenty thousand segments and not one more")
  func segmentLimit() throws {
    let full = "M0 0" + String(repeating: "h1", count: PathData.segmentLimit - 1)
    #expect(try Self.read(full).segments.count == PathData.segmentLimit)
    for more in ["h1", "z", " 1", "a1 1 0 0 0 3 3"] {
      let error = #expect(throws: PathDataError.self) { try Self.read(full + more) }
      #expect(error?.expected == .fewerSegments)
    }
  }

  @Test("an arc goes through the points of its circle, on the side and the way that its flags say")
  func arcs() throws {
    // Quarter, half and three quarters of circles of radius 10 about (10, 0) or its mirror.
    for (text, through, count) in [
      ("M0 0A10 10 0 0 1 10-10", Self.p(2.92893, -7.07107), 1), ("M0 0A10 10 0 0 0 10 10", Self.p(2.92893, 7.07107), 1),
      ("M0 0A10 10 0 1 0 10-10", Self.p(17.07107, 7.07107), 3),
      ("M0 0A10 10 0 1 1 10 10", Self.p(17.07107, -7.07107), 3),
      ("M0 0A10 10 0 0 1 20 0", Self.p(10, -10), 2), ("M0 0A10 10 0 0 0 20 0", Self.p(10, 10), 2),
      ("M0 0A10 10 0 1 1 20 0", Self.p(10, -10), 2), ("M0 0a-10-10 0 0120 0", Self.p(10, -10), 2),
      // Radii too small grow until they reach.
      ("M0 0A1 1 0 0 1 20 0", Self.p(10, -10), 2),
      // Ellipses: 20 wide and 10 high, upright and turned.
      ("M0 0A20 10 0 0 1 40 0", Self.p(20, -10), 2), ("M0 0A10 20 90 0 1 40 0", Self.p(20, -10), 2),
      ("M0 0A20 10 -270 0 0 20 0", Self.p(10, 20), 2), ("M0 0A20 10 450 0 0 20 0", Self.p(10, 20), 2),
    ] {
      let path = try Self.read(text)
      #expect(path.segments.count == count + 1, "\(text)")
      #expect(Self.samples(path).map { ($0 - through) }.contains { hypot($0) < 0.05 }, "\(text)")
    }
  }

  @Test("every place of an arc is on its ellipse, and it ends exactly where asked")
  func arcPrecision() throws {
    var dice = Dice(state: 11)
    for _ in 0..<500 {
      let (rx, ry) = (Double.random(in: 5...200, using: &dice), Double.random(in: 5...200, using: &dice))
      let rotation = Double.random(in: -720...720, using: &dice)
      let end = Self.p(Double.random(in: -5...5, using: &dice), Double.random(in: -5...5, using: &dice))
      let flags = ["0 0", "0 1", "1 0", "1 1"].randomElement(using: &dice) ?? ""
      let path = try Self.read("M0 0A\(rx) \(ry) \(rotation) \(flags) \(end.x.value) \(end.y.value)")
      guard case .curve(_, _, let last) = path.segments.last else {
        Issue.record("no curve")
        continue
      }
      #expect(last == end)
      // In the ellipse's own space all are at distance 1 from one centre: that of the first three.
      let (sine, cosine) = sineAndCosine(degrees: rotation)
      let unit = Self.samples(path).map { point in
        Self.p(
          (cosine * point.x.value + sine * point.y.value) / rx, (cosine * point.y.value - sine * point.x.value) / ry)
      }
      let chord = Self.p(unit[unit.count - 1].x.value / 2, unit[unit.count - 1].y.value / 2)
      let reach = (1 / (hypot(chord) * hypot(chord)) - 1).squareRoot()
      let side = flags == "0 0" || flags == "1 1" ? 1.0 : -1.0
      let center = Self.p(
        chord.x.value + side * reach * chord.y.value, chord.y.value - side * reach * chord.x.value)
      #expect(unit.allSatisfy { abs(hypot($0 - center) - 1) < 4e-4 })
      // The large one is longer than half of the circle.
      let length = zip(unit, unit.dropFirst()).reduce(0) { $0 + hypot($1.1 - $1.0) }
      #expect((length > .pi) == flags.hasPrefix("1"))
    }
  }

  @Test("arcs of next to nothing and next to everything are finite")
  func extremeArcs() throws {
    for text in [
      "M0 0A1e6 1e6 0 0 1 1e-9 0", "M0 0A1e6 1e6 0 1 1 1e-9 0", "M0 0A1e-300 1e-300 0 0 1 1e6 1e6",
      "M0 0A1e6 1e-200 1e6 1 0 1 1", "M0 0A1e-9 1e6 45 1 0 1e6 1", "M0 0A5e-324 5 0 0 0 5e-324 0",
    ] {
      let path = try Self.read(text)
      #expect(path.segments.count <= 5)
      for point in Self.samples(path) { #expect(point.x.value.isFinite && point.y.value.isFinite) }
    }
    #expect(try Self.read("M0 0A1e6 1e6 0 0 1 1e-9 0").segments.count == 2)
    #expect(try Self.read("M0 0A1e6 1e6 0 1 1 1e-3 0").segments.count == 5)
  }

  @Test("whatever the text, reading ends with a path within the limits or with a place in the text")
  func fuzz() {
    var dice = Dice(state: 3)
    let alphabet = Array("MmZzLlHhVvCcSsQqTtAa0123456789.-+eE, \n,01 1 0 é".unicodeScalars)
    let whole = Array("M1 2 3,4h5-6v.5.5c1 2 3 4 5 6s1-1-2-2q1 1 2 2t3 3a5 5 30 01 1 1zm1 1e1l1 1".unicodeScalars)
    for round in 0..<20_000 {
      var scalars = whole
      if round % 2 == 0 {
        scalars = (0..<Int.random(in: 0...40, using: &dice)).map { _ in alphabet[dice.index(below: alphabet.count)] }
        if round % 4 == 0 { scalars.insert("M", at: 0) }
      } else {
        for _ in 0...dice.index(below: 3) {
          scalars[dice.index(below: scalars.count)] = alphabet[dice.index(below: alphabet.count)]
        }
      }
      switch PathData.parse(String(String.UnicodeScalarView(scalars))) {
      case .success(let path):
        #expect(path.segments.count <= PathData.segmentLimit)
        #expect(Self.samples(path).allSatisfy { $0.x.value.isFinite && $0.y.value.isFinite })
        if case .move = path.segments.first {} else { #expect(path.segments.isEmpty) }
      case .failure(let error):
        #expect((0...scalars.count).contains(error.offset))
      }
    }
  }

  @Test("an ellipse touches the sides of its rectangle")
  func ellipse() {
    let rect = Rect(x: 10, y: 20, width: 60, height: 30)
    let path = Path(ellipseIn: rect)
    #expect(path.segments.count == 6 && path.segments.last == .close)
    #expect(path.onGrid.controlBox == rect)
    for point in Self.samples(path) {
      #expect(abs(hypot(Self.p((point.x.value - 40) / 30, (point.y.value - 35) / 15)) - 1) < 4e-4)
    }
    #expect(Path(ellipseIn: Rect(x: -5, y: -5, width: 10, height: 10)) == Path(circleAt: .zero, radius: 5))
  }

  /// Places on lines and curves.
  private static func samples(_ path: Path) -> [Point] {
    var current = Point.zero
    return path.segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let point), .line(let point):
        current = point
        return [point]
      case .curve(let first, let second, let end):
        let start = current
        current = end
        return (0...16).map { step in
          let t = Double(step) / 16
          let s = 1 - t
          func blend(_ a: Points, _ b: Points, _ c: Points, _ d: Points) -> Points {
            a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t)
          }
          return Point(
            x: blend(start.x, first.x, second.x, end.x), y: blend(start.y, first.y, second.y, end.y))
        }
      case .close: return []
      }
    }
  }
}

private func hypot(_ point: Point) -> Double {
  (point.x.value * point.x.value + point.y.value * point.y.value).squareRoot()
}

/// The same numbers on every run and machine (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}
