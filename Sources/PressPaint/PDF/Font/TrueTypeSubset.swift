import PressScene

/// A font file of some glyphs only, for /FontFile2 (ISO 32000-1, 9.9): the six tables that a reader of a CIDFontType2 needs.
///
/// Our fonts' outlines are simple ones without instructions (fonts/build makes them so), so glyphs can be taken one by one.
struct TrueTypeSubset {
  private let face: TrueTypeFile
  /// In the order of their new numbers; the first is `.notdef`.
  private let glyphs: [GlyphID]
  private var outlines: [UInt8] = []
  /// Where each outline begins, and the last one ends.
  private var offsets = [0]

  /// - Throws: ``PaintError/Problem/unreadableFace(name:)`` where the file contradicts itself, or a glyph is made of others.
  init(of face: TrueTypeFile, glyphs: [GlyphID], name: String) throws(PaintError) {
    self.face = face
    self.glyphs = glyphs
    outlines.reserveCapacity(glyphs.count * 512)
    offsets.reserveCapacity(glyphs.count + 1)
    for glyph in glyphs {
      guard let outline = face.outline(of: GlyphIndex(glyph)) else { throw PaintError(.unreadableFace(name: name)) }
      let isComposite = outline.count > 1 && outline[0] & 0x80 != 0
      guard !isComposite else { throw PaintError(.unreadableFace(name: name)) }
      outlines.append(contentsOf: outline)
      if outlines.count & 1 == 1 { outlines.append(0) }  // short offsets count in words
      offsets.append(outlines.count)
    }
  }

  /// The directory, then each table at a multiple of four bytes.
  var bytes: [UInt8] {
    let tables = [
      ("glyf", outlines), ("head", head), ("hhea", horizontalHeader), ("hmtx", horizontalMetrics), ("loca", locations),
      ("maxp", maximumProfile),
    ]
    let version = 0x0001_0000
    // Of six tables: the largest power of two among them, for a binary search.
    var file = version.long + tables.count.word + 64.word + 2.word + (tables.count * 16 - 64).word
    var offset = 12 + 16 * tables.count
    file.reserveCapacity(offset + tables.reduce(0) { $0 + $1.1.count + 3 })
    for (tag, bytes) in tables {
      file += tag.utf8
      file += 0.long + offset.long + bytes.count.long  // nobody may count on a subset's checksums
      offset += (bytes.count + 3) & ~3
    }
    for (_, bytes) in tables {
      file += bytes
      while file.count & 3 != 0 { file.append(0) }
    }
    return file
  }

  private var hasShortOffsets: Bool { outlines.count < 0x20000 }

  private var head: [UInt8] {
    var table = Array(face.head)
    for index in 8..<12 { table[index] = 0 }  // the checksum of the whole file
    (table[50], table[51]) = (0, hasShortOffsets ? 0 : 1)
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
      table.append(word: face.advance(of: GlyphIndex(glyph)))
      table.append(word: Int(face.leftSideBearing(of: GlyphIndex(glyph))))
    }
    return table
  }

  private var locations: [UInt8] {
    var table: [UInt8] = []
    table.reserveCapacity(offsets.count * 4)
    for offset in offsets {
      if hasShortOffsets {
        table.append(word: offset / 2)
      } else {
        table.append(word: offset >> 16)
        table.append(word: offset)
      }
    }
    return table
  }
}

extension [UInt8] {
  /// Big-endian, 16 bits.
  fileprivate mutating func append(word: Int) {
    append(UInt8(truncatingIfNeeded: word >> 8))
    append(UInt8(truncatingIfNeeded: word))
  }
}

extension Int {
  /// Big-endian, 16 bits.
  fileprivate var word: [UInt8] { [UInt8(truncatingIfNeeded: self >> 8), UInt8(truncatingIfNeeded: self)] }
  /// Big-endian, 32 bits.
  fileprivate var long: [UInt8] { (self >> 16).word + word }
}
