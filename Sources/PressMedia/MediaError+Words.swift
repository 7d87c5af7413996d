public import PressDiagnostics
import PressScene

extension MediaError {
  /// The error in words, at the place and for the record that the caller knows.
  public func diagnostic(at span: Span? = nil, field: String? = nil, record: String? = nil) -> Diagnostic {
    let (id, message, hint) = words
    return Diagnostic(.error, "media.\(id)", message, at: span, hint: hint, field: field, record: record)
  }

  private var words: (id: String, message: String, hint: String?) {
    switch self {
    case .emptyPicture:
      ("empty-picture", "the picture file is empty", "copy or export it again")
    case .notPrintable(nil):
      ("not-a-picture", "the file is not a picture of a known format", "give a JPEG or PNG file")
    case .notPrintable(.html):
      (
        "not-a-picture", "the file is an HTML page, not a picture",
        "fetch the picture again; the server answered with a page, to log in perhaps"
      )
    case .notPrintable(.base64):
      ("not-a-picture", "the file is base64 text, not a picture", "decode it to the JPEG or PNG inside")
    case .notPrintable(let kind?):
      ("unsupported-format", "the picture's format is \(kind.rawValue)", "save it as JPEG or PNG")
    case .unsupportedJPEG(let kind):
      ("unsupported-format", kind.sentence, "save it as an ordinary JPEG: RGB or grey, 8 bits, baseline or progressive")
    case .truncated(let format):
      (
        "truncated-picture", "the \(format.name) ends before its picture does",
        "copy or export it again; the file is incomplete"
      )
    case .damaged(let format, let reason):
      (
        "damaged-picture", "the \(format.name) is damaged (\(reason))",
        "use the original file, or open this one in an image editor and save it anew if it looks right"
      )
    case .tooManyPixels(let width, let height):
      (
        "picture-too-large", "the picture measures \(width) × \(height) pixels",
        "scale it down to at most \(Pictures.maximumSide) pixels a side and \(Pictures.maximumPixels / 1_000_000) "
          + "megapixels; 300 pixels an inch of its printed size is plenty"
      )
    case .fileTooLarge(let bytes):
      (
        "picture-too-large", "the picture file has \(bytes) bytes, more than \(Pictures.maximumBytes)",
        "scale the picture down; 300 pixels an inch of its printed size is plenty"
      )
    case .outOfMemory:
      ("out-of-memory", "there is not enough memory to read the picture or make the code", nil)
    case .emptyCode:
      ("qr-empty", "the QR code has no content", "give the address or text that it shall carry")
    case .codeTooLong(let codewords, let capacity, let level, let version):
      (
        "qr-too-long",
        "the QR code's content takes \(codewords) bytes, a version \(version) symbol at level \(level) holds \(capacity)",
        level == .L ? "shorten the content" : "shorten the content, or choose a lower level"
      )
    case .codeFailed:
      ("qr-failed", "the QR encoder did not give the symbol asked for", "report this: it is a fault of the program")
    }
  }
}

extension Picture.Format {
  fileprivate var name: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    }
  }
}

extension MediaError.JPEGKind {
  fileprivate var sentence: String {
    switch self {
    case .cmyk: "the JPEG is in CMYK colours"
    case .components(let count): "the JPEG has \(count) colour components"
    case .precision(let bits): "the JPEG has \(bits) bits a sample"
    case .arithmetic: "the JPEG is arithmetic-coded"
    case .lossless: "the JPEG is a lossless one"
    case .hierarchical: "the JPEG is a hierarchical one"
    case .jpegLS: "the picture is a JPEG-LS file"
    case .other(let reason): "the JPEG is of a rare kind (\(reason))"
    }
  }
}
