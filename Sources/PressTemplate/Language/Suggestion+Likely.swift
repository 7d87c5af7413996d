import PressDiagnostics

extension Suggestion {
  /// The candidate nearest to a word of sensible length: a slip of the fingers makes no word of a thousand letters, and the
  /// search takes time and memory by its length.
  static func likely(to word: String, among candidates: some Sequence<String>) -> String? {
    word.utf8.count > 100 ? nil : nearest(to: word, among: candidates)
  }
}
