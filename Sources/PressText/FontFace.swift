import CFreeType
import PressBytes
import PressScene

/// FreeType, one per shaper: its objects must not be used by two threads at once.
final class FreeTypeLibrary {
  let handle: FT_Library

  /// Nil when memory ends.
  init?() {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    handle = library
  }

  deinit { FT_Done_FreeType(handle) }
}

/// A font file, open: glyphs, advances and outlines in font units, without hinting.
final class FontFace {
  private let library: FreeTypeLibrary  // outlives the face
  private let file: MappedFile  // and so do the bytes that the face reads
  private let face: FT_Face
  let unitsPerEm: Int
  /// Each as the list that a cluster has of it, so that a text of a thousand characters makes none.
  private var glyphs: [Unicode.Scalar: [ShapedText.Glyph]] = [:]
  private var inks: [GlyphID: ShapedText.EmBox] = [:]
  /// By the code points' upper bits.
  private var plainPages: [GlyphPage?] = Array(repeating: nil, count: 0x1100)

  /// Nil if the file cannot be opened as a scalable font.
  init?(path: String, library: FreeTypeLibrary) {
    var face: FT_Face?
    guard let file = MappedFile.at(path),
      FT_New_Memory_Face(library.handle, file.bytes.bindMemory(to: FT_Byte.self).baseAddress, file.count, 0, &face)
        == 0,
      let face
    else { return nil }
    guard face.pointee.units_per_EM > 0, Self.selectCharacterMap(of: face) else {
      FT_Done_Face(face)
      return nil
    }
    self.library = library
    self.file = file
    self.face = face
    unitsPerEm = Int(face.pointee.units_per_EM)
  }

  deinit { FT_Done_Face(face) }

  /// The full Unicode map (3,10); the one of the BMP (3,1) is a dummy in our fonts. Another font's best Unicode map is taken as
  /// FreeType finds it.
  private static func selectCharacterMap(of face: FT_Face) -> Bool {
    for index in 0..<Int(face.pointee.num_charmaps) {
      guard let map = face.pointee.charmaps[index] else { continue }
      if map.pointee.platform_id == 3, map.pointee.encoding_id == 10 { return FT_Set_Charmap(face, map) == 0 }
    }
    return FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0
  }

  /// In em.
  private func em(_ units: Int) -> Double { Double(units) / Double(unitsPerEm) }

  /// The glyph of a character that needs no shaping, with its advance and ink; nil if the font lacks the character.
  func simpleGlyph(for scalar: Unicode.Scalar) -> ShapedText.Glyph? { simpleGlyphs(for: scalar)?.first }

  /// The same as the list of one.
  func simpleGlyphs(for scalar: Unicode.Scalar) -> [ShapedText.Glyph]? {
    if let known = glyphs[scalar] { return known }
    guard let id = GlyphID(exactly: FT_Get_Char_Index(face, FT_ULong(scalar.value))), id != 0 else { return nil }
    var advance: FT_Fixed = 0
    guard FT_Get_Advance(face, FT_UInt(id), FT_Int32(FT_LOAD_NO_SCALE), &advance) == 0 else { return nil }
    let glyph = ShapedText.Glyph(id: id, advance: em(Int(advance)), offsetX: 0, offsetY: 0, ink: ink(of: id))
    glyphs[scalar] = [glyph]
    return [glyph]
  }

  func plainPage(_ number: Int) -> GlyphPage {
    if let known = plainPages[number] { return known }
    let page = GlyphPage()
    plainPages[number] = page
    return page
  }

  /// The exact box of a glyph's outline, in em, y down; empty for a glyph without contours.
  func ink(of id: GlyphID) -> ShapedText.EmBox {
    if let known = inks[id] { return known }
    let ink = withOutline(of: id) { outline in
      var box = FT_BBox()
      guard FT_Outline_Get_BBox(&outline, &box) == 0, outline.n_points > 0 else { return ShapedText.EmBox.empty }
      return ShapedText.EmBox(
        minX: em(Int(box.xMin)), minY: -em(Int(box.yMax)), maxX: em(Int(box.xMax)), maxY: -em(Int(box.yMin)))
    }
    inks[id] = ink ?? .empty
    return ink ?? .empty
  }

  /// A glyph's contours, in em, y down; nil if the font has no such glyph.
  func outline(of id: GlyphID) -> Path? {
    withOutline(of: id) { outline in
      var pen = OutlinePen(unitsPerEm: Double(unitsPerEm))
      var callbacks = OutlinePen.callbacks
      let failed = withUnsafeMutablePointer(to: &pen) { FT_Outline_Decompose(&outline, &callbacks, $0) != 0 }
      guard !failed else { return nil }
      return pen.finished
    } ?? nil
  }

  private func withOutline<Result>(of id: GlyphID, _ body: (inout FT_Outline) -> Result) -> Result? {
    let flags = FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard FT_Load_Glyph(face, FT_UInt(id), flags) == 0, let slot = face.pointee.glyph,
      slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { return nil }
    return body(&slot.pointee.outline)
  }
}

extension FontFace {
  var glyphCount: Int { Int(face.pointee.num_glyphs) }
  /// In font units, positive up.
  var ascent: Int { Int(face.pointee.ascender) }
  /// In font units, positive down.
  var descent: Int { -Int(face.pointee.descender) }

  /// The characters of the selected map.
  var coverage: Coverage {
    var glyph: FT_UInt = 0
    var next = FT_Get_First_Char(face, &glyph)
    return Coverage(
      ascending: AnySequence(
        AnyIterator {
          guard glyph != 0 else { return nil }
          defer { next = FT_Get_Next_Char(self.face, next, &glyph) }
          return UInt32(next)
        }))
  }
}
