import CCairo
import CFreeType

/// Memory that one worker uses again for each band and each glyph.
final class RasterBuffers {
  private var band: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 0)
  var points: [FT_Vector] = []
  var mask: [UInt8] = []

  deinit { band.deallocate() }

  /// A white surface for some rows of a page, addressed by pixels of the page. It is the only one until the next call.
  func whiteBand(width: Int, rows: Range<Int>) throws(PaintError) -> CairoSurface {
    let count = width * rows.count
    if band.count < count {
      band.deallocate()
      band = .allocate(capacity: count)
    }
    band[..<count].update(repeating: 0xFFFF_FFFF)
    // A row of 32-bit pixels needs no padding.
    let surface = try CairoSurface(
      cairo_image_surface_create_for_data(
        UnsafeMutableRawPointer(band.baseAddress)?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24,
        Int32(width), Int32(rows.count), Int32(4 * width)))
    cairo_surface_set_device_offset(surface.pointer, 0, -Double(rows.lowerBound))
    return surface
  }

  /// The first pixels of the band, `0x..RRGGBB`, after its surface was flushed.
  func pixels(count: Int) -> UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: band[..<count]) }
}
