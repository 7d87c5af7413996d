/// How many cells of a terminal text takes.
public enum DisplayWidth {
  /// The cells of one character: 2 for East Asian wide and full-width ones, 0 for combining marks, else 1.
  ///
  /// Ambiguous characters (·, ×, Greek) count 1, as terminals have it unless told otherwise.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // Vowels and finals of Hangul join the syllable before them.
    if 0x1160...0x11FF ~= scalar.value { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if wide.contains(where: { $0 ~= scalar.value }) { return true }
    // Regional indicators are the one set of emoji that East Asian Width calls neutral.
    return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= scalar.value)
  }

  /// East Asian Width W and F without the emoji, from EastAsianWidth-15.0.0.txt; ranges run on over unassigned code points.
  /// With the emoji, every assigned code point of that file agrees but for the combining marks above.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
