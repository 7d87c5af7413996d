import CertPress
import Foundation
import PressScene
import TestKit
import Testing

@testable import PressGolden

/// The PDF as poppler draws it, against our PNG of the same scene.
@Suite("The cross-check")
struct CrossCheckTests {
  static let certificates = RepositoryTests.names.filter { $0.hasPrefix("certificates/") }

  private func rendering(_ name: String) throws -> Rendering {
    let harness = try RepositoryTests.harness.get()
    return try Rendering(try #require(harness.folder.cases.first { $0.name == name }), press: harness.press)
  }

  private func geometry(_ rendering: Rendering) -> GeometryLayer {
    GeometryLayer(
      names: ItemNames(of: [rendering.scene], schema: rendering.layout.schema), scene: rendering.scene,
      sources: rendering.layout.sources)
  }

  private func check(_ rendering: Rendering) throws -> CrossCheck {
    let (checks, obstacles) = try CrossCheck.checks(of: rendering, geometry: geometry(rendering))
    #expect(obstacles == [])
    return try #require(checks.first)
  }

  @Test("both draw each certificate alike, well within the bounds", arguments: certificates)
  func alike(name: String) throws {
    let check = try check(rendering(name))
    #expect(check.differences.map(\.sentence) == [])
    let extremes = check.extremes
    #expect(extremes.glyphs > 150)
    #expect(extremes.edges > 35)
    // Half a pixel of poppler's is 0.021 mm; a shift of 0.1 mm less that half pixel is 0.079 mm: the bound of 0.05 mm has room on
    // both sides.
    #expect(extremes.shift < 0.035, "\(extremes)")
    #expect(extremes.edge < 0.045, "\(extremes)")
    #expect(extremes.mass < 0.03, "\(extremes)")
    #expect(extremes.window < 20, "\(extremes)")
    #expect(extremes.textWindow < 40, "\(extremes)")
    if Soak.isOn { print(name, extremes) }
  }

  private struct Shifted {
    var item: String
    var text: String
    /// Of its cell, where it belongs.
    var center: Point
  }

  /// Every other glyph of all texts, from the first or from the second.
  private func shift(_ scene: Scene, odd: Bool, by way: Point) -> (scene: Scene, glyphs: [Shifted]) {
    var scene = scene
    var count = 0
    var shifted: [Shifted] = []
    for index in scene.pages[0].items.indices {
      let item = scene.pages[0].items[index]
      guard case .text(var runs, let fit) = item.content else { continue }
      for run in runs.indices {
        let glyphs = runs[run].clusters.flatMap(\.glyphs).filter { runs[run].glyphs[$0].advance > 0 }
        for (glyph, cell) in zip(glyphs, runs[run].cells(by: .identity)) {
          count += 1
          guard count % 2 == (odd ? 1 : 0) else { continue }
          runs[run].glyphs[glyph].position = runs[run].glyphs[glyph].position + way
          if cell.text.allSatisfy(\.isWhitespace) { continue }
          shifted.append(Shifted(item: item.id, text: cell.text, center: cell.rect.center))
        }
      }
      scene.pages[0].items[index].content = .text(runs, fit)
    }
    return (scene, shifted)
  }

  @Test(
    "0.1 mm of any single glyph, in any direction, is found: each of them, by itself",
    arguments: Soak.isOn ? certificates : ["certificates/long-uyghur-name"],
    [
      Point(x: Points(mm: 0.1), y: 0), Point(x: Points(mm: -0.1), y: 0), Point(x: 0, y: Points(mm: 0.1)),
      Point(x: 0, y: Points(mm: -0.1)),
    ])
  func anyGlyph(name: String, way: Point) throws {
    for odd in [true, false] {
      // The PNG is of the true scene, the PDF of the shifted one; glyphs are compared one by one, so that each stands for itself.
      var rendering = try rendering(name)
      let (scene, glyphs) = shift(rendering.scene, odd: odd, by: way)
      rendering.pdf = try rendering.layout.paint(scene, as: .pdf)
      let found = try check(rendering).differences.filter { $0.sentence.hasSuffix("of its place in the PDF") }
      let missed = glyphs.filter { glyph in
        !found.contains { difference in
          difference.items == [glyph.item] && difference.sentence.contains(": \(glyph.text) lies ")
            && difference.boxes[0].rect.contains(Rect(origin: glyph.center, size: .zero))
        }
      }
      #expect(missed.isEmpty, "\(missed)")
      #expect(glyphs.count > 90)
    }
  }

  @Test(
    "0.1 mm of anything that is no text is found",
    arguments: ["photo", "verify_url", "seal", "border/band", "border/corners"])
  func anyItem(id: String) throws {
    var rendering = try rendering("certificates/real-record")
    var scene = rendering.scene
    scene.change(id) { item in
      item.content = .group(Group(transform: .translation(Points(mm: 0.1), 0), children: [item]))
    }
    rendering.pdf = try rendering.layout.paint(scene, as: .pdf)
    let found = try check(rendering).differences
    #expect(
      found.contains { $0.items.first == id || $0.items.first?.hasPrefix(id + "/") == true }, "\(found.map(\.sentence))"
    )
  }

  @Test(
    "what one of the two does not draw is found, text and art",
    arguments: ["name", "photo", "verify_url", "seal", "border/rules", "print_date"])
  func lost(id: String) throws {
    var rendering = try rendering("certificates/real-record")
    var scene = rendering.scene
    let index = try #require(scene.pages[0].items.firstIndex { $0.id == id || $0.id.hasSuffix("/" + id) })
    let item = scene.pages[0].items.remove(at: index)
    rendering.pdf = try rendering.layout.paint(scene, as: .pdf)
    let found = try check(rendering).differences
    #expect(
      found.contains { $0.items.first == item.id || $0.items.first?.hasPrefix(item.id + "/") == true },
      "\(found.map(\.sentence))")
  }

  @Test("pages that are lacking, too many or of another size are no agreement")
  func pages() throws {
    var rendering = try rendering("certificates/real-record")
    let page = rendering.scene.pages[0]
    for pages in [
      [page, page], [Page(size: Size(width: 842.89, height: 595.276), area: page.area, items: page.items)],
    ] {
      var scene = rendering.scene
      scene.pages = pages
      rendering.pdf = try rendering.layout.paint(scene, as: .pdf)
      let found = try CrossCheck.differences(of: rendering, geometry: geometry(rendering))
      #expect(found.map(\.id) == ["golden.painters-disagree"])
      #expect(found[0].sentence.contains(pages.count == 2 ? "draws 2 pages" : "another size"))
    }
  }

  @Test("a stream that is no PGM is refused, and one of several pages is all of them")
  func pgm() {
    let page = Array("P5\n2 1\n255\n".utf8) + [255, 0]
    #expect(GreyPage.pages(pgm: page + page)?.map(\.darkness) == [[0, 255], [0, 255]])
    for broken in [
      Array("P6\n1 1\n255\n".utf8) + [1], Array(page.dropLast()), Array("P5\n2 1\n65535\n".utf8) + [0, 0, 0, 0],
      Array("P5\n".utf8),
    ] {
      #expect(GreyPage.pages(pgm: broken) == nil)
    }
  }
}
