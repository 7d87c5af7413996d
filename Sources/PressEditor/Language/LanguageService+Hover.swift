import CertPress
import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate

extension LanguageService {
  /// What stands at a place: of an element and a property what they are, and what they came to; of a name its declaration.
  ///
  /// Computed values are there where the layout has no errors.
  public func hover(at offset: Int) -> Hover? {
    if let (index, span) = names.declaration(at: offset, in: id) {
      return Hover(markdown: describe(names.declarations[index]), range: span.range)
    }
    let cursor = cursor(at: place(within: offset))
    switch cursor.place {
    case .statement(.element(let element)?): return hover(element, in: cursor)
    case .statement(.property(let property)?): return hover(property, in: cursor, over: property.name.range)
    case .arguments(let step):
      if let token = cursor.token, let words = describe(token) { return Hover(markdown: words, range: token.range) }
      guard let element = step.meaning, let token = cursor.token else { return nil }
      if let example = element.examples[token.word(in: source)] {
        return Hover(markdown: "`\(example)`", range: token.range)
      }
      return Hover(markdown: describe(element, step.syntax), range: step.syntax.headRange)
    case .value(let property):
      guard let token = cursor.token, var hover = hover(property, in: cursor, over: token.range) else { return nil }
      if let words = describe(token) { hover.markdown = words + "\n\n" + hover.markdown }
      return hover
    case .statement, .nowhere: return nil
    }
  }

  /// A place inside of the character that begins at `offset`: an editor asks at a word's first letter as well as at others.
  private func place(within offset: Int) -> Int {
    let bytes = source.bytes
    guard offset >= 0, offset < bytes.count, bytes[offset] > 0x20 else { return offset }
    return offset + 1
  }

  private func hover(_ element: ElementSyntax, in cursor: Cursor) -> Hover? {
    let word = element.name.word(in: source)
    if let container = cursor.container, container.flags.contains(word) {
      return Hover(markdown: "**\(word)** may stand in `\(container.head)`", range: element.name.range)
    }
    guard let meaning = cursor.container.map({ $0.child(word) }) ?? Vocabulary.element(word) else { return nil }
    return Hover(markdown: describe(meaning, element), range: element.name.range)
  }

  private func hover(_ property: PropertySyntax, in cursor: Cursor, over range: Range<Int>) -> Hover? {
    let name = property.name.word(in: source)
    guard let rules = cursor.container?.properties(name), !rules.isEmpty else { return nil }
    var parts = rules.map { "**\(name)**: " + $0.documentation }
    if let syntax = cursor.path.last?.syntax, let element = element(of: syntax) {
      parts += [computed(element, name)].filter { !$0.isEmpty }
    }
    return Hover(markdown: parts.joined(separator: "\n\n"), range: range)
  }

  // MARK: In words

