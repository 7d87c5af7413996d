import PressScene
import Testing

@testable import PressPaint

@Suite("A PNG's bands")
struct PNGBandTests {
  /// The same numbers each time.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// Ink that leaves all kinds of tokens behind: long runs, rows alike, single pixels.
  private static func scribble(_ box: PixelBox, on raw: inout RawPNG, with dice: inout Dice) {
    let kind = dice.roll(4)
    let color = UInt32(dice.roll(1 << 24))
    for y in box.top..<box.bottom {
      for x in box.left..<box.right {
        switch kind {
        case 0: raw[x, y] = color
        case 1: raw[x, y] = UInt32(dice.roll(1 << 24))
        case 2: raw[x, y] = x / 3 % 2 == 0 ? color : 0
        default: raw[x, y] = dice.roll(9) == 0 ? color : raw[x, y]
        }
      }
    }
  }

  private static func box(in raw: RawPNG, with dice: inout Dice) -> PixelBox {
    let (left, top) = (dice.roll(raw.width), dice.roll(raw.height))
    return PixelBox(
      left: left, top: top, right: min(raw.width, left + 1 + dice.roll(120)),
      bottom: min(raw.height, top + 1 + dice.roll(20)))
  }

  @Test(
    "what is drawn on a background is said as if there had been none", arguments: [1, 85, 86, 87, 172, 300, 11_000])
  func change(width: Int) {
    var dice = Dice(state: UInt64(width))
    for round in 0..<(width > 1000 ? 3 : 40) {
      var raw = RawPNG(width: width, height: 1 + dice.roll(40))
      raw.fill { _, _ in 0xFFFFFF }
      for _ in 0..<dice.roll(5) { Self.scribble(Self.box(in: raw, with: &dice), on: &raw, with: &dice) }
      let background = raw.band()
      var drawn = raw
      var touched = TouchedTiles(grid: background.grid, rows: raw.height)
      var boxes: [PixelBox] = []
      for _ in 0..<dice.roll(4) {
        let box = Self.box(in: raw, with: &dice)
        Self.scribble(box, on: &drawn, with: &dice)
        touched.touch(box)
        boxes.append(box)
      }
      let bands = BandEncoder(width: width, buffers: RasterBuffers())
      let whole = drawn.band()
      // The memory holds something else: what is not touched must not be looked at.
      var memory = [UInt32](repeating: 0xFF12_3456, count: width * raw.height)
      memory.withUnsafeMutableBufferPointer { memory in
        guard let pixels = memory.baseAddress else { return }
        let change = BandChange(of: background, touching: touched, pixels: pixels, distances: bands.distances)
        let isThere = boxes.allSatisfy { box in
          (box.top..<box.bottom).allSatisfy { y in
            (box.left..<box.right).allSatisfy { pixels[y * width + $0] == raw[$0, y] }
          }
        }
        #expect(isThere, "the background under what will be drawn")
        for box in boxes {
          for y in box.top..<box.bottom {
            for x in box.left..<box.right { pixels[y * width + x] = 0xAB00_0000 | drawn[x, y] }
          }
        }
        bands.withChunk(of: change) { chunk, sums in
          #expect(Array(chunk) == bands.chunk(of: whole), "\(round)")
          #expect(sums.plain == whole.sums.plain && sums.weighted == whole.sums.weighted, "\(round)")
        }
      }
    }
  }

  @Test("the stream's check is that of all bytes, whatever the bands", arguments: [1, 3, 96])
  func check(rows: Int) {
    var dice = Dice(state: 5)
    var raw = RawPNG(width: 131, height: 97)
    for _ in 0..<9 { Self.scribble(Self.box(in: raw, with: &dice), on: &raw, with: &dice) }
    // As RFC 1950 defines it.
    var (a, b) = (1, 0)
    for y in 0..<raw.height {
      var line: [UInt32] = [0]
      for x in 0..<raw.width { line += [raw[x, y] >> 16, raw[x, y] >> 8 & 0xFF, raw[x, y] & 0xFF] }
      for byte in line {
        a = (a + Int(byte)) % 65521
        b = (b + a) % 65521
      }
    }
    let file = raw.bytes(rows: rows)
    // Before IEND, 12 bytes, and the CRC of the last IDAT, 4 bytes.
    let check = file[(file.count - 20)..<(file.count - 16)].reduce(0) { $0 << 8 | Int($1) }
    #expect(check == b << 16 | a)
  }

  @Test("a band's chunk is the same wherever it stands, and begins and ends on whole bytes")
  func chunk() {
    var dice = Dice(state: 8)
    var raw = RawPNG(width: 90, height: 24)
    raw.fill { _, _ in 0xFFFFFF }
    for top in [0, 16] {
      for row in 0..<8 {
        for x in 0..<90 { raw[x, top + row] = UInt32(x * row) }
      }
    }
    Self.scribble(PixelBox(left: 4, top: 9, right: 80, bottom: 14), on: &raw, with: &dice)
    let file = raw.bytes(rows: 8)
    var chunks: [[UInt8]] = []
    var place = 8
    while place < file.count {
      let length = 12 + file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      if file[place + 4..<place + 8].elementsEqual("IDAT".utf8) { chunks.append(Array(file[place..<place + length])) }
      place += length
    }
    #expect(chunks.count == 5, "the stream's head, three bands, its end")
    #expect(chunks[1] == chunks[3] && chunks[1] != chunks[2])
    for chunk in chunks[1...3] { #expect(chunk[..<(chunk.count - 4)].suffix(4) == [0, 0, 0xFF, 0xFF]) }
  }
}
