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
  }

  public struct Property: Sendable {
    public let name: String
    /// What its value looks like.
    public let wanted: String
    /// The bare words that may stand in its value.
    public let words: [String]
    /// Nil if it says nothing where it is not written.
    public let standard: String?
    public let isNeeded: Bool
    public let summary: String
  }

  public static let elements = ElementRules.all.map { rule in
    Element(
      name: rule.name, head: rule.head, summary: rule.summary,
      properties: rule.properties.map {
        Property(
          name: $0.name, wanted: $0.wanted, words: $0.words, standard: $0.standardText, isNeeded: $0.isNeeded,
          summary: $0.summary)
      },
      elements: rule.elements, flags: rule.flags, words: rule.words)
  }
}
