import CPango
import PressScene

/// Which file sets which character of a text.
struct FaceChoice {
  enum Source: Equatable {
    /// Index into ``FontLibrary/files``.
    case file(Int)
    /// A line feed, which has no glyph.
    case lineBreak
    /// No file of the stack has it.
    case missing
  }

  /// One for each Unicode scalar.
  let sources: [Source]
  let problems: [ShapingProblem]

  /// The first stack of the family that has every character; if none does, the one that lacks the fewest.
  init(_ scalars: [Unicode.Scalar], family: FontFamily, characters: CharacterTable, library: FontLibrary) {
    var best = (stack: 0, sources: [Source](), missing: Int.max)
    for (index, stack) in family.chain.enumerated() {
      let sources = Self.sources(of: scalars, in: stack.map { ($0, characters[$0].drawn) })
      let missing = sources.count { $0 == .missing }
      if missing < best.missing { best = (index, sources, missing) }
      if missing == 0 { break }
    }
    sources = best.sources
    let own =
      best.stack == 0 ? best.sources : Self.sources(of: scalars, in: family.chain[0].map { ($0, characters[$0].drawn) })
    problems =
      Self.missing(scalars, best.sources)
      + Self.change(of: scalars, from: own, to: best.sources, stack: best.stack, family: family, library: library)
      + Self.foreign(scalars, best.sources, library: library)
  }

  private static func sources(of scalars: [Unicode.Scalar], in stack: [(file: Int, coverage: Coverage)]) -> [Source] {
    var sources: [Source] = []
    sources.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let end = end(ofCharacterAt: place, in: scalars)
      if end - place > 1, let file = file(for: scalars[place..<end], in: stack) {
        for _ in place..<end { sources.append(.file(file)) }
      } else {
        for scalar in scalars[place..<end] { sources.append(source(of: scalar, in: stack)) }
      }
      place = end
    }
    return sources
  }

  /// Behind the marks of the character that begins at `place`.
  static func end(ofCharacterAt place: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = place + 1
    while end < scalars.count, isMark(scalars[end]), scalars[place] != "\n" { end += 1 }
    return end
  }

  private static func source(of scalar: Unicode.Scalar, in stack: [(file: Int, coverage: Coverage)]) -> Source {
    if scalar == "\n" { return .lineBreak }
    return stack.first { $0.coverage.contains(scalar) }.map { .file($0.file) } ?? .missing
  }

  /// The file that sets a character together with its marks: one that has them all, or has the one character they make.
  private static func file(
    for cluster: ArraySlice<Unicode.Scalar>, in stack: [(file: Int, coverage: Coverage)]
  ) -> Int? {
    if let whole = stack.first(where: { entry in cluster.allSatisfy { entry.coverage.contains($0) } }) {
      return whole.file
    }
    guard var composed = cluster.first else { return nil }
    for mark in cluster.dropFirst() {
      var pair: gunichar = 0
      guard g_unichar_compose(composed.value, mark.value, &pair) != 0, let scalar = Unicode.Scalar(pair) else {
        return nil
      }
      composed = scalar
    }
    return stack.first { $0.coverage.contains(composed) }?.file
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x3400..<0xA000, 0x20000..<0x40000: false  // spares most texts the look-up
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: true
      default: false
      }
    }
  }

  /// The characters that no file has, each once.
  private static func missing(_ scalars: [Unicode.Scalar], _ sources: [Source]) -> [ShapingProblem] {
    var told: Set<Unicode.Scalar> = []
    return zip(scalars, sources).compactMap { scalar, source in
      source == .missing && told.insert(scalar).inserted ? .missingCharacter(scalar) : nil
    }
  }

  /// The characters that only a foreign file has, each once.
  private static func foreign(
    _ scalars: [Unicode.Scalar], _ sources: [Source], library: FontLibrary
  ) -> [ShapingProblem] {
    var told: Set<Unicode.Scalar> = []
    return zip(scalars, sources).compactMap { scalar, source in
      guard case .file(let index) = source, library.foreignFiles.contains(index), told.insert(scalar).inserted else {
        return nil
      }
      let file = library.files[index]
      return .foreignForms(character: scalar, family: file.face.name, forms: file.forms.rawValue)
    }
  }

  /// The character that drove the text out of its family's own stack, and where to.
  private static func change(
    of scalars: [Unicode.Scalar], from own: [Source], to sources: [Source], stack: Int, family: FontFamily,
    library: FontLibrary
  ) -> [ShapingProblem] {
    guard stack > 0 else { return [] }
    for place in scalars.indices where own[place] == .missing {
      guard case .file(let file) = sources[place] else { continue }
      let first = library.files[family.chain[stack][0]].face.name
      // A longer stack of the same family only lends the characters that lack; another family sets the whole text.
      let used = first == family.name ? library.files[file].face.name : first
      return [.familyChanged(character: scalars[place], asked: family.name, used: used)]
    }
    return []
  }
}
