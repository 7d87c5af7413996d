import PressScene
import Testing

@testable import PressLayout

@Suite("Guilloche")
struct GuillocheTests {
  static let rosettes: [GuillocheRosette] = {
    var dice = SplitMix64(seed: 7)
    return (0..<12).map { number in
      GuillocheRosette(
        diameter: Points(mm: 40), inner: dice.number(in: 0...0.9), lobes: 3 + dice.index(below: 58),
        strands: 1 + dice.index(below: 60), layers: 1 + number % 4, seed: dice.next())
    }
  }()
  static let bands: [GuillocheBand] = {
    var dice = SplitMix64(seed: 8)
    return (0..<12).map { number in
      GuillocheBand(
        length: Points(mm: dice.number(in: 20...200)), height: Points(mm: dice.number(in: 4...20)),
        waves: 1 + dice.index(below: 30), strands: 1 + dice.index(below: 30), layers: 1 + number % 4, seed: dice.next())
    }
  }()

  @Test("a rosette has a path for each layer, and a closed contour without a jump for each strand", arguments: rosettes)
  func rosetteCloses(_ rosette: GuillocheRosette) throws {
    let paths = rosette.paths()
    #expect(paths.count == rosette.layers)
    for (path, family) in zip(paths, rosette.families) {
      let contours = path.contours
      #expect(contours.count == family.strands && contours.count <= max(3, rosette.strands))
      for contour in contours {
        let first = try #require(contour.first)
        let last = try #require(contour.last)
        #expect((last.end - first.start).magnitude < 1e-9)
        #expect(isSmooth(from: last, to: first))
      }
    }
  }

  @Test("a rosette stays within its diameter and leaves its hole", arguments: rosettes)
  func rosetteBounds(_ rosette: GuillocheRosette) {
    let radius = rosette.diameter.value / 2
    let reaches = rosette.paths().flatMap(\.places).map(\.magnitude)
    #expect((reaches.max() ?? .infinity) <= radius + 0.005)
    #expect((reaches.min() ?? 0) >= radius * rosette.inner - 0.005)
  }

  @Test("a rosette whose swings share out among the lobes looks the same turned by a lobe")
  func symmetry() {
    for seed in UInt64(0)..<4 {
      let rosette = GuillocheRosette(diameter: 100, lobes: 12, strands: 12, layers: 1, seed: seed)
      let path = rosette.paths()[0]
      let (sine, cosine) = sineAndCosine(degrees: 30)
      let here = path.walked
      let turned = path.transformed(by: .rotation(sine: sine, cosine: cosine)).walked
      #expect(here.count > 1000)
      // Strands change places: as sets of places on the page they are one.
      let near = Dictionary(grouping: here, by: \.cell)
      let lacking = turned.filter { place in
        !place.cell.andAround.flatMap { near[$0] ?? [] }.contains { ($0 - place).magnitude < 0.3 }
      }
      #expect(lacking.isEmpty)
    }
  }

