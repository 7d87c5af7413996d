import Foundation
import TestKit

/// What poppler's tools say about a PDF. A line on stderr is an error.
enum Poppler {
  /// Ways of `pdftotext` to order what it finds, each its option.
  enum TextOrder: String, CaseIterable {
    /// As painted.
    case painted = "-raw"
    /// As poppler's own reading of the page's columns has it, which is what no option asks for.
    case columns = "-nopgbrk"
    /// As it stands on the page.
    case layout = "-layout"
    case boxes = "-bbox"
  }

  static func text(of pdf: [UInt8], _ order: TextOrder = .painted) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(pdf), as: "file.pdf")
    let run = try Tool.run("pdftotext", order.rawValue, "-nopgbrk", path, folder.path("text"))
    try require(run, "pdftotext")
    return String(decoding: try Data(contentsOf: URL(filePath: folder.path("text"))), as: UTF8.self)
  }

  /// The words that `pdftotext -bbox` finds, with their boxes.
  static func words(of pdf: [UInt8]) throws -> [(text: String, box: Box)] {
    try text(of: pdf, .boxes).split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: /xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.*)<\/word>/),
        let left = Double(match.1), let top = Double(match.2), let right = Double(match.3), let bottom = Double(match.4)
      else { return nil }
      return (String(match.5), Box(left: left, top: top, right: right, bottom: bottom))
    }
  }

  /// The lines of `pdfinfo`, by their names.
  static func information(of pdf: [UInt8]) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let run = try Tool.run("pdfinfo", "-rawdates", try folder.write(Data(pdf), as: "file.pdf"))
    try require(run, "pdfinfo")
    return Dictionary(
      run.text.split(separator: "\n").compactMap { line in
        line.firstIndex(of: ":").map {
          (String(line[..<$0]), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  struct Font {
    var name: String
    var kind: String
    var isEmbedded, isSubset, hasUnicode: Bool
  }

  /// The lines of `pdffonts`.
  static func fonts(of pdf: [UInt8]) throws -> [Font] {
    let folder = try TemporaryFolder()
    let run = try Tool.run("pdffonts", try folder.write(Data(pdf), as: "file.pdf"))
    try require(run, "pdffonts")
    return try run.text.split(separator: "\n").dropFirst(2).map { line in
      guard let match = line.wholeMatch(of: /(\S+) +(\S.*?) {2,}(\S+) +(yes|no) +(yes|no) +(yes|no) +\d+ +\d+/) else {
        throw Unreadable("pdffonts: \(line)")
      }
      return Font(
        name: String(match.1), kind: String(match.2), isEmbedded: match.4 == "yes", isSubset: match.5 == "yes",
        hasUnicode: match.6 == "yes")
    }
  }

  /// A part of the page as poppler draws it.
  static func pixels(of pdf: [UInt8], dpi: Int, in box: Box) throws -> Pixels {
    let scale = Double(dpi) / 72
    let (left, top) = (Int((box.left * scale).rounded(.down)), Int((box.top * scale).rounded(.down)))
    let (right, bottom) = (Int((box.right * scale).rounded(.up)), Int((box.bottom * scale).rounded(.up)))
    let folder = try TemporaryFolder()
    let run = try Tool.run(
      "pdftoppm", "-singlefile", "-r", String(dpi), "-x", String(left), "-y", String(top), "-W", String(right - left),
      "-H", String(bottom - top), try folder.write(Data(pdf), as: "file.pdf"), folder.path("page"))
    try require(run, "pdftoppm")
    return try Pixels(
      ppm: Array(Data(contentsOf: URL(filePath: folder.path("page.ppm")))), left: left, top: top, scale: scale)
  }

  /// The page as a PGM, grey.
  static func grey(of pdf: [UInt8], dpi: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let run = try Tool.run(
      "pdftoppm", "-gray", "-singlefile", "-r", String(dpi), try folder.write(Data(pdf), as: "file.pdf"),
      folder.path("page"))
    try require(run, "pdftoppm")
    return try Array(Data(contentsOf: URL(filePath: folder.path("page.pgm"))))
  }

  /// The JPEGs in the file, as `pdfimages` takes them out.
  static func pictures(of pdf: [UInt8]) throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    let run = try Tool.run("pdfimages", "-j", try folder.write(Data(pdf), as: "file.pdf"), folder.path("picture"))
    try require(run, "pdfimages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasPrefix("picture") }
    return try names.sorted().map { try Array(Data(contentsOf: folder.url.appending(path: $0))) }
  }

  private static func require(_ run: Tool.Result, _ tool: String) throws {
    guard run.status == 0, run.error.isEmpty else { throw Unreadable("\(tool): \(run.status) \(run.error)") }
  }
}

/// A part of a page in pixels.
struct Pixels: Sendable {
  private let bytes: [UInt8]
  private let width: Int
  private let height: Int
  private let left: Int
  private let top: Int
  private let scale: Double

  /// - Parameters:
  ///   - left, top: of the part, in pixels of the page.
  ///   - scale: pixels per point.
  init(ppm: [UInt8], left: Int, top: Int, scale: Double) throws {
    let header = ppm.prefix(64).split(whereSeparator: { $0 == 10 || $0 == 32 }).prefix(4)
      .map { String(decoding: $0, as: UTF8.self) }
    guard header.count == 4, header[0] == "P6", header[3] == "255", let width = Int(header[1]),
      let height = Int(header[2]), ppm.count > 3 * width * height, width > 0, height > 0
    else { throw Unreadable("a PPM of \(ppm.count) bytes") }
    (self.width, self.height, self.left, self.top, self.scale) = (width, height, left, top, scale)
    bytes = Array(ppm.suffix(3 * width * height))
  }

  /// The box around all pixels of a kind, in points on the page.
  func box(where matches: (_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool) -> Box? {
    var found: (left: Int, top: Int, right: Int, bottom: Int)?
    for y in 0..<height {
      for x in 0..<width {
        let index = 3 * (y * width + x)
        guard matches(bytes[index], bytes[index + 1], bytes[index + 2]) else { continue }
        let old = found ?? (x, y, x, y)
        found = (min(old.left, x), min(old.top, y), max(old.right, x), max(old.bottom, y))
      }
    }
    return found.map {
      Box(
        left: Double($0.left + left) / scale, top: Double($0.top + top) / scale,
        right: Double($0.right + 1 + left) / scale, bottom: Double($0.bottom + 1 + top) / scale)
    }
  }

  /// The box around all that is darker than half.
  var ink: Box? { box { Int($0) + Int($1) + Int($2) < 384 } }
}
