public import PressDiagnostics

/// A scene as text: one item a block, in painting order, every number short, so that two dumps make a readable diff.
///
/// It shows a person's data: print it only where somebody asked for it.
public struct SceneDump {
  /// With places, each item tells where in which source it was made and which literals placed it. Goldens leave them out: an
  /// edit elsewhere in the layout must not change them.
  public static func text(_ scene: Scene, places: SourceSet? = nil) -> String {
    var dump = SceneDump(places: places)
    dump.write(scene)
    return dump.lines.joined(separator: "\n") + "\n"
  }

  /// One item alone.
  public static func text(_ item: Item) -> String {
    var dump = SceneDump(places: nil)
    dump.write(item, indent: "")
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private let places: SourceSet?
  private var lines: [String] = []

  private init(places: SourceSet?) { self.places = places }

  private mutating func write(_ scene: Scene) {
    lines.append("scene")
    let document = scene.document
    var about = "document language=\(document.language)"
    if let title = document.title { about += " title=\(quoted(title))" }
    if let author = document.author { about += " author=\(quoted(author))" }
    if let date = document.date { about += " date=\(date.iso8601)" }
    lines.append(about)
    for page in scene.pages {
      lines.append("page \(page.size.width) \(page.size.height) area \(page.area.text)")
      for item in page.items { write(item, indent: "") }
    }
  }

  private mutating func write(_ item: Item, indent: String) {
    lines.append("\(indent)item \(item.id)")
    let inner = indent + "  "
    var about = "role \(item.role.text)"
    if let order = item.readingOrder { about += " reading \(order)" }
    if !item.fields.isEmpty { about += " fields \(item.fields.sorted().joined(separator: ","))" }
    lines.append(inner + about)
    lines.append("\(inner)box \(item.box.text) ink \(item.inkBox.text)")
    if let places { writePlaces(of: item, in: places, indent: inner) }
    write(item.content, indent: inner)
  }

  private mutating func writePlaces(of item: Item, in sources: SourceSet, indent: String) {
    lines.append("\(indent)from \(sources.place(item.span))")
    for (name, provenance) in item.provenance.sorted(by: { $0.key < $1.key }) {
      var line = "\(indent)\(name) \(provenance.origin.text)"
      if let written = provenance.written { line += " \(written)" }
      if let span = provenance.span { line += " at \(sources.place(span))" }
      lines.append(line)
    }
  }

  private mutating func write(_ content: Content, indent: String) {
    switch content {
    case .text(let runs, let fit):
      var about = "fit \(fit.usedSize) of \(fit.askedSize) lines \(fit.lines) measured \(fit.measuredWidth)"
      if let allowed = fit.allowedWidth { about += " allowed \(allowed)" }
      if let step = fit.step { about += " step \(step)" }
      lines.append(indent + about)
      for run in runs { write(run, indent: indent) }
    case .shapes(let shapes):
      for shape in shapes { write(shape, indent: indent) }
    case .picture(let placed):
      let picture = placed.picture
      lines.append(
        "\(indent)picture \(picture.format.rawValue) \(picture.pixelWidth)x\(picture.pixelHeight) \(picture.digest)")
      lines.append("\(indent)transform \(placed.transform.text) crop \(placed.crop.text)")
    case .code(let placed):
      let matrix = placed.matrix
      lines.append(
        "\(indent)qr version \(matrix.version) level \(matrix.level.rawValue) mask \(matrix.mask) frame \(placed.frame.text)"
      )
      lines.append("\(indent)payload \(quoted(matrix.payload))")
      for row in 0..<matrix.size {
        lines.append(indent + String((0..<matrix.size).map { matrix[row: row, column: $0] ? "#" : "." }))
      }
    case .pattern(let pattern):
      lines.append("\(indent)cell")
      for shape in pattern.cell { write(shape, indent: indent + "  ") }
      for place in pattern.places { lines.append("\(indent)place \(place.text)") }
    case .group(let group):
      var about = "group \(group.purpose)"
      if group.transform != .identity { about += " transform \(group.transform.text)" }
      if group.opacity != 1 { about += " opacity \(decimal(group.opacity))" }
      if let clip = group.clip { about += " clip \(clip.text)" }
      lines.append(indent + about)
      for child in group.children { write(child, indent: indent + "  ") }
    }
  }

  private mutating func write(_ run: GlyphRun, indent: String) {
    var head =
      "run \(quoted(run.text)) \(quoted(run.face.name)) \(run.face.digest.prefix(12)) \(run.size) \(run.paint.text)"
    if run.embolden != 0 { head += " bold \(run.embolden)" }
    if run.direction == .vertical { head += " vertical" }
    lines.append("\(indent)\(head) transform \(run.transform.text)")
    let scalars = Array(run.text.unicodeScalars)
    for cluster in run.clusters {
      let text = scalars[cluster.scalars].map { "U+" + hexadecimal($0.value) }.joined(separator: "+")
      let glyphs = run.glyphs[cluster.glyphs].map { glyph in
        "\(glyph.id) at \(glyph.position.x) \(glyph.position.y) advance \(glyph.advance)"
      }
      lines.append("\(indent)  \(text) \(glyphs.joined(separator: " + "))")
    }
  }

  private mutating func write(_ shape: Shape, indent: String) {
    var line = "path"
    if let fill = shape.fill { line += " fill \(fill.paint.text) \(fill.rule.rawValue)" }
    if let stroke = shape.stroke {
      line += " stroke \(stroke.paint.text) \(stroke.width) \(stroke.cap.rawValue) \(stroke.join.rawValue)"
      if stroke.miterLimit != 10 { line += " limit \(decimal(stroke.miterLimit))" }
      if !stroke.dash.isEmpty { line += " dash \(stroke.dash.map(\.description).joined(separator: ","))" }
      if stroke.dashOffset != 0 { line += " from \(stroke.dashOffset)" }
    }
    if shape.opacity != 1 { line += " opacity \(decimal(shape.opacity))" }
    lines.append("\(indent)\(line) \(shape.path.text)")
  }
}

extension SourceSet {
  /// `name:line:column`, both from 1.
  public func place(_ span: Span) -> String {
    let source = self[span.source]
    let start = span.range.lowerBound
    return "\(source.name):\(source.line(at: start)):\(source.column(at: start))"
  }
}

/// In double quotes, with escapes for what a line or the quotes would break on: for dumps.
public func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(hexadecimal(scalar.value))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
