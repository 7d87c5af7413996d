/// Decoded pixels as cairo wants them, rows from the top.
public struct PixelBuffer: Sendable, Equatable {
  public var width: Int
  public var height: Int
  /// Bytes from row to row.
  public var stride: Int
  /// False: every alpha is 255.
  public var hasAlpha: Bool
  /// `stride × height` bytes; each pixel is a native-endian word 0xAARRGGBB with premultiplied samples
  /// (CAIRO_FORMAT_ARGB32, or RGB24 where there is no alpha).
  public var bytes: [UInt8]

  public init(width: Int, height: Int, stride: Int, hasAlpha: Bool, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.stride = stride
    self.hasAlpha = hasAlpha
    self.bytes = bytes
  }
}
