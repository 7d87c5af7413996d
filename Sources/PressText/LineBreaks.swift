import CPango
import PressScene

/// Where lines may begin (Unicode UAX 14, as Pango has it): marks like ，。》 never begin a line and （《 never end one.
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
    before = scalars.indices.map { place in
      if place == 0 || attributes[place].is_line_break == 0 { return .none }
      if attributes[place].is_mandatory_break != 0 { return .mandatory }
      // UAX 14 takes the interpunct of 买买提·艾力 for a letter; Chinese type keeps it off a line's beginning
      // (W3C clreq, "prohibition rules for line start").
      return scalars[place] == "\u{B7}" ? .none : .allowed
    }
    isSpace = scalars.indices.map { attributes[$0].is_white != 0 && !Self.isGlue(scalars[$0]) }
  }

  /// The spaces that stay where they are: U+00A0, U+2007, U+202F (class GL).
  private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{2007}" || scalar == "\u{202F}"
  }

  /// Pango's constant for Chinese of the mainland.
  static var language: OpaquePointer? { pango_language_from_string("zh-cn") }
}
