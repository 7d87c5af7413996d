public import PressDiagnostics

extension Token {
  /// True for a word that stands where a name is missing: it has no bytes, and a diagnostic has named the mistake.
  public var isMissing: Bool { range.isEmpty && kind != .endOfFile }

  /// The token as written.
  public func text(in source: Source) -> String { source.text(range) }

  /// The word that is meant: full-width letters (`ｔｅｘｔ`, already reported) as the ASCII ones, `×` and `*` as `x`.
  public func word(in source: Source) -> String { word(in: source.bytes) }

  func word(in bytes: [UInt8]) -> String {
    if let first = bytes[range].first, !first.isLetter, first != UInt8(ascii: "_") {
      let folded = bytes.foldedText(range)
      return ["×", "✕", "*"].contains(folded) ? "x" : folded
    }
    return bytes.foldedText(range)
  }
}
