import CCairo
import PressScene

extension CairoPainter {
  /// Makes `face` the current font.
  func select(_ face: FontFace, size: Points) throws(PaintError) {
    cairo_set_font_face(cairo, try face.forCairo())
    cairo_set_font_size(cairo, size.value)
    cairo_set_font_options(cairo, faces.options)
  }

  /// Makes a run bold: a stroke around its outlines, in the current font, paint and space. The text itself is drawn before, so it can
  /// still be found and copied.
  func strokeOutlines(of run: GlyphRun) {
    cairo_new_path(cairo)
    let glyphs = run.cairoGlyphs
    cairo_glyph_path(cairo, glyphs, Int32(glyphs.count))
    cairo_set_line_width(cairo, run.embolden.value)
    // Corners stay corners; a mitre longer than this would stand out of an acute one.
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER)
    cairo_set_miter_limit(cairo, 2)
    cairo_set_dash(cairo, nil, 0, 0)
    cairo_stroke(cairo)
  }
}

extension GlyphRun {
  /// At their places in the run's space.
  var cairoGlyphs: [cairo_glyph_t] {
    glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.position.x.value, y: $0.position.y.value) }
  }
}
