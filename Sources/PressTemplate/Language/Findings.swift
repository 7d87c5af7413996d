import PressDiagnostics
import PressSyntax

/// Thrown when an error has been reported: the work on this value ends and nothing more is said about it.
struct Reported: Error {}

/// What one resolution has read and found so far.
///
/// Tokens of all the layout's files are numbered in one row (``add(_:id:)``), so that a token tells its file by its place alone;
/// spans, as everywhere else, count within their file.
final class Findings {
  private struct File {
    /// Where its first byte stands in the row of all.
    var base: Int
    var id: SourceID
    var source: Source
  }

  private var files: [File]
  /// Finds the files that the layout includes.
  let loader: any LayoutFiles
  /// The parser has told of braces that don't pair: what stands in a strange place, or is missing, is most likely a
  /// consequence of that.
  var isLopsided: Bool
  /// The parser has told of something that was then passed over: what seems unused may be used in it.
  var hasDamage: Bool
  var names = Names()
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<Told> = []
  /// Indices of diagnostics about the users of a style.
  private var shared: [String: Int] = [:]

  init(source: Source, id: SourceID, isLopsided: Bool, loader: any LayoutFiles) {
    files = [File(base: 0, id: id, source: source)]
    self.loader = loader
    self.isLopsided = isLopsided
    hasDamage = isLopsided
  }

  /// Takes in another file; its tokens must be moved by what is returned.
  func add(_ source: Source, id: SourceID) -> Int {
    let last = files[files.count - 1]
    let base = last.base + last.source.bytes.count + 1
    files.append(File(base: base, id: id, source: source))
    return base
  }

  private func file(at offset: Int) -> File { files.last { $0.base <= offset } ?? files[0] }

  func span(_ range: Range<Int>) -> Span {
    let file = file(at: range.lowerBound)
    return Span(file.id, range.lowerBound - file.base..<range.upperBound - file.base)
  }
  func span(_ token: Token) -> Span { span(token.range) }
  /// From one byte up to another; empty where the second is missing and so does not lie behind the first.
  func span(from start: Int, to end: Int) -> Span { span(start..<max(start, end)) }
  func text(_ token: Token) -> String {
    let file = file(at: token.range.lowerBound)
    return file.base == 0 ? token.word(in: file.source) : token.moved(by: -file.base).word(in: file.source)
  }
  func text(_ span: Span) -> String {
    (files.first { $0.id == span.source } ?? files[0]).source.text(span.range)
  }

  /// For the order of diagnostics: the layout's own before those of the files it includes.
  func place(of diagnostic: Diagnostic) -> (file: Int, offset: Int) {
    guard let span = diagnostic.span else { return (0, 0) }
    return (files.firstIndex { $0.id == span.source } ?? 0, span.range.lowerBound)
  }

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
