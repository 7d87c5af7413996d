import Foundation
import PressPaint
import PressScene
import Testing

@Suite("Text in a PDF")
struct PDFTextTests {
  private func pdf(_ runs: [GlyphRun], by writer: PDFWriter) throws -> [UInt8] {
    try writer.pdf(Fixture.scene([Fixture.text(runs)], width: 842, height: 595), by: Fixture.painter())
  }

  private func extracted(_ pdf: [UInt8]) throws -> String {
    try Tool.ask("pdftotext", "-raw", "-nopgbrk", "FILE", "-", about: pdf).trimmingCharacters(in: .newlines)
  }

  @Test(
    "what was set can be read back, outside of the BMP too",
    arguments: ["湖北省专业技术职称证书", "420000*****0000", "鄂职改办〔2022〕43号", "张𬭼", "买买提·艾力", "𠅤𡐓𥖎𫖯", "AVATAR Tofu"],
    PDFWriter.allCases)
  func extraction(text: String, writer: PDFWriter) throws {
    let runs = try Fixture.runs(text, Fixture.kai, at: Point(x: 50, y: 100))
    #expect(try extracted(pdf(runs, by: writer)) == text)
  }

  @Test(
    "one glyph for several characters and several glyphs for one read back as the characters",
    arguments: PDFWriter.allCases)
  func clusters(writer: PDFWriter) throws {
    var run = try #require(try Fixture.runs("甲乙丙", Fixture.song, at: Point(x: 50, y: 100)).first)
    run.text = "甲fi丙"
    run.clusters = [
      Cluster(glyphs: 0..<1, scalars: 0..<1), Cluster(glyphs: 1..<2, scalars: 1..<3),
      Cluster(glyphs: 2..<3, scalars: 3..<4),
    ]
    #expect(try extracted(pdf([run], by: writer)) == "甲fi丙")
    run.text = "甲𠀀"
    run.clusters = [Cluster(glyphs: 0..<1, scalars: 0..<1), Cluster(glyphs: 1..<3, scalars: 1..<2)]
    #expect(try extracted(pdf([run], by: writer)) == "甲𠀀")
  }

  @Test("characters without a glyph do no harm", arguments: PDFWriter.allCases)
  func invisibleCharacters(writer: PDFWriter) throws {
    var run = try #require(try Fixture.runs("甲乙", Fixture.song, at: Point(x: 50, y: 100)).first)
    run.text = "甲\u{2060}乙"
    run.clusters = [
      Cluster(glyphs: 0..<1, scalars: 0..<1), Cluster(glyphs: 1..<1, scalars: 1..<2),
      Cluster(glyphs: 1..<2, scalars: 2..<3),
    ]
    let pdf = try pdf([run], by: writer)
    #expect(try extracted(pdf).filter { $0 != "\u{2060}" } == "甲乙")
    #expect(try Tool.faults(of: pdf) == "")
  }

  @Test("fonts are embedded TrueType subsets under their own names", arguments: PDFWriter.allCases)
  func fonts(writer: PDFWriter) throws {
    let runs = try [Fixture.song, Fixture.kai, Fixture.hei].flatMap {
      try Fixture.runs("证书2022", $0, at: Point(x: 50, y: 100))
    }
    let lines = try Tool.ask("pdffonts", "FILE", about: pdf(runs, by: writer)).split(separator: "\n").dropFirst(2)
    #expect(lines.count >= 3)
    for line in lines {
      #expect(line.contains("+CertPress") && line.contains("TrueType") && line.contains("yes yes yes"), "\(line)")
    }
  }

  @Test("text comes out in painting order", arguments: PDFWriter.allCases)
  func order(writer: PDFWriter) throws {
    let low = try Fixture.runs("下面", Fixture.song, at: Point(x: 50, y: 300))
    let high = try Fixture.runs("上面", Fixture.song, at: Point(x: 50, y: 100))
    let pdf = try writer.pdf(
      Fixture.scene([Fixture.text(low), Fixture.text(high)], width: 842, height: 595), by: Fixture.painter())
    #expect(try extracted(pdf) == "下面\n上面")
  }

  @Test("PDF and PNG have the same ink at the same place, turned and in a group too", arguments: PDFWriter.allCases)
  func agreement(writer: PDFWriter) throws {
    let quarter = Transform.rotation(sine: 1, cosine: 0)
    let slanted = Transform.rotation(sine: 0.5, cosine: 0.8660254)
    let items = [
      Fixture.text(try Fixture.runs("湖北省专业技术职称证书", Fixture.song, size: 29, at: Point(x: 20, y: 60))),
      Fixture.text(try Fixture.runs("竖排文字", Fixture.kai, at: Point(x: 30, y: 100), turned: quarter)),
      Fixture.item(
        .group(
          Group(
            transform: .scale(1.5, 1.2),
            children: [
              Fixture.text(
                try Fixture.runs(
                  "高级工程师 2022", Fixture.hei, at: Point(x: 80, y: 80), paint: .solid(Fixture.red), turned: slanted))
            ]))),
    ]
    func scene(_ items: [Item]) -> Scene { Fixture.scene(items, width: 384, height: 288) }
    let painter = try Fixture.painter()
    let theirs = try Raster(png: Tool.rasterizeFinely(writer.pdf(scene(items), by: painter), dpi: 150))
    let ours = try Raster(png: painter.png(scene(items), dpi: 150))
    #expect(ours.width == theirs.width && ours.height == theirs.height)
    let difference = ours.meanDifference(from: theirs)
    // Half a pixel to the right, for comparison.
    let moved = Fixture.item(.group(Group(transform: .translation(0.24, 0), children: items)))
    let movedDifference = try Raster(png: painter.png(scene([moved]), dpi: 150)).meanDifference(from: theirs)
    #expect(difference < 0.8 && movedDifference > 1.6 * difference, "\(difference) \(movedDifference)")
  }

  @Test("a gradient runs through text in PDF and PNG", arguments: PDFWriter.allCases)
  func gradientText(writer: PDFWriter) throws {
    let paint = Paint.linear(
      start: .zero, end: Point(x: 60, y: 0),
      stops: [.init(offset: 0, color: Fixture.red), .init(offset: 1, color: Fixture.blue)])
    let scene = Fixture.scene(
      [Fixture.text(try Fixture.runs("国国国", Fixture.hei, size: 20, at: Point(x: 6, y: 40), paint: paint))])
    let painter = try Fixture.painter()
    let ours = try Raster(png: painter.png(scene, dpi: 144))
    let theirs = try Raster(png: Tool.rasterize(writer.pdf(scene, by: painter), dpi: 144))
    #expect(ours.meanDifference(from: theirs) < 2)
    for raster in [ours, theirs] {
      #expect(raster.colors.contains { $0 >> 16 > 200 && $0 & 0xFF < 80 })
      #expect(raster.colors.contains { $0 >> 16 < 80 && $0 & 0xFF > 200 })
    }
  }
}
