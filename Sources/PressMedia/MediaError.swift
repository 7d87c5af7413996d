public import PressScene

/// Why bytes did not become a picture, or a payload a QR symbol. The facts are here, the words in `MediaError+Words`.
public enum MediaError: Error, Equatable, Sendable {
  case emptyPicture
  /// The bytes are of a kind that is known, but not printed; nil: of no known kind.
  case notPrintable(FileKind?)
  /// A JPEG that PDF readers or the painters would show differently, or not at all.
  case unsupportedJPEG(JPEGKind)
  /// The file ends before its picture does.
  case truncated(Picture.Format)
  /// `reason` is a decoder's own sentence, about the structure of the file only.
  case damaged(Picture.Format, reason: String)
  case tooManyPixels(width: Int, height: Int)
  case fileTooLarge(bytes: Int)
  case outOfMemory
  /// Art that is not drawn as it stands.
  case svg(SVGFault)
  case emptyCode
  /// Codewords (bytes of a symbol's data) that a payload takes, and those that the largest version allowed holds.
  case codeTooLong(codewords: Int, capacity: Int, level: QRMatrix.Level, version: Int)

  /// Kinds of JPEG that are refused.
  public enum JPEGKind: Equatable, Sendable {
    /// CMYK or YCCK: without a colour profile its colours are anyone's guess, and PDF/A does not take it.
    case cmyk
    /// Neither 1 nor 3 components, nor CMYK.
    case components(Int)
    /// Bits a sample, other than 8.
    case precision(Int)
    case arithmetic, lossless, hierarchical, jpegLS
    /// A reason that libjpeg alone knows.
    case other(reason: String)
  }
}

/// What a file is that somebody gave as a picture, by its first bytes.
public enum FileKind: String, Equatable, Sendable, CaseIterable {
  case gif = "GIF"
  case webp = "WebP"
  case heic = "HEIC"
  case avif = "AVIF"
  case tiff = "TIFF"
  case bmp = "BMP"
  case svg = "SVG"
  case pdf = "PDF"
  case jpeg2000 = "JPEG 2000"
  case jpegXL = "JPEG XL"
  case photoshop = "Photoshop"
  /// A download that ended at a log-in or error page.
  case html = "HTML"
  /// A picture still in its transport encoding.
  case base64 = "base64"
}
