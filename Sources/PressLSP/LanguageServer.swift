/// The language server of layouts.
public struct LanguageServer: Sendable {
  public init() {}
}
