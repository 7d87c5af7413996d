public import PressDiagnostics

/// Who writes a PDF. Both draw the same; their files differ.
public enum PainterChoice: String, Sendable, Hashable, CaseIterable {
  /// The house's own writer: PDF 1.7, tagged, with what is the same on every certificate written once.
  case press
  /// cairo's PDF surface, by which the press is measured: PDF 1.5, untagged.
  case cairo
}

/// What to make.
public enum OutputFormat: Sendable, Hashable {
  case pdf
  /// `dpi`: pixels per inch, 36 to 1200; A4 landscape at 300 has 3508 × 2480 pixels.
  case png(dpi: Double)
  /// One page as a file of SVG, in which all text is outlines.
  case svg
}

/// A finished certificate.
public struct Document: Sendable {
  public var format: OutputFormat
  public var bytes: [UInt8]
  /// What should be looked at though it does not stand in the way: a rare character taken from another face, say.
  public var warnings: [Diagnostic]
  /// The texts that the warnings point into.
  public var sources: SourceSet
}
