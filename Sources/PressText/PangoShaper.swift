import CFontconfig
import CPango
import PressScene
import Synchronization

/// Pango with a font map of its own that knows the library's files and no others.
///
/// Fontconfig is told of the files by hand-made patterns: it opens and scans nothing, reads no configuration and no cache, and
/// writes none. Which file sets a character is decided before (``FaceChoice``); Pango only itemizes and shapes.
final class PangoShaper {
  private let library: FontLibrary
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let attributes: OpaquePointer
  /// By index of file.
  private var fonts: [UnsafeMutablePointer<PangoFont>?]
  /// By index of file.
  private let unitsPerEm: [Int]

  init(library: FontLibrary) {
    self.library = library
    map = Self.fontMap(of: library)
    context = pango_font_map_create_context(map)
    pango_context_set_language(context, LineBreaks.language)
    pango_context_set_round_glyph_positions(context, 0)
    attributes = pango_attr_list_new()
    // Without this the itemizer looks through all fonts for each character.
    pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    unitsPerEm = library.files.map(\.unitsPerEm)
    fonts = Array(repeating: nil, count: library.files.count)
    let description = Self.description(ofFile: 0, in: library)
    pango_context_set_font_description(context, description)
    pango_font_description_free(description)
  }

  deinit {
    for font in fonts { if let font { g_object_unref(font) } }
    pango_attr_list_unref(attributes)
    g_object_unref(UnsafeMutableRawPointer(context))
    cpango_font_map_free(map)
  }

  /// Glyphs of one file for a range of a paragraph's scalars.
  struct Cluster {
    var scalars: Range<Int>
    var glyphs: [Glyph]
    /// Pango found no glyph for one of the characters.
    var isMissing: Bool
  }

  /// In em, y down.
  struct Glyph {
    var id: GlyphID
    var advance, offsetX, offsetY: Double

    func withInk(of face: FontFace) -> ShapedText.Glyph {
      ShapedText.Glyph(id: id, advance: advance, offsetX: offsetX, offsetY: offsetY, ink: face.ink(of: id))
    }
  }

  /// Shapes runs of scalars, each of one file, in order; the result is in reading order, whatever the direction of a script.
  func shape(_ runs: [(file: Int, scalars: Range<Int>)], of paragraph: Paragraph) -> [Cluster] {
    paragraph.utf8.withUnsafeBytes { bytes -> [Cluster] in
      guard let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return [] }
      let items = pango_itemize_with_base_dir(
        context, PANGO_DIRECTION_LTR, text, 0, Int32(bytes.count), attributes, nil)
      defer { g_list_free_full(items) { item in pango_item_free(item?.assumingMemoryBound(to: PangoItem.self)) } }
      let glyphs = pango_glyph_string_new()
      defer { pango_glyph_string_free(glyphs) }
      guard let glyphs else { return [] }

      var clusters: [Cluster] = []
      var next = items
      var run = 0
      while let item = next?.pointee.data?.assumingMemoryBound(to: PangoItem.self).pointee, run < runs.count {
        let itemEnd = Int(item.offset + item.length)
        let runStart = paragraph.offsets[runs[run].scalars.lowerBound]
        let runEnd = paragraph.offsets[runs[run].scalars.upperBound]
        let start = max(Int(item.offset), runStart)
        let end = min(itemEnd, runEnd)
        if start < end {
          var analysis = item.analysis
          analysis.font = font(ofFile: runs[run].file)
          pango_shape_with_flags(
            text + start, Int32(end - start), text, Int32(bytes.count), &analysis, glyphs, PANGO_SHAPE_NONE)
          let unit = Double(unitsPerEm[runs[run].file]) * Double(PANGO_SCALE)
          clusters += Self.clusters(of: glyphs.pointee, unit: unit, from: start, to: end, in: paragraph)
        }
        if runEnd <= itemEnd { run += 1 }
        if itemEnd <= runEnd { next = next?.pointee.next }
      }
      return clusters
    }
  }

  /// - Parameter unit: an em in Pango's units.
  private static func clusters(
    of string: PangoGlyphString, unit: Double, from start: Int, to end: Int, in paragraph: Paragraph
  ) -> [Cluster] {
    let infos = UnsafeBufferPointer(start: string.glyphs, count: Int(string.num_glyphs))
    let places = UnsafeBufferPointer(start: string.log_clusters, count: Int(string.num_glyphs))
    let first = paragraph.scalar(at: start)
    var clusters: [Cluster] = []
    var lastPlace: Int32?
    for (info, place) in zip(infos, places) {
      if place != lastPlace {
        let scalar = paragraph.scalar(at: start + Int(place))
        clusters.append(Cluster(scalars: scalar..<scalar + 1, glyphs: [], isMissing: false))
        lastPlace = place
      }
      let last = clusters.count - 1
      if cpango_glyph_is_empty(info.glyph) != 0 { continue }
      guard cpango_glyph_is_unknown(info.glyph) == 0, info.glyph != 0, let id = GlyphID(exactly: info.glyph) else {
        clusters[last].isMissing = true
        continue
      }
      clusters[last].glyphs.append(
        Glyph(
          id: id, advance: Double(info.geometry.width) / unit, offsetX: Double(info.geometry.x_offset) / unit,
          offsetY: Double(info.geometry.y_offset) / unit))
    }
    clusters.sort { $0.scalars.lowerBound < $1.scalars.lowerBound }
    for index in clusters.indices {
      let next = index + 1 < clusters.count ? clusters[index + 1].scalars.lowerBound : paragraph.scalar(at: end)
      let lower = index == 0 ? first : clusters[index].scalars.lowerBound
      clusters[index].scalars = lower..<next
    }
    return clusters
  }

  /// The font of a file at one unit for each font unit, so that nothing is rounded.
  private func font(ofFile index: Int) -> UnsafeMutablePointer<PangoFont>? {
    if let font = fonts[index] { return font }
    let description = Self.description(ofFile: index, in: library)
    defer { pango_font_description_free(description) }
    let font = pango_font_map_load_font(map, context, description)
    let path = font.flatMap { cpango_font_file($0) }.map { String(cString: $0) }
    precondition(
      path == library.files[index].path, "Pango took another font than the library's file \(library.files[index].id)")
    fonts[index] = font
    return font
  }

  /// The name under which fontconfig knows a file; nobody else sees it.
  private static func name(ofFile index: Int) -> String { "certpress-\(index)" }

  private static func description(ofFile index: Int, in library: FontLibrary) -> OpaquePointer? {
    let description = pango_font_description_new()
    pango_font_description_set_family(description, name(ofFile: index))
    pango_font_description_set_absolute_size(
      description, Double(library.files[index].unitsPerEm) * Double(PANGO_SCALE))
    return description
  }
}

