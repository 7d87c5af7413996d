import CCairo
import PressScene

extension PNGPainter {
  func draw(_ placed: PlacedPicture) throws(PaintError) {
    let picture = placed.picture
    let surface = try pictures.pixels(of: picture)
    try saved { () throws(PaintError) in
      trace(placed)
      transform(by: placed.transform)
      cairo_scale(cairo, 1 / Double(picture.pixelWidth), 1 / Double(picture.pixelHeight))
      cairo_set_source_surface(cairo, surface.pointer, 0, 0)
      // Good averages over all pixels when it makes smaller; padding keeps the outermost row from fading into the paper.
      cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD)
      cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD)
      cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
      cairo_fill(cairo)
    }
  }

  /// Makes what is shown of the picture the current path: a rectangle where the picture stands upright, so that an edge between
  /// pixels is not softened twice, by the clip and by the path.
  private func trace(_ placed: PlacedPicture) {
    let transform = placed.transform
    if (transform.b == 0 && transform.c == 0) || (transform.a == 0 && transform.d == 0) {
      trace(Path(rect: placed.box.intersection(placed.crop)))
    } else {
      clip(to: Path(rect: placed.crop))
      trace(Path(rect: Rect(x: 0, y: 0, width: 1, height: 1)).transformed(by: transform))
    }
  }
}
