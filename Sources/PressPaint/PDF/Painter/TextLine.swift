import PressScene

/// Glyphs on one line, gathered into one `TJ` (ISO 32000-1, 9.4.3).
struct TextLine {
  private let run: GlyphRun
  private let font: EmbeddedFont
  private let space: Transform
  /// Where the line's matrix was set, in the run's space.
  private var start: Point?
  /// From there to where the next glyph would come, in thousandths of an em.
  private var pen = 0.0
  private var isOpen = false
  private var isInString = false

  init(run: GlyphRun, font: EmbeddedFont, space: Transform) {
    self.run = run
    self.font = font
    self.space = space
  }

  mutating func show(_ code: UInt16, at position: Point, in out: inout PDFBytes) {
    let start = begin(at: position, in: &out)
    if !isOpen {
      out.raw("[")
      isOpen = true
    }
    // Hundredths of a thousandth of an em: below the scene's grid up to 100 pt.
    let shift = ((pen - (position.x - start.x).ratio(to: run.size) * 1000) * 100).rounded() / 100
    if shift != 0 {
      closeString(in: &out)
      out.append(number: shift, decimals: 2)
      pen -= shift
    }
    if !isInString {
      out.raw("<")
      isInString = true
    }
    out.append(hex: code)
    pen += font.width(of: code)
  }

  mutating func end(in out: inout PDFBytes) {
    closeString(in: &out)
    if isOpen { out.operation("]TJ") }
    isOpen = false
  }

  /// A line goes on as long as its glyphs stand on one height.
  private mutating func begin(at position: Point, in out: inout PDFBytes) -> Point {
    if let start, start.y == position.y { return start }
    end(in: &out)
    let origin = space(position)
    // Glyphs are drawn with y up.
    out.matrix(Transform(a: space.a, b: space.b, c: -space.c, d: -space.d, tx: origin.x, ty: origin.y))
    out.operation("Tm")
    start = position
    pen = 0
    return position
  }

  private mutating func closeString(in out: inout PDFBytes) {
    if isInString { out.raw(">") }
    isInString = false
  }
}
