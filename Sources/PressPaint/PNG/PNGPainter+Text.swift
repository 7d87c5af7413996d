import CCairo
import CFreeType
import PressScene

extension PNGPainter {
  /// Draws each glyph's outline at its true place, to 1/64 pixel.
  ///
  /// (cairo 1.16 would move each glyph to a whole pixel, which at 150 dpi makes the spaces between characters uneven.)
  func draw(_ run: GlyphRun) throws(PaintError) {
    let face = try faces.face(run.face)
    _ = try run.byteClusters()  // a run that has no PDF has no picture either
    try saved { () throws(PaintError) in
      transform(by: run.transform)
      set(run.paint)
      if run.embolden > 0 {
        try select(face, size: run.size)
        strokeOutlines(of: run)
      }
      let toDevice = toDevice
      let em = run.size.value / face.outlines.unitsPerEm
      let clip = clip
      cairo_identity_matrix(cairo)
      let ink = SolidInk(run.paint, on: PixelTarget(of: cairo))
      for glyph in run.glyphs {
        let box = try face.inkBox(of: glyph.id)
        let origin = toDevice(glyph.position)
        // Font units are y up.
        let fromUnits = Transform(
          a: toDevice.a * em, b: toDevice.b * em, c: -toDevice.c * em, d: -toDevice.d * em, tx: origin.x, ty: origin.y)
        guard !PixelBox(around: fromUnits(box)).intersection(clip).isEmpty else { continue }
        try draw(glyph.id, of: face, by: fromUnits, within: clip, in: ink)
      }
    }
  }

  private func draw(
    _ glyph: GlyphID, of face: FontFace, by fromUnits: Transform, within clip: PixelBox, in ink: SolidInk?
  ) throws(PaintError) {
    var outline = try face.outline(of: glyph)
    let source = UnsafeBufferPointer(start: outline.points, count: Int(outline.n_points))
    buffers.points.removeAll(keepingCapacity: true)
    for point in source {
      let (x, y) = (Double(point.x), Double(point.y))
      // Y up again, as FreeType draws.
      buffers.points.append(
        FT_Vector(
          x: FT_Pos(pixel: fromUnits.a * x + fromUnits.c * y + fromUnits.tx.value),
          y: FT_Pos(pixel: -(fromUnits.b * x + fromUnits.d * y + fromUnits.ty.value))))
    }
    let status = buffers.points.withUnsafeMutableBufferPointer { points in
      outline.points = points.baseAddress
      if let ink { return ink.paint(&outline, library: face.outlines.library) }
      return paint(&outline, library: face.outlines.library, within: clip)
    }
    guard status == 0 else { throw PaintError(.unreadableFace(name: face.name)) }
  }

  /// By a mask: where a clip cuts pixels, and for gradients.
  ///
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

extension FT_Pos {
  /// 26.6 fixed point; clamped far beyond any page, and 0 for what is no number.
  fileprivate init(pixel: Double) {
    let value = pixel * 64
    self = abs(value) < 0x1p29 ? FT_Pos(value.rounded()) : value > 0 ? 1 << 29 : value < 0 ? -1 << 29 : 0
  }
}
