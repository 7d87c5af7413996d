import PressScene

extension SVGPainter {
  func draw(_ shapes: [Shape], on out: inout SVGText) throws(PaintError) {
    for shape in shapes { try draw(shape, on: &out) }
  }

  /// Fills, then strokes; the opacity is of both as one coat.
  private func draw(_ shape: Shape, on out: inout SVGText) throws(PaintError) {
    guard shape.opacity > 0, shape.fill != nil || shape.stroke != nil, !shape.path.segments.isEmpty else { return }
    out.raw("<path")
    if let fill = shape.fill {
      try write(fill.paint.plain, as: "fill", on: &out)
      if fill.rule == .evenOdd { out.raw(" fill-rule=\"evenodd\"") }
    } else {
      out.raw(" fill=\"none\"")
    }
    if let stroke = shape.stroke {
      try write(stroke.paint.plain, as: "stroke", on: &out)
      out.line(of: stroke)
    }
    if shape.opacity < 1 { out.attribute("opacity", shape.opacity, decimals: 6) }
    out.attribute(path: shape.path)
    out.raw("/>")
  }

  /// The cell is defined once, each place calls it.
  func draw(_ pattern: Pattern, on out: inout SVGText) throws(PaintError) {
    var cell = SVGText()
    cell.raw(">")
    try draw(pattern.cell, on: &cell)
    let id = try define("k", "<g", cell, "</g>")
    for place in pattern.places {
      out.raw("<use")
      out.href(id)
      out.attribute(transform: place)
      out.raw("/>")
    }
  }

  /// One black path in modules, its numbers whole. The page's pixels are not softened between modules: scanners like them hard.
  func draw(_ code: PlacedCode, on out: inout SVGText) {
    let side = Double(code.matrix.size)
    out.raw("<path fill=\"#000\" fill-rule=\"evenodd\" shape-rendering=\"crispEdges\"")
    out.attribute(
      transform: Transform(
        a: code.frame.width.value / side, b: 0, c: 0, d: code.frame.height.value / side, tx: code.frame.x,
        ty: code.frame.y))
    out.raw(" d=\"")
    // From each corner the contour goes across to the next, then down or up to the one behind.
    var goesAcross = false
    code.matrix.eachContourCorner { corner, isFirst in
      if isFirst {
        out.raw("M")
        out.number(Double(corner.column))
        out.raw(" ")
        out.number(Double(corner.row))
      } else {
        if goesAcross { out.raw("H") } else { out.raw("V") }
        out.number(Double(goesAcross ? corner.column : corner.row))
      }
      goesAcross = isFirst || !goesAcross
    }
    out.raw("\"/>")  // a filled contour closes itself
  }
}

extension SVGText {
  /// What differs from SVG's own line.
  fileprivate mutating func line(of stroke: Stroke) {
    if stroke.width != 1 { attribute("stroke-width", stroke.width.value) }
    if stroke.cap != .butt { attribute("stroke-linecap", stroke.cap.rawValue) }
    if stroke.join != .miter {
      attribute("stroke-linejoin", stroke.join.rawValue)
    } else if stroke.miterLimit != 4 {
      // Below 1 it is an error in SVG, and cuts every mitre as 1 does.
      attribute("stroke-miterlimit", max(1, stroke.miterLimit))
    }
    guard !stroke.dash.isEmpty else { return }
    attribute("stroke-dasharray", stroke.dash.map { decimal($0.value) }.joined(separator: " "))
    if stroke.dashOffset != 0 { attribute("stroke-dashoffset", stroke.dashOffset.value) }
  }
}
