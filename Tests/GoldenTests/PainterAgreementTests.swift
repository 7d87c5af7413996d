import CertPress
import Foundation
import PressScene
import TestKit
import Testing

@testable import PressGolden

/// The PDF that the press writes against cairo's of the same scene, both as other programs draw them.
@Suite("The press draws what cairo draws")
struct PainterAgreementTests {
  static let names = RepositoryTests.names.filter { !$0.hasPrefix("diagnostics/") }

  /// Pictures with transparency, groups, gradients, art, two pages.
  private static let sample: Set = [
    "certificates/specimen", "elements/group/pale", "elements/image/alpha", "elements/shapes/gradients",
    "elements/text/vertical", "layouts/name-badge/usual",
  ]
  static let looked = Soak.isOn ? names : names.filter { sample.contains($0) }

  /// Cases that need bounds of their own, and why.
  private static let bounds: [String: (by: [Eye: Double], why: String)] = [
    "elements/group/pale": (
      [.poppler: 12, .mupdf: 14], "a clip is softened within a pale group's form and not around it; cairo has both"
    ),
    "elements/image/orientation": (
      [.poppler: 25, .mupdf: 25, .pdfium: 25], "cairo begins a cut picture of coarse pixels 0.0004 pt left of the page"
    ),
    "elements/shapes/lines": ([.poppler: 8], "cairo writes dashes with fewer digits, which adds up along a line"),
    "elements/text/inline": (
      [.poppler: 12, .mupdf: 24], "bold: the fill of letters is set at steps of a pixel, cairo's stroke of them is not"
    ),
    "reference/inline": ([.poppler: 12, .mupdf: 24], "the same"),
    "layouts/award/extreme": (
      [.mupdf: 16], "mupdf softens the turned seal a shade otherwise; poppler and pdfium draw both alike"
    ),
    "layouts/award/usual": (
      [.mupdf: 16], "mupdf softens the turned seal a shade otherwise; poppler and pdfium draw both alike"
    ),
  ]

  private func rendering(_ name: String) throws -> Rendering {
    let harness = try RepositoryTests.harness.get()
    return try Rendering(try #require(harness.folder.cases.first { $0.name == name }), press: harness.press)
  }

  @Test("each golden, as poppler draws it", arguments: looked)
  func poppler(name: String) throws { try look(name, by: .poppler) }

  @Test("each golden, as mupdf draws it", arguments: Soak.isOn ? names : ["elements/shapes/path"])
  func mupdf(name: String) throws { try look(name, by: .mupdf) }

  // Debian has no pdfium: `make soak` installs it from PyPI (Tests/Readers).
  @Test("each golden, as pdfium draws it, which is Chromium's", .enabled(if: Soak.isOn), arguments: looked)
  func pdfium(name: String) throws { try look(name, by: .pdfium) }

  private func look(_ name: String, by eye: Eye) throws {
    let rendering = try rendering(name)
    let cairo = Drawings(of: try rendering.layout.paint(rendering.scene, as: .pdf, painter: .cairo), by: eye)
    let agreement = try Agreement(
      of: rendering.layout.paint(rendering.scene, as: .pdf, painter: .press), with: cairo, sizes: rendering.scene.sizes,
      bound: Self.bounds[name]?.by[eye] ?? Agreement.bound(for: eye))
    #expect(agreement.differences.prefix(5).map(\.description) == [])
    if Soak.isOn { print(eye, name, (agreement.worst * 100).rounded() / 100) }
  }

  @Test("pdftotext reads the press's file as well as cairo's, or better", arguments: looked)
  func text(name: String) throws {
    let rendering = try rendering(name)
    let (press, cairo) = try (
      PDFReader.text(of: rendering.layout.paint(rendering.scene, as: .pdf, painter: .press)),
      PDFReader.text(of: rendering.layout.paint(rendering.scene, as: .pdf, painter: .cairo))
    )
    // The same characters in the same order, spaces aside.
    #expect(press.filter { !$0.isWhitespace } == cairo.filter { !$0.isWhitespace })
    // Not more pieces; and what cairo's file gives in one piece is in one piece.
    #expect(press.split(whereSeparator: \.isWhitespace).count <= cairo.split(whereSeparator: \.isWhitespace).count)
    let runs = rendering.scene.pages.flatMap(\.items).flatMap(\.allRuns).map(\.text.trimmed)
    let parted = runs.filter { cairo.contains($0) && !press.contains($0) }
    #expect(parted.isEmpty, "\(parted)")
  }

  @Test(
    "its file is sound, its fonts are subsets with a text for each glyph, its structure reads as the scene",
    arguments: looked)
  func soundness(name: String) throws {
    let rendering = try rendering(name)
    let pdf = try rendering.layout.paint(rendering.scene, as: .pdf, painter: .press)
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(pdf), as: "file.pdf")
    let check = try Tool.run("qpdf", "--check", path)
    #expect(check.status == 0 && check.error == "", "\(check.text) \(check.error)")
    let fonts = try Tool.run("pdffonts", path)
    #expect(fonts.error == "")
    for font in fonts.text.split(separator: "\n").dropFirst(2) {
      #expect(font.contains("CID TrueType") && font.contains(" yes yes yes "), "\(font)")
    }
    let tagged = try TaggedFile(PDFFile(pdf))
    #expect(tagged.faults == [])
    #expect(tagged.language == rendering.scene.document.language)
    let elements = tagged.elements.filter { $0.role != "Document" }
    let expected = rendering.scene.pages.enumerated().flatMap { page, content in
      content.reading.filter(\.isSeen).map { (page, $0) }
    }
    #expect(elements.count == expected.count)
    for (element, (page, item)) in zip(elements, expected) {
      #expect(element.page == page)
      if case .figure(let alternative) = item.role {
        #expect(element.role == "Figure" && element.alternative == alternative, "\(item.id)")
      } else {
        #expect(element.text == item.allRuns.map(\.text).joined(), "\(item.id)")
      }
    }
  }

