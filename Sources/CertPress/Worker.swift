import PressDiagnostics
import PressLayout
import PressPaint
import PressScene
import PressText

/// What one rendering needs for itself: C libraries' handles that must not be shared.
///
/// `@unchecked Sendable` because a worker is in the pool or in the hands of one ``Press/withWorker(_:)``, never both: it
/// changes threads between renderings, and never within one.
final class Worker: @unchecked Sendable {
  let shaper: Shaper
  let painter: Painter

  init(fonts: FontLibrary) {
    shaper = Shaper(fonts)
    painter = Painter { face in fonts.face(for: face)?.path }
  }
}

extension Shaper: @retroactive TextShaper {
  public func shape(_ text: String, family: String, keeps: Bool) -> (ShapedText, [ShapingProblem]) {
    shape(text, family: family, cached: keeps)
  }

  public func outline(of glyph: GlyphID, in face: FaceID) -> Path {
    let path: Path? = outline(of: glyph, in: face)
    return path ?? Path()
  }

  public func diagnostic(
    for problem: ShapingProblem, field: String?, record: String?, at span: Span?
  ) -> Diagnostic {
    problem.diagnostic(field: field, record: record, span: span)
  }
}
