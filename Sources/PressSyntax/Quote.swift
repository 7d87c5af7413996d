/// A mark that people put before a text; the straight double quote is the only right one.
enum Quote: Equatable {
  case straight
  /// `“ ” „ ‟ ＂`, which word processors and input methods make of it.
  case typographic
  case single, backtick
  case corner, whiteCorner, angled

  /// Nil if no text begins with `scalar`.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": self = .straight
    case "“", "”", "„", "‟", "＂": self = .typographic
    case "'", "‘", "’", "＇": self = .single
    case "`": self = .backtick
    case "「": self = .corner
    case "『": self = .whiteCorner
    case "«": self = .angled
    default: return nil
    }
  }

  func closes(with scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .straight: scalar == "\""
    case .typographic: scalar == "”" || scalar == "“" || scalar == "\"" || scalar == "＂" || scalar == "‟"
    case .single: scalar == "'" || scalar == "’" || scalar == "＇"
    case .backtick: scalar == "`" || scalar == "'"
    case .corner: scalar == "」"
    case .whiteCorner: scalar == "』"
    case .angled: scalar == "»"
    }
  }
}
