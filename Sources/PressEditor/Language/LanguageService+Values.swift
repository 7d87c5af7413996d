import CertPress
import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate

// What may stand in a property's value.

extension LanguageService {
  func values(_ cursor: Cursor, of property: PropertySyntax) -> [Completion] {
    let name = property.name.word(in: source)
    let rules = cursor.container?.properties(name) ?? []
    let examples = rules.reduce(into: [String: String]()) { all, rule in
      all.merge(rule.examples) { first, _ in first }
    }
    if let call = cursor.call { return inCall(CallExample(examples[call] ?? call), cursor) }
    let terms = rules.reduce(into: Vocabulary.Terms()) { $0.formUnion($1.terms) }
    var seen: Set<String> = []
    let known = rules.flatMap(\.words).filter { seen.insert($0).inserted }
    let replaced = cursor.replaced
    if let token = cursor.token, token.text(in: source).hasPrefix("#") { return colors(replaced) }
    if terms.contains(.ids) { return places(cursor, known, terms) }
    var list = words(known, examples, replaced)
    if terms.contains(.fonts), !cursor.before.contains(where: { $0.kind == .word }) { list += fonts(replaced) }
    if terms.contains(.styles) { list += styles(cursor) }
    if !terms.isDisjoint(with: [.fields, .dates]), cursor.before.isEmpty {
      let fields = names.fields(in: cursor.lists(in: source))
      list += fields.filter { (!terms.contains(.dates) || $0.type == .date) && $0.name != cursor.fieldName(in: source) }
        .map { field(of: $0, replacing: replaced) }
    }
    if terms.contains(.lengths) { list += lengths(cursor, takesShares: terms.contains(.shares)) }
    if terms.contains(.colors) { list += colors(replaced) }
    if cursor.before.isEmpty, cursor.argument == 0, cursor.token == nil {
      list += rules.flatMap(\.literals).map { literal, detail in
        Completion(.length, literal, detail: detail, replacing: replaced, rank: 1)
      }
    }
    return list
  }

  /// The words of a relation and the elements that it may name.
  private func places(_ cursor: Cursor, _ words: [String], _ terms: Vocabulary.Terms) -> [Completion] {
    if cursor.token?.kind == .number { return lengths(cursor, takesShares: terms.contains(.shares)) }
    let last = cursor.before.last.map { $0.word(in: source) }
    let replaced = cursor.replaced
    switch last {
    case "of", "below", "above", "with": return ids(cursor)
    case "right", "left": return [Completion(.word, "of", replacing: replaced)]
    default:
      return words.filter { $0 != "of" || last == "center" }.map { Completion(.word, $0, replacing: replaced, rank: 2) }
    }
  }

  private func ids(_ cursor: Cursor) -> [Completion] {
    let neighbourhood = cursor.neighbourhood(in: id)
    let own = cursor.path.last?.syntax.range
    return names.all(.id).filter { other in
      let isOwn = other.span.source == id && own?.contains(other.span.range.lowerBound) ?? false
      return other.scope == neighbourhood && !isOwn
    }.map { Completion(.id, $0.name, replacing: cursor.replaced, rank: 1) }
  }

  private func styles(_ cursor: Cursor) -> [Completion] {
    let own = cursor.path.last?.syntax.range
    return names.all(.style).filter { style in
      style.span.source != id || !(own?.contains(style.span.range.lowerBound) ?? false)
    }.map { style in
      Completion(.style, style.name, detail: summary(of: style), replacing: cursor.replaced, rank: 1)
    }
  }

  func fonts(_ replaced: Range<Int>) -> [Completion] {
    names.all(.font).map { Completion(.font, $0.name, detail: summary(of: $0), replacing: replaced, rank: 1) }
  }

  /// A number that is being typed gets its unit; elsewhere a 字号 may stand.
  func lengths(_ cursor: Cursor, takesShares: Bool) -> [Completion] {
    if let token = cursor.token, token.kind == .number {
      let digits = String(token.text(in: source).prefix { $0.isNumber || "+-. ".contains($0) })
      return LengthUnit.allCases.filter { takesShares || $0 != .percent }
        .map { Completion(.length, digits + $0.rawValue, replacing: token.range, rank: 1) }
    }
    return TypeSize.all.map {
      Completion(
        .length, $0.name, detail: Points($0.points).both, replacing: cursor.replaced, rank: 8)
    }
  }

  /// Those that the layout has already.
  func colors(_ replaced: Range<Int>) -> [Completion] {
    var seen: Set<String> = []
    return colors.filter { $0.range != replaced }.map { source.text($0.range) }
      .filter { seen.insert($0).inserted }
      .map { Completion(.color, $0, replacing: replaced, rank: 2) }
  }

  // MARK: Fields

  /// Fields that an element can show or ask for.
  func fields(_ cursor: Cursor, for element: Vocabulary.Element) -> [NameIndex.Declaration] {
    names.fields(in: cursor.lists(in: source)).filter { field in
      switch element.name {
      case "image": field.type == .image
      case "repeat": field.type == .list
      case "when": true
      default: isReadable(field)
      }
    }
  }

  /// Whether a text can print it: no picture, and no list of entries with fields of their own.
  func isReadable(_ field: NameIndex.Declaration) -> Bool {
    field.type != .image && !names.all(.field).contains { $0.list == field.name }
  }

  func field(of declaration: NameIndex.Declaration, replacing replaced: Range<Int>) -> Completion {
    Completion(
      .field, declaration.name, detail: summary(of: declaration), replacing: replaced,
      rank: declaration.list == nil ? 2 : 1)
  }
}

extension Vocabulary.Property {
  /// What may be written as it stands: the default and the example of the description.
  fileprivate var literals: [(text: String, detail: String)] {
    let isMeasured = !terms.isDisjoint(with: [.lengths, .shares, .colors]) && !terms.contains(.fonts)
    var list: [(String, String)] = []
    if let standard, let first = standard.first, first.isNumber || first == "-" || first == "#" {
      list.append((standard, "the default"))
    }
    if isMeasured, !list.contains(where: { $0.0 == example }), wanted.contains("such as ") {
      list.append((example, "for example"))
    }
    return list
  }
}

extension NameIndex.Declaration {
  /// Of a field: as it is written; nil for a word that is no type.
  var type: Schema.Field.FieldType? {
    guard kind == .field, case .word(_, let word)? = element?.arguments.first else { return nil }
    return Schema.Field.FieldType(rawValue: word)
  }
}

extension Cursor {
  /// Where the block begins whose elements' ids a place in the innermost element may name: as ``NameReader`` counts it.
  func neighbourhood(in id: SourceID) -> Int {
    let blocks = path.filter { !["certificate", "page", "when"].contains($0.meaning?.name ?? "") }
    guard blocks.count > 1 else { return 0 }
    return id.index << 32 + blocks[blocks.count - 2].syntax.range.lowerBound + 1
  }

  /// The field in whose declaration it stands.
  func fieldName(in source: Source) -> String? {
    guard let last = path.last, last.meaning?.name == "field" else { return nil }
    return last.syntax.name.word(in: source)
  }
}
