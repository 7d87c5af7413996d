/// Where the objects of a PDF are, by its cross-reference table and trailer, as cairo 1.16 writes them.
struct PDFTable {
  private let file: [UInt8]
  /// Where the entry of object 0 starts; each takes 20 bytes.
  private let firstEntry: Int
  /// Object 0 included.
  let count: Int
  /// The object number of the document information dictionary.
  let info: Int

  /// - Throws: ``PaintError/Problem/unexpectedPDF(_:)``.
  init(of file: [UInt8]) throws(PaintError) {
    self.file = file
    var end = PDFScanner(file, at: try Self.lastStart(of: "startxref", in: file))
    try end.skip("startxref")
    var table = PDFScanner(file, at: try end.number())
    try table.skip("xref")
    try table.skip("0")
    count = try table.number()
    firstEntry = table.skipSpace()
    var trailer = PDFScanner(file, at: firstEntry + 20 * count)
    try trailer.skip("trailer")
    let keys = try trailer.dictionary()
    guard let reference = keys.first(where: { $0.key.elementsEqual("Info".utf8) }) else {
      throw PaintError(.unexpectedPDF("no /Info in the trailer"))
    }
    var digits = PDFScanner(file, at: reference.value.startIndex)
    info = try digits.number()
    try digits.expect((1..<count).contains(info), "an object of the table")
  }

  /// A scanner behind `12 0 obj`, where the object's value starts.
  func object(_ number: Int) throws(PaintError) -> PDFScanner {
    var entry = PDFScanner(file, at: firstEntry + 20 * number)
    var scanner = PDFScanner(file, at: try entry.number())
    try scanner.expect(try scanner.number() == number, "object \(number)")
    try scanner.skip("0")
    try scanner.skip("obj")
    scanner.skipSpace()
    return scanner
  }

  private static func lastStart(of word: StaticString, in file: [UInt8]) throws(PaintError) -> Int {
    let length = word.utf8CodeUnitCount
    for start in stride(from: file.count - length, through: max(0, file.count - 64), by: -1)
    where (0..<length).allSatisfy({ file[start + $0] == word.utf8Start[$0] }) {
      return start
    }
    throw PaintError(.unexpectedPDF("no \(word)"))
  }
}
