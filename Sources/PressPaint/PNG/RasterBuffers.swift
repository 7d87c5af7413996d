import CCairo
import CFreeType

/// Memory that one worker uses again for each band and each glyph.
final class RasterBuffers {
  private var band: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 0)
  let drawn = TokenBuffer()
  let block = DeflateBlock()
  var points: [FT_Vector] = []
  var mask: [UInt8] = []

  deinit { band.deallocate() }

  /// Room for the pixels of a band, with whatever was in it before. It is the only one until the next call.
  func pixels(count: Int) -> UnsafeMutablePointer<UInt32> {
    if band.count < count || band.baseAddress == nil {
      band.deallocate()
      band = .allocate(capacity: count)
    }
    return band.baseAddress.unsafelyUnwrapped
  }
}

extension CairoSurface {
  /// Some rows of a page, addressed by pixels of the page, in memory that outlives the surface.
  convenience init(on pixels: UnsafeMutablePointer<UInt32>, width: Int, rows: Range<Int>) throws(PaintError) {
    // A row of 32-bit pixels needs no padding.
    try self.init(
      cairo_image_surface_create_for_data(
        UnsafeMutableRawPointer(pixels).assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width),
        Int32(rows.count), Int32(4 * width)))
    cairo_surface_set_device_offset(pointer, 0, -Double(rows.lowerBound))
  }
}
