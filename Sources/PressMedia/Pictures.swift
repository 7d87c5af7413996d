import PressBytes
public import PressScene

/// Bytes → pictures.
public enum Pictures {
  /// Limits on what is read, well above what any printed page needs: 50 megapixels are A3 at 430 dpi. They are checked
  /// before anything is decoded or reserved.
  public static let maximumBytes = 64 << 20
  public static let maximumSide = 20_000
  public static let maximumPixels = 50_000_000

  /// Reads a JPEG (grey, YCbCr or RGB; baseline or progressive) or a PNG, known by its first bytes, and decodes all of
  /// it once: what this returns can be painted.
  ///
  /// The picture's bytes are the file's, but for what is not the picture: metadata (after the orientation is read),
  /// comments, thumbnails, colour profiles and anything past the end. Entropy-coded data is never touched.
  public static func read(_ bytes: [UInt8]) throws(MediaError) -> Picture {
    guard !bytes.isEmpty else { throw .emptyPicture }
    guard bytes.count <= maximumBytes else { throw .fileTooLarge(bytes: bytes.count) }
    switch Signature(of: bytes) {
    case .picture(.jpeg):
      let file = try JPEGFile(bytes)
      return try picture(
        .jpeg, file.stripped(), width: file.frame.width, height: file.frame.height, file.orientation,
        components: file.frame.componentIDs.count)
    case .picture(.png):
      let file = try PNGFile(bytes)
      return try picture(
        .png, file.stripped(), width: file.header.width, height: file.header.height, file.orientation,
        components: file.header.components(hasTransparency: file.hasTransparency))
    case .other(let kind):
      throw .notPrintable(kind)
    }
  }

  /// The pixels as stored: the orientation is not applied. Samples count as sRGB; 16 bits are scaled to 8.
  public static func decode(_ picture: Picture) throws(MediaError) -> PixelBuffer {
    try check(width: picture.pixelWidth, height: picture.pixelHeight)
    let bytes = try Codec.decode(
      picture.bytes, as: picture.format, width: picture.pixelWidth, height: picture.pixelHeight)
    return PixelBuffer(
      width: picture.pixelWidth, height: picture.pixelHeight, stride: 4 * picture.pixelWidth,
      hasAlpha: picture.format == .png && picture.components == 4, bytes: bytes)
  }

  private static func picture(
    _ format: Picture.Format, _ bytes: [UInt8], width: Int, height: Int, _ orientation: Picture.Orientation,
    components: Int
  ) throws(MediaError) -> Picture {
    try Codec.validate(bytes, as: format)
    return Picture(
      digest: SHA256.hex(of: bytes), format: format, bytes: bytes, pixelWidth: width, pixelHeight: height,
      orientation: orientation,
      components: components)
  }

  static func check(width: Int, height: Int) throws(MediaError) {
    guard width <= maximumSide, height <= maximumSide, width * height <= maximumPixels else {
      throw .tooManyPixels(width: width, height: height)
    }
  }
}
