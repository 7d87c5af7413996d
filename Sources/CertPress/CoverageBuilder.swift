import PressRecord
import PressText

/// Collects the characters of texts, and asks for each one only once who draws it.
struct CoverageBuilder {
  private let fonts: FontLibrary
  private let families: [FontFamily]
  private let finder: FaceFinder
  private var characters: [CoveredCharacter] = []
  private var indices: [[Unicode.Scalar]: [Int]] = [:]

  init(fonts: FontLibrary, families: [FontFamily]) {
    self.fonts = fonts
    self.families = families
    finder = FaceFinder(fonts)
  }

  var coverage: TextCoverage { TextCoverage(families: families.map(\.name), characters: characters) }

  mutating func add(_ text: String, at place: @autoclosure () -> CoveredCharacter.Place? = nil) {
    for scalars in FaceFinder.characters(of: text) {
      for index in indices(of: scalars) where characters[index].standing != .core {
        guard let place = place(), characters[index].places.last != place else { continue }
        characters[index].places.append(place)
      }
    }
  }

  /// All texts of a record, however deep they stand.
  mutating func add(_ record: Record, number: Int) {
    for field in record.fields { add(field.value, path: field.name, record: record.name, number: number) }
  }

  private mutating func add(_ value: RecordValue, path: String, record: String, number: Int) {
    switch value {
    case .text(let text):
      add(text, at: CoveredCharacter.Place(number: number, record: record, field: path))
    case .list(let items):
      for (index, item) in items.enumerated() {
        add(item.value, path: "\(path)[\(index + 1)]", record: record, number: number)
      }
    case .object(let fields):
      for field in fields { add(field.value, path: "\(path).\(field.name)", record: record, number: number) }
    case .number, .bool, .null: break
    }
  }

  /// A letter with its marks is one character, unless no face has it for one of them alone: then that one is told.
  private mutating func indices(of scalars: [Unicode.Scalar]) -> [Int] {
    if let known = indices[scalars] { return known }
    let character = character(scalars)
    var found = [characters.count]
    if character.standing == .missing, scalars.count > 1,
      scalars.contains(where: { self.character([$0]).standing == .missing })
    {
      found = scalars.flatMap { indices(of: [$0]) }
    } else {
      characters.append(character)
    }
    indices[scalars] = found
    return found
  }

  private func character(_ scalars: [Unicode.Scalar]) -> CoveredCharacter {
    CoveredCharacter(scalars: scalars, faces: families.map { face(for: scalars, in: $0) })
  }

  private func face(for scalars: [Unicode.Scalar], in family: FontFamily) -> CoveredCharacter.Face {
    guard let file = finder.file(for: scalars, in: family) else {
      return CoveredCharacter.Face(name: nil, standing: .missing)
    }
    let isOwn = fonts.isOwn(file, of: family)
    let standing: CoveredCharacter.Standing =
      switch (file.tier, file.forms) {
      case (.lastResort, _), (_, .japanese): .lastResort
      case (.rare, .mainland): .rare
      case (.core, .mainland): isOwn ? .core : .borrowed
      case (.ext, .mainland): isOwn ? .ext : .borrowed
      }
    return CoveredCharacter.Face(name: file.face.name, standing: standing)
  }
}
