import PressScene

/// A face's glyphs as they go into font programs, each deflated once a worker.
final class DeflatedGlyphs {
  /// Three hundred bytes each.
  private static let most = 4096

  private unowned let face: TrueTypeFile  // which owns this
  private var pieces: [GlyphID: DeflatedPiece] = [:]

  init(_ face: TrueTypeFile) { self.face = face }

  /// The glyph's description, with a byte of nothing where its length is odd: short offsets count in words. Nil where the file
  /// contradicts itself or the glyph is made of others; our fonts' are not (fonts/build makes them so).
  subscript(glyph: GlyphID) -> DeflatedPiece? {
    if let piece = pieces[glyph] { return piece }
    guard let outline = face.outline(of: GlyphIndex(glyph)) else { return nil }
    let isComposite = outline.count > 1 && outline[0] & 0x80 != 0
    guard !isComposite else { return nil }
    let piece = DeflatedPiece(outline + (outline.count & 1 == 1 ? [0] : []))
    if pieces.count >= Self.most { pieces.removeAll(keepingCapacity: true) }
    pieces[glyph] = piece
    return piece
  }
}
