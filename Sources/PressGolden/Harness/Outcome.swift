/// What became of one case.
public struct Outcome: Sendable {
  public enum Status: String, Sendable {
    /// As recorded.
    case equal
    case differs
    /// It does not render, or there is nothing sound to compare with.
    case broken
    /// It differs, as its `case.json` says it does.
    case knownBad = "known-bad"
    /// It was known to be bad, and is as recorded now: the mark has to go.
    case mended
  }

  public var name: String
  public var status: Status
  /// The reason of a known-bad case.
  public var why: String?
  /// The layout file, as named from the current folder; nil where the case names none.
  public var layout: String?
  public var differences: [Difference]
  /// The pictures and texts of a case that is not equal, for the report.
  public var evidence = Evidence()

  public var isFailure: Bool { status == .differs || status == .broken || status == .mended }

  public struct Evidence: Sendable {
    /// By page; nil where there is none, or where it is no whole PNG.
    public var pages: [Pictures] = []
    /// Texts that differ, expected and actual, by their file's name.
    public var texts: [(name: String, expected: String, actual: String)] = []

    public struct Pictures: Sendable {
      /// In millimetres.
      public var width: Double
      public var height: Double
      /// PNG files.
      public var expected: [UInt8]?
      public var actual: [UInt8]?
      /// What the case does not look at: millimetres and the reason.
      public var ignored: [(x: Double, y: Double, width: Double, height: Double, why: String)]
    }
  }
}
