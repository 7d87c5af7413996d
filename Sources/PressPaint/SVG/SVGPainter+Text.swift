import CCairo
import CFreeType
import PressScene

extension SVGPainter {
  /// Glyphs as outlines, so that no font has to be at hand.
  func draw(_ run: GlyphRun, on out: inout SVGText) throws(PaintError) {
    guard !run.glyphs.isEmpty, run.size.value > 0 else { return }
    let face = try faces.face(run.face)
    _ = try run.byteClusters()  // a run that has no PDF has no SVG either
    for glyph in run.glyphs { try face.check(glyph.id) }
    let paint = run.paint.plain
    if paint.isSolid {
      try call(run, of: face, in: paint, on: &out)
    } else {
      try trace(run, of: face, in: paint, on: &out)
    }
  }

  /// Each glyph by its definition, in the font's units: their places are, too.
  private func call(_ run: GlyphRun, of face: FontFace, in paint: Paint, on out: inout SVGText) throws(PaintError) {
    let em = run.size.value / face.outlines.unitsPerEm
    out.raw("<g")
    // Outlines are y up.
    out.attribute(transform: Transform(a: em, b: 0, c: 0, d: -em, tx: 0, ty: 0).then(run.transform))
    try write(paint, as: "fill", on: &out)
    if run.embolden > 0 {
      try write(paint, as: "stroke", on: &out)
      out.attribute("stroke-width", run.embolden.value / em)
      out.raw(" stroke-miterlimit=\"2\"")
    }
    out.raw(">")
    for glyph in run.glyphs {
      let outline = try face.outline(of: glyph.id)
      guard outline.n_contours > 0 else { continue }
      let id = "g\(run.face.digest.prefix(8))-\(glyph.id)"
      try define(id) { out throws(PaintError) in
        out.raw("<path")
        out.attribute("id", id)
        out.raw(" d=\"")
        try out.outline(outline, of: face)
        out.raw("\"/>")
      }
      out.raw("<use")
      out.href(id)
      if glyph.position.x != 0 { out.attribute("x", glyph.position.x.value / em) }
      if glyph.position.y != 0 { out.attribute("y", -glyph.position.y.value / em) }
      out.raw("/>")
    }
    out.raw("</g>")
  }

  /// All outlines as one path in the run's space, where a gradient's points are: one that was called would have the gradient begin anew
  /// at each glyph (SVG 1.1, 13.2.2).
  private func trace(_ run: GlyphRun, of face: FontFace, in paint: Paint, on out: inout SVGText) throws(PaintError) {
    let em = run.size.value / face.outlines.unitsPerEm
    out.raw("<path")
    out.attribute(transform: run.transform)
    try write(paint, as: "fill", on: &out)
    if run.embolden > 0 {
      try write(paint, as: "stroke", on: &out)
      out.attribute("stroke-width", run.embolden.value)
      out.raw(" stroke-miterlimit=\"2\"")
    }
    out.raw(" d=\"")
    for glyph in run.glyphs {
      let place = Transform(a: em, b: 0, c: 0, d: -em, tx: glyph.position.x, ty: glyph.position.y)
      try out.outline(face.outline(of: glyph.id), of: face, by: place)
    }
    out.raw("\"/>")
  }
}

extension SVGText {
  /// The contours of a glyph, quadratic as TrueType has them: between two points off the curve lies one on it, half way.
  ///
  /// - Parameter transform: from the font's units, y up, to the space at hand.
  /// - Throws: ``PaintError/Problem/unreadableFace(name:)`` for cubic curves, which no face of a PDF of ours has either.
  fileprivate mutating func outline(
    _ outline: FT_Outline, of face: FontFace, by transform: Transform? = nil
  ) throws(PaintError) {
    var first = 0
    for contour in 0..<Int(outline.n_contours) {
      let last = Int(outline.contours[contour])
      defer { first = last + 1 }
      guard last > first else { continue }  // a point is no area
      let points = (first...last).map { index in
        (
          x: Double(outline.points[index].x), y: Double(outline.points[index].y),
          tag: UInt8(truncatingIfNeeded: outline.tags[index]) & 3
        )
      }
      guard points.allSatisfy({ $0.tag < 2 }) else { throw PaintError(.unreadableFace(name: face.name)) }
      func halfway(_ one: Int, _ other: Int) -> (x: Double, y: Double) {
        ((points[one].x + points[other].x) / 2, (points[one].y + points[other].y) / 2)
      }
      let count = points.count
      // Where the contour begins: at a point on it, or between two that are not.
      let start = points.firstIndex { $0.tag == 1 }
      let begin = start.map { (x: points[$0].x, y: points[$0].y) } ?? halfway(count - 1, 0)
      raw("M")
      place(begin, by: transform)
      var index = start.map { $0 + 1 } ?? 0
      var left = start == nil ? count : count - 1
      while left > 0 {
        let here = index % count
        if points[here].tag == 1 {
          raw("L")
          place((points[here].x, points[here].y), by: transform)
          (index, left) = (index + 1, left - 1)
          continue
        }
        let next = (index + 1) % count
        raw("Q")
        place((points[here].x, points[here].y), by: transform)
        raw(" ")
        if left == 1 {
          place(begin, by: transform)
          left = 0
        } else if points[next].tag == 1 {
          place((points[next].x, points[next].y), by: transform)
          (index, left) = (index + 2, left - 2)
        } else {
          place(halfway(here, next), by: transform)
          (index, left) = (index + 1, left - 1)
        }
      }
      raw("Z")
    }
  }

  private mutating func place(_ point: (x: Double, y: Double), by transform: Transform?) {
    var point = point
    if let moved = transform?(Point(x: Points(point.x), y: Points(point.y))) { point = (moved.x.value, moved.y.value) }
    number(point.x, decimals: transform == nil ? 1 : 3)
    raw(" ")
    number(point.y, decimals: transform == nil ? 1 : 3)
  }
}
