import CPango
import PressScene

/// HarfBuzz from top to bottom: the faces' vertical forms (`vert`), advances and origins (`vmtx`), which Pango has only for text
/// that is turned as a whole.
final class ColumnShaper {
  private let library: FontLibrary
  private let buffer: OpaquePointer?
  /// By index of file.
  private var fonts: [OpaquePointer?]

  init(library: FontLibrary) {
    self.library = library
    buffer = hb_buffer_create()
    fonts = Array(repeating: nil, count: library.files.count)
  }

  deinit {
    for font in fonts { if let font { hb_font_destroy(font) } }
    hb_buffer_destroy(buffer)
  }

  /// Glyphs of one file for a range of scalars; the offsets lead from the pen, at the top of the cell in the column's middle, to
  /// the glyph's origin.
  struct Cluster {
    var scalars: Range<Int>
    var glyphs: [PangoShaper.Glyph]
    var isMissing: Bool
  }

  /// Shapes the characters of `range`, all of one file, upright; none where the file went away.
  func shape(_ range: Range<Int>, of text: [UInt32], file: Int) -> [Cluster] {
    guard let font = font(ofFile: file) else { return [] }
    hb_buffer_clear_contents(buffer)
    hb_buffer_add_utf32(
      buffer, text, Int32(text.count), UInt32(range.lowerBound), Int32(range.count))
    hb_buffer_set_direction(buffer, HB_DIRECTION_TTB)
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN)
    hb_buffer_set_language(buffer, hb_language_from_string("zh-cn", -1))
    hb_shape(font, buffer, nil, 0)

    var count: UInt32 = 0
    let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
    let em = Double(library.files[file].unitsPerEm)
    var clusters: [Cluster] = []
    for (info, position) in zip(infos, positions) {
      let place = Int(info.cluster)
      if clusters.last?.scalars.lowerBound != place {
        if !clusters.isEmpty {
          clusters[clusters.count - 1].scalars = clusters[clusters.count - 1].scalars.lowerBound..<place
        }
        clusters.append(Cluster(scalars: place..<range.upperBound, glyphs: [], isMissing: false))
      }
      guard info.codepoint != 0, let id = GlyphID(exactly: info.codepoint) else {
        clusters[clusters.count - 1].isMissing = true
        continue
      }
      // HarfBuzz has y up.
      clusters[clusters.count - 1].glyphs.append(
        PangoShaper.Glyph(
          id: id, advance: 0 - Double(position.y_advance) / em, offsetX: Double(position.x_offset) / em,
          offsetY: 0 - Double(position.y_offset) / em))
    }
    return clusters
  }

  /// At one unit for each font unit, so that nothing is rounded.
  private func font(ofFile index: Int) -> OpaquePointer? {
    if let font = fonts[index] { return font }
    guard let blob = hb_blob_create_from_file_or_fail(library.files[index].path) else { return nil }
    defer { hb_blob_destroy(blob) }  // the face holds it
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }  // the font holds it
    fonts[index] = hb_font_create(face)
    return fonts[index]
  }
}
