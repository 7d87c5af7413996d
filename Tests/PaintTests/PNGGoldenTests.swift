import CCairo
import CertPress
import Foundation
import PressText
import Testing

@testable import PressPaint

/// All sheets of `golden/`, painted with every kind of background: plates say nothing that can be seen.
@Suite("The goldens' pixels")
struct PNGGoldenTests {
  private static let dpi = 150.0

  /// A case's pages.
  private static func pages(of folder: String, press: Press) throws -> [Page] {
    let path = Fixture.root.path + "/"
    let own = folder + "/sheet.layout"
    let isOwn = FileManager.default.fileExists(atPath: own)
    let named = try? String(contentsOfFile: folder + "/sheet", encoding: .utf8)
    let layout = try press.layout(
      at: isOwn ? own : path + (named ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
    let json = (try? Data(contentsOf: URL(filePath: folder + "/record.json"))) ?? Data("{}".utf8)
    let record = try layout.record(json: Array(json), name: "record")
    return try layout.scene(for: record, pictures: .directory(folder)).scene.pages
  }

  private static let cases: [String] = {
    let golden = Fixture.root.appending(path: "golden")
    let files = FileManager.default.enumerator(at: golden, includingPropertiesForKeys: nil)
    let sheets = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter {
      ["sheet", "sheet.layout"].contains($0.lastPathComponent) && !$0.path.contains("/golden/diagnostics/")
    }
    return sheets.map { $0.deletingLastPathComponent().path }.sorted()
  }()

  private static func painter(_ library: FontFaces, _ kept: KeptBands = KeptBands()) -> PageRaster {
    PageRaster(faces: library, pictures: PictureCache(), kept: kept)
  }

  /// The page's pixels in painting order: all items on each band, nothing kept, nothing left out.
  private static func plain(_ page: Page, faces: FontFaces) throws -> [UInt32] {
    let (width, height) = (
      Int((page.size.width.value * dpi / 72).rounded()), Int((page.size.height.value * dpi / 72).rounded())
    )
    var all: [UInt32] = []
    for top in stride(from: 0, to: height, by: PageRaster.rowsPerBand) {
      let rows = top..<min(height, top + PageRaster.rowsPerBand)
      var band = [UInt32](repeating: 0xFFFF_FFFF, count: width * rows.count)
      try band.withUnsafeMutableBufferPointer { band in
        let surface = try CairoSurface(on: band.baseAddress.unsafelyUnwrapped, width: width, rows: rows)
        let painter = PNGPainter(
          context: try CairoContext(on: surface.pointer), faces: faces, pictures: PictureCache(),
          buffers: RasterBuffers(), dpi: dpi)
        cairo_scale(painter.cairo, dpi / 72, dpi / 72)
        try painter.draw(page.items)
        cairo_surface_flush(surface.pointer)
      }
      all += band.map { $0 & 0xFF_FFFF }
    }
    return all
  }

  private static func pixels(of png: [UInt8]) throws -> [UInt32] {
    let raster = try Raster(png: png)
    return (0..<raster.height).flatMap { y in (0..<raster.width).map { raster[$0, y] } }
  }

  @Test("the same as painted in order; the same bytes with plates on any items, new and kept")
  func plates() throws {
    let library = try Fixture.library.get()
    let faces = FontFaces { library.face(for: $0)?.path }
    let press = try Press(fonts: Fixture.root.path + "/fonts")
    // One that has seen everything, one that can hardly keep anything.
    let busy = Self.painter(faces)
    let forgetful = Self.painter(faces, KeptBands(capacity: 100_000))
    var state: UInt64 = 11
    var count = 0
    for folder in Self.cases {
      for page in try Self.pages(of: folder, press: press) {
        count += 1
        let name = "\(folder) \(count)"
        let bytes = try Self.painter(faces).png(page, dpi: Self.dpi)
        #expect(try Self.pixels(of: bytes) == Self.plain(page, faces: faces), "\(name)")
        for share in [2, 4, 0] as [UInt64] {
          var plated = page
          for place in plated.items.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let isChosen = share == 0 ? plated.items[place].isStatic : state >> 62 < share
            plated.items[place].plate = isChosen ? Plate() : nil
          }
          for _ in 0..<2 {
            #expect(try busy.png(plated, dpi: Self.dpi) == bytes, "\(name)")
            #expect(try forgetful.png(plated, dpi: Self.dpi) == bytes, "\(name)")
          }
        }
      }
    }
    #expect(count > 80)
  }
}
