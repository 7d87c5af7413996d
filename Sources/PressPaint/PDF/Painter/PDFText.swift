import PressScene

/// A glyph run as codes of its font at their places (ISO 32000-1, 9.4).
struct PDFText {
  /// A cluster's glyphs.
  private struct Piece {
    var codes: [(code: UInt16, position: Point)]
    /// What it says where its codes alone would say something else.
    var actualText: String?
  }

  private let run: GlyphRun
  private let font: EmbeddedFont
  private var pieces: [Piece] = []

  /// - Throws: ``PaintError/Problem/brokenRun`` where the clusters leave a gap or go beyond the run.
  init(_ run: GlyphRun, font: EmbeddedFont) throws(PaintError) {
    self.run = run
    self.font = font
    pieces.reserveCapacity(run.clusters.count)
    let scalars = run.text.unicodeScalars
    var place = scalars.startIndex
    var (scalarsDone, glyphsDone) = (0, 0)
    for cluster in run.clusters {
      guard cluster.scalars.lowerBound == scalarsDone, cluster.glyphs.lowerBound == glyphsDone,
        cluster.glyphs.upperBound <= run.glyphs.count,
        let end = scalars.index(place, offsetBy: cluster.scalars.count, limitedBy: scalars.endIndex)
      else { throw PaintError(.brokenRun) }
      pieces.append(try piece(run.glyphs[cluster.glyphs], saying: scalars[place..<end]))
      place = end
      (scalarsDone, glyphsDone) = (cluster.scalars.upperBound, cluster.glyphs.upperBound)
    }
    guard place == scalars.endIndex, glyphsDone == run.glyphs.count else { throw PaintError(.brokenRun) }
  }

  /// One glyph stands for the whole cluster; of as many glyphs as characters each stands for one; of others the first for all.
  private func piece(
    _ glyphs: ArraySlice<GlyphRun.Glyph>, saying text: Substring.UnicodeScalarView
  ) throws(PaintError) -> Piece {
    var codes: [(code: UInt16, position: Point)] = []
    for glyph in glyphs { codes.append((try font.code(for: glyph.id), glyph.position)) }
    let isPaired = codes.count > 1 && codes.count == text.count
    var isTrue = !codes.isEmpty || text.isEmpty
    for (index, (code, scalar)) in zip(codes.map(\.code), text).enumerated() where isPaired || index == 0 {
      let said = isPaired ? String(scalar) : String(Substring(text))
      isTrue = font.say(said, by: code) && isTrue
    }
    if codes.count > 1, !isPaired { isTrue = false }
    return Piece(codes: codes, actualText: isTrue ? nil : String(Substring(text)))
  }

  /// Between `BT` and `ET`.
  /// - Parameter space: from the run's space to the one at hand.
  func write(to out: inout PDFBytes, space: Transform) {
    var line = TextLine(run: run, font: font, space: space)
    guard !standsApart else {
      out.beginActualText(run.text)
      for piece in pieces { for glyph in piece.codes { line.show(glyph.code, at: glyph.position, in: &out) } }
      line.end(in: &out)
      return out.operation("EMC")
    }
    for piece in pieces {
      if let text = piece.actualText {
        line.end(in: &out)
        out.beginActualText(text)
      }
      for glyph in piece.codes { line.show(glyph.code, at: glyph.position, in: &out) }
      if piece.actualText != nil {
        line.end(in: &out)
        out.operation("EMC")
      }
    }
    line.end(in: &out)
  }

  /// Characters are set so wide apart that readers would take the gaps for spaces: 姓　　名. They do from a tenth of an em.
  private var standsApart: Bool {
    let readersGap = 0.09
    guard run.direction == .horizontal else { return false }
    let glyphs = pieces.flatMap(\.codes)
    return zip(glyphs, glyphs.dropFirst()).contains { one, next in
      let end = one.position.x + run.size * (font.width(of: one.code) / 1000)
      return one.position.y == next.position.y && (next.position.x - end).ratio(to: run.size) >= readersGap
    }
  }
}

/// Glyphs on one line, gathered into one `TJ`.
private struct TextLine {
  let run: GlyphRun
  let font: EmbeddedFont
  let space: Transform
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
    if start == nil || start?.y != position.y {
      end(in: &out)
      let origin = space(position)
      // Glyphs are drawn with y up.
      out.matrix(Transform(a: space.a, b: space.b, c: -space.c, d: -space.d, tx: origin.x, ty: origin.y))
      out.operation("Tm")
      start = position
      pen = 0
    }
    if !isOpen {
      out.raw("[")
      isOpen = true
    }
    // Hundredths of a thousandth of an em: below the scene's grid up to 100 pt.
    let shift = (((pen - (position.x - (start?.x ?? 0)).ratio(to: run.size) * 1000)) * 100).rounded() / 100
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

  private mutating func closeString(in out: inout PDFBytes) {
    if isInString { out.raw(">") }
    isInString = false
  }
}

extension PDFBytes {
  /// 14.9.4.
  fileprivate mutating func beginActualText(_ text: String) {
    raw("/Span<</ActualText<FEFF")
    append(hexOf: text)
    operation(">>>BDC")
  }
}
