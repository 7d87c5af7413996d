import CCairo
import CFreeType
import PressScene

extension PNGPainter {
  /// Draws each glyph's outline at its true place, to 1/64 pixel.
  ///
  /// (cairo 1.16 would move each glyph to a whole pixel, which at 150 dpi makes the spaces between characters uneven.)
  func draw(_ run: GlyphRun) throws(PaintError) {
    let face = try faces.face(run.face)
    try saved { () throws(PaintError) in
      transform(by: run.transform)
      set(run.paint)
      var matrix = cairo_matrix_t()
      cairo_get_matrix(cairo, &matrix)
      cairo_identity_matrix(cairo)
      let em = run.size.value / face.outlines.unitsPerEm
      let device = Transform(matrix)
      let clip = PixelBox(clipOf: cairo)
      for glyph in run.glyphs {
        try face.check(glyph.id)
        let origin = device(glyph.position)
        // Font units are y up.
        let toDevice = Transform(
          a: device.a * em, b: device.b * em, c: -device.c * em, d: -device.d * em, tx: origin.x, ty: origin.y)
        try draw(glyph.id, of: face, by: toDevice, within: clip)
      }
    }
  }

  private func draw(
    _ glyph: GlyphID, of face: FontFace, by toDevice: Transform, within clip: PixelBox
  ) throws(PaintError) {
    guard FT_Load_Glyph(face.outlines.face, FT_UInt(glyph), FT_Int32(FT_LOAD_NO_SCALE)) == 0,
      var outline = face.outlines.face.pointee.glyph?.pointee.outline
    else { throw PaintError(.unreadableFace(name: face.name)) }
    let count = Int(outline.n_points)
    guard count > 0, let source = outline.points else { return }  // a space
    buffers.points.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let point = source[index]
      let (x, y) = (Double(point.x), Double(point.y))
      // 26.6 fixed point, y up again, as FreeType draws.
      buffers.points.append(
        FT_Vector(
          x: FT_Pos(((toDevice.a * x + toDevice.c * y + toDevice.tx.value) * 64).rounded()),
          y: FT_Pos((-(toDevice.b * x + toDevice.d * y + toDevice.ty.value) * 64).rounded())))
    }
    let status = buffers.points.withUnsafeMutableBufferPointer { points in
      outline.points = points.baseAddress
      return paint(&outline, library: face.outlines.library, within: clip)
    }
    guard status == 0 else { throw PaintError(.unreadableFace(name: face.name)) }
  }

  /// - Returns: FreeType's error, 0 for none.
  private func paint(_ outline: inout FT_Outline, library: FT_Library, within clip: PixelBox) -> FT_Error {
    var ink = FT_BBox()
    FT_Outline_Get_CBox(&outline, &ink)
    let box = PixelBox(
      left: ink.xMin >> 6, top: -((ink.yMax + 63) >> 6), right: (ink.xMax + 63) >> 6, bottom: -(ink.yMin >> 6)
    ).intersection(clip)
    guard !box.isEmpty else { return 0 }
    let stride = Int(cairo_format_stride_for_width(CAIRO_FORMAT_A8, Int32(box.width)))
    FT_Outline_Translate(&outline, -box.left << 6, box.bottom << 6)
    buffers.mask.removeAll(keepingCapacity: true)
    buffers.mask.append(contentsOf: repeatElement(0, count: stride * box.height))
    return buffers.mask.withUnsafeMutableBufferPointer { mask in
      var bitmap = FT_Bitmap()
      bitmap.rows = UInt32(box.height)
      bitmap.width = UInt32(box.width)
      bitmap.pitch = Int32(stride)
      bitmap.buffer = mask.baseAddress
      bitmap.num_grays = 256
      bitmap.pixel_mode = UInt8(FT_PIXEL_MODE_GRAY.rawValue)
      let status = FT_Outline_Get_Bitmap(library, &outline, &bitmap)
      guard status == 0 else { return status }
      let surface = cairo_image_surface_create_for_data(
        mask.baseAddress, CAIRO_FORMAT_A8, Int32(box.width), Int32(box.height), Int32(stride))
      cairo_mask_surface(cairo, surface, Double(box.left), Double(box.top))
      cairo_surface_finish(surface)  // the memory is used again
      cairo_surface_destroy(surface)
      return 0
    }
  }
}

/// Whole pixels of the device, y down.
struct PixelBox {
  var left, top, right, bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }
  var isEmpty: Bool { right <= left || bottom <= top }

  func intersection(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }
}

extension PixelBox {
  /// What `cairo` can still paint on; its matrix is the identity.
  init(clipOf cairo: OpaquePointer) {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(cairo, &left, &top, &right, &bottom)
    self.init(
      left: Int(left.rounded(.down)), top: Int(top.rounded(.down)), right: Int(right.rounded(.up)),
      bottom: Int(bottom.rounded(.up)))
  }
}
