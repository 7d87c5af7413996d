// The lines of a dump, each as `SceneDump` and `SceneDump+Values` write it.

extension DumpScanner {
  mutating func document() throws(Unexpected) -> DocumentInfo {
    guard skip(prefix: "language=") else { throw Unexpected() }
    var document = DocumentInfo(language: word())
    if skip(prefix: "title=") { document.title = try quoted() }
    if skip(prefix: "author=") { document.author = try quoted() }
    if skip(prefix: "date=") { document.date = try timestamp() }
    try end()
    return document
  }

  /// `2022-04-06T00:00:00+08:00`
  private mutating func timestamp() throws(Unexpected) -> Timestamp {
    let text = Array(word().utf8)
    let parts = text.split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }.map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard parts.count == 8, text.count > 6 else { throw Unexpected() }
    let sign = text[text.count - 6] == UInt8(ascii: "-") ? -1 : 1
    return Timestamp(
      year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5],
      offset: sign * (parts[6] * 60 + parts[7]))
  }

  mutating func role() throws(Unexpected) -> Role {
    switch word() {
    case "heading": .heading
    case "label": .label
    case "value": .value
    case "paragraph": .paragraph
    case "caption": .caption
    case "artifact": .artifact
    case "figure": .figure(alternative: try quoted())
    case "link": .link(to: try quoted())
    default: throw Unexpected()
    }
  }

  mutating func fit() throws(Unexpected) -> TextFit {
    let used = try points()
    try need("of")
    let asked = try points()
    try need("lines")
    let lines = try integer()
    try need("measured")
    let measured = try points()
    let allowed = skip("allowed") ? try points() : nil
    let step = skip("step") ? rest() : nil
    try end()
    return TextFit(
      askedSize: asked, usedSize: used, lines: lines, step: step, allowedWidth: allowed, measuredWidth: measured)
  }

  /// The head of a run; its glyphs stand in the lines below.
  mutating func glyphRun() throws(Unexpected) -> GlyphRun {
    let text = try quoted()
    let face = FaceID(name: try quoted(), digest: word())
    let size = try points()
    let paint = try paint()
    let embolden: Points = skip("bold") ? try points() : 0
    let direction: GlyphRun.Direction = skip("vertical") ? .vertical : .horizontal
    try need("transform")
    let transform = try transform()
    try end()
    var run = GlyphRun(
      face: face, size: size, paint: paint, transform: transform, direction: direction, glyphs: [], text: text,
      clusters: [])
    run.embolden = embolden
    return run
  }

  mutating func glyph() throws(Unexpected) -> GlyphRun.Glyph {
    guard let id = GlyphID(exactly: try integer()) else { throw Unexpected() }
    try need("at")
    let position = try point()
    try need("advance")
    return GlyphRun.Glyph(id: id, position: position, advance: try points())
  }

  /// What stands behind the word `group`, without the children.
  mutating func group() throws(Unexpected) -> Group {
    var group = Group(children: [])
    if skip("seal") { group.purpose = .seal } else { try need("plain") }
    if skip("transform") { group.transform = try transform() }
    if skip("opacity") { group.opacity = try number() }
    if skip("clip") { group.clip = try path() }
    try end()
    return group
  }

  mutating func shape() throws(Unexpected) -> Shape {
    var shape = Shape(Path())
    if skip("fill") {
      let paint = try paint()
      guard let rule = FillRule(rawValue: word()) else { throw Unexpected() }
      shape.fill = Fill(paint, rule: rule)
    }
    if skip("stroke") { shape.stroke = try stroke() }
    if skip("opacity") { shape.opacity = try number() }
    shape.path = try path()
    try end()
    return shape
  }

  private mutating func stroke() throws(Unexpected) -> Stroke {
    let paint = try paint()
    let width = try points()
    guard let cap = Stroke.Cap(rawValue: word()), let join = Stroke.Join(rawValue: word()) else { throw Unexpected() }
    var stroke = Stroke(paint, width: width, cap: cap, join: join)
    if skip("limit") { stroke.miterLimit = try number() }
    if skip("dash") {
      for length in word().split(separator: ",") {
        var scanner = DumpScanner(Array(length.utf8)[...])
        stroke.dash.append(try scanner.points())
      }
    }
    if skip("from") { stroke.dashOffset = try points() }
    return stroke
  }

  mutating func paint() throws(Unexpected) -> Paint {
    if skip(prefix: "linear(") { return .linear(start: try point(), end: try point(), stops: try stops()) }
    if skip(prefix: "radial(") { return .radial(center: try point(), radius: try points(), stops: try stops()) }
    return .solid(try Self.color(word()))
  }

  private static func color(_ text: some StringProtocol) throws(Unexpected) -> Color {
    guard text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) else {
      throw Unexpected()
    }
    func channel(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift) }
    return Color(red: channel(16), green: channel(8), blue: channel(0))
  }

  /// `0:#fff000,1:#000fff)`
  private mutating func stops() throws(Unexpected) -> [Paint.Stop] {
    let list = word()
    guard list.hasSuffix(")") else { throw Unexpected() }
    var stops: [Paint.Stop] = []
    for stop in list.dropLast().split(separator: ",") {
      let parts = stop.split(separator: ":")
      guard parts.count == 2, let offset = Double(parts[0]) else { throw Unexpected() }
      stops.append(Paint.Stop(offset: offset, color: try Self.color(parts[1])))
    }
    return stops
  }

  mutating func path() throws(Unexpected) -> Path {
    var path = Path()
    while !isAtEnd {
      if skip("M") {
        path.segments.append(.move(try point()))
      } else if skip("L") {
        path.segments.append(.line(try point()))
      } else if skip("C") {
        path.segments.append(.curve(control1: try point(), control2: try point(), end: try point()))
      } else if skip("Z") {
        path.segments.append(.close)
      } else {
        throw Unexpected()
      }
    }
    return path
  }
}
