/// The language as data, in the order of the reference: what completion proposes and what the reference prints. The resolver
/// reads the same tables.
public enum Vocabulary {
  public struct Element: Sendable {
    /// Its word; `field` for a declaration in `data`, whose word is the field's own name.
    public let name: String
    /// How its arguments are written.
    public let head: String
    public let summary: String
    public let properties: [Property]
    /// Words of the elements that may stand in its block.
    public let elements: [String]
    /// Words that stand in its block by themselves.
    public let flags: [String]
    /// Bare words and calls that the language knows behind its word.
    public let words: [String]
    /// How those among the words that are calls are written: `sup` as `sup("2")`.
    public let examples: [String: String]
    /// True if it can have a block.
    public let takesBlock: Bool
    let rule: ElementRule
  }

  public struct Property: Sendable {
    public let name: String
    /// What its value looks like.
    public let wanted: String
    /// The bare words that may stand in its value.
    public let words: [String]
    /// How those among the words that are calls are written: `shrink` as `shrink(12pt)`.
    public let examples: [String: String]
    /// What may stand in its value besides these words.
    public let terms: Terms
    /// Nil if it says nothing where it is not written.
    public let standard: String?
    public let isNeeded: Bool
    public let summary: String
  }

  public static let elements: [Element] = {
    var known: [String: Terms] = [:]
    return ElementRules.all.map { Element($0, &known) }
  }()

  /// The certificate, which all others stand in.
  public static let certificate = elements[0]

  private static let byName = Dictionary(uniqueKeysWithValues: elements.map { ($0.name, $0) })

  /// The element of that word; nil for a word that is none, and for `field`, which no layout writes.
  public static func element(_ word: String) -> Element? { ElementRules.named(word).flatMap { byName[$0.name] } }
}

extension Vocabulary.Element {
  init(_ rule: ElementRule, _ known: inout [String: Vocabulary.Terms]) {
    self.init(
      name: rule.name, head: rule.head, summary: rule.summary,
      properties: rule.properties.map { property in
        let terms = known[property.key] ?? property.terms
        known[property.key] = terms
        return Vocabulary.Property(
          name: property.name, wanted: property.wanted, words: property.words, examples: property.examples,
          terms: terms, standard: property.standardText, isNeeded: property.isNeeded, summary: property.summary)
      },
      elements: rule.elements, flags: rule.flags, words: rule.words, examples: rule.examples,
      takesBlock: rule.takesBlock, rule: rule)
  }

  /// What a word in its block means: a `when` in a table takes other elements than one on the page, and any word in `data`
  /// declares a field. Nil for a word that is no element; one that does not belong there is what it is elsewhere.
  public func child(_ word: String) -> Vocabulary.Element? {
    if name == ElementRules.data.name || name == ElementRules.field.name {
      return Vocabulary.elements.first { $0.name == ElementRules.field.name }
    }
    guard let own = Vocabulary.element(word) else { return nil }
    guard elements.contains(word), let rule = ElementRules.named(word, in: rule), rule.elements != own.elements else {
      return own
    }
    var known: [String: Vocabulary.Terms] = [:]
    return Vocabulary.Element(rule, &known)
  }

  /// The ways to write a property of that name: one, but in a style, which may hold those of several elements.
  public func properties(_ name: String) -> [Vocabulary.Property] { properties.filter { $0.name == name } }
}
