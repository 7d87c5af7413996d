import CCairo
import PressScene

extension CairoPDFPainter {
  /// One black path of exactly the frame.
  func draw(_ code: PlacedCode) throws(PaintError) {
    fill(code)
  }
}

extension CairoPainter {
  /// Fills the outline of the dark modules: one path, so that no viewer shows seams between modules.
  func fill(_ code: PlacedCode) {
    let module = code.frame.width.value / Double(code.matrix.size)
    cairo_new_path(cairo)
    code.matrix.eachContourCorner { corner, isFirst in
      let x = code.frame.x.value + Double(corner.column) * module
      let y = code.frame.y.value + Double(corner.row) * module
      if isFirst { cairo_move_to(cairo, x, y) } else { cairo_line_to(cairo, x, y) }
    }
    cairo_set_source_rgb(cairo, 0, 0, 0)
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_fill(cairo)
  }
}
