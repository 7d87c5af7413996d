import CCairo
import CFreeType
import PressBytes
import PressScene

/// The faces that one worker has opened, each once.
final class FontFaces {
  private let file: (FaceID) -> String?
  private var opened: [FaceID: FontFace] = [:]
  /// How cairo is to treat glyphs: as the font draws them, at exact places.
  let options: OpaquePointer?

  init(file: @escaping (FaceID) -> String?) {
    self.file = file
    options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  }

  deinit { cairo_font_options_destroy(options) }

  func face(_ id: FaceID) throws(PaintError) -> FontFace {
    if let face = opened[id] { return face }
    guard let path = file(id) else { throw PaintError(.missingFace(name: id.name)) }
    guard let outlines = FreeTypeFace(path: path) else { throw PaintError(.unreadableFace(name: id.name)) }
    let face = FontFace(name: id.name, outlines: outlines)
    opened[id] = face
    return face
  }
}

/// One face as both painters need it.
final class FontFace {
  let name: String
  let outlines: FreeTypeFace
  private var cairoFace: OpaquePointer?
  private var inkBoxes: [GlyphID: Rect] = [:]

  init(name: String, outlines: FreeTypeFace) {
    self.name = name
    self.outlines = outlines
  }

  deinit {
    if let cairoFace { cairo_font_face_destroy(cairoFace) }
  }

  /// Borrowed; made on first need.
  func forCairo() throws(PaintError) -> OpaquePointer {
    if let cairoFace { return cairoFace }
    let made = cairo_ft_font_face_create_for_ft_face(
      outlines.face, Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_AUTOHINT | FT_LOAD_NO_BITMAP))
    // Cairo keeps scaled fonts in a global cache after their last user is gone, and may let go of them in any thread: the
    // FreeType face lives until cairo says so (the recipe of cairo_ft_font_face_create_for_ft_face's documentation).
    let keep = Unmanaged.passRetained(outlines)
    let key = UnsafePointer<cairo_user_data_key_t>(OpaquePointer(keep.toOpaque()))
    let status = cairo_font_face_set_user_data(made, key, keep.toOpaque()) { keeper in
      if let keeper { Unmanaged<FreeTypeFace>.fromOpaque(keeper).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS, let made else {
      cairo_font_face_destroy(made)
      keep.release()
      throw PaintError(.cairo(message(of: status)))
    }
    cairoFace = made
    return made
  }

  /// The box around a glyph's outline, in font units, y up; kept, because a page is painted in bands and each asks again.
  ///
  /// - Throws: ``PaintError/Problem/missingGlyph(_:face:)``, ``PaintError/Problem/unreadableFace(name:)``.
  func inkBox(of glyph: GlyphID) throws(PaintError) -> Rect {
    if let box = inkBoxes[glyph] { return box }
    try check(glyph)
    var outline = try outline(of: glyph)
    var box = FT_BBox()
    FT_Outline_Get_CBox(&outline, &box)
    let rect = Rect(
      x: Points(Double(box.xMin)), y: Points(Double(box.yMin)), width: Points(Double(box.xMax - box.xMin)),
      height: Points(Double(box.yMax - box.yMin)))
    inkBoxes[glyph] = rect
    return rect
  }

  /// In font units, y up. Borrowed from the face until the next call.
  func outline(of glyph: GlyphID) throws(PaintError) -> FT_Outline {
    // Cairo may have left a transform on the face when it drew a PDF.
    let flags = FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_IGNORE_TRANSFORM)
    guard FT_Load_Glyph(outlines.face, FT_UInt(glyph), flags) == 0, let slot = outlines.face.pointee.glyph,
      slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { throw PaintError(.unreadableFace(name: name)) }
    return slot.pointee.outline
  }

  /// - Throws: ``PaintError/Problem/missingGlyph(_:face:)`` for a number past the face's last glyph and for 0, the empty box.
  func check(_ glyph: GlyphID) throws(PaintError) {
    guard glyph > 0, Int(glyph) < outlines.glyphCount else {
      throw PaintError(.missingGlyph(glyph, face: name))
    }
  }
}

/// Owns a FreeType face and the library it belongs to. One library for each face, because cairo may release two faces in two
/// threads at once, and FreeType wants faces of one library opened and closed by one thread at a time.
final class FreeTypeFace {
  let library: FT_Library
  let face: FT_Face
  private let file: MappedFile  // the bytes that the face reads
  let glyphCount: Int
  /// Font units in one em.
  let unitsPerEm: Double

  /// Nil where the file cannot be read or is not an outline font.
  init?(path: String) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    guard let file = MappedFile.at(path),
      FT_New_Memory_Face(library, file.bytes.bindMemory(to: FT_Byte.self).baseAddress, file.count, 0, &face) == 0,
      let face
    else {
      FT_Done_FreeType(library)
      return nil
    }
    guard face.pointee.units_per_EM > 0 else {
      FT_Done_Face(face)
      FT_Done_FreeType(library)
      return nil
    }
    // The characters come from the scene. For each glyph new to a document cairo 1.16 would otherwise look for its character by
    // going through the whole character map, up to 8,000 entries: 48 of a certificate's 133 million instructions.
    face.pointee.charmap = nil
    self.library = library
    self.file = file
    self.face = face
    glyphCount = Int(face.pointee.num_glyphs)
    unitsPerEm = Double(face.pointee.units_per_EM)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}
