public import PressDiagnostics

/// Where a value of the layout came from, so that a drag rewrites exactly that number and an error names it.
public struct Provenance: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// Written on the element itself.
    case literal
    /// Written in a style of that name.
    case style(String)
    /// Not written: the language's default.
    case `default`
    /// Follows from the place or size of the element with this path: a row's cell, say.
    case derived(from: String)
  }

  public var origin: Origin
  /// Of the literal; nil for a default or a derived value.
  public var span: Span?
  /// As written, unit included: `16pt`, `五号`.
  public var written: String?

  public init(_ origin: Origin, span: Span? = nil, written: String? = nil) {
    self.origin = origin
    self.span = span
    self.written = written
  }

  public static let standard = Provenance(.default)
}
