import PressScene

/// A font file of some glyphs only, for /FontFile2 (ISO 32000-1, 9.9): the six tables that a reader of a CIDFontType2 needs.
///
/// Our fonts' outlines are simple ones without instructions (fonts/build makes them so), so glyphs can be taken one by one.
struct TrueTypeSubset {
  private let face: TrueTypeFile
  /// In the order of their new numbers; the first is `.notdef`.
  private let glyphs: [GlyphID]

  init(of face: TrueTypeFile, glyphs: [GlyphID]) {
    self.face = face
    self.glyphs = glyphs
  }

  /// - Throws: ``PaintError/Problem/unreadableFace(name:)`` where the file contradicts itself, or a glyph is made of others.
  func bytes(name: String) throws(PaintError) -> [UInt8] {
    var outlines: [UInt8] = []
    outlines.reserveCapacity(glyphs.count * 512)
    var offsets: [Int] = []
    offsets.reserveCapacity(glyphs.count + 1)
    for glyph in glyphs {
      offsets.append(outlines.count)
      guard let outline = face.outline(of: GlyphIndex(glyph)) else { throw PaintError(.unreadableFace(name: name)) }
      let isComposite = outline.count > 1 && outline[0] & 0x80 != 0
      guard !isComposite else { throw PaintError(.unreadableFace(name: name)) }
      outlines.append(contentsOf: outline)
      if outlines.count & 1 == 1 { outlines.append(0) }  // short offsets count in words
    }
    offsets.append(outlines.count)
    let isShort = outlines.count < 0x20000
    return Self.file([
      ("glyf", outlines), ("head", head(isShort: isShort)), ("hhea", horizontalHeader), ("hmtx", horizontalMetrics),
      ("loca", Self.locations(offsets, isShort: isShort)), ("maxp", maximumProfile),
    ])
  }

  private func head(isShort: Bool) -> [UInt8] {
    var table = Array(face.head)
    for index in 8..<12 { table[index] = 0 }  // the checksum of the whole file: nobody may count on a subset's
    (table[50], table[51]) = (0, isShort ? 0 : 1)
    return table
  }

  private var horizontalHeader: [UInt8] {
    var table = Array(face.horizontalHeader)
    table.replaceSubrange(34..<36, with: glyphs.count.word)
    return table
  }

  private var maximumProfile: [UInt8] {
    var table = Array(face.maximumProfile)
    table.replaceSubrange(4..<6, with: glyphs.count.word)
    return table
  }

  private var horizontalMetrics: [UInt8] {
    var table: [UInt8] = []
    table.reserveCapacity(glyphs.count * 4)
    for glyph in glyphs {
      table += face.advance(of: GlyphIndex(glyph)).word
      table += Int(face.leftSideBearing(of: GlyphIndex(glyph))).word
    }
    return table
  }

  private static func locations(_ offsets: [Int], isShort: Bool) -> [UInt8] {
    var table: [UInt8] = []
    table.reserveCapacity(offsets.count * (isShort ? 2 : 4))
    for offset in offsets { table += isShort ? (offset / 2).word : offset.long }
    return table
  }

  /// Directory and tables, each at a multiple of four bytes.
  private static func file(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
    let version = 0x0001_0000
    // Of six tables: the largest power of two among them, for a binary search.
    var file = version.long + tables.count.word + 64.word + 2.word + (tables.count * 16 - 64).word
    var offset = 12 + 16 * tables.count
    file.reserveCapacity(offset + tables.reduce(0) { $0 + $1.bytes.count + 3 })
    for table in tables {
      file += table.tag.utf8
      file += 0.long + offset.long + table.bytes.count.long
      offset += (table.bytes.count + 3) & ~3
    }
    for table in tables {
      file += table.bytes
      while file.count & 3 != 0 { file.append(0) }
    }
    return file
  }
}

extension Int {
  /// Big-endian, 16 bits.
  fileprivate var word: [UInt8] { [UInt8(truncatingIfNeeded: self >> 8), UInt8(truncatingIfNeeded: self)] }
  /// Big-endian, 32 bits.
  fileprivate var long: [UInt8] { (self >> 16).word + word }
}
