/// Diagnostics for a person at a terminal: the place, the line, a caret under it, and the cure.
///
/// The text of a personal source is left out unless `showValues` is set. Control and bidi characters, wherever they come from,
/// are spelled out, so nothing printed can steer the terminal.
public struct TerminalPrinter: Sendable {
  public var sources: SourceSet
  /// Whether to mark severity and places by ANSI colours (SGR).
  public var color: Bool
  /// Whether lines of personal sources are shown.
  public var showValues: Bool

  public init(sources: SourceSet, color: Bool = false, showValues: Bool = false) {
    self.sources = sources
    self.color = color
    self.showValues = showValues
  }

  /// More than anybody reads: a file that has more is another file by mistake.
  private static let most = 200

  /// All of them in the order given, an empty line between two, and a last line that counts them; empty if there are none. Of
  /// more than 200, the first errors, then the first warnings.
  public func text(of diagnostics: [Diagnostic]) -> String {
    guard let summary = Self.summary(of: diagnostics) else { return "" }
    guard diagnostics.count > Self.most else {
      return diagnostics.map { text(of: $0) + "\n" }.joined() + summary + "\n"
    }
    let bySeverity = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity != .error }
    return bySeverity.prefix(Self.most).map { text(of: $0) + "\n" }.joined()
      + "\(summary), \(Self.most) of them shown\n"
  }

  /// `2 errors, 1 warning`; nil if there are none.
  public static func summary(of diagnostics: some Sequence<Diagnostic>) -> String? {
    var errors = 0
    var warnings = 0
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      }
    }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return counts.isEmpty ? nil : counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// One diagnostic, each of its lines with a line break.
  public func text(of diagnostic: Diagnostic) -> String {
    let tint = diagnostic.severity.tint
    var block = Block(printer: self)
    block.header(
      diagnostic.span, diagnostic.severity.rawValue, tint, "\(diagnostic.message) [\(diagnostic.id)]")
    block.excerpt(diagnostic.span, tint, hint: diagnostic.hint)
    for fixIt in diagnostic.fixIts { block.footer("fix-it: \(fixIt.message)") }
    switch (diagnostic.field, diagnostic.record) {
    case (let field?, let record?): block.footer("field '\(field)' of record '\(record)'")
    case (let field?, nil): block.footer("field '\(field)'")
    case (nil, let record?): block.footer("record '\(record)'")
    case (nil, nil): break
    }
    for note in diagnostic.notes {
      block.header(note.span, "note", .note, note.message)
      block.excerpt(note.span, .note, hint: nil)
    }
    return block.text
  }

  func showsText(of source: Source) -> Bool { showValues || !source.isPersonal }
}

extension Diagnostic.Severity {
  fileprivate var tint: TerminalPrinter.Tint {
    switch self {
    case .error: .error
    case .warning: .warning
    }
  }
}
