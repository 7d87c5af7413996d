import PressDiagnostics
import PressSyntax

/// Thrown when an error has been reported: the work on this value ends and nothing more is said about it.
struct Reported: Error {}

/// What one resolution has read and found so far.
///
/// Tokens of all the layout's files are numbered in one row (``add(_:_:)``), so that a token tells its file by its place alone;
/// spans, as everywhere else, count within their file.
final class Findings {
  private struct File {
    /// Where its first byte stands in the row of all.
    var base: Int
    var id: SourceID
    var source: Source
    /// Where the parser has told of something.
    var damaged: [Range<Int>]
  }

  private var files: [File]
  private var indices: [SourceID: Int]
  /// Finds the files that the layout includes.
  let loader: any LayoutFiles
  /// The parser has told of braces that don't pair: what stands in a strange place, or is missing, is most likely a
  /// consequence of that.
  var isLopsided: Bool
  /// The parser has told of something that was then passed over: what seems unused may be used in it.
  var hasDamage: Bool
  /// A file that the layout includes, or may have meant to include, is not there: names may be declared in it.
  var lacksFile = false
  var names = Names()
  var suggestions = SuggestionBudget()
  private(set) var diagnostics: [Diagnostic] = []
  private var told: Set<Told> = []
  /// Indices of diagnostics about the users of a style.
  private var shared: [String: Int] = [:]

  init(source: Source, tree: SyntaxTree, loader: any LayoutFiles) {
    let isLopsided = tree.root.isLopsided
    files = [File(base: 0, id: tree.source, source: source, damaged: tree.damaged)]
    indices = [tree.source: 0]
    self.loader = loader
    self.isLopsided = isLopsided
    hasDamage = isLopsided
  }

  /// Takes in another file; its tokens must be moved by what is returned.
  func add(_ source: Source, _ tree: SyntaxTree) -> Int {
    let last = files[files.count - 1]
    let base = last.base + last.source.bytes.count + 1
    if indices[tree.source] == nil { indices[tree.source] = files.count }
    files.append(File(base: base, id: tree.source, source: source, damaged: tree.damaged))
    return base
  }

  /// Bases grow, so the last that is not behind the place is found by halves.
  private func file(at offset: Int) -> File {
    var low = 0
    var high = files.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if files[middle].base <= offset { low = middle } else { high = middle - 1 }
    }
    return files[low]
  }

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
    files[indices[span.source] ?? 0].source.text(span.range)
  }

  /// For the order of diagnostics: the layout's own before those of the files it includes.
  func place(of diagnostic: Diagnostic) -> (file: Int, offset: Int) {
    guard let span = diagnostic.span else { return (0, 0) }
    return (indices[span.source] ?? 0, span.range.lowerBound)
  }

  /// Keeps a diagnostic, unless the same has been said of the same place (a style is read by each of its users).
  func report(_ diagnostic: Diagnostic) {
    if isEcho(diagnostic) { return }
    if told.insert(Told(diagnostic)).inserted { diagnostics.append(diagnostic) }
  }

  /// Keeps a diagnostic about a style's users once; the other users become notes of it. So it is with whatever else has one cause
  /// and shows in several places.
  func report(_ diagnostic: Diagnostic, sharedBy cause: String, head: Span) {
    if isEcho(diagnostic) { return }
    let key = diagnostic.id + "/" + cause
    if let index = shared[key] {
      guard told.insert(Told(id: key, span: head)).inserted else { return }
      diagnostics[index].notes.append(Diagnostic.Note("so it is here", at: head))
    } else {
      shared[key] = diagnostics.count
      told.insert(Told(id: key, span: head))
      diagnostics.append(diagnostic)
    }
  }

  /// Whether an error stands where the parser has told of one.
  private func isEcho(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .error, diagnostic.id.hasPrefix("template."), let span = diagnostic.span,
      let index = indices[span.source]
    else { return false }
    let damaged = files[index].damaged
    var low = 0
    var high = damaged.count
    while low < high {
      let middle = (low + high) / 2
      if damaged[middle].upperBound > span.range.lowerBound { high = middle } else { low = middle + 1 }
    }
    guard low < damaged.count, damaged[low].lowerBound <= span.range.lowerBound else { return false }
    hasDamage = true
    return true
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

  /// Takes back all but the latest of the diagnostics after the first `count`.
  func keepLatest(after count: Int) {
    guard diagnostics.count > count + 1 else { return }
    for diagnostic in diagnostics[count..<diagnostics.count - 1] { told.remove(Told(diagnostic)) }
    diagnostics.removeSubrange(count..<diagnostics.count - 1)
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

  init(id: String, span: Span?) {
    self.id = id
    self.span = span
  }

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    span = diagnostic.span
  }
}
