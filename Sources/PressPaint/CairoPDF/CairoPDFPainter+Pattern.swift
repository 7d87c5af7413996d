import CCairo
import PressScene

extension CairoPDFPainter {
  /// Writes the cell once, as a form, and uses it at each place: for 130 cells of 12 curves 0.5 ms and 2 KB instead of 2.7 ms and
  /// 10 KB. A form keeps the cell's own numbers, so one place is enough if they are many.
  func draw(_ pattern: Pattern) throws(PaintError) {
    guard pattern.cell.numbers > (pattern.places.count > 1 ? 12 : 500) else {
      for place in pattern.places {
        try saved { () throws(PaintError) in
          transform(by: place)
          for shape in pattern.cell { draw(shape) }
        }
      }
      return
    }
    let form = try record(pattern.cell)
    for place in pattern.places {
      try saved { () throws(PaintError) in
        transform(by: place)
        cairo_set_source_surface(cairo, form.pointer, 0, 0)
        cairo_paint(cairo)
      }
    }
  }

  private func record(_ cell: [Shape]) throws(PaintError) -> CairoSurface {
    // A form is clipped to its box; the margin keeps that away from the ink.
    let box = cell.paintedBox.grown(by: 2)
    var extents = cairo_rectangle_t(x: box.x.value, y: box.y.value, width: box.width.value, height: box.height.value)
    let form = try CairoSurface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents))
    let painter = CairoPDFPainter(context: try CairoContext(on: form.pointer), faces: faces, pictures: pictures)
    for shape in cell { painter.draw(shape) }
    try painter.context.check()
    return form
  }
}
