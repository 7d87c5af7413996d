/// Something that may stand at a place.
public struct Completion: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case element, property, flag, word, call, font, family, style, field, fieldType, id, file, length, color
  }

  public var kind: Kind
  /// What a list shows.
  public var label: String
  /// One line beside it.
  public var detail: String
  /// Sentences, as Markdown.
  public var documentation: String
  public var insertion: Snippet
  /// The bytes that it takes the place of.
  public var replaced: Range<Int>
  /// Smaller comes first; those of one rank keep the order they are given in.
  public var rank: Int

  init(
    _ kind: Kind, _ label: String, detail: String = "", documentation: String = "", insert: Snippet? = nil,
    replacing replaced: Range<Int>, rank: Int = 5
  ) {
    self.kind = kind
    self.label = label
    self.detail = detail
    self.documentation = documentation
    insertion = insert ?? Snippet(label)
    self.replaced = replaced
    self.rank = rank
  }
}
