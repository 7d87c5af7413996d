import CCairo
import PressScene

extension CairoPDFPainter {
  /// Shows the glyphs with their characters, so that the text can be found and copied.
  func draw(_ run: GlyphRun) throws(PaintError) {
    guard !run.glyphs.isEmpty else { return }
    let face = try faces.face(run.face)
    let clusters = try run.byteClusters()
    for glyph in run.glyphs { try face.check(glyph.id) }
    let glyphs = run.cairoGlyphs
    try saved { () throws(PaintError) in
      transform(by: run.transform)
      try select(face, size: run.size)
      set(run.paint)
      var text = run.text
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          cairo_show_text_glyphs(
            cairo, bytes.baseAddress, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
            cairo_text_cluster_flags_t(0))
        }
      }
      if run.embolden > 0 { strokeOutlines(of: run) }
    }
  }
}

extension GlyphRun {
  /// The clusters in bytes of UTF-8, as cairo counts.
  ///
  /// - Throws: ``PaintError/Problem/brokenRun`` where they leave a gap or go beyond the run.
  func byteClusters() throws(PaintError) -> [cairo_text_cluster_t] {
    var result: [cairo_text_cluster_t] = []
    result.reserveCapacity(clusters.count)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var (scalarsDone, glyphsDone) = (0, 0)
    for cluster in clusters {
      guard cluster.scalars.lowerBound == scalarsDone, cluster.glyphs.lowerBound == glyphsDone,
        cluster.glyphs.upperBound <= glyphs.count
      else { throw PaintError(.brokenRun) }
      var bytes = 0
      for _ in cluster.scalars {
        guard index < scalars.endIndex else { throw PaintError(.brokenRun) }
        bytes += UTF8.width(scalars[index])
        scalars.formIndex(after: &index)
      }
      result.append(cairo_text_cluster_t(num_bytes: Int32(bytes), num_glyphs: Int32(cluster.glyphs.count)))
      scalarsDone = cluster.scalars.upperBound
      glyphsDone = cluster.glyphs.upperBound
    }
    guard index == scalars.endIndex, glyphsDone == glyphs.count else { throw PaintError(.brokenRun) }
    return result
  }
}
