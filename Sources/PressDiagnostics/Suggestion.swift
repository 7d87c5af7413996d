/// Finds the word a person probably meant.
public enum Suggestion {
  /// A word of more bytes than this is no slip of the fingers.
  private static let longest = 256

  /// The candidate nearest to `word`, if it is near enough to be a slip of the fingers (a third of its length, at least one edit).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let word = Array(word)
    let limit = max(1, word.count / 3)
    var nearest: (distance: Int, candidate: String)?
    for candidate in candidates where candidate.utf8.count <= longest {
      let letters = Array(candidate)
      guard let distance = distance(word, letters, atMost: min(limit, letters.count - 1)) else { continue }
      // Ties go to the alphabet, so that the order of the candidates never shows.
      if let known = nearest, known <= (distance, candidate) { continue }
      nearest = (distance, candidate)
    }
    return nearest?.candidate
  }

  /// Edits from one word to the other, where swapping two neighbours is one edit (optimal string alignment distance);
  /// nil if there are more than `limit`.
  static func distance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let same = left[i] == right[j]
        var edits = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (same ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          edits = min(edits, beforePrevious[j - 1] + 1)
        }
        row.append(edits)
      }
      (beforePrevious, previous) = (previous, row)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
