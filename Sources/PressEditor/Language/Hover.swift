/// What is to be known of a place.
public struct Hover: Sendable, Equatable {
  public var markdown: String
  /// The bytes that it is about.
  public var range: Range<Int>
}
