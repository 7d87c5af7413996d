import PressDiagnostics
import PressSyntax

/// Thrown when an error has been reported: the work on this value ends and nothing more is said about it.
struct Reported: Error {}

/// What one resolution has read and found so far.
final class Findings {
  let source: Source
  let id: SourceID
  /// The parser has told of braces that don't pair: what stands in a strange place, or is missing, is most likely a
  /// consequence of that.
  let isLopsided: Bool
  /// The parser has told of something that was then passed over: what seems unused may be used in it.
  var hasDamage: Bool
  var names = Names()
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<Told> = []
  /// Indices of diagnostics about the users of a style.
  private var shared: [String: Int] = [:]

  init(source: Source, id: SourceID, isLopsided: Bool) {
    self.source = source
    self.id = id
    self.isLopsided = isLopsided
    hasDamage = isLopsided
  }

  func span(_ range: Range<Int>) -> Span { Span(id, range) }
  func span(_ token: Token) -> Span { Span(id, token.range) }
  /// From one byte up to another; empty where the second is missing and so does not lie behind the first.
  func span(from start: Int, to end: Int) -> Span { Span(id, start..<max(start, end)) }
  func text(_ token: Token) -> String { token.word(in: source) }
  func text(_ span: Span) -> String { source.text(span.range) }

  /// Keeps a diagnostic, unless the same has been said of the same place (a style is read by each of its users).
  func report(_ diagnostic: Diagnostic) {
    if told.insert(Told(diagnostic)).inserted { diagnostics.append(diagnostic) }
  }

  /// Keeps a diagnostic about a style's users once; the other users become notes of it.
  func report(_ diagnostic: Diagnostic, sharedBy style: String, head: Span) {
    let key = diagnostic.id + "/" + style
    if let index = shared[key] {
      diagnostics[index].notes.append(Diagnostic.Note("so it is here", at: head))
    } else {
      shared[key] = diagnostics.count
      diagnostics.append(diagnostic)
    }
  }

  /// Reports what braces that don't pair would also explain.
  func reportIfBalanced(_ diagnostic: Diagnostic) {
    if !isLopsided { report(diagnostic) }
  }

  /// Reports and gives the error to throw.
  func fail(_ diagnostic: Diagnostic) -> Reported {
    report(diagnostic)
    return Reported()
  }

  /// Does `body`; if it fails, gives what it reported and forgets that it was tried.
  func attempt<Value>(_ body: () throws(Reported) -> Value) -> (value: Value?, reported: [Diagnostic]) {
    let (count, uses) = (diagnostics.count, names.useCount)
    do {
      return (try body(), [])
    } catch {
      let reported = Array(diagnostics[count...])
      diagnostics.removeLast(reported.count)
      for diagnostic in reported { told.remove(Told(diagnostic)) }
      names.forgetUses(after: uses)
      return (nil, reported)
    }
  }
}

/// What has been said of which place.
private struct Told: Hashable {
  let id: String
  let span: Span?

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    span = diagnostic.span
  }
}
