import TestKit

/// What a page's content stream puts on paper, read operator by operator: an eye that shares nothing with the scene.
struct Marks: Sendable {
  struct Glyph: Sendable {
    /// The characters it extracts as.
    var text: String
    /// The font's PostScript name.
    var font: String
    /// The em, in points on paper.
    var size: Double
    /// The origin on the baseline, from the page's top left corner, y down.
    var x: Double
    var y: Double
    /// As the font says, in points; without tracking.
    var advance: Double
    /// The character code, which for an Identity-H font is the glyph.
    var code: Int
    /// Is it cut by a clip other than the page?
    var clip: Box?

    /// From 0.88 em over the baseline to 0.12 em under it.
    var box: Box { Box(left: x, top: y - 0.88 * size, right: x + advance, bottom: y + 0.12 * size) }
  }

  /// A path that is filled, stroked or both.
  struct Figure: Sendable {
    var box: Box
    /// Red, green, blue, 0 to 1.
    var fill: [Double]?
    var stroke: [Double]?
    var lineWidth: Double
    /// How many points and control points it has.
    var points: Int

    /// With the half of the line that lies outside.
    var ink: Box { stroke == nil ? box : box.grown(by: lineWidth / 2) }
    var colors: [[Double]] { [fill, stroke].compactMap(\.self) }
  }

  /// A picture: the unit square's place, and what a clip leaves of it.
  struct Image: Sendable {
    var box: Box
    var visible: Box
  }

  /// A line of text: glyphs that follow each other on one baseline.
  struct Line: Sendable {
    var glyphs: [Glyph]

    /// Text as it is written, nothing put in for gaps.
    var text: String { glyphs.map(\.text).joined() }
    /// From the first origin to the last advance.
    var box: Box { glyphs.map(\.box).united ?? Box(left: 0, top: 0, right: 0, bottom: 0) }
  }

  var page: Box
  var glyphs: [Glyph] = []
  var figures: [Figure] = []
  var images: [Image] = []
  /// The fonts of the page, by their full names.
  var fonts: [PDFFont] = []

  init(_ file: PDFFile) throws {
    guard file.pages.count == 1, let page = file.pages.first else { throw Unreadable("\(file.pages.count) pages") }
    let corners = file.array(page["MediaBox"]).compactMap { file.number($0) }
    guard corners.count == 4 else { throw Unreadable("a MediaBox of \(corners.count) numbers") }
    self.page = Box(left: corners[0], top: corners[1], right: corners[2], bottom: corners[3])
    var reader = MarksReader(file: file, marks: self)
    // One stream, or several that are read as one.
    let parts = file.array(page["Contents"])
    let streams = (parts.isEmpty ? [page["Contents"] ?? .null] : parts).compactMap { file.stream($0) }
    try reader.read(streams.flatMap { $0.bytes + [10] }, resources: file.dictionary(page["Resources"]))
    self = reader.marks
  }

  /// The text in the order of the stream, a line for each baseline.
  var lines: [Line] {
    var lines: [Line] = []
    for glyph in glyphs {
      // A new line also where the pen goes back: fields that stand side by side.
      if let last = lines.last?.glyphs.last, abs(last.y - glyph.y) < 0.01, glyph.x > last.x {
        lines[lines.count - 1].glyphs.append(glyph)
      } else {
        lines.append(Line(glyphs: [glyph]))
      }
    }
    return lines
  }
}
