import PressMedia
import PressScene
import Testing

@testable import PressPaint

@Suite("A PNG")
struct PNGTests {
  @Test("A4 at 150 and 300 dpi has the pixels it should, 8-bit RGB, and says its resolution")
  func header() throws {
    let scene = Fixture.scene([], width: Fixture.a4.width, height: Fixture.a4.height)
    for (dpi, width, height, perMetre) in [(150.0, 1754, 1240, 5906), (300, 3508, 2480, 11811)] {
      let png = try Fixture.painter().png(scene, dpi: dpi)
      func word(_ offset: Int) -> Int { png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(word(16) == width && word(20) == height)
      #expect(png[24] == 8 && png[25] == 2)
      #expect(String(decoding: png[37..<41], as: UTF8.self) == "pHYs")
      #expect(word(41) == perMetre && word(45) == perMetre && png[49] == 1)
      #expect(try Raster(png: png).colors == [0xFFFFFF])
    }
  }

  @Test("bands leave no trace: a page is the same as its parts")
  func bands() throws {
    // Slanted, so that each row differs; over many bands.
    let line = Shape(
      Path([.move(Point(x: 3, y: 3)), .line(Point(x: 90, y: 700))]), stroke: Stroke(.solid(.black), width: 3))
    let group = Fixture.item(.group(Group(opacity: 0.5, children: [Fixture.shapes(line)])))
    let items = [
      group, Fixture.place(try Fixture.picture("photos/000.jpg"), in: Rect(x: 10, y: 60, width: 80, height: 600)),
    ]
    let whole = try Raster(png: Fixture.painter().png(Fixture.scene(items, width: 100, height: 720), dpi: 72))
    for shift in [50, 96, 131] {
      let moved = Fixture.item(
        .group(Group(transform: .translation(0, Points(-Double(shift))), children: items)))
      let part = try Raster(png: Fixture.painter().png(Fixture.scene([moved], width: 100, height: 400), dpi: 72))
      for y in 0..<400 {
        for x in 0..<100 {
          #expect(part.isNear(x, y, whole.channels(x, y + shift), tolerance: 4), "\(x) \(y)")
        }
      }
    }
  }

  /// What the encoder makes, as libpng reads it.
  private func read(_ raw: RawPNG) throws -> Bool {
    let raster = try Raster(png: raw.bytes(rows: 5))
    guard raster.width == raw.width, raster.height == raw.height else { return false }
    for y in 0..<raw.height {
      for x in 0..<raw.width where raster[x, y] != raw.pixels[y * raw.width + x] { return false }
    }
    return true
  }

  @Test(
    "pixels of every kind come back",
    arguments: [(1, 1), (1, 300), (2, 7), (85, 9), (86, 9), (87, 40), (400, 173), (1754, 40)])
  func roundTrip(size: (Int, Int)) throws {
    var raw = RawPNG(width: size.0, height: size.1)
    var state: UInt32 = 1
    func random() -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 8
    }
    raw.fill { _, _ in 0xFFFFFF }
    #expect(try read(raw))
    raw.fill { _, _ in random() }
    #expect(try read(raw))
    raw.fill { x, y in random() % 23 == 0 ? random() : UInt32(x / 11 + y / 17) * 0x01_0305 }
    #expect(try read(raw))
    raw.fill { x, _ in UInt32(x) * 0x01_0203 & 0xFF_FFFF }
    #expect(try read(raw))
    raw.fill { x, y in y % 3 == 0 ? 0xFFFFFF : x % 2 == 0 ? 0 : 0xFF0000 }
    #expect(try read(raw))
  }

  @Test("rows wider than deflate looks back come back too", arguments: [10_922, 10_923, 16_000])
  func wideRows(width: Int) throws {
    var raw = RawPNG(width: width, height: 6)
    raw.fill { x, y in UInt32(x * 77 + y / 3) & 0xFF_FFFF }
    #expect(try read(raw))
  }

  @Test("a code never gets longer than deflate allows, however unlike the counts")
  func longCodes() {
    var counts = [UInt32](repeating: 0, count: 40)
    var (a, b): (UInt32, UInt32) = (1, 1)
    for place in counts.indices {
      counts[place] = a
      (a, b) = (b, a &+ b)
    }
    for longest in [7, 15] {
      let code = HuffmanCode(counts: counts[...], longest: longest)
      #expect(code.lengths.allSatisfy { (1...longest).contains(Int($0)) })
      // Kraft: the code is complete.
      #expect(code.lengths.reduce(0) { $0 + (1 << (longest - Int($1))) } == 1 << longest)
    }
  }
}