  @Test("the same parameters give the same paths, and another seed others, clearly")
  func seeds() {
    var seen: [Set<Point>] = []
    for seed in UInt64(0)..<6 {
      let rosette = GuillocheRosette(diameter: Points(mm: 40), seed: seed)
      #expect(rosette.paths() == rosette.paths())
      let band = GuillocheBand(length: 200, height: 30, waves: 6, seed: seed)
      #expect(band.paths() == band.paths())
      let places = Set((rosette.paths() + band.paths()).flatMap(\.cubics).map(\.start.rough))
      for other in seen { #expect(Double(places.intersection(other).count) < 0.6 * Double(places.count)) }
      seen.append(places)
    }
  }

  @Test("a rosette twice as large is the same figure")
  func scale() throws {
    let small = GuillocheRosette(diameter: 50, seed: 3).families
    let large = GuillocheRosette(diameter: 100, seed: 3).families
    #expect(small.map(\.frequency) == large.map(\.frequency) && small.map(\.strands) == large.map(\.strands))
    #expect(small[0].place(strand: 1, turn: 0.3).across == large[0].place(strand: 1, turn: 0.3).across)
  }

  @Test("bands join without a seam, strand for strand", arguments: bands)
  func bandsJoin(_ band: GuillocheBand) throws {
    let paths = band.paths()
    #expect(paths.count == band.layers)
    for path in paths {
      #expect(path.contours.count == band.strands)
      for contour in path.contours {
        let first = try #require(contour.first)
        let last = try #require(contour.last)
        #expect(first.start.x == 0 && abs((last.end.x - band.length).value) < 1e-9)
        #expect(abs((last.end.y - first.start.y).value) < 1e-9)
        #expect(isSmooth(from: last, to: first))
      }
    }
  }

  @Test("a band stays within its height and length", arguments: bands)
  func bandBounds(_ band: GuillocheBand) {
    let places = band.paths().flatMap(\.places)
    #expect(places.allSatisfy { abs($0.y.value) <= band.height.value / 2 + 0.005 })
    #expect(places.allSatisfy { $0.x.value >= -1e-9 && $0.x.value <= band.length.value + 1e-9 })
  }

  @Test("curves are within 5/1000 pt of the strand they stand for")
  func precision() {
    for rosette in Self.rosettes.prefix(4) {
      let radius = rosette.diameter.value / 2
      for (path, family) in zip(rosette.paths(), rosette.families) {
        for (strand, contour) in path.contours.enumerated().prefix(2) {
          // A fine polygon of the strand, a thousandth of a swing apart.
          let count = family.frequency * 1000
          let ideal = (0...count).map { part -> Point in
            let turn = Double(part) / Double(count)
            let place = family.place(strand: strand, turn: turn)
            let (sine, cosine) = sineAndCosine(degrees: turn * 360)
            return Point(
              x: Points(radius * (sine * place.across + cosine * place.along)),
              y: Points(radius * (sine * place.along - cosine * place.across)))
          }
          let near = Dictionary(grouping: ideal.indices.dropLast()) { ideal[$0].cell }
          let distances = Path(contour).places.map { place in
            place.cell.andAround.flatMap { near[$0] ?? [] }
              .map { place.distance(from: ideal[$0], to: ideal[$0 + 1]) }.min() ?? .infinity
          }
          #expect((distances.max() ?? .infinity) < 0.005)
        }
      }
    }
  }

  @Test("a rosette of 40 mm has some thousand segments, not tens of thousands")
  func segmentLimits() {
    for lobes in [3, 8, 12, 24] {
      for strands in [1, 6, 24] {
        for seed in UInt64(0)..<2 {
          let rosette = GuillocheRosette(
            diameter: Points(mm: 40), lobes: lobes, strands: strands, layers: 1 + Int(seed) % 2, seed: seed)
          let count = rosette.paths().map(\.segments.count).max() ?? .max
          #expect(count <= 7000)
        }
      }
    }
  }

  @Test("values out of their ranges are brought into them, and no size draws nothing")
  func extremes() {
    for value in [Int.min, 0, Int.max] {
      let rosette = GuillocheRosette(
        diameter: 20, inner: Double(value), lobes: value, strands: value, layers: value, seed: 1)
      #expect((1...4).contains(rosette.paths().count))
      let band = GuillocheBand(length: 50, height: 10, waves: value, strands: value, layers: value, seed: 1)
      #expect((1...4).contains(band.paths().count))
    }
    for size in [0, -1, Double.nan, .infinity] {
      #expect(GuillocheRosette(diameter: Points(size)).paths().isEmpty)
      #expect(GuillocheBand(length: Points(size), height: 10, waves: 3).paths().isEmpty)
      #expect(GuillocheBand(length: 10, height: Points(size), waves: 3).paths().isEmpty)
    }
    // Sizes beyond any paper don't ask for ever finer pieces.
    #expect(GuillocheRosette(diameter: 1e9, layers: 1).paths()[0].segments.count < 50_000)
    #expect(!GuillocheRosette(diameter: 20, inner: .nan).paths().isEmpty)
    #expect(!GuillocheBand(length: 14_400, height: 0.01, waves: 3, strands: 1, layers: 1).paths().isEmpty)
  }

  /// No corner where one curve goes on as the other.
  private func isSmooth(from last: Cubic, to first: Cubic) -> Bool {
    let (before, after) = (last.velocity(at: 1), first.velocity(at: 0))
    let cross = before.x.value * after.y.value - before.y.value * after.x.value
    return abs(cross) <= 1e-6 * before.magnitude * after.magnitude
  }
}

extension Path {
  fileprivate init(_ cubics: [Cubic]) {
    self.init(cubics.prefix(1).map { .move($0.start) })
    segments += cubics.map { .curve(control1: $0.control1, control2: $0.control2, end: $0.end) }
  }

  /// Its curves, contour by contour; closing lines of no length are none.
  fileprivate var contours: [[Cubic]] {
    var contours: [Path] = []
    for segment in segments {
      if case .move = segment { contours.append(Path()) }
      contours[contours.count - 1].segments.append(segment)
    }
    return contours.map(\.cubics)
  }

  /// Places within its curves, no ends of theirs.
  fileprivate var places: [Point] {
    cubics.flatMap { cubic in [0.15, 0.35, 0.65, 0.85].map { cubic.point(at: $0) } }
  }
}

extension Path {
  /// Places some 0.4 pt apart along each contour.
  fileprivate var walked: [Point] {
    cubics.flatMap { cubic in
      let count = Int(cubic.length(over: 0...1) / 0.4) + 1
      return (0..<count).map { cubic.point(at: Double($0) / Double(count)) }
    }
  }
}

extension Point {
  fileprivate var rough: Point { Point(x: Points((x.value * 10).rounded()), y: Points((y.value * 10).rounded())) }

  /// The square of 0.5 pt that it lies in.
  fileprivate var cell: Cell { Cell(x: Int((x.value * 2).rounded(.down)), y: Int((y.value * 2).rounded(.down))) }

  fileprivate func distance(from first: Point, to last: Point) -> Double {
    let (way, here) = (last - first, self - first)
    let squared = way.magnitude * way.magnitude
    guard squared > 0 else { return here.magnitude }
    let share = max(0, min(1, (way.x.value * here.x.value + way.y.value * here.y.value) / squared))
    return (here - way.scaled(share)).magnitude
  }
}

private struct Cell: Hashable {
  var x, y: Int

  var andAround: [Cell] { (-1...1).flatMap { dx in (-1...1).map { Cell(x: x + dx, y: y + $0) } } }
}
