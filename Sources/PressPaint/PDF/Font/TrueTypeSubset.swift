import PressScene

/// A font file of some glyphs only, for /FontFile2 (ISO 32000-1, 9.9): the six tables that a reader of a CIDFontType2 needs.
///
/// The outlines come last in the file, as finished pieces; what stands before them is made anew.
struct TrueTypeSubset {
  private let face: TrueTypeFile
  /// In the order of their new numbers; the first is `.notdef`.
  private let glyphs: [GlyphID]
  private let outlines: [DeflatedPiece]
  /// Where each outline begins in the glyf table, and the last one ends.
  private let offsets: [Int]

  /// - Throws: ``PaintError/Problem/unreadableFace(name:)`` where the file contradicts itself, or a glyph is made of others.
  init(of face: TrueTypeFile, glyphs: [GlyphID], name: String) throws(PaintError) {
    self.face = face
    self.glyphs = glyphs
    var outlines: [DeflatedPiece] = []
    var offsets = [0]
    outlines.reserveCapacity(glyphs.count)
    offsets.reserveCapacity(glyphs.count + 1)
    for glyph in glyphs {
      guard let outline = face.deflated[glyph] else { throw PaintError(.unreadableFace(name: name)) }
      outlines.append(outline)
      offsets.append((offsets.last ?? 0) + outline.length)
    }
    self.outlines = outlines
    self.offsets = offsets
  }

  /// The file as a zlib stream, and its length before deflating.
  var deflated: (stream: [UInt8], length: Int) {
    let front = DeflatedPiece(front)
    var stream = DeflatedFont(bitCount: outlines.reduce(front.bitCount) { $0 + $1.bitCount })
    front.append(to: &stream)
    for outline in outlines { outline.append(to: &stream) }
    return (stream.finish(), front.length + outlineLength)
  }

  private var outlineLength: Int { offsets.last ?? 0 }

  /// The directory and all tables but the outlines, each at a multiple of four bytes.
  private var front: [UInt8] {
    let tables = [
      ("head", head), ("hhea", horizontalHeader), ("hmtx", horizontalMetrics), ("loca", locations),
      ("maxp", maximumProfile),
    ]
    var places: [(tag: String, offset: Int, length: Int)] = []
    var body: [UInt8] = []
    let start = 12 + 16 * (tables.count + 1)
    for (tag, bytes) in tables {
      places.append((tag, start + body.count, bytes.count))
      body += bytes
      while body.count & 3 != 0 { body.append(0) }
    }
    places.insert(("glyf", start + body.count, outlineLength), at: 0)  // a directory is in the order of its tags
    let version = 0x0001_0000
    // Of six tables: the largest power of two among them, for a binary search.
    var front = version.long + places.count.word + 64.word + 2.word + (places.count * 16 - 64).word
    for place in places {
      front += place.tag.utf8
      front += 0.long + place.offset.long + place.length.long  // nobody may count on a subset's checksums
    }
    return front + body
  }

  private var hasShortOffsets: Bool { outlineLength < 0x20000 }

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
