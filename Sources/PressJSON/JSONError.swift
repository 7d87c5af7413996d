/// Why bytes are not JSON, and where. ``message`` and ``hint`` put it in words and show no value of the text.
public struct JSONError: Error, Sendable, Equatable {
  public var problem: Problem
  /// The bytes at fault, 0-based; empty at the end of the text.
  public var range: Range<Int>

  public init(_ problem: Problem, at range: Range<Int>) {
    self.problem = problem
    self.range = range
  }

  /// The first byte at fault.
  public var offset: Int { range.lowerBound }

  public enum Problem: Sendable, Equatable {
    /// Nothing but white space.
    case empty
    /// The text begins with a byte order mark of UTF-16 or UTF-32.
    case notUTF8
    case invalidUTF8(byte: UInt8)
    case unexpected(Unicode.Scalar, expected: Expectation)
    /// The text ends inside of something that began at `opened`.
    case unclosed(Container, opened: Range<Int>)
    case trailingComma
    /// A bare word that JSON does not know, and the word that was probably meant.
    case unknownWord(meant: String?)
    /// A control character, U+0000 to U+001F, that is not written as an escape.
    case controlCharacter(UInt8)
    case lineBreakInString(opened: Range<Int>)
    case invalidEscape
    /// `\uD800` to `\uDFFF` without its other half.
    case loneSurrogate(UInt16)
    case leadingZero
    /// A number lacks digits after its sign, point or exponent.
    case missingDigits
    /// The key stands at `first` already.
    case duplicateKey(String, first: Range<Int>)
    case tooDeep(limit: Int)
  }

  public enum Container: Sendable, Equatable {
    case object
    case array
    case string
  }

  /// What would have been right.
  public enum Expectation: Sendable, Equatable {
    case value
    case key
    case colon
    case commaOrEnd(of: Container)
    case digits
    case endOfText
  }
}
