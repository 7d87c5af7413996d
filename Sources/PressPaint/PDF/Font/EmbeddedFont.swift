import PressScene

/// One face as one document uses it: a CIDFontType2 of the glyphs that are shown (ISO 32000-1, 9.7), numbered from 1 as they come.
///
/// A glyph's code is its number in the subset, so /Identity-H and /CIDToGIDMap /Identity lead from the one to the other.
final class EmbeddedFont {
  let name: String
  let face: TrueTypeFile
  let reference: PDFReference
  /// By code; code 0 is `.notdef`.
  private var glyphs: [GlyphID] = [0]
  private var texts: [CodeText] = [.none]
  /// By glyph; 0 for none yet.
  private var codes: [UInt16]

  init(_ face: TrueTypeFile, name: String, reference: PDFReference) {
    self.face = face
    self.name = name
    self.reference = reference
    codes = Array(repeating: 0, count: face.glyphCount)
  }

  /// - Throws: ``PaintError/Problem/missingGlyph(_:face:)`` for a number past the face's last glyph and for 0, the empty box.
  func code(for glyph: GlyphID) throws(PaintError) -> UInt16 {
    guard glyph > 0, Int(glyph) < codes.count else { throw PaintError(.missingGlyph(glyph, face: name)) }
    if codes[Int(glyph)] == 0 {
      codes[Int(glyph)] = UInt16(glyphs.count)
      glyphs.append(glyph)
      texts.append(.none)
    }
    return codes[Int(glyph)]
  }

  /// Lets a code stand for a text, if it stands for none yet.
  /// - Returns: whether it stands for this one now.
  func say(_ text: Substring.UnicodeScalarView, by code: UInt16) -> Bool {
    let said = CodeText(text)
    if texts[Int(code)] == .none { texts[Int(code)] = said }
    return texts[Int(code)] == said
  }

  /// In thousandths of an em, as /W says it.
  func width(of code: UInt16) -> Double { width(Double(face.advance(of: GlyphIndex(glyphs[Int(code)])))) }

  private func width(_ units: Double) -> Double { (units * 1_000_000 / face.metrics.unitsPerEm).rounded() / 1000 }
}

// MARK: - Objects

extension EmbeddedFont {
  /// Writes the font and what belongs to it.
  func write(to file: inout PDFFile, kept: PDFKept) throws(PaintError) {
    let subset = try TrueTypeSubset(of: face, glyphs: glyphs, name: name).bytes
    var entries = PDFBytes()
    entries.raw("/Filter/FlateDecode/Length1 ")
    entries.append(integer: subset.count)
    let program = file.add(stream: kept.quick.zlib(subset), entries)
    var plain = PDFBytes()
    plain.raw("/Filter/FlateDecode")
    let map = ToUnicode(texts.dropFirst()).bytes
    let characters = file.add(stream: kept.quick.zlib(map), plain)
    let descendant = file.add(descendant(descriptor: file.add(descriptor(program: program))))

    var font = PDFBytes()
    font.raw("<</Type/Font/Subtype/Type0/BaseFont")
    font.name(baseName)
    font.raw("/Encoding/Identity-H/DescendantFonts[")
    font.reference(descendant)
    font.raw("]/ToUnicode ")
    font.reference(characters)
    font.raw(">>")
    file.set(reference, font)
  }

  /// 9.9: six letters that another set of glyphs does not have, by chance apart, and the font's name.
  private var baseName: String {
    // FNV-1a: a tag, no secret.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for glyph in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01B3 }
    var tag = ""
    for _ in 0..<6 {
      tag.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
      hash /= 26
    }
    return tag + "+" + face.postScriptName
  }

  /// 9.7.4.
  private func descendant(descriptor: PDFReference) -> PDFBytes {
    var font = PDFBytes()
    font.raw("<</Type/Font/Subtype/CIDFontType2/BaseFont")
    font.name(baseName)
    font.raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ")
    font.reference(descriptor)
    font.raw("/DW 1000")
    writeWidths(to: &font)
    font.raw(">>")
    return font
  }

  /// 9.7.4.3: runs of codes that are not an em wide.
  private func writeWidths(to font: inout PDFBytes) {
    var isOpen = false
    var isFirst = true
    for code in 0..<UInt16(glyphs.count) {
      let width = width(of: code)
      if width == 1000 {
        if isOpen { font.raw("]") }
        isOpen = false
        continue
      }
      if !isOpen {
        if isFirst { font.raw("/W[") }
        isFirst = false
        font.append(integer: Int(code))
        font.raw("[")
        isOpen = true
      }
      font.number(width)
    }
    if isOpen { font.raw("]") }
    if !isFirst { font.raw("]") }
  }

  /// 9.8.
  private func descriptor(program: PDFReference) -> PDFBytes {
    let metrics = face.metrics
    func thousandths(_ units: Int) -> Double { (Double(units) * 1000 / metrics.unitsPerEm).rounded() }
    var font = PDFBytes()
    font.raw("<</Type/FontDescriptor/FontName")
    font.name(baseName)
    // Symbolic: the characters are beyond the Latin set that the other flag stands for.
    font.raw("/Flags 4/FontBBox")
    font.array(metrics.box.map(thousandths))
    font.raw("/ItalicAngle ")
    font.append(number: metrics.italicAngle)
    font.raw("/Ascent ")
    font.append(number: thousandths(metrics.ascent))
    font.raw("/Descent ")
    font.append(number: thousandths(metrics.descent))
    font.raw("/CapHeight ")
    font.append(number: thousandths(metrics.capHeight))
    // No font file tells it, and no reader of an embedded font asks.
    font.raw("/StemV 80/FontFile2 ")
    font.reference(program)
    font.raw(">>")
    return font
  }
}
