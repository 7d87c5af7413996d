import PressDiagnostics
import PressScene
import PressTemplate

// What composition tells people: all its words stand here.

extension Composition {
  mutating func reportOverflow(
    _ fit: TextFitting.Result, fitting: TextFitting, of element: Part, content: FilledTemplate.FilledText,
    along: Points, across: Points?
  ) {
    let field = fieldName(content.fields.first?.field)
    let isValue = content.fields.first?.scalars.count == content.string.unicodeScalars.count
    let what = field.map { isValue ? "the value of '\($0)'" : "the text with '\($0)' in it" } ?? "the text"
    let size = "\(number(fit.size.value)) pt"
    let tried = fitting.style.fit.map(\.written).joined(separator: ", ")
    let isVertical = fitting.style.direction == .vertical
    let (long, deep) = isVertical ? ("high", "wide") : ("wide", "high")
    let message: String
    var room = isVertical ? "'height'" : "'width'"
    if isCell, !isVertical { room = "'columns'" }
    if fit.widest > along {
      message =
        "\(what) does not fit: \(mm(fit.widest)) \(long) at \(size), \(mm(along)) are there"
    } else {
      let height = fitting.height(of: fit.lines.count, at: fit.size)
      let depth = across.map { ", \(mm($0)) \(deep) are there" } ?? ""
      if across != nil, !isVertical, !isCell { room += " or 'height'" }
      message =
        "\(what) does not fit: \(fit.lines.count == 1 ? "a line" : "\(fit.lines.count) lines") of \(size) in \(mm(along)), \(mm(height)) \(deep)\(depth)"
    }
    diagnostics.append(
      Diagnostic(
        .error, "layout.text-overflow", message, at: element.span,
        hint: tried.isEmpty
          ? "make room with \(room), or let it give way: fit: shrink(12pt), wrap(2)"
          : "'fit: \(tried)' is exhausted: make room with \(room), or allow a smaller size or more lines",
        field: field, record: field == nil ? nil : filled.record))
  }

  func sealCrowded(of element: Part, needed: Points, room: Points) -> Diagnostic {
    Diagnostic(
      .error, "layout.seal-crowded",
      "the characters on the seal's arc run into each other: \(mm(needed)) wide each, \(mm(room)) apart",
      at: element.span, hint: "a smaller 'size' or 'condense', or a longer 'arc', makes room")
  }

  func sealBottomTooLong(of element: Part, needed: Points, room: Points) -> Diagnostic {
    Diagnostic(
      .error, "layout.seal-crowded",
      "the line at the foot of the seal runs over its ring: it is \(mm(needed)) long, \(mm(room)) are there",
      at: element.span, hint: "a shorter 'bottom', or a smaller 'bottom-size' or 'condense', makes room")
  }

  func microtextTooLong(of element: Part, content: FilledTemplate.FilledText, length: Points, room: Points)
    -> Diagnostic
  {
    let field = fieldName(content.fields.first?.field)
    return Diagnostic(
      .error, "layout.text-overflow",
      "the microtext does not fit once on its line: it is \(mm(length)) long, \(mm(room)) are there", at: element.span,
      hint: "make the line longer, or the characters smaller", field: field, record: field == nil ? nil : filled.record)
  }

  func tooManyPages() -> Diagnostic {
    Diagnostic(
      .error, "layout.too-many-pages", "this certificate has more than \(Composer.mostPages) pages",
      at: plan.template.span, hint: "give its lists fewer entries, or its pages more room")
  }

  func rowTooHigh(_ row: Present, height: Points, room: Points) -> Diagnostic {
    let field = row.entry?.name
    return Diagnostic(
      .error, "layout.row-too-high",
      "this does not fit on a page: it is \(mm(height)) high, \(mm(room)) are there", at: row.element.span,
      hint: "make room with 'until' and 'again', or make it smaller", field: field,
      record: field == nil ? nil : filled.record)
  }

