/// What a page must show to be answered: whoever can read the terminal has it, a page of somebody else does not.
struct Token: Sendable {
  let text: String

  static func random() -> Token {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in String(UInt8.random(in: 0...15, using: &generator), radix: 16) }
    return Token(text: digits.joined())
  }

  /// Takes as long for a wrong token as for the right one.
  func matches(_ other: String) -> Bool {
    let (mine, theirs) = (Array(text.utf8), Array(other.utf8))
    guard mine.count == theirs.count else { return false }
    return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
