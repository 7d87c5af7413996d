import PressSyntax
import Testing

/// One slip in the sample layout says one thing, hardly ever two.
@Suite struct RecoveryTests {
  private var tokens: [Token] {
    var tokens: [Token] = []
    Parsed(sampleBytes).tree.forEachToken { tokens.append($0) }
    return Array(tokens.dropLast())
  }

  private func errors(replacing token: Token, with text: String) -> Int {
    var bytes = sampleBytes
    bytes.replaceSubrange(token.range, with: Array(text.utf8))
    let parsed = Parsed(bytes)
    #expect(parsed.brokenPromises == [])
    return parsed.diagnostics.count
  }

  @Test("a deleted token is one syntax error at most, and none where only the meaning is lost")
  func deletedTokens() {
    let counts = tokens.map { errors(replacing: $0, with: "") }
    #expect(counts.count > 500)
    #expect(counts.max() == 1)
    #expect(counts.contains(0))
  }

  @Test("a deleted quote is one syntax error")
  func deletedQuotes() {
    for (offset, byte) in sampleBytes.enumerated() where byte == UInt8(ascii: "\"") {
      var bytes = sampleBytes
      bytes.remove(at: offset)
      #expect(Parsed(bytes).diagnostics.count == 1, "byte \(offset)")
    }
  }

  @Test(
    "a token changed into another is two syntax errors at most on average",
    arguments: ["{", "}", "(", ")", ":", ";", ",", "word", "12mm", "\"x\"", "#fff", "@", "="])
  func changedTokens(replacement: String) {
    let tokens = tokens
    var sum = 0
    var count = 0
    // Every eleventh token meets each kind of place often enough.
    for index in stride(from: replacement.utf8.count, to: tokens.count, by: 11) {
      sum += errors(replacing: tokens[index], with: replacement)
      count += 1
    }
    #expect(Double(sum) / Double(count) <= 2, "\(sum) errors in \(count) layouts")
  }
}
