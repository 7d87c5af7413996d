public import PressDiagnostics

/// A change that an editor offers at a place.
public struct CodeAction: Sendable {
  /// `replace 'aling' with 'align'`
  public var title: String
  /// What it mends.
  public var diagnostic: Diagnostic
  public var edits: [SourceEdit]
  /// The first of a diagnostic's cures, the likeliest.
  public var isPreferred: Bool
}
