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
