import Foundation
import PressScene
import Testing

@testable import PressPaint

@Suite("Pictures")
struct PictureTests {
  @Test("a JPEG is in the PDF byte for byte, once for all its places", arguments: PDFWriter.allCases)
  func passThrough(writer: PDFWriter) throws {
    let picture = try Fixture.picture("photos/000.jpg")
    let scene = Fixture.scene(
      [
        Fixture.place(picture, in: Rect(x: 10, y: 10, width: 50, height: 70)),
        Fixture.place(picture, in: Rect(x: 70, y: 10, width: 25, height: 35)),
      ], width: 100, height: 100)
    let pdf = try writer.pdf(scene, by: Fixture.painter())
    #expect(try Tool.faults(of: pdf) == "")
    let folder = try TemporaryFolder()
    let path = try folder.write(pdf, as: "file.pdf")
    _ = try Tool.run("pdfimages", ["-j", path, folder.url.appending(path: "out").path])
    #expect(try folder.read("out-000.jpg") == picture.bytes)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    let lines = try Tool.run("pdfimages", ["-list", path]).output.split(separator: "\n").dropFirst(2)
    #expect(Set(lines.map { $0.split(separator: " ")[10] }).count == 1, "one object: \(lines) \(files)")
    for line in lines { #expect(line.contains(" jpeg ") && line.contains(" no "), "\(line)") }
  }

  @Test(
    "no image asks the viewer to interpolate",
    arguments: ["photos/000.jpg", "pictures/rgba.png", "pictures/grey.png"], PDFWriter.allCases)
  func interpolation(path: String, writer: PDFWriter) throws {
    let scene = Fixture.scene([Fixture.place(try Fixture.picture(path), in: Rect(x: 0, y: 0, width: 40, height: 40))])
    #expect(!(try Tool.unpacked(writer.pdf(scene, by: Fixture.painter()))).contains("/Interpolate true"))
  }

  /// The upright picture of the orientation samples: blocks of 8 × 8 pixels.
  private static func block(_ column: Int, _ row: Int) -> [Int] {
    [column * 40 + 20, row * 60 + 20, column > row ? 200 : 60]
  }

  @Test("each of the eight orientations stands upright in PDF and PNG", arguments: 1...8, PDFWriter.allCases)
  func orientations(number: Int, writer: PDFWriter) throws {
    let picture = try Fixture.picture("pictures/orientation-\(number).jpg")
    #expect(picture.orientation.rawValue == number)
    let scene = Fixture.scene([Fixture.place(picture, in: Rect(x: 10, y: 20, width: 48, height: 32))])
    let painter = try Fixture.painter()
    for raster in [
      try Raster(png: painter.png(scene, dpi: 144)),
      try Raster(png: Tool.rasterize(writer.pdf(scene, by: painter), dpi: 144)),
    ] {
      for row in 0..<4 {
        for column in 0..<6 {
          let (x, y) = (20 + column * 16 + 8, 40 + row * 16 + 8)
          #expect(
            raster.isNear(x, y, Self.block(column, row), tolerance: 10), "\(column) \(row) \(raster.channels(x, y))")
        }
      }
      #expect(raster[18, 60] == 0xFFFFFF && raster[118, 60] == 0xFFFFFF)
    }
  }

