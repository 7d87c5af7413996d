import PressScene
import PressText
import Testing

@testable import PressPaint

@Suite("A PNG's background")
struct PNGBackgroundTests {
  private static let size: Points = 240

  private static func box(_ x: Points, _ y: Points, _ color: Color, isPlated: Bool) -> Item {
    var item = Fixture.shapes(Shape(Fixture.rect(x, y, 40, 40), fill: Fill(.solid(color))))
    if isPlated { item.plate = Plate() }
    return item
  }

  private static func scene(_ items: [Item]) -> Scene { Fixture.scene(items, width: size, height: size) }

  private static func pages(capacity: Int = 8 << 20) throws -> PageRaster {
    let library = try Fixture.library.get()
    let faces = FontFaces { library.face(for: $0)?.path }
    return PageRaster(faces: faces, pictures: PictureCache(), kept: KeptBands(capacity: capacity))
  }

  /// Each item's place in the background, or nil.
  private func split(_ items: [Item]) throws -> (background: [Plate?], others: Int) {
    let faces = FontFaces { _ in nil }
    let background = try Background(of: items) { item throws(PaintError) in
      try Reach(of: item, faces: faces).pixels(dpi: 72)
    }
    return (background.items.map(\.item.plate), background.others.count)
  }

  @Test("what has a plate is in it, unless it may lie over something that is not, at one remove too")
  func strata() throws {
    let under = Self.box(0, 0, Fixture.red, isPlated: false)
    let over = Self.box(20, 20, Fixture.blue, isPlated: true)
    let overThat = Self.box(50, 50, Fixture.red, isPlated: true)
    let apart = Self.box(150, 150, Fixture.blue, isPlated: true)
    #expect(try split([under, over, overThat, apart]) == ([apart.plate], 3))
    #expect(try split([over, overThat, under, apart]) == ([over.plate, overThat.plate, apart.plate], 1))
    // Edges that touch share pixels' coverage, and a pixel more is left between.
    let touching = Self.box(40, 0, Fixture.blue, isPlated: true)
    #expect(try split([under, touching]) == ([], 2))
    let near = Self.box(44, 0, Fixture.blue, isPlated: true)
    #expect(try split([under, near]) == ([near.plate], 1))
  }

  @Test("a frame of many cells holds back only what it crosses")
  func frames() throws {
    let cell = Shape(Fixture.rect(0, 0, 10, 10), fill: Fill(.solid(Fixture.red)))
    let places = (0..<20).flatMap { place in
      let way = Points(12 * Double(place))
      return [Transform.translation(way, 0), .translation(way, 230), .translation(0, way), .translation(230, way)]
    }
    var frame = Fixture.item(.pattern(Pattern(cell: [cell], places: places)))
    frame.plate = Plate()
    #expect(try split([Self.box(100, 100, Fixture.blue, isPlated: false), frame]) == ([frame.plate], 1))
    #expect(try split([Self.box(200, 100, Fixture.blue, isPlated: false), frame]) == ([], 2))
  }

  @Test("a clipped group reaches no further than its clip")
  func clips() throws {
    var seal = Fixture.item(
      .group(
        Group(
          transform: .translation(100, 100), clip: Fixture.rect(0, 0, 20, 20),
          children: [Fixture.shapes(Shape(Fixture.rect(-90, -90, 180, 180), fill: Fill(.solid(Fixture.red))))])))
    seal.plate = Plate()
    #expect(try split([Self.box(20, 20, Fixture.blue, isPlated: false), seal]) == ([seal.plate], 1))
    #expect(try split([Self.box(90, 90, Fixture.blue, isPlated: false), seal]) == ([], 2))
  }

  @Test("the order of painting holds where a plate lies over what has none, and the other way round")
  func order() throws {
    let pages = try Self.pages()
    let (red, blue) = (
      Self.box(20, 20, Fixture.red, isPlated: true), Self.box(40, 40, Fixture.blue, isPlated: false)
    )
    for _ in 0..<2 {
      for items in [[red, blue], [blue, red]] {
        let scene = Self.scene(items)
        let raster = try Raster(png: pages.png(scene.pages[0], dpi: 72))
        #expect(raster.isNear(50, 50, items[1].plate == nil ? [0, 0, 255] : [255, 0, 0]))
        #expect(raster.isNear(30, 30, [255, 0, 0]) && raster.isNear(70, 70, [0, 0, 255]))
      }
    }
  }

