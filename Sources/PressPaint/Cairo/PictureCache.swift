import CCairo
import CPixels
import PressScene

/// Pictures as cairo takes them, kept by digest: a picture is decoded once a page, a logo once a worker.
final class PictureCache {
  /// Bytes of pixels that stay from page to page; a portrait of 295 × 413 takes half a megabyte.
  private static let capacity = 8 << 20

  private var decoded: [String: (surface: CairoSurface, size: Int)] = [:]
  /// Digests, oldest use first.
  private(set) var order: [String] = []

  /// The picture's stored pixels, premultiplied.
  ///
  /// - Throws: ``PaintError/Problem/unreadablePicture``.
  func pixels(of picture: Picture) throws(PaintError) -> CairoSurface {
    order.removeAll { $0 == picture.digest }
    order.append(picture.digest)
    if let found = decoded[picture.digest] { return found.surface }
    let surface = try CairoSurface(decoding: picture)
    decoded[picture.digest] = (surface, picture.pixelWidth * picture.pixelHeight * 4)
    return surface
  }

  /// Lets go of what was not used for longest, down to the capacity. To be called between pages: within one, each band needs the
  /// same pictures again.
  func trim() {
    var held = decoded.values.reduce(0) { $0 + $1.size }
    while held > Self.capacity, !order.isEmpty {
      held -= decoded.removeValue(forKey: order.removeFirst())?.size ?? 0
    }
  }

  /// Lets go of all pictures but some: those of a record have no business beyond its page. To be called between pages.
  func trim(keeping digests: Set<String>) {
    for digest in order where !digests.contains(digest) { decoded.removeValue(forKey: digest) }
    order.removeAll { !digests.contains($0) }
    trim()
  }
}

extension CairoSurface {
  /// An image surface of the picture's pixels, with alpha only where the picture has it.
  convenience init(decoding picture: Picture) throws(PaintError) {
    let width = Int32(clamping: picture.pixelWidth)
    let height = Int32(clamping: picture.pixelHeight)
    let isOpaque = picture.format == .jpeg || picture.components != 4
    try self.init(cairo_image_surface_create(isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height))
    guard let pixels = cairo_image_surface_get_data(pointer) else { throw PaintError(.unreadablePicture) }
    let stride = Int(cairo_image_surface_get_stride(pointer))
    let status = picture.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return certpress_status.CERTPRESS_TRUNCATED }
      return switch picture.format {
      case .jpeg: certpress_jpeg_decode(start, bytes.count, pixels, width, height, stride, nil)
      case .png: certpress_png_decode(start, bytes.count, pixels, width, height, stride, nil)
      }
    }
    guard status == .CERTPRESS_OK else { throw PaintError(.unreadablePicture) }
    cairo_surface_mark_dirty(pointer)
  }

  /// One pixel that stands for a JPEG file: a PDF takes the file as it is, its size too, and nobody reads the pixel.
  ///
  /// (A surface of the picture's size would cost as much as its pixels: cairo 1.16 copies them when the surface goes, 32 ms and
  /// 48 MB for 3000 × 4000.)
  convenience init(passing jpeg: Picture) throws(PaintError) {
    try self.init(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1))
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: jpeg.bytes.count)
    _ = copy.initialize(from: jpeg.bytes)
    let status = cairo_surface_set_mime_data(
      pointer, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(copy.count), { $0?.deallocate() }, copy.baseAddress)
    guard status == CAIRO_STATUS_SUCCESS else {
      copy.deallocate()
      throw PaintError(.cairo(message(of: status)))
    }
  }
}
