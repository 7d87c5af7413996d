import PressDiagnostics

/// One mistake in a layout's text: facts and places in bytes. The words are in `SyntaxProblem+Words.swift`.
struct Finding {
  struct Edit: Equatable {
    var range: Range<Int>
    var text: String

    static func insert(_ text: String, at offset: Int) -> Edit { Edit(range: offset..<offset, text: text) }
    static func remove(_ range: Range<Int>) -> Edit { Edit(range: range, text: "") }
    static func replace(_ range: Range<Int>, with text: String) -> Edit { Edit(range: range, text: text) }
  }

  var problem: SyntaxProblem
  var range: Range<Int>
  /// Each entry mends the mistake by itself; the likeliest comes first.
  var cures: [[Edit]] = []
  /// Other places that matter.
  var notes: [Range<Int>] = []
}

/// The mistakes found so far, up to a number that a person could still want to read.
struct Findings {
  static let limit = 200

  private(set) var list: [Finding] = []
  private(set) var dropped = 0
  /// True if another finding would be counted only: work that serves its cures can be spared.
  var isFull: Bool { list.count >= Findings.limit }

  mutating func add(
    _ problem: SyntaxProblem, at range: Range<Int>, cures: [[Finding.Edit]] = [], notes: [Range<Int>] = []
  ) {
    if isFull {
      dropped += 1
    } else {
      list.append(Finding(problem: problem, range: range, cures: cures, notes: notes))
    }
  }

  /// Takes back the latest findings at or after `offset`.
  mutating func removeLatest(from offset: Int) {
    while let last = list.last, last.range.lowerBound >= offset { list.removeLast() }
  }

  /// All of them in the order of the file.
  func diagnostics(in source: Source, id: SourceID) -> [Diagnostic] {
    var sorted = list.enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
    if dropped > 0, let last = sorted.last {
      sorted.append(Finding(problem: .tooManyErrors(dropped), range: last.range))
    }
    return sorted.map { $0.diagnostic(in: source, id: id) }
  }
}
