import PressScene

// What a dump and an inspector say of an element.

extension Element {
  /// Its word in the language: `text`.
  public var word: String {
    switch kind {
    case .text: "text"
    case .image: "image"
    case .qr: "qr"
    case .seal: "seal"
    case .line: "line"
    case .rectangle: "rectangle"
    case .ellipse: "ellipse"
    case .path: "path"
    case .border: "border"
    case .guilloche: "guilloche"
    case .microtext: "microtext"
    case .watermark: "watermark"
    case .row: "row"
    case .column: "column"
    case .table: "table"
    case .head: "head"
    case .group: "group"
    case .when: "when"
    case .repeat: "repeat"
    case .page: "page"
    }
  }

  /// What it shows, as a layout would write it: `content "打印时间: {print_date}"`.
  public var content: String? {
    switch kind {
    case .text(let text): "content " + text.text.shown
    case .image(let image):
      switch image.source {
      case .field(let name, _): "picture {\(name)}"
      case .file(let path, _): "picture \(quoted(path))"
      }
    case .qr(let code): "payload " + code.payload.shown
    case .seal(let seal): "content " + seal.text.shown
    case .border(let border): "ornament " + border.ornament.rawValue
    case .microtext(let microtext): "content " + microtext.text.shown
    case .watermark(let watermark): "content " + watermark.text.shown
    case .when(let field, _): "condition {\(field)}"
    case .repeat(let field, _): "list {\(field)}"
    case .page(let number, _): "number \(number + 1)"
    case .line, .rectangle, .ellipse, .path, .guilloche, .row, .column, .table, .head, .group: nil
    }
  }

  /// Its properties with their values, lengths in points and millimetres, by the keys of ``provenance``.
  public var readings: [(name: String, value: String)] {
    var list: [(String, String)] = []
    switch placement.anchor {
    case .topLeft(let point): list += [("anchor", "top left"), ("x", point.x.both), ("y", point.y.both)]
    case .relative(let x, let y): list += [("anchor", "top left"), ("x", x.shown), ("y", y.shown)]
    case .center(let point): list += [("anchor", "center"), ("x", point.x.both), ("y", point.y.both)]
    case .baseline(let point): list += [("anchor", "baseline"), ("x", point.x.both), ("y", point.y.both)]
    case .flow: list += [("x", "flows"), ("y", "flows")]
    case .own: break
    }
    if let width = placement.width { list.append(("width", width.both)) }
    if let height = placement.height { list.append(("height", height.both)) }
    if !placement.over.isEmpty {
      list.append(("over", placement.over.map(\.rawValue).sorted().joined(separator: ", ")))
    }
    return list + ownReadings
  }

  private var ownReadings: [(String, String)] {
    switch kind {
    case .text(let text): text.style.readings
    case .image(let image): [("fit", image.fit.rawValue)]
    case .qr(let code): [("level", code.level.rawValue), ("quiet", String(code.quietZone))]
    case .seal(let seal): seal.readings
    case .line(let line):
      [
        ("from.x", line.from.x.both), ("from.y", line.from.y.both), ("to.x", line.to.x.both),
        ("to.y", line.to.y.both),
      ] + line.stroke.readings
    case .rectangle(let rectangle):
      ink(rectangle.fill, rectangle.stroke) + [("radius", rectangle.radius.both)]
    case .ellipse(let ellipse): ink(ellipse.fill, ellipse.stroke)
    case .path(let path): ink(path.fill, path.stroke)
    case .guilloche(let guilloche): guilloche.readings
    case .microtext(let microtext):
      [
        ("font.family", quoted(microtext.family)), ("font.size", microtext.size.both),
        ("color", microtext.color.hex),
      ]
    case .watermark(let watermark):
      [
        ("font.family", quoted(watermark.family)), ("font.size", watermark.size.both),
        ("color", watermark.color.hex), ("opacity", decimal(watermark.opacity)),
        ("rotate", decimal(watermark.rotation) + "°"), ("gap", watermark.gap.both),
      ]
    case .border(let border):
      [
        ("inset", border.inset.both), ("width", border.width.both), ("color", border.color.hex),
        ("rule", border.rule.both),
      ]
    case .row(let gap, _), .head(let gap, _): [("gap", gap.both)]
    case .column(let column, _):
      [column.pitch.map { ("pitch", $0.both) } ?? ("gap", column.gap.both)] + (column.breaks?.readings ?? [])
    case .table(let table, _): table.readings
    case .group(let group, _):
      [("rotate", decimal(group.rotation) + "°"), ("opacity", decimal(group.opacity))]
        + (group.clip.map { [("clip", $0.rawValue)] } ?? [])
    case .when, .repeat, .page: []
    }
  }

