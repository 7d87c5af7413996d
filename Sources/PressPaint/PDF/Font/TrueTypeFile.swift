import PressBytes

/// A TrueType font file, mapped: what a PDF takes from it (ISO/IEC 14496-22, OpenType).
///
/// The mapping belongs to this object; the system keeps one copy of the file's pages for all of them.
final class TrueTypeFile {
  let postScriptName: String
  let glyphCount: Int
  let metrics: Metrics
  private let file: MappedFile
  private let tables: Tables
  private let hasLongOffsets: Bool
  private let longMetrics: Int

  /// Of the face as a whole, in font units.
  struct Metrics {
    var unitsPerEm: Double
    /// Left, bottom, right, top.
    var box: [Int]
    var ascent: Int
    var descent: Int
    var capHeight: Int
    /// In degrees, counter-clockwise.
    var italicAngle: Double
  }

  private struct Tables {
    var head, hhea, maxp, loca, glyf, hmtx: Range<Int>
  }

  /// Nil where the file cannot be read or has no TrueType outlines.
  init?(path: String) {
    guard let file = MappedFile.at(path), let count = file.word(at: 4) else { return nil }
    var found: [UInt32: Range<Int>] = [:]
    for index in 0..<count {
      let entry = 12 + 16 * index
      guard let tag = file.long(at: entry), let offset = file.long(at: entry + 8),
        let length = file.long(at: entry + 12),
        Int(offset) + Int(length) <= file.count
      else { return nil }
      found[tag] = Int(offset)..<Int(offset) + Int(length)
    }
    func table(_ name: StaticString, atLeast length: Int) -> Range<Int>? {
      let bytes = UnsafeBufferPointer(start: name.utf8Start, count: 4)
      guard let range = found[bytes.reduce(0) { $0 << 8 | UInt32($1) }], range.count >= length else { return nil }
      return range
    }
    guard let head = table("head", atLeast: 54), let hhea = table("hhea", atLeast: 36),
      let maxp = table("maxp", atLeast: 6), let loca = table("loca", atLeast: 4), let glyf = table("glyf", atLeast: 0),
      let hmtx = table("hmtx", atLeast: 4), let glyphs = file.word(at: maxp.lowerBound + 4),
      let longMetrics = file.word(at: hhea.lowerBound + 34), let unitsPerEm = file.word(at: head.lowerBound + 18)
    else { return nil }
    hasLongOffsets = file.word(at: head.lowerBound + 50) == 1
    guard loca.count >= (glyphs + 1) * (hasLongOffsets ? 4 : 2), unitsPerEm > 0, longMetrics > 0,
      hmtx.count >= 4 * longMetrics + 2 * max(0, glyphs - longMetrics)
    else { return nil }
    self.file = file
    self.longMetrics = longMetrics
    glyphCount = glyphs
    tables = Tables(head: head, hhea: hhea, maxp: maxp, loca: loca, glyf: glyf, hmtx: hmtx)
    func signed(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: file.word(at: offset) ?? 0)) }
    let os2 = table("OS/2", atLeast: 90)
    let post = table("post", atLeast: 8)
    metrics = Metrics(
      unitsPerEm: Double(unitsPerEm), box: [36, 38, 40, 42].map { signed(head.lowerBound + $0) },
      ascent: signed(hhea.lowerBound + 4), descent: signed(hhea.lowerBound + 6),
      capHeight: os2.map { signed($0.lowerBound + 88) } ?? signed(hhea.lowerBound + 4),
      italicAngle: post.map { Double(signed($0.lowerBound + 4)) } ?? 0)
    postScriptName = Self.postScriptName(in: table("name", atLeast: 6), of: file) ?? "Font"
  }

  /// Name 6 of the name table, in the first record that has it; printable ASCII by its definition.
  private static func postScriptName(in table: Range<Int>?, of file: MappedFile) -> String? {
    guard let table, let count = file.word(at: table.lowerBound + 2), let storage = file.word(at: table.lowerBound + 4)
    else { return nil }
    for index in 0..<count {
      let record = table.lowerBound + 6 + 12 * index
      guard file.word(at: record + 6) == 6, let length = file.word(at: record + 8),
        let offset = file.word(at: record + 10)
      else { continue }
      let start = table.lowerBound + storage + offset
      guard start + length <= table.upperBound else { return nil }
      let characters = file.bytes(start..<start + length).filter { (0x21...0x7E).contains($0) }
      return String(decoding: characters, as: UTF8.self)
    }
    return nil
  }
}

// MARK: - Glyphs

extension TrueTypeFile {
  /// In font units.
  func advance(of glyph: GlyphIndex) -> Int {
    file.word(at: tables.hmtx.lowerBound + 4 * min(glyph, longMetrics - 1)) ?? 0
  }

  /// From the origin to the ink's left edge, in font units; past the long metrics they lie in a list of their own.
  func leftSideBearing(of glyph: GlyphIndex) -> UInt16 {
    let offset = glyph < longMetrics ? 4 * glyph + 2 : 4 * longMetrics + 2 * (glyph - longMetrics)
    return UInt16(truncatingIfNeeded: file.word(at: tables.hmtx.lowerBound + offset) ?? 0)
  }

  /// The glyph's description in the glyf table, which is valid as long as this object; empty for a space. Nil where the file
  /// contradicts itself.
  func outline(of glyph: GlyphIndex) -> UnsafeRawBufferPointer? {
    let start: Int?
    let end: Int?
    if hasLongOffsets {
      start = file.long(at: tables.loca.lowerBound + 4 * glyph).map(Int.init)
      end = file.long(at: tables.loca.lowerBound + 4 * glyph + 4).map(Int.init)
    } else {
      start = file.word(at: tables.loca.lowerBound + 2 * glyph).map { $0 * 2 }
      end = file.word(at: tables.loca.lowerBound + 2 * glyph + 2).map { $0 * 2 }
    }
    guard let start, let end, start <= end, end <= tables.glyf.count else { return nil }
    return file.bytes(tables.glyf.lowerBound + start..<tables.glyf.lowerBound + end)
  }

  var head: UnsafeRawBufferPointer { file.bytes(tables.head.lowerBound..<tables.head.lowerBound + 54) }
  var horizontalHeader: UnsafeRawBufferPointer { file.bytes(tables.hhea.lowerBound..<tables.hhea.lowerBound + 36) }
  var maximumProfile: UnsafeRawBufferPointer { file.bytes(tables.maxp) }
}

/// A glyph's number as an index into a font's tables.
typealias GlyphIndex = Int
