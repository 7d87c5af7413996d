import CertPress
import PressDiagnostics

/// Who draws which character, for a person: the worst first, and what every core has only as a number.
struct CoverageTable {
  private let coverage: TextCoverage
  private let told: [CoveredCharacter]
  private let names: [String]
  /// Cells of the terminal, of the code points and of each family's faces.
  private let codeWidth: Int
  private let widths: [Int]

  init(_ coverage: TextCoverage) {
    self.coverage = coverage
    let names = coverage.families.map(Self.short)
    let told = coverage.characters.filter { $0.standing != .core }
    self.names = names
    self.told = told
    codeWidth = told.map { DisplayWidth.of(Self.codes($0)) }.max() ?? 0
    widths = names.indices.map { family in
      told.reduce(DisplayWidth.of(names[family])) { max($0, DisplayWidth.of(Self.cell($1.faces[family]))) }
    }
  }

  var text: String {
    var text = summary + "\n"
    guard !told.isEmpty else { return text }
    let heading = zip(names, widths).map { Self.pad($0, to: $1) }.joined(separator: "  ")
    text += "\n" + Self.trim(Self.pad("", to: 2 + 2 + 2 + codeWidth + 2) + heading) + "\n"
    for standing in CoveredCharacter.Standing.allCases.reversed() {
      let group = told.filter { $0.standing == standing }
      guard let words = standing.words, !group.isEmpty else { continue }
      text += "\(words)\n"
      for character in group { text += line(character) + "\n" }
    }
    return text
  }

  private var summary: String {
    let all = coverage.characters.count
    let characters = all == 1 ? "1 character" : "\(all) characters"
    let known = told.isEmpty ? (all == 1 ? "" : "all ") : "\(all - told.count) "
    return all == 0 ? "no characters" : "\(characters), \(known)in the core of \(Self.list(names))"
  }

  private func line(_ character: CoveredCharacter) -> String {
    let codes = Self.pad(Self.codes(character), to: codeWidth)
    let faces = zip(character.faces, widths).map { Self.pad(Self.cell($0), to: $1) }.joined(separator: "  ")
    var line = "  \(Self.pad(character.visible, to: 2))  \(codes)  \(faces)"
    if let name = character.unicodeName { line += "  \(name)" }
    if !character.places.isEmpty { line += "  " + Self.places(character.places) }
    return Self.trim(line)
  }

  private static func places(_ places: [CoveredCharacter.Place]) -> String {
    let shown = places.prefix(3).map { "\(VisibleText.of($0.field)) in record \($0.number)" }
    return shown.joined(separator: ", ") + (places.count > 3 ? " and \(places.count - 3) more" : "")
  }

  private static func codes(_ character: CoveredCharacter) -> String { character.codePoints.joined(separator: " ") }

  private static func cell(_ face: CoveredCharacter.Face) -> String { face.name.map(short) ?? "none" }

  /// Without the word that all our faces share.
  private static func short(_ name: String) -> String {
    name.hasPrefix("CertPress ") ? String(name.dropFirst("CertPress ".count)) : name
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private static func trim(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}

extension CoveredCharacter.Standing {
  fileprivate var words: String? {
    switch self {
    case .missing: "error: no face has it; a certificate with it cannot be made"
    case .lastResort: "warning: only the last resort, in the Japanese form; compare it with the person's document"
    case .rare: "warning: the face of rare characters; look at the printed form"
    case .borrowed: "warning: the family lacks it, so the whole text is set in another"
    case .ext: "the family's own extension: nothing to do"
    case .core: nil
    }
  }
}
