/// A family that layouts name, and where its characters come from.
public struct FontFamily: Sendable {
  /// As layouts write it: `CertPress Kai`.
  public let name: String
  /// `song`, `hei` or `kai`.
  public let role: String
  /// Stacks of files, as indices into ``FontLibrary/files``. The first stack that has every character of a text sets all of
  /// it, so that a name is never set in two styles; within a stack a character comes from the first file that has it.
  public let chain: [[Int]]
}
