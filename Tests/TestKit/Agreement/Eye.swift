import Foundation

/// Other people's programs that draw PDFs.
public enum Eye: String, CaseIterable, Sendable {
  case poppler
  case mupdf
  /// Chromium's.
  case pdfium

  /// All pages of a file.
  ///
  /// - Throws: ``Failure`` where the program fails or complains.
  public func pages(of pdf: [UInt8], dpi: Double) throws -> [DrawnPage] {
    let folder = try TemporaryFolder()
    let file = try folder.write(Data(pdf), as: "file.pdf")
    let result = try Tool.run(command(file, dpi: dpi))
    let complaints = result.error.split(separator: "\n").filter { !Self.habits.contains(String($0)) }
    guard result.status == 0, complaints.isEmpty else { throw Failure("\(self): \(result.status) \(result.error)") }
    return try DrawnPage.all(ppm: [UInt8](result.output))
  }

  private func command(_ file: String, dpi: Double) -> [String] {
    switch self {
    case .poppler: ["pdftoppm", "-r", "\(dpi)", file]
    case .mupdf: ["mutool", "draw", "-q", "-F", "ppm", "-r", "\(dpi)", "-o", "-", file]
    case .pdfium:
      [Repository.path(".build-readers/bin/python"), Repository.path("Tests/Readers/pdfium.py"), file, "\(dpi)"]
    }
  }

  /// What Debian's build of mutool says of every file.
  private static let habits: Set = ["warning: ICC support is not available"]

  public struct Failure: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
  }
}

/// A page as a program draws it: red, green, blue, row by row from the top left.
public struct DrawnPage: Sendable {
  public let width: Int
  public let height: Int
  public let channels: [UInt8]

  /// - Parameter channels: three bytes a pixel.
  public init(width: Int, height: Int, channels: [UInt8]) {
    self.width = width
    self.height = height
    self.channels = channels
  }

  /// Files of netpbm's `P6` with 255 levels, one behind the other.
  static func all(ppm stream: [UInt8]) throws -> [DrawnPage] {
    var pages: [DrawnPage] = []
    var offset = 0
    while offset < stream.count {
      var words: [String] = []
      while words.count < 4 {
        guard let end = stream[offset...].firstIndex(where: { $0 <= 0x20 }) else { throw Eye.Failure("no PPM") }
        if end > offset { words.append(String(decoding: stream[offset..<end], as: UTF8.self)) }
        offset = end + 1
      }
      guard words[0] == "P6", words[3] == "255", let width = Int(words[1]), let height = Int(words[2]), width > 0,
        height > 0, offset + 3 * width * height <= stream.count
      else { throw Eye.Failure("a PPM that begins with \(words)") }
      let end = offset + 3 * width * height
      pages.append(DrawnPage(width: width, height: height, channels: Array(stream[offset..<end])))
      offset = end
    }
    return pages
  }
}
