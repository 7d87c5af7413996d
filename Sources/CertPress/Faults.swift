public import PressBytes
public import PressDiagnostics

/// Why something could not be made: diagnostics that say what, where and how to mend it.
public struct Faults: Error, Sendable {
  public enum Kind: Sendable {
    /// The layout, the record or a picture is at fault.
    case input
    /// The work could not be done: a file cannot be read or written, the fonts are broken.
    case environment
    /// An error of CertPress itself.
    case bug
  }

  public var kind: Kind
  public var diagnostics: [Diagnostic]
  /// The texts that the diagnostics point into.
  public var sources: SourceSet

  public init(_ kind: Kind, _ diagnostics: [Diagnostic], sources: SourceSet = SourceSet()) {
    self.kind = kind
    self.diagnostics = diagnostics
    self.sources = sources
  }
}

extension Faults: CustomStringConvertible {
  /// As the command prints it; without values of records.
  public var description: String { TerminalPrinter(sources: sources).text(of: diagnostics) }
}

extension Faults {
  /// A file that could not be read or written.
  public init(_ error: FileError, doing what: String) {
    self.init(
      .environment,
      [
        Diagnostic(
          .error, "file.unusable", "cannot \(what) '\(error.path)': \(error.reason)",
          hint: error.isMissing ? "check the path; it counts from the current folder" : nil)
      ])
  }
}

/// The bytes of a file that the user named.
func readInput(_ path: String, as what: String) throws(Faults) -> [UInt8] {
  do throws(FileError) {
    return try Files.read(path)
  } catch {
    throw Faults(error, doing: "read the \(what)")
  }
}