  @Test("only the crop is shown, its edges sharp", arguments: PDFWriter.allCases)
  func crop(writer: PDFWriter) throws {
    let picture = try Fixture.picture("pictures/orientation-1.jpg")
    let item = Fixture.place(
      picture, in: Rect(x: 0, y: 0, width: 48, height: 32), crop: Rect(x: 8, y: 8, width: 16, height: 8))
    let painter = try Fixture.painter()
    let scene = Fixture.scene([item])
    let ours = try Raster(png: painter.png(scene, dpi: 72))
    let theirs = try Raster(png: Tool.rasterize(writer.pdf(scene, by: painter), dpi: 72))
    for raster in [ours, theirs] {
      #expect(raster.isNear(12, 12, Self.block(1, 1), tolerance: 10))
      #expect(raster.isNear(20, 12, Self.block(2, 1), tolerance: 10))
    }
    for (x, y) in [(7, 12), (24, 12), (12, 7), (12, 16)] { #expect(ours[x, y] == 0xFFFFFF, "\(x) \(y)") }
    // Poppler's clip takes in the pixels it touches.
    for (x, y) in [(6, 12), (25, 12), (12, 6), (12, 17)] { #expect(theirs[x, y] == 0xFFFFFF, "\(x) \(y)") }
  }

  @Test("an upright picture on whole pixels has no soft edge")
  func edges() throws {
    let picture = try Fixture.picture("pictures/orientation-1.jpg")
    let scene = Fixture.scene([Fixture.place(picture, in: Rect(x: 10, y: 10, width: 24, height: 16))])
    let raster = try Raster(png: Fixture.painter().png(scene, dpi: 72))
    #expect(raster.isNear(10, 10, Self.block(0, 0), tolerance: 10))
    #expect(raster.isNear(33, 25, Self.block(5, 3), tolerance: 10))
    #expect(raster[9, 10] == 0xFFFFFF && raster[34, 25] == 0xFFFFFF && raster[10, 26] == 0xFFFFFF)
  }

  @Test("what is transparent lets the paper through in PDF and PNG", arguments: PDFWriter.allCases)
  func alpha(writer: PDFWriter) throws {
    let picture = try Fixture.picture("pictures/rgba.png")
    let items = [
      Fixture.shapes(Shape(Fixture.rect(0, 0, 72, 72), fill: Fill(.solid(Fixture.blue)))),
      Fixture.place(picture, in: Rect(x: 0, y: 0, width: 40, height: 24)),
    ]
    let painter = try Fixture.painter()
    let pdf = try writer.pdf(Fixture.scene(items), by: painter)
    #expect(try Tool.unpacked(pdf).contains("/SMask"))
    let ours = try Raster(png: painter.png(Fixture.scene(items), dpi: 72))
    let theirs = try Raster(png: Tool.rasterize(pdf, dpi: 72))
    for (x, y) in [(0, 0), (20, 12), (39, 23), (5, 20)] {
      let alpha = Double(255 - x * 3 - y * 5) / 255
      let over = zip([x * 6, y * 10, (x * 7 + y * 3) % 256], [0, 0, 255]).map {
        Int(Double($0) * alpha + Double($1) * (1 - alpha))
      }
      #expect(ours.isNear(x, y, over, tolerance: 3), "\(x) \(y): \(ours.channels(x, y)) for \(over)")
      #expect(theirs.isNear(x, y, over, tolerance: 6), "\(x) \(y): \(theirs.channels(x, y)) for \(over)")
    }
  }

  @Test("an SVG has a picture's bytes as they are, once, and leaves nothing decoded behind")
  func inSVG() throws {
    let painter = try Fixture.painter()
    for path in ["photos/000.jpg", "pictures/rgba.png"] {
      let picture = try Fixture.picture(path)
      let items = [10, 40].map { Fixture.place(picture, in: Rect(x: $0, y: 10, width: 20, height: 28)) }
      let text = try painter.svg(Fixture.scene(items)).text
      let data = text.matches(of: /data:image\/(?:jpeg|png);base64,([^"]*)"/)
      #expect(data.count == 1)
      #expect(try Data(base64Encoded: String(#require(data.first).1)).map { [UInt8]($0) } == picture.bytes)
      #expect(text.matches(of: /<use href="#p/).count == 2)
    }
    #expect(painter.pictures.order.isEmpty)
  }

  @Test("a large picture made small shows the mean of its pixels, not some of them")
  func downscaling() throws {
    // A chessboard of single pixels.
    var encoder = RawPNG(width: 1600, height: 1200)
    encoder.fill { x, y in (x + y) % 2 == 0 ? 0x000000 : 0xFFFFFF }
    let picture = try encoder.picture()
    let scene = Fixture.scene([Fixture.place(picture, in: Rect(x: 0, y: 0, width: 64, height: 48))])
    let raster = try Raster(png: Fixture.painter().png(scene, dpi: 72))
    for (x, y) in [(3, 3), (30, 20), (60, 45)] {
      #expect(raster.isNear(x, y, [127, 127, 127], tolerance: 12), "\(raster.channels(x, y))")
    }
  }
}
