public import PressScene

/// Turns texts into glyphs of the library's faces. Made for one thread: each worker has its own, and keeps it.
///
/// Making one costs nothing; fonts are opened when a text first needs them.
public final class Shaper {
  public let library: FontLibrary
  private let freeType: FreeTypeLibrary?
  let characters: CharacterTable
  private var faces: [FaceState]
  private(set) lazy var pangoShaper = PangoShaper(library: library)
  private(set) lazy var columnShaper = ColumnShaper(library: library)
  var cache = ShapingCache()

  private enum FaceState {
    case closed
    case open(FontFace)
    /// The file went away or broke after the library was read.
    case unreadable
  }

  public init(_ library: FontLibrary) {
    self.library = library
    freeType = FreeTypeLibrary()
    characters = CharacterTable(library: library)
    faces = Array(repeating: .closed, count: library.files.count)
  }

  /// Shapes one text, horizontally, left to right, in the first stack of the family's chain that has all its characters.
  ///
  /// All numbers are exact font units in em. A line feed is a mandatory break; a character that no face has becomes a cluster
  /// without glyphs and a problem, and so does any other control or format character. A family that the library lacks is a
  /// problem, and the first family stands in for it.
  ///
  /// - Parameter cached: keeps the result, for texts that come again with each record. Not for a record's values: they are
  ///   personal, and stay as long as they are kept.
  /// - Parameter breaks: false for a text that is to stand on one line. Looking for the places where lines may break takes as long
  ///   as all the rest: where all characters are common ones, ``ShapedText/Cluster/breakBefore`` then is `none` before each.
  public func shape(
    _ text: String, family: String, cached: Bool = false, breaks: Bool = true
  ) -> (ShapedText, [ShapingProblem]) {
    if !breaks, !cached {
      if let known = library.family(named: family), let plain = shapePlainly(text, family: known) { return (plain, []) }
      return shape(text, family: family, way: .fastest, breaks: false)
    }
    return shape(text, family: family, cached: cached, way: .fastest)
  }

  /// A glyph's contours in em from its origin, y down, curves cubic.
  ///
  /// - Returns: an empty path for a glyph without ink; nil where the library has no such face, or the face no such glyph.
  public func outline(of glyph: GlyphID, in face: FaceID) -> Path? {
    guard let index = library.fileIndex(of: face), let font = openFace(index) else { return nil }
    return font.outline(of: glyph)
  }

  /// By which means glyphs are found; both give the same, ``ShapingAgreement`` sees to it.
  enum Way {
    /// From the font's tables where no character of the text needs shaping, otherwise by Pango.
    case fastest
    case pango
  }

  func shape(_ text: String, family name: String, cached: Bool, way: Way) -> (ShapedText, [ShapingProblem]) {
    let key = ShapingCache.Key(text: text, family: name)
    if cached, let known = cache[key] { return known }
    let result = shape(text, family: name, way: way, breaks: true)
    if cached { cache[key] = result }
    return result
  }

  private func shape(
    _ text: String, family name: String, way: Way, breaks: Bool
  ) -> (ShapedText, [ShapingProblem]) {
    shape(text, family: name, breaks: breaks) { scalars, sources, paragraph, builder in
      if way == .pango || !appendSimply(scalars, sources, to: &builder) {
        appendByPango(scalars, sources, paragraph, to: &builder)
      }
    }
  }