  func offPage(_ placed: PlacedElement) -> Diagnostic {
    let ink = placed.item.inkBox
    let page = setup.size
    return Diagnostic(
      .error, "layout.off-page",
      "'\(placed.item.id)' leaves the sheet: it spans \(range(ink.x, ink.maxX)) across and \(range(ink.y, ink.maxY)) down, the sheet is \(mm(page.width)) by \(mm(page.height))",
      at: placed.item.span, hint: "move it, or make it smaller")
  }

  /// - Parameter more: how many others of the same row, column or table do so too.
  func outsideArea(_ placed: PlacedElement, more: Int) -> Diagnostic {
    let others = more == 0 ? "" : more == 1 ? ", and one more beside it" : ", and \(more) more beside it"
    return Diagnostic(
      .warning, "layout.outside-area", "'\(placed.item.id)' leaves the certificate's area" + others,
      at: placed.item.span,
      hint: "positions count from the area's top left corner; a printer may not reach beyond it")
  }

  func overlapping(_ above: PlacedElement, _ below: PlacedElement) -> Diagnostic {
    let layer = "; if it is meant, say over: \((below.layers.first ?? .line).rawValue)"
    return Diagnostic(
      .warning, "layout.overlap", "'\(above.item.id)' lies over '\(below.item.id)'", at: above.item.span,
      hint: "move one of them\(layer)",
      notes: above.item.span == below.item.span
        ? [] : [Diagnostic.Note("'\(below.item.id)' stands here", at: below.item.span)])
  }

  func denseCode(_ code: PlacedElement, module: Points, least: Points) -> Diagnostic {
    let size = if case .code(let symbol) = code.item.content { symbol.matrix.size } else { 0 }
    return Diagnostic(
      .warning, "layout.dense-code",
      "the squares of the QR symbol '\(code.item.id)' are \(hundredths(module)) mm wide; printers and phones want \(hundredths(least)) mm",
      at: code.item.span,
      hint:
        "make it \(mm(Points((least * Double(size)).value.rounded(.up)))) wide, shorten what it says, or write a lower 'level'"
    )
  }

  func quietZoneCovered(_ code: PlacedElement, by other: PlacedElement, zone: Rect) -> Diagnostic {
    let margin = (zone.width - code.item.box.width) / 2
    return Diagnostic(
      .error, "layout.quiet-zone",
      "'\(other.item.id)' stands in the quiet zone of the QR symbol '\(code.item.id)', which needs \(mm(margin)) of white on each side",
      at: other.item.span, hint: "move it away, or make the symbol smaller",
      notes: [Diagnostic.Note("the QR symbol", at: code.item.span)])
  }

  func quietZoneColored(_ code: PlacedElement, by ground: PlacedElement) -> Diagnostic {
    Diagnostic(
      .error, "layout.quiet-zone",
      "the QR symbol '\(code.item.id)' stands on the colour of '\(ground.item.id)'; it needs white under it",
      at: code.item.span, hint: "put a white rectangle of the symbol's size and quiet zone in place of the colour",
      notes: [Diagnostic.Note("the coloured ground", at: ground.item.span)])
  }

  func quietZoneOffPage(_ code: PlacedElement, zone: Rect) -> Diagnostic {
    Diagnostic(
      .error, "layout.quiet-zone",
      "the quiet zone of the QR symbol '\(code.item.id)' leaves the sheet", at: code.item.span,
      hint: "keep it \(mm((zone.width - code.item.box.width) / 2)) away from the sheet's edge")
  }
}

