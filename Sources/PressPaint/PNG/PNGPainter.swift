import CCairo
import PressScene

/// Draws one page as pixels, a band of rows at a time: a page at 300 dpi has 35 MB of pixels, a band stays in the processor's
/// cache and is used again.
struct PNGPainter: CairoPainter {
  let context: CairoContext
  let faces: FontFaces
  let pictures: PictureCache
  let buffers: RasterBuffers
  let dpi: Double

  /// Dots per inch.
  static let resolutions = 36.0...1200.0
  /// A4 at 1200 dpi has 139 million.
  private static let mostPixels = 160_000_000
  private static let rowsPerBand = 96

  static func paint(
    _ page: Page, dpi: Double, faces: FontFaces, pictures: PictureCache, buffers: RasterBuffers
  ) throws(PaintError) -> [UInt8] {
    let scale = dpi / 72
    let (width, height) = try pixels(of: page.size, dpi: dpi)
    let reaches = page.items.map { PixelBox(around: Transform.scale(scale, scale)($0.content.paintedBox)) }
    var encoder = PNGEncoder(width: width, height: height, pixelsPerMetre: Int((dpi / 0.0254).rounded()))
    for top in stride(from: 0, to: height, by: rowsPerBand) {
      let rows = top..<min(top + rowsPerBand, height)
      let items = zip(page.items, reaches).filter { $1.top < rows.upperBound && $1.bottom > rows.lowerBound }.map(\.0)
      let band = try buffers.whiteBand(width: width, rows: rows)
      let painter = PNGPainter(
        context: try CairoContext(on: band.pointer), faces: faces, pictures: pictures, buffers: buffers, dpi: dpi)
      cairo_scale(painter.cairo, scale, scale)
      try painter.draw(items)
      cairo_surface_flush(band.pointer)
      encoder.append(rows: buffers.pixels(count: width * rows.count))
    }
    pictures.trim()
    return encoder.finish()
  }

  private static func pixels(of size: Size, dpi: Double) throws(PaintError) -> (width: Int, height: Int) {
    guard resolutions.contains(dpi) else { throw PaintError(.resolution(asked: dpi, allowed: resolutions)) }
    try size.checkForPaper()
    let width = Int((size.width.value * dpi / 72).rounded())
    let height = Int((size.height.value * dpi / 72).rounded())
    guard width * height <= mostPixels else {
      throw PaintError(.tooManyPixels(width: width, height: height, limit: mostPixels))
    }
    return (width, height)
  }

  /// Only as large as what will be drawn: a layer of the whole band costs as much as the band.
  func beginLayer(around box: Rect) {
    let box = PixelBox(around: toDevice(box))
    inPixels {
      cairo_rectangle(cairo, Double(box.left), Double(box.top), Double(box.width), Double(box.height))
      cairo_clip(cairo)
    }
    cairo_push_group(cairo)
  }

  /// From the current space to pixels of the page.
  var toDevice: Transform {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    return Transform(matrix)
  }

  /// Draws in pixels of the page; transform and source are as before when it returns, the clip is kept.
  func inPixels(_ body: () -> Void) {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    cairo_identity_matrix(cairo)
    body()
    cairo_set_matrix(cairo, &matrix)
  }

  /// Whole pixels around all that can still be painted.
  var clip: PixelBox {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    inPixels { cairo_clip_extents(cairo, &left, &top, &right, &bottom) }
    return PixelBox(around: left, top, right, bottom)
  }
}

extension Transform {
  init(_ matrix: cairo_matrix_t) {
    self.init(a: matrix.xx, b: matrix.yx, c: matrix.xy, d: matrix.yy, tx: Points(matrix.x0), ty: Points(matrix.y0))
  }
}
