/// Finds the file that sets a character: for who asks before a text is set.
///
/// The answer is for the character alone. In a text its neighbours may lead it to a later stack, for one text has one look.
public final class FaceFinder {
  private let library: FontLibrary
  private let characters: CharacterTable

  public init(_ library: FontLibrary) {
    self.library = library
    characters = CharacterTable(library: library)
  }

  /// The characters of a text as faces are chosen for them: each a letter with its marks. Line feeds are none.
  public static func characters(of text: String) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars)
    var characters: [[Unicode.Scalar]] = []
    var place = 0
    while place < scalars.count {
      let end = FaceChoice.end(ofCharacterAt: place, in: scalars)
      if scalars[place] != "\n" { characters.append(Array(scalars[place..<end])) }
      place = end
    }
    return characters
  }

  /// The file that sets a character in a family; where its marks come from several, the last one in the order of tiers.
  /// - Returns: nil if no file has the character, or one of its marks.
  public func file(for character: [Unicode.Scalar], in family: FontFamily) -> FontFile? {
    let choice = FaceChoice(character, family: family, characters: characters, library: library)
    var found: FontFile?
    for source in choice.sources {
      guard case .file(let index) = source else { return nil }
      let file = library.files[index]
      if let known = found, known.tier.rank >= file.tier.rank { continue }
      found = file
    }
    return found
  }
}

extension FontFile.Tier {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension FontLibrary {
  /// Whether a file is the family's own: its core or its extension.
  public func isOwn(_ file: FontFile, of family: FontFamily) -> Bool {
    family.chain[0].contains { files[$0].id == file.id }
  }
}
