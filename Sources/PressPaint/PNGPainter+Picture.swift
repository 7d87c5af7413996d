import CCairo
import PressScene

extension PNGPainter {
  func draw(_ placed: PlacedPicture) throws(PaintError) {
    let picture = placed.picture
    let surface = try pictures.pixels(of: picture)
    try saved { () throws(PaintError) in
      clip(to: Path(rect: placed.crop))
      transform(by: placed.transform)
      cairo_scale(cairo, 1 / Double(picture.pixelWidth), 1 / Double(picture.pixelHeight))
      cairo_set_source_surface(cairo, surface.pointer, 0, 0)
      // Good averages over all pixels when it makes smaller; padding keeps the outermost row from fading into the paper.
      cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD)
      cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD)
      cairo_rectangle(cairo, 0, 0, Double(picture.pixelWidth), Double(picture.pixelHeight))
      cairo_fill(cairo)
    }
  }
}