extension PangoShaper {
  /// Fontconfig's current configuration is one for the process: it is set once, to an empty one, because otherwise each new font
  /// map makes Pango load the system's in a thread of its own. Setting it, and making maps, is serial because fontconfig's and
  /// GObject's first use is not safe on several threads.
  private static let isIsolated = Mutex(false)

  private static func fontMap(of library: FontLibrary) -> UnsafeMutablePointer<PangoFontMap> {
    isIsolated.withLock { isIsolated in
      if !isIsolated {
        let empty = FcConfigCreate()
        FcConfigBuildFonts(empty)
        FcConfigSetCurrent(empty)
        FcConfigDestroy(empty)  // the current one is held by fontconfig
        isIsolated = true
      }
      let configuration = FcConfigCreate()
      defer { FcConfigDestroy(configuration) }  // the map holds it
      FcConfigBuildFonts(configuration)
      if let fonts = FcConfigGetFonts(configuration, FcSetSystem) {
        for index in library.files.indices { FcFontSetAdd(fonts, pattern(ofFile: index, in: library)) }
      }
      return cpango_font_map_new(configuration)
    }
  }

  /// What fontconfig would find out by opening the file, as far as Pango asks.
  private static func pattern(ofFile index: Int, in library: FontLibrary) -> OpaquePointer? {
    let pattern = FcPatternCreate()
    FcPatternAddString(pattern, FC_FAMILY, name(ofFile: index))
    FcPatternAddString(pattern, FC_FILE, library.files[index].path)
    FcPatternAddInteger(pattern, FC_INDEX, 0)
    FcPatternAddString(pattern, FC_FONTFORMAT, "TrueType")  // Pango passes over files of formats it does not know
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
    FcPatternAddBool(pattern, FC_SCALABLE, FcBool(FcTrue))
    FcPatternAddBool(pattern, FC_OUTLINE, FcBool(FcTrue))
    // Nobody asks for it here, but Pango 1.50.12 crashes on a font without one when it measures the box of an unknown glyph.
    let characters = FcCharSetCreate()
    FcCharSetAddChar(characters, 0x20)
    FcPatternAddCharSet(pattern, FC_CHARSET, characters)
    FcCharSetDestroy(characters)
    return pattern
  }
}
