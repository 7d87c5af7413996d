import PressScene

// What cairo 1.16 gets wrong, mended in the bytes it wrote. Each change keeps its length, so that every offset in the file stays
// true; where the bytes are not laid out as expected there is an error and no file.

extension [UInt8] {
  /// Gives the file our /Producer and `date` (nil: no date at all), and each dictionary each key once.
  ///
  /// cairo 1.16 writes dates without `D:`, has a /Producer of its own, and lists a form or an image in the page's resources as
  /// often as it is painted, of which qpdf warns.
  ///
  /// - Throws: ``PaintError/Problem/unexpectedPDF(_:)``.
  mutating func mendPDF(producer: String, date: Timestamp?) throws(PaintError) {
    let table = try PDFTable(of: self)
    var blanks: [Range<Int>] = []
    var info: (range: Range<Int>, bytes: [UInt8])?
    for number in 1..<table.count {
      var object = try table.object(number)
      guard object.next == UInt8(ascii: "<") else { continue }  // a length
      let start = object.position
      let entries = try object.dictionary()
      blanks += object.repeated
      if number == table.info {
        let range = start..<object.position
        info = (range, try Self.pdfInfo(entries, producer: producer, date: date, length: range.count))
      }
    }
    guard let info else { throw PaintError(.unexpectedPDF("/Info is no dictionary")) }
    replaceSubrange(info.range, with: info.bytes)
    for blank in blanks { replaceSubrange(blank, with: repeatElement(UInt8(ascii: " "), count: blank.count)) }
  }

  /// A document information dictionary with cairo's own /Title and /Author, padded to `length`.
  private static func pdfInfo(
    _ entries: [PDFScanner.Entry], producer: String, date: Timestamp?, length: Int
  ) throws(PaintError) -> [UInt8] {
    var result = Array("<< /Producer (\(producer))\n".utf8)
    for key in ["Title", "Author"] {
      guard let value = entries.first(where: { $0.key.elementsEqual(key.utf8) })?.value else { continue }
      result += Array("   /\(key) ".utf8) + value + "\n".utf8
    }
    if let date {
      for key in ["CreationDate", "ModDate"] { result += Array("   /\(key) (\(date.pdf))\n".utf8) }
    }
    let room = length - result.count - 2
    guard room >= 0 else { throw PaintError(.unexpectedPDF("no room for the information dictionary")) }
    return result + repeatElement(UInt8(ascii: " "), count: room) + ">>".utf8
  }
}
