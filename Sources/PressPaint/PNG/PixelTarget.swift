import CCairo
import PressScene

/// The pixels that a context draws on just now, for what is said in whole pixels anyway: cairo makes a path or a pattern of all that it
/// is given, which for a QR symbol and a line of text costs more than the pixels do.
struct PixelTarget {
  /// Premultiplied; without alpha where the surface has none.
  private let pixels: UnsafeMutablePointer<UInt32>
  private let stride: Int
  /// From pixels of the page to those of the surface.
  private let right, down: Int
  /// What can be painted, in pixels of the page; they do not overlap.
  let clips: [PixelBox]

  /// Nil where the surface is not of such pixels or what can be painted is not bounded by whole ones.
  init?(of cairo: OpaquePointer) {
    guard let surface = cairo_get_group_target(cairo), cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE
    else {
      return nil
    }
    let format = cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32 else { return nil }
    cairo_surface_flush(surface)
    // Or cairo takes a layer on which it has not drawn itself for an empty one, and lays nothing of it on the page.
    cairo_surface_mark_dirty(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
    var (x, y) = (0.0, 0.0)
    cairo_surface_get_device_offset(surface, &x, &y)
    guard x == x.rounded(), y == y.rounded(), abs(x) < 1e7, abs(y) < 1e7 else { return nil }
    guard let clips = Self.clips(of: cairo) else { return nil }
    pixels = UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
    stride = Int(cairo_image_surface_get_stride(surface)) / 4
    (right, down) = (Int(x), Int(y))
    // Nobody knows better than the surface where it ends.
    let all = PixelBox(
      left: -right, top: -down, right: Int(cairo_image_surface_get_width(surface)) - right,
      bottom: Int(cairo_image_surface_get_height(surface)) - down)
    self.clips = clips.map { $0.intersection(all) }.filter { !$0.isEmpty }
  }

  /// - Precondition: `cairo` is in pixels of the page.
  private static func clips(of cairo: OpaquePointer) -> [PixelBox]? {
    guard let list = cairo_copy_clip_rectangle_list(cairo) else { return nil }
    defer { cairo_rectangle_list_destroy(list) }
    guard list.pointee.status == CAIRO_STATUS_SUCCESS else { return nil }
    return UnsafeBufferPointer(start: list.pointee.rectangles, count: Int(list.pointee.num_rectangles)).map {
      PixelBox(around: $0.x, $0.y, $0.x + $0.width, $0.y + $0.height)
    }
  }

  /// Black, within one of the clips.
  func blacken(_ box: PixelBox) {
    for y in box.top..<max(box.top, box.bottom) {
      line(y, box.left).update(repeating: 0xFF00_0000, count: max(0, box.width))
    }
  }

  /// Lays an opaque colour over `count` pixels, as far as they are covered: as pixman's `OVER` does, to the last bit.
  ///
  /// - Parameter color: `0xFFRRGGBB`.
  @inline(__always)
  func lay(_ color: UInt32, coverage: UInt32, x: Int, y: Int, count: Int) {
    let line = line(y, x)
    if coverage == 255 {
      line.update(repeating: color, count: count)
      return
    }
    let own = Self.scaled(color, by: coverage)
    for place in 0..<count { line[place] = own &+ Self.scaled(line[place], by: 255 &- coverage) }
  }

  private func line(_ y: Int, _ x: Int) -> UnsafeMutablePointer<UInt32> {
    let row = (y &+ down) &* stride
    return pixels + (row &+ x &+ right)
  }

  /// Each channel times `share` / 255, rounded, two channels at a time.
  @inline(__always)
  private static func scaled(_ pixel: UInt32, by share: UInt32) -> UInt32 {
    var low = (pixel & 0xFF_00FF) &* share &+ 0x80_0080
    low = (low &+ (low >> 8 & 0xFF_00FF)) >> 8 & 0xFF_00FF
    var high = (pixel >> 8 & 0xFF_00FF) &* share &+ 0x80_0080
    high = (high &+ (high >> 8 & 0xFF_00FF)) & 0xFF00_FF00
    return low | high
  }
}