  private func describe(_ element: Vocabulary.Element, _ syntax: ElementSyntax) -> String {
    var parts = ["**\(element.name)**: " + element.summary, "`\(element.head)`"]
    if let resolved = self.element(of: syntax) {
      parts.append(resolved.readings.map { reading($0, resolved.origin(of: $0.name)) }.lines)
      parts.append("path `\(resolved.id)`")
      if !resolved.fields.isEmpty {
        parts.append("depends on " + resolved.fields.sorted().map { "`\($0)`" }.joined(separator: ", "))
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func describe(_ declaration: NameIndex.Declaration) -> String {
    let uses = names.declarations.firstIndex { $0.span == declaration.span }.map { names.uses(of: $0).count } ?? 0
    let count = uses == 1 ? "used once" : "used \(uses) times"
    let place = place(of: declaration.span)
    let name = declaration.name
    let source = sources[declaration.span.source]
    switch declaration.kind {
    case .font: return "**\(name)**: the font \(summary(of: declaration)), declared on \(place), \(count)"
    case .id: return "**\(name)**: the id of an element, given on \(place), \(count)"
    case .style:
      let properties = declaration.element?.block.map { self.properties(of: $0, in: source) } ?? []
      return "**\(name)**: a style, declared on \(place), \(count)\n\n" + properties.map { "- `\($0)`" }.lines
    case .field:
      let rules = declaration.element?.block.map { self.properties(of: $0, in: source) } ?? []
      let owner = declaration.list.map { " of each entry of `\($0)`" } ?? ""
      return "**\(name)**: a field\(owner), declared on \(place), \(count)\n\n`\(name) \(summary(of: declaration))`"
        + (rules.isEmpty ? "" : "\n\n" + rules.map { "- `\($0)`" }.lines)
    }
  }

  /// What a word or a sign is by itself: a 字号, a paper, a colour.
  private func describe(_ token: Token) -> String? {
    let text = token.word(in: source)
    if token.kind == .color {
      let digits = text.dropFirst().lowercased()
      let pairs = digits.count == 3 ? digits.map { String([$0, $0]) } : digits.pairs
      guard pairs.count == 3 else { return nil }
      let parts = zip(["red", "green", "blue"], pairs).compactMap { name, digits in
        UInt8(digits, radix: 16).map { "\(name) \($0)" }
      }
      return "`#\(pairs.joined())`: " + parts.joined(separator: ", ")
    }
    if let size = TypeSize.all.first(where: { $0.name == text }) { return "`\(text)`: \(Points(size.points).both)" }
    return PaperSize(rawValue: text).map { "`\(text)`: \($0.shown)" }
  }

  // MARK: Computed values

  /// The element that was made of a statement; nil where the layout has errors.
  private func element(of syntax: ElementSyntax) -> Element? {
    let span = syntax.headSpan(in: id)
    return isCurrent ? draft.template?.elements.first(at: span) : nil
  }

  private func computed(_ element: Element, _ property: String) -> String {
    let keys = Self.parts[property] ?? [property]
    return element.readings
      .filter { reading in keys.contains { reading.name == $0 || reading.name.hasPrefix($0 + ".") } }
      .map { reading($0, element.origin(of: $0.name)) }
      .lines
  }

  /// Properties whose readings have other names than their own.
  private static let parts = [
    "at": ["x", "y"], "center": ["x", "y"], "baseline": ["x", "y"], "size": ["width", "height", "size"],
  ]

  /// `font.size 16pt (5.644mm), from style 'label', line 31`
  private func reading(_ reading: (name: String, value: String), _ provenance: Provenance?) -> String {
    var text = "- \(reading.name) `\(reading.value)`"
    guard let provenance else { return text }
    switch provenance.origin {
    case .literal:
      if let written = provenance.written, !reading.value.hasPrefix(written) { text += ", written `\(written)`" }
    case .style(let name):
      text += ", from style '\(name)'" + (provenance.span.map { ", " + place(of: $0) } ?? "")
    case .default: text += ", by default"
    case .derived(let path): text += ", from '\(path)'"
    }
    return text
  }

  /// `line 31`, or `line 3 of house.layout`
  private func place(of span: Span) -> String {
    let other = sources[span.source]
    let line = "line \(other.line(at: span.range.lowerBound))"
    return span.source == id
      ? line : line + " of " + (other.name.split(separator: "/").last.map(String.init) ?? "")
  }
}

extension [Element] {
  fileprivate func first(at span: Span) -> Element? {
    for element in self {
      if element.span == span { return element }
      if let found = element.children.first(at: span) { return found }
    }
    return nil
  }
}

extension Element {
  /// A property of several parts, such as `fit`, is one reading.
  fileprivate func origin(of reading: String) -> Provenance? { provenance[reading] ?? provenance[reading + ".1"] }
}

extension Collection<String> {
  fileprivate var lines: String { joined(separator: "\n") }
}

extension String {
  fileprivate var pairs: [String] {
    var rest = self[...]
    var list: [String] = []
    while rest.count >= 2 {
      list.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
    return list
  }
}
