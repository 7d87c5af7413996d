import PressDiagnostics
import PressLayout
import PressPaint
import PressScene
import PressText

/// What one rendering needs for itself: C libraries' handles that must not be shared, and what has been laid out before.
///
/// `@unchecked Sendable` because a worker is in the pool or in the hands of one ``Press/withWorker(_:)``, never both: it
/// changes threads between renderings, and never within one.
final class Worker: @unchecked Sendable {
  let shaper: Shaper
  let painter: Painter
  let memo = PartMemo()

  init(fonts: FontLibrary) {
    shaper = Shaper(fonts)
    painter = Painter { face in fonts.face(for: face)?.path }
  }
}

/// Plugs the shaper into composition.
struct ShapingDesk: TextShaper {
  let shaper: Shaper

  func shape(_ text: String, family: String, keeps: Bool, breaks: Bool) -> (ShapedText, [ShapingProblem]) {
    shaper.shape(text, family: family, cached: keeps, breaks: breaks)
  }

  func shapeVertically(_ text: String, family: String, keeps: Bool) -> (ShapedText, [ShapingProblem]) {
    shaper.shapeVertically(text, family: family, cached: keeps)
  }

  func outline(of glyph: GlyphID, in face: FaceID) -> Path {
    // Glyphs come from `shape`, so the face has them; one that went away since is caught by the painter.
    shaper.outline(of: glyph, in: face) ?? Path()
  }

  func diagnostic(for problem: ShapingProblem, field: String?, record: String?, at span: Span?) -> Diagnostic {
    problem.diagnostic(field: field, record: record, at: span, families: shaper.library.families)
  }
}
