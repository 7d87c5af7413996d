/// A part of a layout for an outline.
public struct DocumentSymbol: Sendable {
  /// What stands in it, shortened: `text "{name}"`.
  public var name: String
  /// The element's word; `field` for a declaration in `data`.
  public var word: String
  /// All of it.
  public var range: Range<Int>
  /// Its word and arguments.
  public var head: Range<Int>
  public var children: [DocumentSymbol]
}
