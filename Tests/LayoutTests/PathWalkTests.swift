import PressScene
import Testing

@testable import PressLayout

@Suite("Walking along a path")
struct PathWalkTests {
  private static let square = Path(rect: Rect(x: 10, y: 20, width: 30, height: 40))

  @Test("a rectangle is walked clockwise from its corner, and round it once is its circumference")
  func rectangle() {
    let walk = PathWalk(Self.square)
    #expect(abs(walk.length.value - 140) < 1e-9)
    for (distance, x, y, sine, cosine) in [
      (0.0, 10.0, 20.0, 0.0, 1.0), (15, 25, 20, 0, 1), (30, 40, 20, 1, 0), (50, 40, 40, 1, 0), (85, 25, 60, 0, -1),
      (100, 10, 60, -1, 0), (139, 10, 21, -1, 0), (140, 10, 20, -1, 0),
    ] {
      let place = walk.place(at: Points(distance))
      #expect((place.point - Point(x: Points(x), y: Points(y))).magnitude < 1e-9)
      #expect(abs(place.sine - sine) < 1e-9 && abs(place.cosine - cosine) < 1e-9)
    }
  }

  @Test("equal steps along a circle are equal angles, and the direction is the tangent")
  func circle() {
    let walk = PathWalk(Path(circleAt: .zero, radius: 50))
    // Its four cubics are 0.006 pt longer than the circle.
    #expect(abs(walk.length.value - 100 * .pi) < 0.05)
    for step in 0..<72 {
      let place = walk.place(at: walk.length * (Double(step) / 72))
      let (sine, cosine) = sineAndCosine(degrees: Double(step) * 5)
      #expect((place.point - Point(x: Points(50 * cosine), y: Points(50 * sine))).magnitude < 0.02)
      #expect(abs(place.cosine + sine) < 0.002 && abs(place.sine - cosine) < 0.002)
    }
  }

  @Test("places are within 2/1000 pt of a walk in steps a hundred times as fine")
  func precision() {
    let curve = Cubic(.zero, Point(x: 300, y: 10), Point(x: -150, y: 120), Point(x: 90, y: 80))
    let walk = PathWalk(
      Path([.move(.zero), .curve(control1: curve.control1, control2: curve.control2, end: curve.end)]))
    let steps = 200_000
    var (walked, before) = (0.0, curve.start)
    for step in 1...steps {
      let point = curve.point(at: Double(step) / Double(steps))
      walked += (point - before).magnitude
      before = point
      if step % 997 == 0 { #expect((walk.place(at: Points(walked)).point - point).magnitude < 0.002) }
    }
    #expect(abs(walk.length.value - walked) < 0.002)
  }

  @Test("contours follow each other without the way between them")
  func contours() {
    let walk = PathWalk(
      Path([
        .move(.zero), .line(Point(x: 10, y: 0)), .move(Point(x: 100, y: 100)), .line(Point(x: 100, y: 120)),
        .line(Point(x: 110, y: 120)), .close, .line(Point(x: 90, y: 100)),
      ]))
    let closing = 500.0.squareRoot()
    #expect(abs(walk.length.value - (50 + closing)) < 1e-9)
    #expect(walk.place(at: 9).point == Point(x: 9, y: 0))
    let second = walk.place(at: 10)
    #expect((second.point - Point(x: 100, y: 100)).magnitude < 1e-9 && second.sine == 1)
    // After a close a line starts where the contour did.
    let last = walk.place(at: Points(45 + closing))
    #expect((last.point - Point(x: 95, y: 100)).magnitude < 1e-9 && abs(last.cosine + 1) < 1e-9)
  }

  @Test("distances beyond the ends give the ends")
  func beyond() {
    let walk = PathWalk(Self.square)
    #expect(walk.place(at: -5).point == walk.place(at: 0).point)
    #expect(walk.place(at: 1000).point == walk.place(at: walk.length).point)
    #expect(walk.place(at: Points(.nan)).point.x.value.isFinite)
  }

  @Test("a path without length is a place with a direction")
  func points() {
    let point = Point(x: 3, y: 4)
    for path in [Path(), Path([.close]), Path([.move(point)]), Path([.move(point), .line(point), .close])] {
      let walk = PathWalk(path)
      let place = walk.place(at: 1)
      #expect(walk.length == 0 && place.sine == 0 && place.cosine == 1)
      #expect(place.point == (path.segments.count < 2 && path.start == .zero ? .zero : point))
    }
  }

  @Test("a curve that starts on its control point has a direction there, a cusp as well")
  func degenerate() {
    let end = Point(x: 10, y: 10)
    let walk = PathWalk(Path([.move(.zero), .curve(control1: .zero, control2: end, end: end)]))
    for distance in [0, walk.length.value] {
      let place = walk.place(at: Points(distance))
      #expect(abs(place.sine - 0.5.squareRoot()) < 1e-6 && abs(place.cosine - 0.5.squareRoot()) < 1e-6)
    }
    let cusp = PathWalk(
      Path([
        .move(.zero), .curve(control1: Point(x: 10, y: 10), control2: Point(x: 0, y: 10), end: Point(x: 10, y: 0)),
      ]))
    for step in 0...100 {
      let place = cusp.place(at: cusp.length * (Double(step) / 100))
      #expect(abs(place.sine * place.sine + place.cosine * place.cosine - 1) < 1e-9)
    }
  }

  @Test("a monstrous path is walked, if coarsely, within bounded memory")
  func monstrous() {
    var path = Path([.move(.zero)])
    for number in 0..<2000 {
      let far = Points(number % 2 == 0 ? 1e6 : -1e6)
      path.segments.append(.curve(control1: Point(x: far, y: far), control2: Point(x: -far, y: far), end: .zero))
    }
    let walk = PathWalk(path)
    #expect(walk.length.value > 1e9)
    #expect(walk.place(at: walk.length / 3).point.x.value.isFinite)
    let broken = PathWalk(Path([.move(.zero), .line(Point(x: Points(.infinity), y: Points(.nan)))]))
    #expect(broken.length == 0)
  }
}
