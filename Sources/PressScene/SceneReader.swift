import PressDiagnostics

/// Reads a scene from its dump: ``SceneDump`` the other way round, so that two dumps can be compared as what they mean.
///
/// What a dump leaves out stays empty: spans, provenance, the bytes of pictures, and all but twelve digits of a face's digest.
public struct SceneReader {
  /// The dump does not say what a dump says.
  public struct Damage: Error, Sendable, Hashable {
    /// From 1.
    public var line: Int
  }

  private let lines: [Line]
  private var next = 0
  /// The line that is being read, or that was expected to be another.
  private var current = 0

  private struct Line {
    var indent: Int
    var text: DumpScanner
  }

  /// - Parameter dump: UTF-8.
  public static func read(_ dump: [UInt8]) throws(Damage) -> Scene {
    var reader = SceneReader(dump)
    do throws(DumpScanner.Unexpected) {
      return try reader.scene()
    } catch {
      throw Damage(line: reader.current + 1)
    }
  }

  private init(_ dump: [UInt8]) {
    lines = dump.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let text = line.drop { $0 == UInt8(ascii: " ") }
      return Line(indent: text.startIndex - line.startIndex, text: DumpScanner(text))
    }
  }

  /// The next line if it is as far in as asked and begins with `word`; what follows the word is left.
  private mutating func line(_ word: StaticString, indent: Int) -> DumpScanner? {
    guard next < lines.count, lines[next].indent == indent else { return nil }
    var text = lines[next].text
    guard text.skip(word) else { return nil }
    advance()
    return text
  }

  private mutating func advance() {
    current = next
    next += 1
  }

  private mutating func required(_ word: StaticString, indent: Int) throws(DumpScanner.Unexpected) -> DumpScanner {
    guard let text = line(word, indent: indent) else {
      current = min(next, lines.count - 1)
      throw DumpScanner.Unexpected()
    }
    return text
  }

  private mutating func scene() throws(DumpScanner.Unexpected) -> Scene {
    try required("scene", indent: 0).end()
    var about = try required("document", indent: 0)
    let document = try about.document()
    var pages: [Page] = []
    while var head = line("page", indent: 0) {
      let size = try Size(width: head.points(), height: head.points())
      try head.need("area")
      let area = try head.rect()
      try head.end()
      pages.append(Page(size: size, area: area, items: try items(indent: 0)))
    }
    // The last line ends with a line break, so what is left is one empty line.
    current = min(next, lines.count - 1)
    guard next == lines.count - 1, lines[next].text.isAtEnd, lines[next].indent == 0 else {
      throw DumpScanner.Unexpected()
    }
    return Scene(pages: pages, document: document)
  }

  private mutating func items(indent: Int) throws(DumpScanner.Unexpected) -> [Item] {
    var items: [Item] = []
    while var head = line("item", indent: indent) {
      let id = head.rest()
      let inner = indent + 2
      var about = try required("role", indent: inner)
      let role = try about.role()
      let order = about.skip("reading") ? try about.integer() : nil
      let fields = about.skip("fields") ? about.word().split(separator: ",").map(String.init) : []
      try about.end()
      var boxes = try required("box", indent: inner)
      let box = try boxes.rect()
      try boxes.need("ink")
      let ink = try boxes.rect()
      try boxes.end()
      items.append(
        Item(
          id: id, span: Span(SourceID(index: 0), 0..<0), fields: Set(fields), role: role, readingOrder: order,
          box: box, inkBox: ink, content: try content(indent: inner)))
    }
    return items
  }

  private mutating func content(indent: Int) throws(DumpScanner.Unexpected) -> Content {
    if var head = line("fit", indent: indent) {
      let fit = try head.fit()
      var runs: [GlyphRun] = []
      while let run = line("run", indent: indent) { runs.append(try glyphRun(run, indent: indent + 2)) }
      return .text(runs, fit)
    }
    if let head = line("picture", indent: indent) { return .picture(try picture(head, indent: indent)) }
    if let head = line("qr", indent: indent) { return .code(try code(head, indent: indent)) }
    if line("cell", indent: indent) != nil {
      let cell = try shapes(indent: indent + 2)
      var places: [Transform] = []
      while var place = line("place", indent: indent) {
        places.append(try place.transform())
        try place.end()
      }
      return .pattern(Pattern(cell: cell, places: places))
    }
    if var head = line("group", indent: indent) {
      var group = try head.group()
      group.children = try items(indent: indent + 2)
      return .group(group)
    }
    return .shapes(try shapes(indent: indent))
  }

  private mutating func shapes(indent: Int) throws(DumpScanner.Unexpected) -> [Shape] {
    var shapes: [Shape] = []
    while var line = line("path", indent: indent) { shapes.append(try line.shape()) }
    return shapes
  }

  private mutating func glyphRun(_ head: DumpScanner, indent: Int) throws(DumpScanner.Unexpected) -> GlyphRun {
    var head = head
    var run = try head.glyphRun()
    var scalar = 0
    while next < lines.count, lines[next].indent == indent, lines[next].text.starts(with: "U+") {
      var line = lines[next].text
      advance()
      let scalars = line.word().count { $0 == "U" }
      let first = run.glyphs.count
      while !line.isAtEnd {
        if run.glyphs.count > first { try line.need("+") }
        run.glyphs.append(try line.glyph())
      }
      run.clusters.append(Cluster(glyphs: first..<run.glyphs.count, scalars: scalar..<scalar + scalars))
      scalar += scalars
    }
    guard scalar == run.text.unicodeScalars.count else { throw DumpScanner.Unexpected() }
    return run
  }

  private mutating func picture(_ head: DumpScanner, indent: Int) throws(DumpScanner.Unexpected) -> PlacedPicture {
    var head = head
    guard let format = Picture.Format(rawValue: head.word()) else { throw DumpScanner.Unexpected() }
    let sides = head.word().split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2 else { throw DumpScanner.Unexpected() }
    let picture = Picture(
      digest: head.word(), format: format, bytes: [], pixelWidth: sides[0], pixelHeight: sides[1], orientation: .up,
      components: 3)
    try head.end()
    var place = try required("transform", indent: indent)
    let transform = try place.transform()
    try place.need("crop")
    let crop = try place.rect()
    try place.end()
    return PlacedPicture(picture: picture, transform: transform, crop: crop)
  }

  private mutating func code(_ head: DumpScanner, indent: Int) throws(DumpScanner.Unexpected) -> PlacedCode {
    var head = head
    try head.need("version")
    let version = try head.integer()
    try head.need("level")
    guard let level = QRMatrix.Level(rawValue: head.word()), (1...40).contains(version) else {
      throw DumpScanner.Unexpected()
    }
    try head.need("mask")
    let mask = try head.integer()
    try head.need("frame")
    let frame = try head.rect()
    try head.end()
    var about = try required("payload", indent: indent)
    let payload = try about.quoted()
    try about.end()
    var matrix = QRMatrix(payload: payload, level: level, version: version, mask: mask, modules: [])
    for _ in 0..<matrix.size {
      guard next < lines.count, lines[next].indent == indent else { throw DumpScanner.Unexpected() }
      var line = lines[next].text
      advance()
      let row = line.word().utf8.map { $0 == UInt8(ascii: "#") }
      guard row.count == matrix.size, line.isAtEnd else { throw DumpScanner.Unexpected() }
      matrix.modules += row
    }
    return PlacedCode(matrix: matrix, frame: frame)
  }
}
