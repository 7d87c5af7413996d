import CPango
import PressScene

/// Where lines may begin: Unicode UAX 14, as Pango has it, with what Chinese type asks for beyond it (W3C clreq, "prohibition
/// rules for line start and line end"). Marks like ，。》— never begin a line and （《“ never end one.
struct LineBreaks {
  /// Before each scalar.
  private(set) var before: [ShapedText.Cluster.Break]
  /// Is the scalar white space that vanishes at a line's end?
  private(set) var isSpace: [Bool]

  init(_ paragraph: Paragraph, scalars: [Unicode.Scalar]) {
    let attributes = [PangoLogAttr](unsafeUninitializedCapacity: scalars.count + 1) { buffer, count in
      buffer.initialize(repeating: PangoLogAttr())
      count = buffer.count
      paragraph.utf8.withUnsafeBytes { bytes in
        pango_get_log_attrs(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0, Self.language,
          buffer.baseAddress,
          Int32(buffer.count))
      }
    }
    let held = DocumentNumbers(scalars).held
    before = scalars.indices.map { place in
      if place == 0 { return .none }
      let isBreak = attributes[place].is_line_break != 0
      if isBreak, attributes[place].is_mandatory_break != 0 { return .mandatory }
      let (last, next) = (scalars[place - 1], scalars[place])
      if !held.isEmpty && held.contains(place) || next.neverBegins || last.neverEnds { return .none }
      // UAX 14 does not know which way “ ” are turned; beside Han they are.
      return isBreak || next.opensQuotation && last.isHan || last.closesQuotation && next.isHan ? .allowed : .none
    }
    isSpace = scalars.indices.map { attributes[$0].is_white != 0 && !Self.isGlue(scalars[$0]) }
  }

  /// For a text on one line: no break anywhere. Nil unless all characters are of blocks in which U+0020 and U+3000 are the only spaces
  /// and nothing ends a line.
  init?(noneIn scalars: [Unicode.Scalar]) {
    guard scalars.allSatisfy(\.isCommon) else { return nil }
    before = Array(repeating: .none, count: scalars.count)
    isSpace = scalars.map { $0 == " " || $0 == "\u{3000}" }
  }

  /// The spaces that stay where they are: U+00A0, U+2007, U+202F (class GL).
  private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{2007}" || scalar == "\u{202F}"
  }

  /// Pango's constant for Chinese of the mainland.
  static var language: OpaquePointer? { pango_language_from_string("zh-cn") }
}

extension Unicode.Scalar {
  /// ASCII, Han, and the marks of Chinese type.
  fileprivate var isCommon: Bool {
    switch value {
    case 0x20...0x7E, 0xB7, 0x2014, 0x2018...0x201D, 0x2026, 0x3000...0x301F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xFF01...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// What no line begins with. UAX 14 takes the interpunct of 买买提·艾力 for a letter, and parts dashes from what they follow.
  fileprivate var neverBegins: Bool {
    isMark && "。，、；：？！）》」』”’〕］】〉…⋯—⸺·％‰℃".unicodeScalars.contains(self)
  }

  /// What no line ends with.
  fileprivate var neverEnds: Bool { isMark && "（《「『“‘〔［【〈".unicodeScalars.contains(self) }

  /// Where marks are encoded: most characters are elsewhere.
  private var isMark: Bool {
    switch value {
    case 0xB7, 0x2010...0x2E7F, 0x3000...0x303F, 0xFF00...0xFF60: true
    default: false
    }
  }

  fileprivate var opensQuotation: Bool { self == "“" || self == "‘" }
  fileprivate var closesQuotation: Bool { self == "”" || self == "’" }

  /// Han, kana, and the marks among them.
  fileprivate var isHan: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