  private static let ways = [
    Point(x: Points(mm: 0.1), y: 0), Point(x: Points(mm: -0.1), y: 0), Point(x: 0, y: Points(mm: 0.1)),
    Point(x: 0, y: Points(mm: -0.1)),
  ]

  @Test(
    "0.1 mm of any single glyph is above the bound: each of them is found, and nothing else",
    arguments: Soak.isOn ? names.filter { bounds[$0]?.by[.poppler] == nil } : ["certificates/long-uyghur-name"],
    Soak.isOn ? ways : [ways[0], ways[3]])
  func anyGlyph(name: String, way: Point) throws {
    let rendering = try rendering(name)
    let shift = GlyphShift(rendering.scene)
    let bound = Agreement.bound(for: .poppler)
    let cairo = Drawings(of: try rendering.layout.paint(rendering.scene, as: .pdf, painter: .cairo), by: .poppler)
    // Under soak every glyph is moved in one of the four ways, else the first batch of them in two.
    let turn = Self.ways.firstIndex(of: way) ?? 0
    for (index, batch) in shift.batches.enumerated() where Soak.isOn ? index % 4 == turn : index == 0 {
      let moved = shift.scene(moving: batch, by: way)
      let agreement = try Agreement(
        of: rendering.layout.paint(moved, as: .pdf, painter: .press), with: cairo, sizes: rendering.scene.sizes,
        bound: bound)
      func near(_ glyph: GlyphShift.Glyph) -> (Agreement.Difference) -> Bool {
        { difference in
          difference.page == glyph.page + 1
            && glyph.cell.insetBy(-Points(mm: 1.5)).contains(
              Rect(x: Points(mm: difference.x), y: Points(mm: difference.y), width: 0, height: 0))
        }
      }
      let missed = batch.filter { !agreement.differences.contains(where: near($0)) }
      #expect(missed.isEmpty, "\(missed.map { ($0.text, $0.cell) })")
      let stray = agreement.differences.filter { difference in !batch.contains { near($0)(difference) } }
      #expect(stray.isEmpty, "\(stray.prefix(5))")
      if Soak.isOn {
        let levels = batch.map { glyph in
          (agreement.differences.filter(near(glyph)).map(\.level).max() ?? 0, glyph.text)
        }
        if let least = levels.min(by: { $0.0 < $1.0 }) {
          print("shift", name, least.1, (least.0 * 100).rounded() / 100)
        }
      }
    }
  }
}

extension Item {
  /// A text without a glyph is no element: there is nothing to mark.
  fileprivate var isSeen: Bool {
    if case .text(let runs, _) = content { runs.contains { !$0.glyphs.isEmpty } } else { true }
  }

  /// Its glyph runs, those of a group's children too.
  fileprivate var allRuns: [GlyphRun] {
    switch content {
    case .text(let runs, _): runs
    case .group(let group): group.children.flatMap(\.allRuns)
    default: []
    }
  }
}

extension Scene {
  /// Of the pages, in points.
  var sizes: [(width: Double, height: Double)] { pages.map { ($0.size.width.value, $0.size.height.value) } }
}
