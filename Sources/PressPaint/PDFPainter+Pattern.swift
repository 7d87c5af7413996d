import CCairo
import PressScene

extension PDFPainter {
  /// Writes the cell once and uses it at each place.
  func draw(_ pattern: Pattern) throws(PaintError) {
    // The cell's box is clipped to; a margin keeps the edges of its ink out of that.
    let box = pattern.cell.paintedBox.grown(by: 2)
    var extents = cairo_rectangle_t(
      x: box.x.value, y: box.y.value, width: box.width.value, height: box.height.value)
    let cell = try CairoSurface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents))
    let recorder = PDFPainter(context: try CairoContext(on: cell.pointer), faces: faces, pictures: pictures)
    for shape in pattern.cell { recorder.draw(shape) }
    try recorder.context.check()
    for place in pattern.places {
      try saved { () throws(PaintError) in
        transform(by: place)
        cairo_set_source_surface(cairo, cell.pointer, 0, 0)
        cairo_paint(cairo)
      }
    }
  }
}
