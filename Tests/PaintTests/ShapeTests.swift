import Foundation
import PressPaint
import PressScene
import Testing

@Suite("Shapes, groups and patterns")
struct ShapeTests {
  /// All painters' pictures at two pixels a point.
  private func rasters(_ items: [Item]) throws -> [Raster] {
    let painter = try Fixture.painter()
    let pdfs = try PDFWriter.allCases.map { writer in
      let pdf = try writer.pdf(Fixture.scene(items), by: painter)
      #expect(try Tool.faults(of: pdf) == "")
      return try Raster(png: Tool.rasterize(pdf, dpi: 144))
    }
    return [try Raster(png: painter.png(Fixture.scene(items), dpi: 144))] + pdfs
  }

  private static let (red, blue, white) = ([255, 0, 0], [0, 0, 255], [255, 255, 255])

  @Test("fill comes first, the stroke over it")
  func fillAndStroke() throws {
    let shape = Shape(
      Fixture.rect(20, 20, 30, 30), fill: Fill(.solid(Fixture.red)), stroke: Stroke(.solid(Fixture.blue), width: 8))
    for raster in try rasters([Fixture.shapes(shape)]) {
      #expect(raster.isNear(70, 70, Self.red))
      #expect(raster.isNear(44, 70, Self.blue) && raster.isNear(36, 70, Self.blue))
      #expect(raster.isNear(30, 70, Self.white))
    }
  }

  @Test("a translucent shape is one coat: its fill does not shine through its stroke")
  func opacity() throws {
    let shape = Shape(
      Fixture.rect(20, 20, 30, 30), fill: Fill(.solid(Fixture.red)), stroke: Stroke(.solid(Fixture.blue), width: 8),
      opacity: 0.5)
    for raster in try rasters([Fixture.shapes(shape)]) {
      #expect(raster.isNear(70, 70, [255, 128, 128]))
      #expect(raster.isNear(44, 70, [128, 128, 255]))
      #expect(raster.isNear(36, 70, [128, 128, 255]))
    }
  }

  @Test("the winding rule is the shape's")
  func rules() throws {
    var path = Fixture.rect(10, 10, 50, 50)
    path += Fixture.rect(25, 25, 20, 20)
    for (rule, inner) in [(FillRule.nonZero, Self.red), (.evenOdd, Self.white)] {
      for raster in try rasters([Fixture.shapes(Shape(path, fill: Fill(.solid(Fixture.red), rule: rule)))]) {
        #expect(raster.isNear(70, 70, inner))
        #expect(raster.isNear(30, 30, Self.red))
      }
    }
  }

  @Test("dashes, caps and joins are as written")
  func strokes() throws {
    let line = Path([.move(Point(x: 10, y: 20)), .line(Point(x: 60, y: 20))])
    let corner = Path([.move(Point(x: 10, y: 60)), .line(Point(x: 40, y: 60)), .line(Point(x: 40, y: 35))])
    let dashed = Stroke(.solid(Fixture.red), width: 4, dash: [10, 10], dashOffset: 5)
    let square = Stroke(.solid(Fixture.blue), width: 8, cap: .square, join: .miter)
    let bevel = Stroke(.solid(Fixture.blue), width: 8, cap: .butt, join: .bevel)
    for raster in try rasters([Fixture.shapes(Shape(line, stroke: dashed), Shape(corner, stroke: square))]) {
      #expect(raster.isNear(25, 40, Self.red) && raster.isNear(35, 40, Self.white) && raster.isNear(65, 40, Self.red))
      #expect(raster.isNear(14, 120, Self.blue), "square cap")
      #expect(raster.isNear(86, 126, Self.blue), "mitre")
    }
    for raster in try rasters([Fixture.shapes(Shape(corner, stroke: bevel))]) {
      #expect(raster.isNear(14, 120, Self.white), "butt cap")
      #expect(raster.isNear(86, 126, Self.white), "bevel")
    }
  }

  @Test("gradients run between their stops and go on beyond")
  func gradients() throws {
    let stops = [Paint.Stop(offset: 0, color: Fixture.red), Paint.Stop(offset: 1, color: Fixture.blue)]
    let linear = Paint.linear(start: Point(x: 20, y: 0), end: Point(x: 50, y: 0), stops: stops)
    let radial = Paint.radial(center: Point(x: 36, y: 54), radius: 12, stops: stops)
    let items = [
      Fixture.shapes(
        Shape(Fixture.rect(0, 0, 72, 36), fill: Fill(linear)), Shape(Fixture.rect(0, 36, 72, 36), fill: Fill(radial)))
    ]
    for raster in try rasters(items) {
      #expect(raster.isNear(10, 36, Self.red) && raster.isNear(130, 36, Self.blue))
      #expect(raster.isNear(70, 36, [128, 0, 128], tolerance: 10))
      #expect(raster.isNear(72, 108, Self.red, tolerance: 14) && raster.isNear(10, 108, Self.blue))
    }
  }

