/// Text that cannot play tricks on a terminal: what has no shape of its own is spelled out.
public enum VisibleText {
  /// The character itself, or `<U+202E>` for controls, bidi and other format characters, and line separators.
  static func of(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "<U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)>"
    default: return String(Character(scalar))
    }
  }

  /// A text of any length, without the middle of one that nobody would read.
  public static func of(_ text: String) -> String {
    var result = ""
    for scalar in shortened(text).unicodeScalars { result += of(scalar) }
    return result
  }

  /// Without the middle of a text that nobody would read: sentences quote words of the input, and an input may have words of
  /// a megabyte.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > 2_000 else { return text }
    return String(text.unicodeScalars.prefix(400)) + "…" + String(text.unicodeScalars.suffix(200))
  }
}
