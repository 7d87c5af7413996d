import PressScene

/// A glyph run as codes of its font at their places (ISO 32000-1, 9.4).
struct PDFText {
  private let run: GlyphRun
  private let font: EmbeddedFont
  /// One a glyph.
  private var codes: [UInt16] = []
  /// Clusters whose codes alone would say something else, by their index, with what they say.
  private var actualTexts: [(cluster: Int, text: String)] = []

  /// - Throws: ``PaintError/Problem/brokenRun`` where the clusters leave a gap or go beyond the run.
  init(_ run: GlyphRun, font: EmbeddedFont) throws(PaintError) {
    self.run = run
    self.font = font
    codes.reserveCapacity(run.glyphs.count)
    let scalars = run.text.unicodeScalars
    var place = scalars.startIndex
    var scalarsDone = 0
    for (index, cluster) in run.clusters.enumerated() {
      guard cluster.scalars.lowerBound == scalarsDone, cluster.glyphs.lowerBound == codes.count,
        cluster.glyphs.upperBound <= run.glyphs.count,
        let end = scalars.index(place, offsetBy: cluster.scalars.count, limitedBy: scalars.endIndex)
      else { throw PaintError(.brokenRun) }
      for glyph in cluster.glyphs { codes.append(try font.code(for: run.glyphs[glyph].id)) }
      if !say(scalars[place..<end], by: cluster.glyphs) {
        actualTexts.append((index, String(scalars[place..<end])))
      }
      place = end
      scalarsDone = cluster.scalars.upperBound
    }
    guard place == scalars.endIndex, codes.count == run.glyphs.count else { throw PaintError(.brokenRun) }
  }

  /// One glyph stands for the whole cluster; of as many glyphs as characters each stands for one; of others the first for all.
  /// - Returns: whether the codes say the text by themselves.
  private func say(_ text: Substring.UnicodeScalarView, by glyphs: Range<Int>) -> Bool {
    if glyphs.count == 1 { return font.say(text, by: codes[glyphs.lowerBound]) }
    guard glyphs.count == text.count else {
      if let first = glyphs.first { _ = font.say(text, by: codes[first]) }
      return glyphs.isEmpty && text.isEmpty
    }
    var isSaid = true
    for (glyph, index) in zip(glyphs, text.indices) {
      isSaid = font.say(text[index...index], by: codes[glyph]) && isSaid
    }
    // Down a column readers take each glyph for a line of its own; a dash of two, ——, is one.
    return isSaid && run.direction == .horizontal
  }

  /// Between `BT` and `ET`.
  /// - Parameter space: from the run's space to the one at hand.
  func write(to out: inout PDFBytes, space: Transform) {
    var line = TextLine(run: run, font: font, space: space)
    func show(_ glyphs: Range<Int>) {
      for glyph in glyphs { line.show(codes[glyph], at: run.glyphs[glyph].position, in: &out) }
    }
    func show(_ glyphs: Range<Int>, saying text: String) {
      line.end(in: &out)
      out.beginActualText(text)
      show(glyphs)
      line.end(in: &out)
      out.operation("EMC")
    }
    if standsApart {
      show(codes.indices, saying: run.text)
    } else {
      var done = 0
      for (cluster, text) in actualTexts {
        let glyphs = run.clusters[cluster].glyphs
        show(done..<glyphs.lowerBound)
        show(glyphs, saying: text)
        done = glyphs.upperBound
      }
      show(done..<codes.count)
    }
    line.end(in: &out)
  }

  /// Characters are set so wide apart that readers would take the gaps for spaces: 姓　　名. They do from a tenth of an em.
  private var standsApart: Bool {
    let readersGap = 0.09
    guard run.direction == .horizontal else { return false }
    for (code, (one, next)) in zip(codes, zip(run.glyphs, run.glyphs.dropFirst())) {
      let gap = next.position.x - one.position.x - run.size * (font.width(of: code) / 1000)
      if one.position.y == next.position.y, gap.ratio(to: run.size) >= readersGap { return true }
    }
    return false
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
