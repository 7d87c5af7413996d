/// What a code stands for: nearly always one character.
enum CodeText: Equatable {
  /// The glyph never stood alone for a text.
  case none
  case scalar(Unicode.Scalar)
  case scalars([Unicode.Scalar])

  init(_ text: Substring.UnicodeScalarView) {
    if let first = text.first, text.index(after: text.startIndex) == text.endIndex {
      self = .scalar(first)
    } else {
      self = .scalars(Array(text))
    }
  }
}

/// What the codes of a font say (ISO 32000-1, 9.10.3): a CMap from codes, counted from 1, to UTF-16.
struct ToUnicode {
  /// The text of each code; code 1 first.
  private let texts: [CodeText]

  init(_ texts: some Sequence<CodeText>) { self.texts = Array(texts) }

  /// Ranges with one string for each code. A range keeps its first byte and has at most 100 codes, as 9.7.6.2 and readers' habits
  /// want it.
  var bytes: [UInt8] {
    var map = PDFBytes()
    map.reserve(400 + texts.count * 6)
    map.raw(
      """
      /CIDInit/ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """)
    var first = 0
    while first < texts.count {
      let end = min(texts.count, first + 100, (first + 1) / 256 * 256 + 255)
      map.raw("1 beginbfrange\n<")
      map.append(hex: UInt16(first + 1))
      map.raw("><")
      map.append(hex: UInt16(end))
      map.raw(">[")
      for text in texts[first..<end] {
        map.raw("<")
        switch text {
        case .none: map.append(hex: UInt16(0x200B))  // a zero width space: nothing that is seen
        case .scalar(let scalar): map.append(utf16: scalar)
        case .scalars(let scalars): for scalar in scalars { map.append(utf16: scalar) }
        }
        map.raw(">")
      }
      map.raw("]\nendbfrange\n")
      first = end
    }
    map.raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
    return map.bytes
  }
}
