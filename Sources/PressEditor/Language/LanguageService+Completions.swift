import CertPress
import PressDiagnostics
import PressSyntax
import PressTemplate

extension LanguageService {
  /// What may stand at a place, the likeliest first; empty where nothing is known, as in a comment.
  public func completions(at offset: Int) -> [Completion] {
    let cursor = cursor(at: offset)
    let list =
      if let start = cursor.textStart {
        inText(cursor, from: start)
      } else {
        switch cursor.place {
        case .statement(let statement): statements(cursor, statement)
        case .arguments(let step): arguments(cursor, of: step)
        case .value(let property): values(cursor, of: property)
        case .nowhere: [Completion]()
        }
      }
    return list.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  // MARK: Words that begin a statement

  private func statements(_ cursor: Cursor, _ statement: StatementSyntax?) -> [Completion] {
    let replaced = cursor.replaced
    guard let container = cursor.container else { return cursor.path.isEmpty ? atTop(cursor, statement) : [] }
    var list: [Completion] = []
    if container.name == "data" || (container.name == "field" && isList(cursor)) {
      if let field = container.child("") {
        list.append(
          Completion(
            .element, field.head, detail: "a field", documentation: field.summary, insert: Snippet(fieldLike: field),
            replacing: replaced, rank: container.name == "data" ? 1 : 6))
      }
    }
    let written = Set(
      cursor.block.statements.compactMap { other -> String? in
        guard case .property(let property) = other, property.name.range != cursor.token?.range else { return nil }
        return property.name.word(in: source)
      })
    list += properties(container, written, replaced, isNew: !(statement?.isProperty ?? false))
    let flags = cursor.block.statements.compactMap { other -> String? in
      guard case .element(let element) = other, element.name.range != cursor.token?.range else { return nil }
      return element.name.word(in: source)
    }
    list += container.flags.filter { !flags.contains($0) }.map { Completion(.flag, $0, replacing: replaced, rank: 2) }
    return list + elements(container.elements, in: container, replaced, isNew: !(statement?.hasMore ?? false))
  }

  private func atTop(_ cursor: Cursor, _ statement: StatementSyntax?) -> [Completion] {
    let isNew = !(statement?.hasMore ?? false)
    let certificate = Vocabulary.certificate
    let hasCertificate = tree.root.statements.contains { other in
      guard case .element(let element) = other, element.name.range != cursor.token?.range else { return false }
      return element.name.word(in: source) == certificate.name
    }
    if hasCertificate { return [] }
    // A file that is included has no certificate of its own.
    return elements([certificate.name], in: nil, cursor.replaced, isNew: isNew)
      + elements(certificate.elements, in: certificate, cursor.replaced, isNew: isNew)
  }

  private func properties(
    _ container: Vocabulary.Element, _ written: Set<String>, _ replaced: Range<Int>, isNew: Bool
  ) -> [Completion] {
    var seen = written
    return container.properties.compactMap { property in
      guard seen.insert(property.name).inserted else { return nil }
      return Completion(
        .property, property.name, detail: property.wanted, documentation: property.documentation,
        insert: Snippet(property.name + (isNew ? ": " : "")), replacing: replaced, rank: property.isNeeded ? 0 : 3)
    }
  }

  private func elements(
    _ words: [String], in container: Vocabulary.Element?, _ replaced: Range<Int>, isNew: Bool
  ) -> [Completion] {
    words.compactMap { word in
      guard let element = container?.child(word) ?? Vocabulary.element(word) else { return nil }
      return Completion(
        .element, word, detail: element.head, documentation: element.summary,
        insert: isNew ? Snippet(element) : Snippet(word), replacing: replaced, rank: 4)
    }
  }

  private func isList(_ cursor: Cursor) -> Bool {
    guard case .word(_, let type)? = cursor.path.last?.syntax.arguments.first else { return false }
    return type == Schema.Field.FieldType.list.rawValue
  }
}

extension Cursor {
  /// What a completion takes the place of: the word at hand.
  var replaced: Range<Int> { token?.range ?? offset..<offset }
}

extension StatementSyntax {
  fileprivate var isProperty: Bool { if case .property = self { true } else { false } }

  /// More stands behind its word already.
  fileprivate var hasMore: Bool {
    switch self {
    case .element(let element): !element.arguments.isEmpty || element.block != nil
    case .property: true
    case .skipped: false
    }
  }
}

extension Vocabulary.Property {
  /// What it does, what it wants and what it is where it is not written, as Markdown.
  var documentation: String {
    var text = summary + "\n\nWants " + wanted + "."
    if isNeeded { text += " It must be written." }
    if let standard { text += " Default: " + (standard.contains(" ") ? standard : "`\(standard)`") + "." }
    return text
  }
}
