import PressScene

// What a dump says of an element.

extension Element {
  var word: String {
    switch kind {
    case .text: "text"
    case .image: "image"
    case .qr: "qr"
    case .seal: "seal"
    case .line: "line"
    case .rectangle: "rectangle"
    case .border: "border"
    case .row: "row"
    case .column: "column"
    case .when: "when"
    }
  }

  /// What it shows.
  var content: String? {
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
    case .when(let field, _): "condition {\(field)}"
    case .line, .rectangle, .row, .column: nil
    }
  }

  /// Its properties with their values, by the keys of ``provenance``.
  var readings: [(name: String, value: String)] {
    var list: [(String, String)] = []
    switch placement.anchor {
    case .topLeft(let point): list += [("anchor", "top left"), ("x", point.x.both), ("y", point.y.both)]
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
      (rectangle.fill.map { [("fill", $0.hex)] } ?? []) + (rectangle.stroke?.readings ?? [])
        + [("radius", rectangle.radius.both)]
    case .border(let border):
      [
        ("inset", border.inset.both), ("width", border.width.both), ("color", border.color.hex),
        ("rule", border.rule.both),
      ]
    case .row(let gap, _): [("gap", gap.both)]
    case .column(let pitch?, _, _): [("pitch", pitch.both)]
    case .column(nil, let gap, _): [("gap", gap.both)]
    case .when: []
    }
  }
}

extension TextStyle {
  fileprivate var readings: [(String, String)] {
    var list = [
      ("font.family", quoted(family)), ("font.size", size.both), ("color", color.hex), ("align", alignment.rawValue),
      ("tracking", tracking.shown(at: size)), ("leading", leading.shown(at: size)),
    ]
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
