import CCairo
import CDeflate
import CPixels

/// The libraries that turn scenes into pixels and PDF.
public enum PaintLibraries {
  /// Names and versions, as they run: another one may draw a pixel otherwise.
  public static var versions: [String: String] {
    [
      "cairo": String(cString: cairo_version_string()),
      "pixman": String(cString: pixman_version_string()),
      "libpng": String(cString: certpress_png_version()),
      "libdeflate": LIBDEFLATE_VERSION_STRING,
      "libjpeg-turbo": String(cString: certpress_jpeg_version()),
    ]
  }
}