  @Test("what a plate is painted as once is kept: by plate, resolution, place and size")
  func keeping() throws {
    let pages = try Self.pages()
    let red = Self.box(100, 0, Fixture.red, isPlated: true)
    // Two items of one plate are equal; this one lies, and is found out.
    var blue = Self.box(100, 0, Fixture.blue, isPlated: false)
    blue.plate = red.plate
    let value = Self.box(110, 60, .black, isPlated: false)
    func color(_ items: [Item], dpi: Double = 72, height: Points = Self.size) throws -> [Int] {
      let scene = Fixture.scene(items, width: Self.size, height: height)
      let raster = try Raster(png: pages.png(scene.pages[0], dpi: dpi))
      return raster.channels(Int(120 * dpi / 72), Int(20 * dpi / 72))
    }
    #expect(try color([red]) == [255, 0, 0])
    #expect(try color([blue]) == [255, 0, 0])
    #expect(try color([blue, value]) == [255, 0, 0], "beside what is not kept, too")
    #expect(try color([blue], dpi: 144) == [0, 0, 255])
    #expect(try color([blue], height: 90) == [0, 0, 255], "the band has fewer rows")
    var other = Self.box(190, 0, .black, isPlated: true)
    #expect(try color([blue, other]) == [0, 0, 255])
    other.plate = nil
    #expect(try color([blue, other]) == [255, 0, 0])
  }

  @Test("what has no plate is never kept")
  func nothingOfARecord() throws {
    let kept = KeptBands()
    let pages = PageRaster(faces: FontFaces { _ in nil }, pictures: PictureCache(), kept: kept)
    let empty = try pages.png(Self.scene([]).pages[0], dpi: 72)
    let size = kept.size
    #expect(size > 0)
    for way in 0..<5 {
      let items = [Self.box(Points(10 * Double(way)), 130, Fixture.red, isPlated: false)]
      #expect(try pages.png(Self.scene(items).pages[0], dpi: 72) != empty)
    }
    #expect(kept.size == size)
    #expect(try pages.png(Self.scene([]).pages[0], dpi: 72) == empty)
  }

  @Test("a record's picture goes with its page, the layout's own stays")
  func pictures() throws {
    let pictures = PictureCache()
    let pages = PageRaster(faces: FontFaces { _ in nil }, pictures: pictures)
    let logo = Fixture.place(try Fixture.picture("pictures/rgba.png"), in: Rect(x: 10, y: 10, width: 80, height: 48))
    var portrait = Fixture.place(
      try Fixture.picture("photos/000.jpg"), in: Rect(x: 100, y: 100, width: 99, height: 139))
    portrait.fields = ["photo"]
    guard case .picture(let placed) = logo.content else { return }
    let together = Fixture.item(.group(Group(children: [portrait, logo])))
    for items in [[portrait, logo], [together]] {
      _ = try pages.png(Self.scene(items).pages[0], dpi: 72)
      #expect(pictures.order == [placed.picture.digest])
    }
    // Where painting ends early, too.
    let code = try Fixture.code("https://example.gov.cn/1", frame: Rect(x: 10, y: 200, width: 20, height: 20))
    #expect(throws: PaintError.self) { try pages.png(Self.scene([portrait, code]).pages[0], dpi: 72) }
    #expect(pictures.order == [])
  }

  @Test("no more is kept than the capacity, and the same bytes come out of it", arguments: [0, 40_000, 8 << 20])
  func capacity(bytes: Int) throws {
    let kept = KeptBands(capacity: bytes)
    let pages = PageRaster(faces: FontFaces { _ in nil }, pictures: PictureCache(), kept: kept)
    let scenes = (0..<12).map { number in
      Self.scene([
        Self.box(Points(15 * Double(number)), 20, Fixture.red, isPlated: true),
        Self.box(60, Points(15 * Double(number)), Fixture.blue, isPlated: false),
      ])
    }
    var first: [[UInt8]] = []
    for scene in scenes { first.append(try Self.pages().png(scene.pages[0], dpi: 96)) }
    for number in [0, 1, 2, 0, 3, 4, 5, 1, 1, 6, 7, 8, 9, 10, 11, 0] {
      #expect(try pages.png(scenes[number].pages[0], dpi: 96) == first[number])
      #expect(kept.size <= bytes)
    }
    #expect(bytes == 0 || kept.size > bytes / 3 || bytes > 1 << 20)
  }

  @Test("a plate that cannot be painted is an error each time, with its item")
  func errors() throws {
    let pages = try Self.pages()
    var code = try Fixture.code("https://example.gov.cn/1", frame: Rect(x: 10, y: 10, width: 20, height: 20))
    code.plate = Plate()
    for _ in 0..<2 {
      let error = try #require(throws: PaintError.self) { _ = try pages.png(Self.scene([code]).pages[0], dpi: 72) }
      #expect(error.item == "code")
    }
    var text = Fixture.text(try Fixture.runs("字", Fixture.song, at: Point(x: 20, y: 50)))
    text.plate = Plate()
    let blind = PageRaster(faces: FontFaces { _ in nil }, pictures: PictureCache())
    for _ in 0..<2 {
      let error = try #require(throws: PaintError.self) { _ = try blind.png(Self.scene([text]).pages[0], dpi: 72) }
      #expect(error.item == "text" && error.problem == .missingFace(name: Fixture.song))
    }
  }
}