  @Test("a translucent gradient keeps its colours")
  func translucentGradient() throws {
    let paint = Paint.linear(
      start: .zero, end: Point(x: 72, y: 0), stops: [.init(offset: 0, color: .black), .init(offset: 1, color: .black)])
    for raster in try rasters([Fixture.shapes(Shape(Fixture.rect(0, 0, 72, 72), fill: Fill(paint), opacity: 0.25))]) {
      #expect(raster.isNear(70, 70, [191, 191, 191]))
    }
  }

  @Test("a group moves, clips and fades its children as a whole")
  func groups() throws {
    let children = [
      Fixture.shapes(Shape(Fixture.rect(0, 0, 40, 40), fill: Fill(.solid(Fixture.red)))),
      Fixture.shapes(Shape(Fixture.rect(10, 10, 40, 40), fill: Fill(.solid(Fixture.blue)))),
    ]
    let group = Group(
      transform: .translation(10, 10), clip: Path(circleAt: Point(x: 20, y: 20), radius: 20), opacity: 0.5,
      children: children)
    let after = Fixture.shapes(Shape(Fixture.rect(0, 0, 4, 4), fill: Fill(.solid(Fixture.red))))
    for raster in try rasters([Fixture.item(.group(group)), after]) {
      #expect(raster.isNear(60, 70, [128, 128, 255]), "blue lies over red before they fade")
      #expect(raster.isNear(32, 44, [255, 128, 128]))
      #expect(raster.isNear(22, 22, Self.white) && raster.isNear(104, 104, Self.white), "clipped")
      #expect(raster.isNear(4, 4, Self.red), "what follows is neither moved nor clipped")
    }
  }

  @Test("what is invisible is not drawn")
  func invisible() throws {
    let shape = Shape(Fixture.rect(0, 0, 72, 72), fill: Fill(.solid(Fixture.red)), opacity: 0)
    let group = Group(
      opacity: 0, children: [Fixture.shapes(Shape(Fixture.rect(0, 0, 72, 72), fill: Fill(.solid(Fixture.red))))])
    let outside = Group(
      transform: .translation(500, 0), opacity: 0.5,
      children: [Fixture.shapes(Shape(Fixture.rect(0, 0, 72, 72), fill: Fill(.solid(Fixture.red))))])
    let items = [
      Fixture.shapes(shape, Shape(Fixture.rect(0, 0, 9, 9))), Fixture.item(.group(group)),
      Fixture.item(.group(outside)), Fixture.item(.group(Group(opacity: 0.5, children: []))),
    ]
    for raster in try rasters(items) {
      #expect(raster.colors == [0xFFFFFF])
    }
  }

  /// A cell with enough to say that the PDF makes a form of it, 10 pt wide, its ink from edge to edge.
  private static let cell = [
    Shape(Fixture.rect(0, 0, 10, 10), fill: Fill(.solid(Fixture.red))),
    Shape(Path(circleAt: Point(x: 5, y: 5), radius: 3), fill: Fill(.solid(Fixture.blue))),
  ]

  @Test("a pattern shows its cell at each place, turned and mirrored, without seams between cells")
  func pattern() throws {
    let quarter = Transform.rotation(sine: 1, cosine: 0)
    let places =
      (0..<6).map { Transform.translation(Points(10 * Double($0)), 0) }
      + [quarter.then(.translation(40, 20)), Transform.scale(1, -1).then(.translation(50, 70))]
    for raster in try rasters([Fixture.item(.pattern(Pattern(cell: Self.cell, places: places)))]) {
      for place in 0..<6 { #expect(raster.isNear(20 * place + 10, 10, Self.blue)) }
      for x in 0..<119 { #expect(raster.isNear(x, 2, Self.red), "seam at \(x)") }
      #expect(raster.isNear(70, 50, Self.blue) && raster.isNear(110, 130, Self.blue))
      #expect(raster.isNear(124, 10, Self.white))
    }
  }

  @Test("a pattern's cell is written once")
  func patternSize() throws {
    func size(_ count: Int) throws -> Int {
      let places = (0..<count).map { Transform.translation(Points(Double($0)), 0) }
      let scene = Fixture.scene([Fixture.item(.pattern(Pattern(cell: Self.cell, places: places)))])
      let content = try Tool.unpacked(Fixture.painter().pdf(scene))
      return content.components(separatedBy: " c\n").count - 1
    }
    #expect(try size(2) == size(200))
  }
}
