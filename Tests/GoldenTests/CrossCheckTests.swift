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

  static let elements = RepositoryTests.names.filter { $0.hasPrefix("elements/") }

  @Test("both draw each element alike, on each of its pages", arguments: elements)
  func elementsAlike(name: String) throws {
    let rendering = try rendering(name)
    let (checks, obstacles) = try CrossCheck.checks(of: rendering, geometry: geometry(rendering))
    #expect(obstacles == [])
    for check in checks {
      #expect(check.differences.map(\.sentence) == [])
      if Soak.isOn { print(name, check.number, check.extremes) }
    }
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

  /// Things that are pale, fine, turned or cut, in the sheets of single elements.
  static let delicate = [
    ("group/turned", "slanted"), ("group/turned", "outer"), ("group/pale", "pale"), ("group/pale", "faint"),
    ("group/pale", "boxed"), ("shapes/gradients", "across"), ("shapes/gradients", "sun"),
    ("shapes/gradients", "turned"),
    ("security/rosette", "plain"), ("security/band", "level"), ("security/microtext", "along"),
    ("security/microtext", "round"), ("security/watermark", "watermark"), ("image/drawing", "whole"),
    ("image/drawing", "faint"),
    ("image/alpha", "deep"), ("image/alpha", "pale"), ("shapes/dashes", "fine"), ("table/rules", "grid/rules"),
    ("text/vertical", "湖北武汉"),
  ]

  private func find(_ id: String, in name: String, changed: (inout Item) -> Void) throws -> [Difference] {
    var rendering = try rendering("elements/" + name)
    var scene = rendering.scene
    try #require(scene.item(id) != nil)
    scene.change(id, changed)
    rendering.pdf = try rendering.layout.paint(scene, as: .pdf)
    return try CrossCheck.differences(of: rendering, geometry: geometry(rendering)).filter { difference in
      difference.items.contains { $0 == id || $0.hasPrefix(id + "/") }
    }
  }

  @Test("what the PDF lacks is found, however pale, fine or slanted it is", arguments: delicate)
  func lostOfElements(name: String, id: String) throws {
    #expect(try !find(id, in: name) { $0.content = .group(Group(opacity: 0, children: [$0])) }.isEmpty)
  }

  // Pictures whose pixels are larger than that have no edge to compare.
  @Test(
    "what the PDF draws 0.2 mm away is found, however pale, fine or slanted it is",
    arguments: delicate.filter { $0.0 != "image/alpha" })
  func movedInElements(name: String, id: String) throws {
    let way = Transform.translation(Points(mm: 0.2), Points(mm: 0.2))
    #expect(try !find(id, in: name) { $0.content = .group(Group(transform: way, children: [$0])) }.isEmpty)
  }

  @Test("a group that the PDF draws solid is found, and one that it does not cut")
  func coats() throws {
    for (name, id) in [("group/pale", "pale"), ("group/pale", "faint"), ("security/watermark", "watermark")] {
      #expect(try !find(id, in: name) { $0.changeGroup { $0.opacity = 1 } }.isEmpty, "\(id)")
    }
    for id in ["round", "boxed"] {
      #expect(try !find(id, in: "group/pale") { $0.changeGroup { $0.clip = nil } }.isEmpty, "\(id)")
    }
  }

  @Test("a gradient that the PDF draws the other way round, or bold letters that it draws thin, are found")
  func paints() throws {
    let gradient = try find("across", in: "shapes/gradients") { item in
      item.changeShape { shape in
        guard case .linear(let start, let end, let stops)? = shape.fill?.paint else { return }
        shape.fill?.paint = .linear(start: end, end: start, stops: stops)
      }
    }
    #expect(!gradient.isEmpty)
    let bold = try find("name", in: "text/inline") { item in
      guard case .text(var runs, let fit) = item.content else { return }
      for index in runs.indices { runs[index].embolden = 0 }
      item.content = .text(runs, fit)
    }
    #expect(bold.contains { $0.sentence.contains("less ink") }, "\(bold.map(\.sentence))")
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
