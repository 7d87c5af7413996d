import CCairo
import CPixels
import PressScene

/// Draws one page as pixels.
struct PNGPainter: CairoPainter {
  let context: CairoContext
  let faces: FontFaces
  let pictures: PictureCache
  let buffers: RasterBuffers
  let dpi: Double

  static let resolutions = 36.0...1200.0
  static let mostPixels = 160_000_000

  static func paint(
    _ page: Page, dpi: Double, faces: FontFaces, pictures: PictureCache, buffers: RasterBuffers
  ) throws(PaintError) -> [UInt8] {
    guard resolutions.contains(dpi) else { throw PaintError(.resolution(asked: dpi, allowed: resolutions)) }
    let scale = dpi / 72
    let width = Int((page.size.width.value * scale).rounded())
    let height = Int((page.size.height.value * scale).rounded())
    let surface = try CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    let painter = PNGPainter(
      context: try CairoContext(on: surface.pointer), faces: faces, pictures: pictures, buffers: buffers, dpi: dpi)
    cairo_set_source_rgb(painter.cairo, 1, 1, 1)
    cairo_paint(painter.cairo)
    cairo_scale(painter.cairo, scale, scale)
    try painter.draw(page.items)
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else { throw PaintError(.cairo("no pixels")) }
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    let options = certpress_png_options(
      has_alpha: false, pixels_per_metre: UInt32((dpi / 0.0254).rounded()), compression_level: 1, filters: 8)
    var out = certpress_bytes(start: nil, length: 0)
    guard certpress_png_encode(data, Int32(width), Int32(height), stride, options, &out, nil) == .CERTPRESS_OK else {
      throw PaintError(.cairo("no PNG"))
    }
    defer { certpress_bytes_free(out) }
    return Array(UnsafeBufferPointer(start: out.start, count: out.length))
  }

  /// Only as large as what will be drawn: a layer of the whole page costs as much as the page.
  func beginLayer(around box: Rect) {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    let device = Transform(matrix)(box)
    cairo_identity_matrix(cairo)
    let (left, top) = (device.x.value.rounded(.down), device.y.value.rounded(.down))
    cairo_rectangle(
      cairo, left, top, device.maxX.value.rounded(.up) - left, device.maxY.value.rounded(.up) - top)
    cairo_clip(cairo)
    cairo_set_matrix(cairo, &matrix)
    cairo_push_group(cairo)
  }
}

extension Transform {
  init(_ matrix: cairo_matrix_t) {
    self.init(a: matrix.xx, b: matrix.yx, c: matrix.xy, d: matrix.yy, tx: Points(matrix.x0), ty: Points(matrix.y0))
  }
}