  /// Chooses the faces of a text and gathers what `append` makes of it.
  func shape(
    _ text: String, family name: String, breaks wantsBreaks: Bool = true,
    append: ([Unicode.Scalar], [FaceChoice.Source], Paragraph, inout ShapedTextBuilder) -> Void
  ) -> (ShapedText, [ShapingProblem]) {
    let asked = library.family(named: name)
    let family = asked ?? library.families[0]
    let scalars = Array(text.unicodeScalars)
    let choice = FaceChoice(scalars, family: family, characters: characters, library: library)
    let paragraph = Paragraph(scalars, sources: choice.sources)
    let breaks = wantsBreaks ? nil : LineBreaks(noneIn: scalars)
    var builder = ShapedTextBuilder(
      text: text, scalars: scalars, breaks: breaks ?? LineBreaks(paragraph, scalars: scalars),
      firstFile: family.chain[0][0])

    append(scalars, choice.sources, paragraph, &builder)
    let (shaped, unset) = builder.finish(library: library)
    if asked != nil, unset.isEmpty { return (shaped, choice.problems) }
    let told = Set(choice.problems)
    let late = unset.map(ShapingProblem.missingCharacter).filter { !told.contains($0) }
    return (shaped, (asked == nil ? [.unknownFamily(name)] : []) + late + choice.problems)
  }

  /// Sets a text straight from the fonts' tables; false, with nothing appended, if a character of it needs Pango.
  private func appendSimply(
    _ scalars: [Unicode.Scalar], _ sources: [FaceChoice.Source], to builder: inout ShapedTextBuilder
  ) -> Bool {
    let runs = Self.runs(of: sources)
    for run in runs {
      let file = characters[run.file]
      guard scalars[run.scalars].allSatisfy(file.isSimple) else { return false }
    }
    var place = 0
    for run in runs {
      appendNothing(for: place..<run.scalars.lowerBound, sources, to: &builder)
      place = run.scalars.upperBound
      let face = openFace(run.file)
      for place in run.scalars {
        if let glyph = face?.simpleGlyphs(for: scalars[place]) {
          builder.append(glyph, for: place..<place + 1, file: run.file)
        } else {
          builder.appendNothing(for: place, isMissing: true)
        }
      }
    }
    appendNothing(for: place..<scalars.count, sources, to: &builder)
    return true
  }

  /// Neighbours of one file.
  static func runs(of sources: [FaceChoice.Source]) -> [(file: Int, scalars: Range<Int>)] {
    var runs: [(file: Int, scalars: Range<Int>)] = []
    for (place, source) in sources.enumerated() {
      guard case .file(let index) = source else { continue }
      if let last = runs.last, last.file == index, last.scalars.upperBound == place {
        runs[runs.count - 1].scalars = last.scalars.lowerBound..<place + 1
      } else {
        runs.append((index, place..<place + 1))
      }
    }
    return runs
  }

  private func appendByPango(
    _ scalars: [Unicode.Scalar], _ sources: [FaceChoice.Source], _ paragraph: Paragraph,
    to builder: inout ShapedTextBuilder
  ) {
    let runs = Self.runs(of: sources).filter { openFace($0.file) != nil }
    var place = 0
    for cluster in pangoShaper.shape(runs, of: paragraph) {
      appendNothing(for: place..<cluster.scalars.lowerBound, sources, to: &builder)
      place = cluster.scalars.upperBound
      guard case .file(let index) = sources[cluster.scalars.lowerBound], let face = openFace(index), !cluster.isMissing
      else {
        for place in cluster.scalars { builder.appendNothing(for: place, isMissing: true) }
        continue
      }
      builder.append(cluster.glyphs.map { $0.withInk(of: face) }, for: cluster.scalars, file: index)
    }
    appendNothing(for: place..<scalars.count, sources, to: &builder)
  }

  func appendNothing(
    for places: Range<Int>, _ sources: [FaceChoice.Source], to builder: inout ShapedTextBuilder
  ) {
    for place in places { builder.appendNothing(for: place, isMissing: sources[place] != .lineBreak) }
  }

  func openFace(_ index: Int) -> FontFace? {
    switch faces[index] {
    case .open(let face): return face
    case .unreadable: return nil
    case .closed:
      let face = freeType.flatMap { FontFace(path: library.files[index].path, library: $0) }
      faces[index] = face.map(FaceState.open) ?? .unreadable
      return face
    }
  }
}
