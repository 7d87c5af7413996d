/// The characters of each file of a library, at hand without a lock; one for each shaper.
final class CharacterTable {
  private let library: FontLibrary
  private var known: [FileCharacters?]

  init(library: FontLibrary) {
    self.library = library
    known = Array(repeating: nil, count: library.files.count)
  }

  /// A file whose characters the manifest does not tell has none; ``FontLibrary/verify()`` reports it.
  subscript(file: Int) -> FileCharacters {
    if let known = known[file] { return known }
    let read = library.files[file].characters.value ?? FileCharacters(drawn: .empty, complex: .empty)
    known[file] = read
    return read
  }
}