// Warnings: what paper shows and people would rather not see.
extension Composition {
  func tooSmall(_ placed: PlacedElement, fit: TextFit, least: Points) -> Diagnostic {
    let (name, used) = (placed.element.id, decimal(fit.usedSize.value))
    let isShrunk = fit.usedSize < fit.askedSize
    let field: String? =
      if case .text(let text) = placed.element.kind { filled.text(text.text).fields.first?.field } else { nil }
    let message =
      isShrunk
      ? "'\(name)' is shrunk from \(decimal(fit.askedSize.value, digits: 1)) pt to \(used) pt and can hardly be read"
      : "'\(name)' is set at \(used) pt and can hardly be read"
    return Diagnostic(
      .warning, "layout.small-text", message, at: placed.item.span,
      hint: "\(decimal(least.value)) pt are the least\(least < Legible.size ? "" : " for 汉字")"
        + (isShrunk
          ? ": make room with 'width', or allow more lines" : "; role: artifact is for what nobody has to read"),
      field: isShrunk ? field : nil, record: isShrunk && field != nil ? filled.record : nil)
  }

  func faint(_ placed: PlacedElement, color: Color, on ground: Color, needed: Double) -> Diagnostic {
    // Never rounded up to what is needed.
    let contrast = decimal((color.contrast(to: ground) * 10).rounded(.down) / 10, digits: 1)
    let paper = ground == .white ? "white" : ground.hex
    return Diagnostic(
      .warning, "layout.low-contrast",
      "'\(placed.element.id)' is faint and gets lost in a copy: \(color.hex) on \(paper) has a contrast of \(contrast):1, \(decimal(needed, digits: 1)):1 is needed",
      at: placed.item.span,
      hint: ground.luminance > 0.18 ? "a darker colour stands out" : "a lighter colour stands out")
  }

  func atEdge(_ placed: PlacedElement, side: String, distance: Points) -> Diagnostic {
    // Never rounded up to what is needed; places on the scene's grid are a hair off.
    let tenths = (distance.mm * 10 + 0.01).rounded(.down) / 10
    return Diagnostic(
      .warning, "layout.near-edge",
      "'\(placed.element.id)' is \(decimal(max(0, tenths), digits: 1)) mm from the sheet's \(side) edge, where many printers do not print",
      at: placed.item.span,
      hint: "keep \(decimal(Legible.edge.mm)) mm free"
        + (placed.element.element.layer == .text || placed.element.element.layer == .qr
          ? "" : ", or let it run off the sheet"))
  }

  func tooThin(_ placed: PlacedElement, width: Points, least: Points, isLight: Bool) -> Diagnostic {
    Diagnostic(
      .warning, "layout.hairline",
      "'\(placed.element.id)' has a stroke of \(decimal(width.value)) pt, which may not print",
      at: placed.item.span,
      hint: "\(decimal(least.value)) pt are the least for a \(isLight ? "light" : "dark") colour")
  }

  /// - Parameter untold: how many more there are, of which nothing is said.
  func nearlyAligned(_ miss: NearMiss, untold: Int) -> Diagnostic {
    let (moved, fixed) = (standing[miss.moved], standing[miss.fixed])
    let direction =
      miss.edge.isAcross
      ? miss.offset.value < 0 ? "left of" : "right of" : miss.offset.value < 0 ? "above" : "below"
    let correction = moved.correction(of: miss.edge, by: -miss.offset)
    let more = untold == 0 ? "" : "; \(untold) more nearly stand in line with others"
    return Diagnostic(
      .warning, "layout.nearly-aligned",
      "the \(miss.edge.rawValue) of '\(moved.element.id)' is \(decimal(abs(miss.offset.mm), digits: 2)) mm \(direction) that of '\(fixed.element.id)'\(more)",
      at: correction?.span ?? moved.element.span,
      hint: correction.map { "\($0.axis): \($0.replacement) in place of \($0.written) puts them in line" }
        ?? "if they are meant to be in line, move one of them",
      notes: [Diagnostic.Note("'\(fixed.element.id)' stands here", at: fixed.element.span)])
  }
}

private func hundredths(_ length: Points) -> String { decimal(length.mm, digits: 2) }

/// Millimetres with one decimal, as people measure.
private func mm(_ length: Points) -> String { number(length.mm) + " mm" }

private func range(_ from: Points, _ to: Points) -> String { "\(number(from.mm)) to \(mm(to))" }

private func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
