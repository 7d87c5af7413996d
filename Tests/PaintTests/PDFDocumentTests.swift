import Foundation
import PressScene
import Testing

@testable import PressPaint

@Suite("A PDF document")
struct PDFDocumentTests {
  private func pdf(_ document: DocumentInfo, by writer: PDFWriter) throws -> [UInt8] {
    try writer.pdf(
      Fixture.scene([], width: Fixture.a4.width, height: Fixture.a4.height, document: document), by: Fixture.painter())
  }

  private func info(_ pdf: [UInt8]) throws -> [String: String] {
    let output = try Tool.ask("pdfinfo", "-rawdates", "FILE", about: pdf)
    let lines = output.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
    return Dictionary(
      lines.filter { $0.count == 2 }.map { (String($0[0]), $0[1].trimmingCharacters(in: .whitespaces)) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "it is sound for qpdf, of its version, and measures A4 to a hundredth of a point", arguments: PDFWriter.allCases)
  func soundness(writer: PDFWriter) throws {
    let pdf = try pdf(DocumentInfo(title: "证书", date: Timestamp(year: 2022, month: 4, day: 6)), by: writer)
    #expect(try Tool.faults(of: pdf) == "")
    let info = try info(pdf)
    #expect(info["PDF version"] == (writer == .press ? "1.7" : "1.5"))
    #expect(info["Pages"] == "1")
    let size = try #require(info["Page size"]).split(separator: " ")
    #expect(abs(try #require(Double(size[0])) - 841.89) < 0.01)
    #expect(abs(try #require(Double(size[2])) - 595.28) < 0.01)
  }

  @Test(
    "title and author arrive as they are",
    arguments: ["Certificate", "湖北省专业技术职称证书", #"(a) \ b) <<"#, "%&/ ((", "𠀀 😀 é", ""], PDFWriter.allCases)
  func titles(title: String, writer: PDFWriter) throws {
    let pdf = try pdf(
      DocumentInfo(title: title, author: title, date: Timestamp(year: 2022, month: 4, day: 6)), by: writer)
    let info = try info(pdf)
    #expect(info["Title"] ?? "" == title)
    #expect(info["Author"] ?? "" == title)
    let library = writer == .press ? "libdeflate \(PaintLibraries.versions["libdeflate"] ?? "")" : "cairo 1.16.0"
    #expect(info["Producer"] == "CertPress (\(library))")
    #expect(try Tool.faults(of: pdf) == "")
  }

  @Test("both dates are the document's, with D: and offset", arguments: PDFWriter.allCases)
  func date(writer: PDFWriter) throws {
    let info = try info(pdf(DocumentInfo(date: Timestamp(year: 2022, month: 4, day: 6)), by: writer))
    #expect(info["CreationDate"] == "D:20220406000000+08'00'")
    #expect(info["ModDate"] == "D:20220406000000+08'00'")
    let west = Timestamp(year: 987, month: 12, day: 31, hour: 23, minute: 59, second: 58, offset: -210)
    #expect(west.pdf == "D:09871231235958-03'30'")
  }

  @Test("without a date there is none", arguments: PDFWriter.allCases)
  func noDate(writer: PDFWriter) throws {
    let pdf = try pdf(DocumentInfo(title: "证书"), by: writer)
    #expect(!(try Tool.unpacked(pdf)).contains("Date"))
    #expect(try info(pdf)["CreationDate"] == nil)
    #expect(try Tool.faults(of: pdf) == "")
  }

  @Test("pages have their own sizes and content", arguments: PDFWriter.allCases)
  func pages(writer: PDFWriter) throws {
    var scene = Fixture.scene([Fixture.text(try Fixture.runs("一", Fixture.song, at: Point(x: 10, y: 40)))])
    scene.pages +=
      Fixture.scene(
        [Fixture.text(try Fixture.runs("二", Fixture.song, at: Point(x: 10, y: 40)))], width: 300, height: 200
      ).pages
    let painter = try Fixture.painter()
    let pdf = try writer.pdf(scene, by: painter)
    #expect(try Tool.faults(of: pdf) == "")
    let output = try Tool.ask("pdfinfo", "-f", "1", "-l", "2", "FILE", about: pdf)
    #expect(output.contains("Page    1 size:  72 x 72 pts"))
    #expect(output.contains("Page    2 size:  300 x 200 pts"))
    #expect(try Tool.ask("pdftotext", "-f", "2", "-nopgbrk", "FILE", "-", about: pdf).hasPrefix("二"))
    #expect(try Raster(png: painter.png(scene, page: 1, dpi: 72)).width == 300)
  }

  @Test("bytes that are not laid out as cairo does are an error, not a file")
  func unexpectedBytes() throws {
    let good = try pdf(DocumentInfo(title: "x", date: Timestamp(year: 2022, month: 4, day: 6)), by: .cairo)
    var mended = good
    // A mended file has less room than cairo's own.
    #expect(throws: PaintError.self) {
      try mended.mendPDF(
        producer: String(repeating: "long ", count: 9), date: Timestamp(year: 2022, month: 4, day: 6))
    }
    var state: UInt64 = 42
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var broken = good
      let place = max(good.count - 1400, Int(state >> 33) % good.count)
      if state & 1 == 0 {
        broken.removeSubrange(place...)
      } else {
        broken[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let length = broken.count
      guard (try? broken.mendPDF(producer: "x", date: nil)) != nil else { continue }
      #expect(broken.count == length)
    }
    for bytes in [[], Array("startxref\n9999999999999999999\n%%EOF".utf8), Array("startxref\n0\n%%EOF\n".utf8)] {
      var bytes = bytes
      #expect(throws: PaintError.self) { try bytes.mendPDF(producer: "x", date: nil) }
    }
  }

  @Test("a text that leads somewhere is a link there, in ASCII, and a part of the structure")
  func link() throws {
    var item = Fixture.text(try Fixture.runs("查验", Fixture.song, at: Point(x: 10, y: 40)))
    item.role = .link(to: "https://例.cn/a b")
    item.readingOrder = 0
    item.box = Rect(x: 10, y: 26, width: 32, height: 16)
    let pdf = try Fixture.painter().pdf(Fixture.scene([item]))
    #expect(try Tool.faults(of: pdf) == "")
    let objects = try Tool.ask("qpdf", "--qdf", "--object-streams=disable", "FILE", "-", about: pdf)
    #expect(objects.contains("(https://%E4%BE%8B.cn/a%20b)"))
    #expect(objects.contains("/OBJR"))
    let rectangle = try #require(objects.firstRange(of: /\/Rect \[\s*10\s+30\s+42\s+46\s*\]/))
    #expect(!rectangle.isEmpty)
  }
}
