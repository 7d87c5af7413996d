import PressScene

extension Shaper {
  /// Shapes a text of the commonest kind for one line: Han, ASCII and marks that go with any neighbour, all of them in the family's
  /// first file and simple there. That is what most values are, and a tenth of the work.
  ///
  /// - Returns: what ``shape(_:family:cached:breaks:)`` would make of it; nil for any other text.
  func shapePlainly(_ text: String, family: FontFamily) -> ShapedText? {
    let index = family.chain[0][0]
    guard !library.foreignFiles.contains(index), let face = openFace(index) else { return nil }
    let characters = characters[index]
    var clusters: [ShapedText.Cluster] = []
    // Three bytes a character, mostly.
    clusters.reserveCapacity(text.utf8.count / 3 + 4)
    for scalar in text.unicodeScalars {
      guard scalar.isPlain, let glyphs = face.plainGlyphs(for: scalar, among: characters) else { return nil }
      let place = clusters.count
      clusters.append(
        ShapedText.Cluster(
          face: 0, glyphs: glyphs, scalars: place..<place + 1, breakBefore: .none,
          isSpace: scalar == " " || scalar == "\u{3000}"))
    }
    // The face of a text without characters is none.
    return clusters.isEmpty ? nil : ShapedText(text: text, faces: [library.files[index].face], clusters: clusters)
  }
}

extension Unicode.Scalar {
  /// Its glyph and width are the same whatever stands beside it, and it is no mark: not the interpunct, nor quotes.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x20...0x7E, 0x3000...0x3002, 0x3008...0x3011, 0x3014...0x3015, 0x3400...0x4DBF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }
}

/// The plain glyphs of 256 code points in a row, as far as they have been asked for.
final class GlyphPage {
  /// Nil: not asked for yet; without a glyph: not a plain character.
  fileprivate var glyphs: [[ShapedText.Glyph]?] = Array(repeating: nil, count: 256)
}

extension FontFace {
  /// The one glyph of a character that is simple in this file; nil if it is not, or the file lacks it.
  fileprivate func plainGlyphs(for scalar: Unicode.Scalar, among characters: FileCharacters) -> [ShapedText.Glyph]? {
    let page = plainPage(Int(scalar.value >> 8))
    if let known = page.glyphs[Int(scalar.value & 0xFF)] { return known.isEmpty ? nil : known }
    let glyphs = characters.isSimple(scalar) ? simpleGlyphs(for: scalar) : nil
    page.glyphs[Int(scalar.value & 0xFF)] = glyphs ?? []
    return glyphs
  }
}
