public import PressDiagnostics
public import PressScene

/// Why a scene could not be painted: the facts; the words are in ``diagnostic``.
public struct PaintError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// The font library has no file for a face that the scene uses.
    case missingFace(name: String)
    /// The face's file cannot be opened as a font.
    case unreadableFace(name: String)
    /// A glyph number that the face lacks, or glyph 0, the empty box.
    case missingGlyph(GlyphID, face: String)
    /// A run whose clusters do not cover its glyphs and its text.
    case brokenRun
    /// A picture whose pixels cannot be read.
    case unreadablePicture
    /// A QR symbol whose modules would be under four pixels; `sufficientDPI` is the lowest whole resolution that does, nil where
    /// that is beyond what is allowed.
    case coarseCode(pixelsPerModule: Double, sufficientDPI: Int?)
    /// `allowed` in dots per inch.
    case resolution(asked: Double, allowed: ClosedRange<Double>)
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// `index` counts from 0.
    case noSuchPage(index: Int, count: Int)
    /// A file of one page was asked for, and the document has more.
    case severalPages(count: Int)
    /// A page without area, or beyond what a PDF page may measure.
    case pageSize(width: Double, height: Double)
    /// A group whose transform leaves no area, so that nothing of it could be seen.
    case flatGroup
    /// What cairo says about itself, after the item or at the end.
    case cairo(String)
    /// The bytes that cairo wrote are not laid out as cairo 1.16 does: our bug, and no file is better than a wrong one.
    case unexpectedPDF(String)
  }

  public var problem: Problem
  /// The path of the item that was being painted.
  public var item: String?
  /// The element that made the item.
  public var span: Span?

  init(_ problem: Problem) { self.problem = problem }
}

extension PaintError {
  /// The same for a person: id, sentence, hint and place.
  public var diagnostic: Diagnostic {
    let words = words
    return Diagnostic(.error, words.id, words.message, at: span, hint: words.hint)
  }

  private var words: (id: String, message: String, hint: String?) {
    switch problem {
    case .missingFace(let name):
      (
        "paint.missing-face", "the font library has no file for the face '\(name)'",
        "give the painter the font folder that the scene was composed with"
      )
    case .unreadableFace(let name):
      (
        "paint.unreadable-face", "the file of the face '\(name)' cannot be opened as a font",
        "check the file against the digest in the font manifest"
      )
    case .missingGlyph(let glyph, let face):
      (
        "paint.missing-glyph", "the face '\(face)' has no glyph \(glyph) to draw",
        "the scene was composed with another font file; compose it again with this one"
      )
    case .brokenRun:
      ("paint.broken-run", "the clusters of a glyph run do not cover its glyphs and its text", nil)
    case .unreadablePicture:
      (
        "paint.unreadable-picture", "the pixels of a picture cannot be read",
        "save the picture again as an RGB JPEG or a PNG"
      )
    case .coarseCode(let pixels, let sufficient):
      (
        "paint.qr-too-coarse",
        "a module of the QR code would be \(Self.tenths(pixels)) pixels wide, under the 4 that a scanner needs",
        sufficient.map { "render at \($0) dpi or more, make the code larger, or shorten its payload" }
          ?? "make the code larger or shorten its payload"
      )
    case .resolution(let asked, let allowed):
      (
        "paint.resolution-out-of-range", "a picture cannot be rendered at \(Self.tenths(asked)) dpi",
        "choose a resolution from \(Self.tenths(allowed.lowerBound)) to \(Self.tenths(allowed.upperBound)) dpi"
      )
    case .tooManyPixels(let width, let height, let limit):
      (
        "paint.too-many-pixels", "a picture of \(width) by \(height) pixels is over the limit of \(limit) pixels",
        "choose a lower resolution or a smaller page"
      )
    case .noSuchPage(let index, let count):
      (
        "paint.no-such-page", "page \(index + 1) was asked for, but the document has \(count)",
        "ask for a page that the document has"
      )
    case .severalPages(let count):
      (
        "paint.several-pages", "the document has \(count) pages, and an SVG holds one",
        "say which with --page, from 1 to \(count), or write a PDF"
      )
    case .pageSize(let width, let height):
      (
        "paint.page-size", "a page of \(Self.tenths(width)) by \(Self.tenths(height)) pt cannot be painted",
        "give the page a width and a height between 3 pt and 14400 pt"
      )
    case .flatGroup: ("paint.flat-group", "the transform of a group leaves it no area", nil)
    case .cairo(let status):
      ("paint.cairo", "cairo stopped: \(status)", nil)
    case .unexpectedPDF(let what):
      ("paint.unexpected-pdf", "the PDF is not laid out as expected: \(what)", nil)
    }
  }

  /// One decimal, without a trailing zero.
  private static func tenths(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
  }
}
