import Foundation
import PressDiagnostics
import PressPaint
import PressScene
import Testing

@Suite("What cannot be painted")
struct PaintErrorTests {
  private func run() throws -> GlyphRun {
    try #require(try Fixture.runs("证书", Fixture.song, at: Point(x: 10, y: 40)).first)
  }

  /// The error of each painter; all must refuse.
  private func errors(_ run: GlyphRun, _ painter: Painter) throws -> [PaintError] {
    let scene = Fixture.scene([Fixture.item(.group(Group(children: [Fixture.text([run])])), id: "group")])
    return [
      try #require(throws: PaintError.self) { _ = try painter.pdf(scene) },
      try #require(throws: PaintError.self) { _ = try painter.cairoPDF(scene) },
      try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 72) },
      try #require(throws: PaintError.self) { _ = try painter.svg(scene) },
    ]
  }

  @Test("a face without a file is named, with the innermost item and its place in the layout")
  func missingFace() throws {
    for error in try errors(run(), Painter { _ in nil }) {
      #expect(error.problem == .missingFace(name: "CertPress Song"))
      #expect(error.item == "text")
      #expect(error.span == Fixture.span)
      #expect(error.diagnostic.id == "paint.missing-face")
      #expect(error.diagnostic.message.contains("CertPress Song"))
    }
  }

  @Test("a file that is no font is refused")
  func unreadableFace() throws {
    let picture = Fixture.root.appending(path: "Tests/Data/photos/000.jpg").path
    for path in [picture, "/no/such/file.ttf"] {
      for error in try errors(run(), Painter { _ in path }) {
        #expect(error.problem == .unreadableFace(name: "CertPress Song"))
      }
    }
  }

  @Test("glyph 0 and a glyph past the last are refused, never drawn as a box", arguments: [0, 65535] as [GlyphID])
  func missingGlyph(id: GlyphID) throws {
    var run = try run()
    run.glyphs[1].id = id
    for error in try errors(run, Fixture.painter()) {
      #expect(error.problem == .missingGlyph(id, face: "CertPress Song"))
      #expect(error.diagnostic.id == "paint.missing-glyph")
    }
  }

  @Test(
    "clusters that do not cover the run are refused",
    arguments: [
      [Cluster(glyphs: 0..<1, scalars: 0..<1)],
      [Cluster(glyphs: 0..<1, scalars: 0..<1), Cluster(glyphs: 1..<2, scalars: 1..<3)],
      [Cluster(glyphs: 0..<1, scalars: 0..<1), Cluster(glyphs: 1..<3, scalars: 1..<2)],
      [Cluster(glyphs: 1..<2, scalars: 0..<1), Cluster(glyphs: 0..<1, scalars: 1..<2)],
    ])
  func brokenRun(clusters: [Cluster]) throws {
    var run = try run()
    run.clusters = clusters
    for error in try errors(run, Fixture.painter()) { #expect(error.problem == .brokenRun) }
  }

  @Test("a picture that cannot be decoded is refused")
  func unreadablePicture() throws {
    let good = try Fixture.picture("pictures/rgba.png")
    let bad = Picture(
      digest: "bad", format: .png, bytes: Array(good.bytes.dropLast(60)), pixelWidth: good.pixelWidth,
      pixelHeight: good.pixelHeight, orientation: .up, components: 4)
    let scene = Fixture.scene([Fixture.place(bad, in: Rect(x: 0, y: 0, width: 40, height: 24))])
    let painter = try Fixture.painter()
    #expect(throws: PaintError.self) { _ = try painter.pdf(scene) }
    #expect(throws: PaintError.self) { _ = try painter.cairoPDF(scene) }
    #expect(throws: PaintError.self) { _ = try painter.png(scene, dpi: 72) }
    #expect(throws: PaintError.self) { _ = try painter.svg(scene) }
  }

  @Test("CMYK is refused by all, because a PNG has no such pixels")
  func cmyk() throws {
    let bytes = try Fixture.bytes("pictures/cmyk.jpg")
    let picture = Picture(
      digest: "cmyk", format: .jpeg, bytes: bytes, pixelWidth: 48, pixelHeight: 32, orientation: .up, components: 4)
    let scene = Fixture.scene([Fixture.place(picture, in: Rect(x: 0, y: 0, width: 48, height: 32))])
    let painter = try Fixture.painter()
    for error in [
      try #require(throws: PaintError.self) { _ = try painter.pdf(scene) },
      try #require(throws: PaintError.self) { _ = try painter.cairoPDF(scene) },
      try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 72) },
      try #require(throws: PaintError.self) { _ = try painter.svg(scene) },
    ] {
      #expect(error.problem == .unreadablePicture)
      #expect(error.item == "picture")
    }
  }

  @Test("a group that is flattened to nothing is an error that names it")
  func flatGroup() throws {
    let flat = Group(transform: .scale(0, 1), children: [Fixture.shapes(Shape(Fixture.rect(0, 0, 9, 9)))])
    let scene = Fixture.scene([Fixture.item(.group(flat), id: "flat")])
    let painter = try Fixture.painter()
    for error in [
      try #require(throws: PaintError.self) { _ = try painter.pdf(scene) },
      try #require(throws: PaintError.self) { _ = try painter.cairoPDF(scene) },
      try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 72) },
      try #require(throws: PaintError.self) { _ = try painter.svg(scene) },
    ] {
      #expect(["paint.cairo", "paint.flat-group"].contains(error.diagnostic.id))
      #expect(error.item == "flat")
    }
    // The painter is as good as new.
    #expect(try Tool.faults(of: painter.pdf(Fixture.scene([]))) == "")
  }

  @Test("after an error the painter is as good as new")
  func recovery() throws {
    let slanted = Transform.rotation(sine: 0.5, cosine: 0.8660254)
    let good = Fixture.text(try Fixture.runs("证书", Fixture.song, at: Point(x: 10, y: 20), turned: slanted))
    var broken = try run()
    broken.glyphs[0].id = 0
    let painter = try Fixture.painter()
    #expect(throws: PaintError.self) { _ = try painter.pdf(Fixture.scene([good, Fixture.text([broken])])) }
    #expect(throws: PaintError.self) { _ = try painter.png(Fixture.scene([good, Fixture.text([broken])]), dpi: 72) }
    let fresh = try Fixture.painter()
    #expect(try painter.png(Fixture.scene([good]), dpi: 150) == fresh.png(Fixture.scene([good]), dpi: 150))
    #expect(try painter.pdf(Fixture.scene([good])) == fresh.pdf(Fixture.scene([good])))
  }

  @Test("a resolution beyond 36 to 1200 dpi is refused", arguments: [0, 35.9, 1201, -72, .nan, .infinity])
  func resolution(dpi: Double) throws {
    let painter = try Fixture.painter()
    let error = try #require(throws: PaintError.self) { _ = try painter.png(Fixture.scene([]), dpi: dpi) }
    #expect(error.diagnostic.id == "paint.resolution-out-of-range")
  }

  @Test("a picture of too many pixels is refused before any is made")
  func tooManyPixels() throws {
    let painter = try Fixture.painter()
    let scene = Fixture.scene([], width: 14400, height: 14400)
    let error = try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 300) }
    #expect(error.problem == .tooManyPixels(width: 60000, height: 60000, limit: 160_000_000))
  }

  @Test("a picture wider than cairo can hold is refused")
  func tooWide() throws {
    let painter = try Fixture.painter()
    let line = Shape(Fixture.rect(0, 0, 14400, 3), stroke: Stroke(.solid(.black), width: 1))
    let scene = Fixture.scene([Fixture.shapes(line)], width: 14400, height: 3)
    let error = try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 1200) }
    #expect(error.diagnostic.id == "paint.cairo")
  }

  @Test("pages that are none are refused")
  func pages() throws {
    let painter = try Fixture.painter()
    let none = Scene(pages: [], document: DocumentInfo())
    #expect(throws: PaintError.self) { _ = try painter.pdf(none) }
    for page in [-1, 1] {
      let error = try #require(throws: PaintError.self) { _ = try painter.png(Fixture.scene([]), page: page, dpi: 72) }
      #expect(error.problem == .noSuchPage(index: page, count: 1))
      #expect(throws: PaintError.self) { _ = try painter.svg(Fixture.scene([]), page: page) }
    }
    for side in [0, -5, 14401, .nan] as [Double] {
      let scene = Fixture.scene([], width: Points(side))
      let error = try #require(throws: PaintError.self) { _ = try painter.pdf(scene) }
      #expect(error.diagnostic.id == "paint.page-size")
      #expect(throws: PaintError.self) { _ = try painter.png(scene, dpi: 72) }
      #expect(throws: PaintError.self) { _ = try painter.svg(scene) }
    }
  }

  @Test(
    "numbers that are none, or beyond any page, never crash", arguments: [.nan, .infinity, -1e300, 1e300] as [Double])
  func wildNumbers(value: Double) throws {
    let wild = Points(value)
    var run = try run()
    run.glyphs[0].position.x = wild
    var far = try self.run()
    far.transform.ty = wild
    let items = [
      Fixture.text([run]), Fixture.text([far]),
      Fixture.shapes(Shape(Path(circleAt: Point(x: wild, y: 5), radius: 9), fill: Fill(.solid(.black)), opacity: 0.5)),
      try Fixture.code("x", frame: Rect(x: wild, y: 0, width: wild, height: wild)),
      Fixture.place(try Fixture.picture("pictures/rgb.png"), in: Rect(x: wild, y: 0, width: wild, height: 5)),
      Fixture.item(
        .pattern(
          Pattern(cell: [Shape(Fixture.rect(0, 0, 9, 9), fill: Fill(.solid(.black)))], places: [.translation(wild, 0)]))
      ),
    ]
    let painter = try Fixture.painter()
    for item in items {
      _ = try? painter.pdf(Fixture.scene([item]))
      _ = try? painter.cairoPDF(Fixture.scene([item]))
      _ = try? painter.png(Fixture.scene([item]), dpi: 72)
      _ = try? painter.svg(Fixture.scene([item])).text
    }
  }
}
