/// How a character stands in a column by itself: UAX 50 (Unicode 14), but that the quotes, dashes and dots of Chinese have forms of
/// their own there (GB/T 15834-2011, 5.2), where UAX 50 turns them as it turns Latin.
enum Orientation {
  case upright
  /// Has a vertical form: the face's, or else it is turned.
  case transformed
  /// Turned by 90° clockwise, with the words and numbers that it belongs to.
  case sideways

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if 0x4E00...0x9FFF ~= value {
      self = .upright
    } else if value < 0xA7 {
      self = .sideways
    } else if Self.isTransformed(value) {
      self = .transformed
    } else {
      self = Self.uprightRanges.contains { $0 ~= value } ? .upright : .sideways
    }
  }

  /// UAX 50's Tr, and the marks of Chinese among its R.
  private static func isTransformed(_ value: UInt32) -> Bool {
    switch value {
    case 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x22EF, 0x2E3A, 0x2E3B: true
    case 0x2329, 0x232A, 0x3008...0x3011, 0x3014...0x301F, 0x3030, 0x30A0, 0x30FC: true
    case 0xFE59...0xFE5E, 0xFF08, 0xFF09, 0xFF1A, 0xFF1B, 0xFF3B, 0xFF3D, 0xFF3F, 0xFF5B...0xFF60, 0xFFE3: true
    default: false
    }
  }

  /// UAX 50's U, Tu and Tr, joined over code points that no file of ours draws.
  private static let uprightRanges: [ClosedRange<UInt32>] = [
    0xA7...0xA7, 0xA9...0xA9, 0xAE...0xAE, 0xB1...0xB1, 0xBC...0xBE, 0xD7...0xD7, 0xF7...0xF7, 0x2EA...0x2EB,
    0x2016...0x2016, 0x2020...0x2021, 0x2030...0x2031, 0x203B...0x203C, 0x2042...0x2042, 0x2047...0x2051,
    0x2100...0x2109, 0x210F...0x2122, 0x2127...0x2129, 0x212E...0x212E, 0x2135...0x213B, 0x214D...0x214D,
    0x2150...0x2189, 0x221E...0x221E, 0x2234...0x2235, 0x2300...0x232B, 0x2387...0x2393, 0x23BE...0x23CC,
    0x23DA...0x23FE, 0x244A...0x24FF, 0x25A0...0x2617, 0x262F...0x2793, 0x2B1A...0x2B58, 0x2B97...0x2B97,
    0x2E80...0x9FFF, 0xF900...0xFAD9, 0xFE10...0xFE48, 0xFE50...0xFE57, 0xFE59...0xFE62, 0xFE68...0xFF0C,
    0xFF0E...0xFF1B, 0xFF1F...0xFF60, 0xFFE0...0xFFE6, 0x1D300...0x323AF,
  ]

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": true
    default: false
    }
  }

  /// Those that join into one line.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2014}" || scalar == "\u{2015}" }

  /// Commas and full stops, which a horizontal line has at the lower left of their box and a column at the upper right.
  static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001, 0x3002, 0xFE50...0xFE52, 0xFF0C, 0xFF0E: true
    default: false
    }
  }

  /// The character that Unicode has for the vertical form of another, for faces that have it and do not tell so in `vert`: Kai
  /// has ︱ and no way from — to it.
  static func presentationForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? { presentationForms[scalar] }

  private static let presentationForms: [Unicode.Scalar: Unicode.Scalar] = {
    let marks = "，、。：；！？〖〗…⋯‥—―＿（）｛｝〔〕【】《》〈〉「」『』［］‘’“”".unicodeScalars
    let forms = "︐︑︒︓︔︕︖︗︘︙︙︰︱︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹁﹂﹃﹄".unicodeScalars
    return Dictionary(zip(marks, forms), uniquingKeysWith: { first, _ in first })
  }()
}
