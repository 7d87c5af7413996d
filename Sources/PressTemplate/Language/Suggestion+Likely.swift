import PressDiagnostics

extension Suggestion {
  /// The candidate that has this name elsewhere, or the nearest to a word of sensible length: a slip of the fingers makes no word of a thousand letters, and the
  /// search takes time and memory by its length.
  static func likely(to word: String, among candidates: some Sequence<String>) -> String? {
    if word.utf8.count > 100 { return nil }
    let candidates = Array(candidates)
    return Synonyms.meant(by: word, among: candidates) ?? nearest(to: word, among: candidates)
  }
}

/// What may be spent on guessing names that a layout declares itself. Each unknown one is held against all that are known, so that
/// thousands of both would take minutes; nobody reads the guess of the thousandth.
struct SuggestionBudget {
  /// Candidates looked at for all words of a layout together.
  static let limit = 500_000

  /// Candidates that were looked at.
  private(set) var spent = 0

  /// As ``Suggestion/likely(to:among:)``; nil once all is spent.
  mutating func likely(to word: String, among candidates: [String]) -> String? {
    guard spent + candidates.count <= Self.limit else { return nil }
    spent += candidates.count
    return Suggestion.likely(to: word, among: candidates)
  }
}
