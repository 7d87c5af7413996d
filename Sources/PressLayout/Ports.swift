public import PressDiagnostics
public import PressScene

// What composition needs from the rooms that own C libraries. It knows text and media only through these two protocols; the
// façade plugs the real ones in.

/// Shapes texts and gives outlines. One shaper serves one worker at a time.
public protocol TextShaper {
  /// Shapes `text` in the family of that name, falling back along its chain for the text as a whole.
  /// - Parameter keeps: true where the text is the layout's own and will come again: the result may be kept. A record's
  ///   values are not kept.
  /// - Parameter breaks: false where the text is to stand on one line: it need not be told where others may begin.
  func shape(_ text: String, family: String, keeps: Bool, breaks: Bool) -> (ShapedText, [ShapingProblem])

  /// The same for a column of vertical text: clusters say how they stand, see ``ShapedText/Cluster/Stance``.
  func shapeVertically(_ text: String, family: String, keeps: Bool) -> (ShapedText, [ShapingProblem])

  /// The outline of a glyph in em, y down.
  func outline(of glyph: GlyphID, in face: FaceID) -> Path

  /// The sentence for a problem.
  func diagnostic(for problem: ShapingProblem, field: String?, record: String?, at span: Span?) -> Diagnostic
}

/// Where a picture's path counts from.
public enum PictureOrigin: Sendable {
  case record
  case layout
}

/// What an image's file holds.
public enum MediaImage: Sendable {
  case picture(Picture)
  case art(VectorArt)
}

/// Finds and checks pictures, and encodes QR symbols.
public protocol MediaSource {
  /// Drawn art belongs to a layout; a record's pictures have pixels.
  func image(at path: String, origin: PictureOrigin) -> Result<MediaImage, MediaProblem>
  func code(_ payload: String, level: QRMatrix.Level) -> Result<QRMatrix, MediaProblem>
}

/// Why a picture or a code cannot be had; the room that found it has the words.
public struct MediaProblem: Error, Sendable {
  public var id: String
  public var message: String
  public var hint: String?

  public init(id: String, message: String, hint: String?) {
    self.id = id
    self.message = message
    self.hint = hint
  }
}
