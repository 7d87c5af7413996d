/// The smallest piece of a layout file. Together the tokens cover every byte: what lies before a token (white space, line
/// breaks, comments) is its leading trivia, and the last token, ``Kind/endOfFile``, carries the rest.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A bare word: letters of any script, digits after the first, `_` and `-`: `text`, `one-of`, `五号`, `x`.
    case word
    /// Digits with an optional sign, fraction and unit: `29pt`, `100%`, `-0.5mm`, `2`. Behind a word blanks may part the sign from
    /// them: `title + 6mm`.
    case number
    /// Between double quotes, on one line.
    case string
    /// `#` and hexadecimal digits.
    case color
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis
    case colon, semicolon, comma
    /// What no rule begins with; kept, and reported once.
    case unknown
    case endOfFile
  }

  public var kind: Kind
  /// Bytes of the leading trivia; ends where ``range`` begins.
  public var trivia: Range<Int>
  /// Bytes of the token itself; empty for the end of the file.
  public var range: Range<Int>
  /// True if the leading trivia holds a line break: it ends a property or an element.
  public var startsLine: Bool

  public init(kind: Kind, trivia: Range<Int>, range: Range<Int>, startsLine: Bool) {
    self.kind = kind
    self.trivia = trivia
    self.range = range
    self.startsLine = startsLine
  }
}
