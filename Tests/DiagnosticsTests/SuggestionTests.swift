import Testing

@testable import PressDiagnostics

@Suite struct SuggestionTests {
  private let properties = ["align", "at", "baseline", "size", "style", "width"]

  @Test(
    "a slip of the fingers finds its word",
    arguments: [("aling", "align"), ("wdith", "width"), ("sytle", "style"), ("baselin", "baseline"), ("a", "at")])
  func finds(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: properties) == meant)
  }

  @Test("a word that is near to nothing gets no suggestion", arguments: ["", "colour", "x", "photograph"])
  func findsNothing(word: String) {
    #expect(Suggestion.nearest(to: word, among: properties) == nil)
  }

  @Test("a word beyond all bounds costs nothing and finds nothing")
  func longWord() {
    let word = String(repeating: "align", count: 1_000_000)
    let elapsed = ContinuousClock().measure { #expect(Suggestion.nearest(to: word, among: properties) == nil) }
    #expect(elapsed < .milliseconds(100))
  }

  @Test("ties go to the alphabet, not to the order of the candidates")
  func ties() {
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "bad"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["bad", "cat"]) == "bad")
  }

  @Test("distance counts edits and swaps, and gives up beyond its limit")
  func distance() {
    func distance(_ left: String, _ right: String, _ limit: Int) -> Int? {
      Suggestion.distance(Array(left), Array(right), atMost: limit)
    }
    #expect(distance("", "abc", 3) == 3)
    #expect(distance("", "abc", 2) == nil)
    #expect(distance("aling", "align", 5) == 1)
    #expect(distance("kitten", "sitting", 5) == 3)
    #expect(distance("kitten", "sitting", 2) == nil)
  }
}
