import CertPress
import Foundation
import PressPaint
import PressScene
import TestKit
import Testing

/// librsvg, which draws an SVG by cairo.
enum SVGEye {
  static let dpi = 144.0

  /// Of 255, for a window of 1 mm. What is drawn alike is below 11; what lies 0.2 mm elsewhere above 84.
  static let bound = 20.0

  private static func draw(_ page: SVGPage) throws -> DrawnPage {
    let folder = try TestKit.TemporaryFolder()
    let file = try folder.write(Data(page.text.utf8), as: "page.svg")
    let result = try TestKit.Tool.run(
      "rsvg-convert", "--dpi-x=\(dpi)", "--dpi-y=\(dpi)", "--unlimited", "-b", "white", file)
    try #require(result.status == 0 && result.error == "", "\(result.error)")
    return try DrawnPage(
      png: [UInt8](result.output), width: pixels(page.size.width), height: pixels(page.size.height))
  }

  static func pixels(_ length: Points) -> Int { Int((length.value * dpi / 72).rounded()) }

  /// The worst level of the page by this eye against our own PNG of `scene`, and where in millimetres.
  static func worst(
    of svg: Scene, against scene: Scene, page: Int = 0, painter: Painter
  ) throws -> (level: Double, x: Double, y: Double) {
    let size = scene.pages[page].size
    let png = try DrawnPage(
      png: painter.png(scene, page: page, dpi: dpi), width: pixels(size.width),
      height: pixels(size.height))
    return try Agreement.worst(
      of: draw(painter.svg(svg, page: page)), with: png, dpi: dpi,
      size: (size.width.value, size.height.value))
  }
}

extension DrawnPage {
  /// The upper left of a PNG, on white.
  init(png: [UInt8], width: Int, height: Int) throws {
    let raster = try Raster(png: png)
    try #require(raster.width >= width && raster.height >= height, "\(raster.width) × \(raster.height)")
    var channels: [UInt8] = []
    channels.reserveCapacity(3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let pixel = raster[x, y]
        for shift: UInt32 in [16, 8, 0] { channels.append(UInt8(truncatingIfNeeded: pixel >> shift)) }
      }
    }
    self.init(width: width, height: height, channels: channels)
  }
}

/// The scene of a golden case of a certificate or of a layout of ours.
struct SheetScene: Sendable, CustomTestStringConvertible {
  let testDescription: String
  private let folder: URL

  static let all: [SheetScene] = {
    let golden = Repository.root.appending(path: "golden")
    var sheets: [SheetScene] = []
    for part in ["certificates", "layouts"] {
      let folder = golden.appending(path: part)
      for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
      where file.lastPathComponent == "sheet" {
        let folder = file.deletingLastPathComponent()
        sheets.append(
          SheetScene(testDescription: folder.pathComponents.suffix(2).joined(separator: "/"), folder: folder))
      }
    }
    return sheets.sorted { $0.testDescription < $1.testDescription }
  }()

  static let specimen = all.first { $0.testDescription == "certificates/specimen" } ?? all[0]

  func layout() throws -> Layout {
    let sheet = try String(contentsOf: folder.appending(path: "sheet"), encoding: .utf8)
    return try Press(fonts: Repository.fonts).layout(
      at: Repository.path(sheet.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  func record() throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: "record.json"))) }

  func scene(of layout: Layout, _ record: [UInt8]) throws -> Scene {
    try layout.scene(for: layout.record(json: record, name: "record"), pictures: .directory(folder.path)).scene
  }

  func make() throws -> Scene { try scene(of: layout(), record()) }
}
