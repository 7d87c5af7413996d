import CertPress
import Foundation
import TestKit

@testable import PressGolden

/// A golden folder with one case, small enough to render in no time.
struct House {
  static let sheet = """
    certificate "plain" {
      page 60mm x 40mm
      font song "CertPress Song"
      data { value text "值" }
      text "{value}" { id: greeting; font: song 12pt; at: 10mm 10mm; width: 40mm }
      line { id: rule; from: 10mm 30mm; to: 50mm 30mm }
    }
    """

  static let press = Result { try Press(fonts: Repository.fonts) }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try add("group/case")
  }

  func add(_ name: String, sheet: String = House.sheet, record: String? = #"{"value": "金本位"}"#) throws {
    let place = path("golden/\(name)")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try write(sheet, "sheet.layout", in: name)
    if let record { try write(record, "record.json", in: name) }
  }

  func path(_ name: String) -> String { folder.path(name) }

  func write(_ text: String, _ file: String, in name: String = "group/case") throws {
    try write(Data(text.utf8), file, in: name)
  }

  func write(_ data: Data, _ file: String, in name: String = "group/case") throws {
    try data.write(to: URL(filePath: path("golden/\(name)/\(file)")))
  }

  func read(_ file: String, in name: String = "group/case") throws -> Data {
    try Data(contentsOf: URL(filePath: path("golden/\(name)/\(file)")))
  }

  func text(_ file: String, in name: String = "group/case") throws -> String {
    String(decoding: try read(file, in: name), as: UTF8.self)
  }

  func has(_ file: String, in name: String = "group/case") -> Bool {
    FileManager.default.fileExists(atPath: path("golden/\(name)/\(file)"))
  }

  func remove(_ file: String, in name: String = "group/case") throws {
    try FileManager.default.removeItem(atPath: path("golden/\(name)/\(file)"))
  }

  func harness(_ names: String...) throws -> GoldenHarness {
    try GoldenHarness(press: House.press.get(), folder: GoldenFolder(at: path("golden"), named: names))
  }

  func golden(_ name: String = "group/case") throws -> GoldenCase { try harness(name).folder.cases[0] }

  /// Records all cases, and what they were drawn with.
  @discardableResult
  func record() throws -> [GoldenHarness.Recording] { try harness().record().recordings }

  func check(_ name: String = "group/case") throws -> Outcome {
    let harness = try harness(name)
    return harness.check(harness.folder.cases[0])
  }

  /// Sentences.
  func differences(_ name: String = "group/case") throws -> [String] { try check(name).differences.map(\.sentence) }
}

extension Raster {
  /// A PNG of pixels 0xAARRGGBB, not compressed (RFC 1951, stored blocks).
  /// - Parameters:
  ///   - colorType: 2 for RGB, 6 for RGBA, 0 for grey (of the blue channel) (ISO/IEC 15948, 11.2.2).
  ///   - perMetre: for pHYs; 0 for none. 5906 are 150 dpi.
  static func png(width: Int, height: Int, pixels: [UInt32], colorType: UInt8 = 2, perMetre: UInt32 = 5906) -> Data {
    let shifts: [UInt32] = colorType == 0 ? [0] : colorType == 6 ? [16, 8, 0, 24] : [16, 8, 0]
    var rows: [UInt8] = []
    for row in 0..<height {
      rows.append(0)
      for pixel in pixels[row * width..<(row + 1) * width] {
        rows += shifts.map { UInt8(truncatingIfNeeded: pixel >> $0) }
      }
    }
    var zlib: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: rows.count, by: 65_535) {
      let block = rows[start..<min(start + 65_535, rows.count)]
      let size = UInt16(block.count)
      zlib.append(block.endIndex == rows.count ? 1 : 0)
      zlib += [UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)] + block
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in rows {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    zlib += big(b << 16 | a)
    let resolution = perMetre == 0 ? Data() : chunk("pHYs", big(perMetre) + big(perMetre) + [1])
    return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      + chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [8, colorType, 0, 0, 0]) + resolution
      + chunk("IDAT", zlib) + chunk("IEND", [])
  }

  /// The picture with other pixels.
  func png(_ pixels: [UInt32]) -> Data { Raster.png(width: width, height: height, pixels: pixels) }

  private static func chunk(_ type: String, _ content: [UInt8]) -> Data {
    let body = Array(type.utf8) + content
    let crc = ~body.reduce(~0 as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Data(big(UInt32(content.count)) + body + big(crc))
  }

  private static func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
