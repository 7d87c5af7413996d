/// Where path data stops making sense, and what would have made sense there.
public struct PathDataError: Error, Hashable, Sendable {
  public enum Expected: Hashable, Sendable {
    /// Path data begins with `M` or `m`.
    case move
    /// Any command's letter.
    case command
    /// Another command's letter, or numbers that repeat the last command.
    case commandOrNumber
    case number
    /// `0` or `1`: whether an arc is the large one, and whether it runs clockwise.
    case flag
    /// The number, or the position it leads to, is beyond `PathData.numberLimit`.
    case smallerNumber
    /// The path has more than `PathData.segmentLimit` segments.
    case fewerSegments
  }

  /// In Unicode scalars from the start of the text; its count where the text ends too early.
  public var offset: Int
  public var expected: Expected
  /// The command whose numbers were being read, as written.
  public var command: Character?

  public init(offset: Int, expected: Expected, command: Character? = nil) {
    self.offset = offset
    self.expected = expected
    self.command = command
  }
}
