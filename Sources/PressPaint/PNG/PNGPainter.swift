import CCairo
import PressScene

/// Draws on a band of a page's rows, in pixels: a page at 300 dpi has 35 MB of them, a band stays in the processor's cache and is used
/// again.
struct PNGPainter: CairoPainter {
  let context: CairoContext
  let faces: FontFaces
  let pictures: PictureCache
  let buffers: RasterBuffers
  let dpi: Double

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
