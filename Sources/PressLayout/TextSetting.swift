import PressScene
import PressTemplate

/// Sets fitted lines into a box: pen positions, glyph runs, ink. Everything lands on the scene's grid here, once.
struct TextSetting {
  let text: ShapedText
  let style: TextStyle
  let fit: TextFitting.Result

  func runs(in box: Rect) -> (runs: [GlyphRun], ink: Rect) {
    var runs: [GlyphRun] = []
    var ink = Rect.zero
    let scalars = Array(text.text.unicodeScalars)
    for (number, line) in fit.lines.enumerated() {
      let baseline =
        box.y + fit.size * emBoxAscent + style.leading.at(fit.size) * Double(number)
      let (start, extra) = start(of: line, in: box)
      var pen = start
      var builder: RunBuilder?
      for index in line.clusters {
        let cluster = text.clusters[index]
        if cluster.glyphs.isEmpty { continue }  // a line break: no ink, nothing to extract
        if builder == nil || builder?.face != cluster.face {
          if let run = builder?.run { runs.append(run) }
          builder = RunBuilder(
            face: cluster.face, id: text.faces[cluster.face], size: fit.size, color: style.color,
            origin: Point(x: pen.onGrid, y: baseline.onGrid))
        }
        builder?.append(cluster, pen: pen, gap: extra, scalars: scalars, ink: &ink)
        pen += fit.size * cluster.advance + extra
      }
      if let run = builder?.run { runs.append(run) }
    }
    return (runs, ink)
  }

  /// Where a line begins, and what is added between its clusters.
  private func start(of line: TextFitting.Line, in box: Rect) -> (x: Points, extra: Points) {
    let tracking = style.tracking.at(fit.size)
    let slack = box.width - line.width
    switch style.alignment {
    case .left: return (box.x, tracking)
    case .center: return (box.x + slack / 2, tracking)
    case .right: return (box.x + slack, tracking)
    case .distribute:
      // One character alone has no gap to widen: it stands in the middle.
      if line.inked < 2 { return (box.x + slack / 2, tracking) }
      return (box.x, tracking + slack / Double(line.inked - 1))
    }
  }
}

/// Collects the clusters of one face on one line.
private struct RunBuilder {
  let face: Int
  private(set) var run: GlyphRun
  private let size: Points

  init(face: Int, id: FaceID, size: Points, color: Color, origin: Point) {
    self.face = face
    self.size = size
    run = GlyphRun(
      face: id, size: size.onGrid, paint: .solid(color), transform: .translation(origin.x, origin.y), glyphs: [],
      text: "", clusters: [])
  }

  mutating func append(
    _ cluster: ShapedText.Cluster, pen: Points, gap: Points, scalars: [Unicode.Scalar], ink: inout Rect
  ) {
    let origin = Point(x: run.transform.tx, y: run.transform.ty)
    let firstGlyph = run.glyphs.count
    let firstScalar = run.clusters.last?.scalars.upperBound ?? 0
    var pen = pen
    for (index, glyph) in cluster.glyphs.enumerated() {
      let advance = size * glyph.advance + (index == cluster.glyphs.count - 1 ? gap : 0)
      let position = Point(x: pen + size * glyph.offsetX - origin.x, y: size * glyph.offsetY).onGrid
      let step = ((pen + advance).onGrid - pen.onGrid).onGrid
      run.glyphs.append(GlyphRun.Glyph(id: glyph.id, position: position, advance: step))
      if !glyph.ink.isEmpty {
        ink = ink.union(
          Rect(
            x: origin.x + position.x + size * glyph.ink.minX, y: origin.y + position.y + size * glyph.ink.minY,
            width: size * (glyph.ink.maxX - glyph.ink.minX), height: size * (glyph.ink.maxY - glyph.ink.minY)))
      }
      pen += advance
    }
    run.text.unicodeScalars.append(contentsOf: scalars[cluster.scalars])
    run.clusters.append(
      Cluster(
        glyphs: firstGlyph..<run.glyphs.count, scalars: firstScalar..<firstScalar + cluster.scalars.count))
  }
}
