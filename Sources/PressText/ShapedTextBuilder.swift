import PressScene

/// Gathers clusters, in reading order, into a ``ShapedText``.
struct ShapedTextBuilder {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let breaks: LineBreaks
  /// The file that a cluster without glyphs belongs to as long as no other is in use.
  private let firstFile: Int
  /// A text without Han sets its quotes as Latin texts do; the faces draw them a full em wide.
  private let hasLatinQuotes: Bool
  /// Index of file for each face of the text.
  private var files: [Int] = []
  private var clusters: [ShapedText.Cluster] = []
  /// Characters without a glyph, each once, as they came.
  private var unset: [Unicode.Scalar] = []
  /// The same, for the question.
  private var seen: Set<Unicode.Scalar> = []

  init(text: String, scalars: [Unicode.Scalar], breaks: LineBreaks, firstFile: Int) {
    self.text = text
    self.scalars = scalars
    self.breaks = breaks
    self.firstFile = firstFile
    hasLatinQuotes = !scalars.contains(where: \.isHan) && scalars.contains(where: \.isQuote)
    clusters.reserveCapacity(scalars.count)
  }

  mutating func append(_ glyphs: [ShapedText.Glyph], for range: Range<Int>, file: Int) {
    let isInterpunct = range.count == 1 && Self.isInterpunct(range.lowerBound, of: scalars)
    let isQuote = hasLatinQuotes && range.count == 1 && scalars[range.lowerBound].isQuote
    append(
      isInterpunct ? glyphs.map(\.inHalfEm) : isQuote ? glyphs.map(\.closelyFitted) : glyphs, for: range,
      face: face(ofFile: file))
  }

  /// Appends glyphs of a column, placed as they stand there.
  mutating func append(
    _ glyphs: [ShapedText.Glyph], for range: Range<Int>, file: Int, stance: ShapedText.Cluster.Stance
  ) {
    append(glyphs, for: range, face: face(ofFile: file), stance: stance)
  }

  /// U+00B7 between Han characters: the point in 买买提·艾力. It belongs in half an em, but its faces make it 0.33 (Song), 0.35 (Kai)
  /// or 1 em wide (Hei).
  static func isInterpunct(_ place: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[place] == "\u{B7}" else { return false }
    let neighbours = [place - 1, place + 1].filter(scalars.indices.contains)
    return neighbours.contains { scalars[$0].properties.isIdeographic }
  }

  /// A line break, or a character that is missing.
  mutating func appendNothing(for place: Int, isMissing: Bool) {
    if isMissing, seen.insert(scalars[place]).inserted { unset.append(scalars[place]) }
    append([], for: place..<place + 1, face: clusters.last?.face ?? face(ofFile: firstFile))
  }

  private mutating func append(
    _ glyphs: [ShapedText.Glyph], for range: Range<Int>, face: Int, stance: ShapedText.Cluster.Stance = .upright
  ) {
    clusters.append(
      ShapedText.Cluster(
        face: face, glyphs: glyphs, scalars: range, breakBefore: breaks.before[range.lowerBound],
        isSpace: range.allSatisfy { breaks.isSpace[$0] }, stance: stance))
  }

  private mutating func face(ofFile file: Int) -> Int {
    if let face = files.firstIndex(of: file) { return face }
    files.append(file)
    return files.count - 1
  }

  /// The text, and the distinct characters in it that got no glyph.
  func finish(library: FontLibrary) -> (ShapedText, unset: [Unicode.Scalar]) {
    (ShapedText(text: text, faces: files.map { library.files[$0].face }, clusters: clusters), unset)
  }
}

extension Unicode.Scalar {
  fileprivate var isQuote: Bool { ("\u{2018}"..."\u{201F}").contains(self) }

  /// Han, kana, hangul and the punctuation that belongs to them.
  fileprivate var isHan: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension ShapedText.Glyph {
  /// With a twentieth of an em of white on either side of its ink.
  fileprivate var closelyFitted: ShapedText.Glyph {
    guard !ink.isEmpty, advance > 0.9 else { return self }
    var glyph = self
    glyph.offsetX = 0.05 - ink.minX
    glyph.advance = ink.maxX - ink.minX + 0.1
    return glyph
  }

  /// In the middle of half an em.
  fileprivate var inHalfEm: ShapedText.Glyph {
    var glyph = self
    glyph.offsetX += (0.5 - advance) / 2
    glyph.advance = 0.5
    return glyph
  }
}