  private func ink(_ fill: AreaPaint?, _ stroke: Stroke?) -> [(String, String)] {
    (fill.map { [("fill", $0.shown)] } ?? []) + (stroke?.readings ?? [])
  }
}

extension TextStyle {
  fileprivate var readings: [(String, String)] {
    var list = [
      ("font.family", quoted(family)), ("font.size", size.both), ("color", color.hex), ("align", alignment.rawValue),
      ("tracking", tracking.shown(at: size)), ("leading", leading.shown(at: size)),
    ]
    if indent != .em(0) { list.append(("indent", indent.shown(at: size))) }
    if direction == .vertical { list.append(("direction", direction.rawValue)) }
    if !fit.isEmpty { list.append(("fit", fit.map(\.written).joined(separator: ", "))) }
    return list
  }
}

extension TextStyle.Extent {
  fileprivate func shown(at size: Points) -> String {
    switch self {
    case .em(let factor): "\(decimal(factor))em = \(self.at(size).both)"
    case .points(let length): length.both
    }
  }
}

extension SealElement {
  fileprivate var readings: [(String, String)] {
    [
      ("font.family", quoted(family)), ("color", color.hex), ("diameter", diameter.both), ("ring", ring.both),
      ("star", star.both), ("arc", decimal(arc) + "°"), ("size", size.both), ("condense", decimal(condense)),
      ("inset", inset.both),
    ] + (bottom.map { [("bottom", $0.shown), ("bottom-size", bottomSize.both)] } ?? [])
  }
}

extension Stroke {
  fileprivate var readings: [(String, String)] {
    var list = [("stroke.width", width.both)]
    if case .solid(let color) = paint { list.append(("stroke.color", color.hex)) }
    for (number, length) in dash.enumerated() { list.append(("dash.\(number + 1)", length.both)) }
    return list
  }
}

extension TextTemplate {
  /// As a layout has it: `"打印时间: {print_date}"`.
  var shown: String {
    let inside = pieces.map { piece in
      switch piece {
      case .text(let text): String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
      case .field(let name, _): "{\(name)}"
      }
    }
    return quoted(inside.joined())
  }
}

extension Points {
  /// In points and millimetres: `16pt (5.644mm)`.
  var both: String { decimal(value) + "pt (" + decimal(mm) + "mm)" }
}

extension AreaPaint {
  fileprivate var shown: String {
    switch self {
    case .solid(let color): color.hex
    case .linear(let angle, let colors): "linear \(decimal(angle))° " + colors.map(\.hex).joined(separator: " ")
    case .radial(let colors): "radial " + colors.map(\.hex).joined(separator: " ")
    }
  }
}

extension GuillocheElement {
  fileprivate var readings: [(String, String)] {
    var list: [(String, String)]
    switch form {
    case .rosette(let diameter, let hole): list = [("diameter", diameter.both), ("hole", decimal(hole))]
    case .band(let from, let to, let height):
      list = [
        ("from.x", from.x.both), ("from.y", from.y.both), ("to.x", to.x.both), ("to.y", to.y.both),
        ("height", height.both),
      ]
    }
    list += [("lobes", String(lobes)), ("strands", String(strands)), ("seed", String(seed))]
    return list + stroke.readings
  }
}

extension PageBreaks {
  fileprivate var readings: [(String, String)] {
    [("until", until.both)] + (again.map { [("again", $0.both)] } ?? [])
  }
}

extension TableElement {
  fileprivate var readings: [(String, String)] {
    columns.enumerated().map { ("columns.\($0 + 1)", $1?.both ?? "rest") }
      + [
        ("padding.x", padding.width.both), ("padding.y", padding.height.both), ("rules", rules.rawValue),
      ] + stroke.readings + (pitch.map { [("pitch", $0.both)] } ?? []) + (breaks?.readings ?? [])
  }
}

extension Placement.Coordinate {
  fileprivate var shown: String {
    func with(_ words: String, _ offset: Points) -> String { offset == 0 ? words : words + " + " + offset.both }
    return switch self {
    case .length(let length): length.both
    case .center(let target, let offset): with("center" + (target.map { " of '\($0)'" } ?? ""), offset)
    case .after(let target, let gap): with("behind '\(target)'", gap)
    case .before(let target, let gap): with("before '\(target)'", gap)
    case .with(let target, let offset): with("with '\(target)'", offset)
    }
  }
}
