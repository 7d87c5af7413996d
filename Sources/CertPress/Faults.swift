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
  /// A layout or a record is text; one of this many bytes is another file by mistake.
  public static let inputLimit = 16 << 20

  /// A file that could not be read.
  public init(_ error: FileError, reading what: String) {
    let hint: String? =
      if error.isMissing {
        "check the path; it counts from the current folder"
      } else if error.isTooLarge {
        "a \(what) has at most \(Self.inputLimit >> 20) MB; is it the right file?"
      } else {
        nil
      }
    self.init(error, message: "cannot read the \(what)", hint: hint)
  }

  /// A file that could not be written.
  public init(writing error: FileError) {
    self.init(error, message: "cannot write", hint: error.isMissing ? "the folder has to be there" : nil)
  }

  private init(_ error: FileError, message: String, hint: String?) {
    let message = "\(message) '\(error.path)': \(error.reason)"
    self.init(.environment, [Diagnostic(.error, "file.unusable", message, hint: hint)])
  }
}
