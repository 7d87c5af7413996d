/// Text that cannot play tricks on a terminal: what has no shape of its own is spelled out.
enum VisibleText {
  /// The character itself, or `<U+202E>` for controls, bidi and other format characters, and line separators.
  static func of(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "<U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)>"
    default: return String(Character(scalar))
    }
  }

  static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(contentsOf: of(scalar).unicodeScalars) }
    return String(result)
  }
}
