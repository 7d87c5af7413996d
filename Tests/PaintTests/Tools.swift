import Foundation
import PressMedia
import Testing

/// A folder that goes away with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "certpress-paint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func read(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: url.appending(path: name))) }
}

/// Other people's programs, as independent eyes.
enum Tool {
  struct Result {
    var status: Int32
    var output: String
    var complaint: String
  }

  static func run(_ name: String, _ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      complaint: String(decoding: complained, as: UTF8.self))
  }

  /// What `name` prints about `file`, which must succeed without a complaint.
  static func ask(_ name: String, _ arguments: String..., about file: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(file, as: "file")
    let result = try run(name, arguments.map { $0 == "FILE" ? path : $0 })
    try #require(result.status == 0, "\(name): \(result.output) \(result.complaint)")
    #expect(result.complaint == "", "\(name)")
    return result.output
  }

  /// Is the PDF sound? An empty string where qpdf finds nothing.
  static func faults(of pdf: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let result = try run("qpdf", ["--check", try folder.write(pdf, as: "file.pdf")])
    return result.status == 0 ? result.complaint : result.output + result.complaint
  }

  /// The objects and streams in the open.
  static func unpacked(_ pdf: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(pdf, as: "file.pdf")
    let result = try run("qpdf", ["--qdf", "--object-streams=disable", path, folder.url.appending(path: "open").path])
    try #require(result.status == 0, "\(result.complaint)")
    return String(decoding: try folder.read("open"), as: UTF8.self)
  }

  /// What a scanner reads, nil for nothing.
  static func scan(png: [UInt8]) throws -> String? {
    let folder = try TemporaryFolder()
    let path = try folder.write(png, as: "file.png")
    let result = try run("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path])
    return result.status == 0 ? String(result.output.dropLast()) : nil
  }

  /// The first page as poppler draws it.
  static func rasterize(_ pdf: [UInt8], dpi: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = try folder.write(pdf, as: "file.pdf")
    let prefix = folder.url.appending(path: "page").path
    let result = try run("pdftoppm", ["-png", "-singlefile", "-r", String(dpi), path, prefix])
    try #require(result.status == 0 && result.complaint == "", "\(result.complaint)")
    return try folder.read("page.png")
  }
}

extension Tool {
  /// The first page as MuPDF draws it; it places glyphs more finely than poppler.
  static func rasterizeFinely(_ pdf: [UInt8], dpi: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = try folder.write(pdf, as: "file.pdf")
    let result = try run(
      "mutool", ["draw", "-q", "-r", String(dpi), "-o", folder.url.appending(path: "page.png").path, path, "1"])
    try #require(result.status == 0, "\(result.complaint)")
    return try folder.read("page.png")
  }
}

/// Decoded pixels.
struct Raster {
  let buffer: PixelBuffer

  init(png: [UInt8]) throws { buffer = try Pictures.decode(Pictures.read(png)) }

  var width: Int { buffer.width }
  var height: Int { buffer.height }

  /// `0xRRGGBB`
  subscript(x: Int, y: Int) -> UInt32 {
    buffer.bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: buffer.stride * y + 4 * x, as: UInt32.self) & 0xFF_FFFF
    }
  }

  func channels(_ x: Int, _ y: Int) -> [Int] { [16, 8, 0].map { Int(self[x, y] >> $0 & 0xFF) } }

  /// Is the pixel within a few units of a colour?
  func isNear(_ x: Int, _ y: Int, _ color: [Int], tolerance: Int = 6) -> Bool {
    zip(channels(x, y), color).allSatisfy { abs($0 - $1) <= tolerance }
  }

  /// The mean difference of a sample, of 255.
  func meanDifference(from other: Raster) -> Double {
    var sum = 0
    for y in 0..<min(height, other.height) {
      for x in 0..<min(width, other.width) {
        sum += zip(channels(x, y), other.channels(x, y)).reduce(0) { $0 + abs($1.0 - $1.1) }
      }
    }
    return Double(sum) / Double(3 * min(width, other.width) * min(height, other.height))
  }

  var colors: Set<UInt32> {
    var colors: Set<UInt32> = []
    for y in 0..<height { for x in 0..<width { colors.insert(self[x, y]) } }
    return colors
  }
}
