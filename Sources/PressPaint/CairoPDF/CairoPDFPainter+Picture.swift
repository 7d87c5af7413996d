import CCairo
import PressScene

extension CairoPDFPainter {
  /// A JPEG goes into the file as it is; other pixels are deflated, their alpha as a soft mask.
  func draw(_ placed: PlacedPicture) throws(PaintError) {
    let picture = placed.picture
    let surface = try picture.format == .jpeg ? passed.surface(for: picture) : pictures.pixels(of: picture)
    try saved { () throws(PaintError) in
      // Within the rounding of the scene's grid it is all shown.
      if !placed.crop.contains(placed.box, tolerance: 0.002) { clip(to: Path(rect: placed.crop)) }
      transform(by: placed.transform)
      let width = Double(cairo_image_surface_get_width(surface.pointer))
      let height = Double(cairo_image_surface_get_height(surface.pointer))
      cairo_scale(cairo, 1 / width, 1 / height)
      cairo_set_source_surface(cairo, surface.pointer, 0, 0)
      // Any better filter makes cairo 1.16 write /Interpolate true, which PDF/A forbids.
      cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_FAST)
      cairo_paint(cairo)
    }
  }
}

/// The JPEG files of one document: used twice, stored once.
final class PassedPictures {
  private var surfaces: [String: CairoSurface] = [:]

  /// - Throws: ``PaintError/Problem/unreadablePicture`` for CMYK, which has no pixels for a PNG either.
  func surface(for jpeg: Picture) throws(PaintError) -> CairoSurface {
    guard jpeg.components < 4 else { throw PaintError(.unreadablePicture) }
    if let surface = surfaces[jpeg.digest] { return surface }
    let surface = try CairoSurface(passing: jpeg)
    surfaces[jpeg.digest] = surface
    return surface
  }
}

extension PlacedPicture {
  /// Around the whole picture, on the page.
  var box: Rect { transform(Rect(x: 0, y: 0, width: 1, height: 1)) }
}
