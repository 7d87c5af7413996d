public import PressDiagnostics

/// Finds the files that a layout includes.
public protocol LayoutFiles: AnyObject {
  /// The file of that name, from the layout's folder; nil where it is not there, or may not be read, for the reason given.
  func file(_ name: String) -> Result<(source: Source, id: SourceID), LayoutFileProblem>
}

/// Why a file that a layout includes cannot be had.
public struct LayoutFileProblem: Error, Sendable {
  /// Completes the sentence "the file cannot be included: …".
  public var reason: String
  public init(reason: String) { self.reason = reason }
}
