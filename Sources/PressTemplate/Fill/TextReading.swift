/// A record's text looked at character by character: what may not be printed, and what certainly was meant as another one.
/// Nothing else is changed; there is no normalisation, for 頔 and its look-alikes are different names.
struct TextReading {
  /// One kind of character that was read as another.
  struct Change: Equatable {
    var from: Unicode.Scalar
    var to: Unicode.Scalar
    /// Of its first occurrence, counted from 1 in Unicode scalars.
    var position: Int
  }

  private(set) var text: String
  /// Each kind of character once, with its first place, counted from 1 in Unicode scalars.
  private(set) var forbidden: [(scalar: Unicode.Scalar, position: Int)] = []
  private(set) var changes: [Change] = []

  /// - Parameter mends: true where characters of old encodings and dots in names are put right; else the former are forbidden
  ///   and the latter stay.
  init(_ text: String, mends: Bool) {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    self.text = text
    for (index, scalar) in scalars.enumerated() {
      var meant = scalar
      if mends, let known = PrivateUse.meaning(of: scalar) {
        meant = known
      } else if mends, scalar.isNameDot, index > 0, index + 1 < scalars.count,
        scalars[index - 1].properties.isAlphabetic, scalars[index + 1].properties.isAlphabetic
      {
        meant = "\u{B7}"
      } else if scalar.isForbidden, !forbidden.contains(where: { $0.scalar == scalar }) {
        forbidden.append((scalar, index + 1))
      }
      if meant != scalar, !changes.contains(where: { $0.from == scalar }) {
        changes.append(Change(from: scalar, to: meant, position: index + 1))
      }
      result.append(meant)
    }
    if !changes.isEmpty { self.text = String(result) }
  }
}

extension Unicode.Scalar {
  /// False for the characters that nearly every text consists of.
  var needsLook: Bool {
    switch value {
    case 0x20...0x7E, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3020: false
    default: true
    }
  }

  /// White space of any script; the table is asked only outside of ASCII.
  var isSpace: Bool { value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }

  /// Dots that stand for U+00B7 between the parts of a name.
  fileprivate var isNameDot: Bool {
    switch value {
    case 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF0E, 0xFF65: true
    default: false
    }
  }

  /// Controls, what breaks or turns a line, what cannot be seen, and what is no character.
  var isForbidden: Bool {
    if value == 0xFFFD || properties.isNoncharacterCodePoint || PrivateUse.contains(self) { return true }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
    case .format:
      // Joiners shape letters of scripts that need them; the number signs of Arabic are seen.
      switch value {
      case 0x200C, 0x200D, 0x0600...0x0605, 0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD: return false
      default: return true
      }
    default: return false
    }
  }

  /// `U+4DAE`
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What it is called, for the kinds that are refused.
  var refusedNoun: String {
    switch value {
    case 0x0: return "a NUL"
    case 0x9: return "a tab"
    case 0xA, 0xD, 0x85, 0x2028, 0x2029: return "a line break"
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: return "a control of the writing direction"
    case 0xFFFD: return "the mark of a character that was lost in a conversion"
    default: break
    }
    if PrivateUse.contains(self) { return "a private character whose meaning is not known" }
    if properties.isNoncharacterCodePoint { return "not a character" }
    return properties.generalCategory == .format ? "an invisible character" : "a control character"
  }
}
