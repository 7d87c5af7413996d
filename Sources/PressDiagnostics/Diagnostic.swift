/// Something a person should know about their input: what, where and how to mend it.
///
/// Values of a record are personal data: a message never holds one, but for a single character that cannot be set.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: String, Sendable, Comparable {
    case warning
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
  }

  /// A stable name, `room.kebab-name`: `template.unknown-property`.
  public var id: String
  public var severity: Severity
  /// One sentence, lower case, no full stop.
  public var message: String
  /// The place in a layout or a record, if there is one.
  public var span: Span?
  /// What to do about it: one sentence, lower case, no full stop.
  public var hint: String?
  /// Changes of the source that would mend it, the likeliest first.
  public var fixIts: [FixIt]
  /// Other places that matter: where a name was first declared, say.
  public var notes: [Note]
  /// The data field whose value is at fault.
  public var field: String?
  /// Which record is at fault, by the name the caller gave it (a file name, a line number), never by its values.
  public var record: String?

  public init(
    _ severity: Severity, _ id: String, _ message: String, at span: Span? = nil, hint: String? = nil,
    fixIts: [FixIt] = [], notes: [Note] = [], field: String? = nil, record: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = VisibleText.shortened(message)
    self.span = span
    self.hint = hint.map(VisibleText.shortened)
    self.fixIts = fixIts
    self.notes = notes
    self.field = field
    self.record = record
  }

  /// A second place that explains the first.
  public struct Note: Sendable, Equatable {
    public var message: String
    public var span: Span
    public init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }
}

extension Sequence<Diagnostic> {
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
