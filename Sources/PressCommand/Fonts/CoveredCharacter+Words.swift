import CertPress

extension CoveredCharacter {
  /// `U+4DAE`, one for each scalar.
  var codePoints: [String] {
    scalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// Unicode's name of a single scalar; nil where it would only repeat the code point, as for Han.
  var unicodeName: String? {
    guard scalars.count == 1, let name = scalars[0].properties.name, !name.hasPrefix("CJK ") else { return nil }
    return name
  }

  /// As it can stand on a terminal; empty where nothing would be seen, or where it would play tricks.
  var visible: String {
    var text = ""
    for scalar in scalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return ""
      case .nonspacingMark, .spacingMark, .enclosingMark: if text.isEmpty { text = "◌" }
      default: break
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
