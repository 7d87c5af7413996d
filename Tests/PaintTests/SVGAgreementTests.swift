import Foundation
import PressPaint
import PressScene
import TestKit
import Testing

@Suite("An SVG is drawn as our PNG is", .serialized)
struct SVGAgreementTests {
  /// Scenes that need bounds of their own, and why.
  private static let bounds: [String: (bound: Double, why: String)] = [
    "a code, upright and turned": (
      80, "modules have hard edges in an SVG, so that they are whole pixels; turned ones are stairs"
    ),
    "groups in groups: turned, cut, pale": (30, "librsvg softens a turned clip's edge once more"),
    "empty texts, texts without ink, characters apart": (
      30, "two thin characters alone; why they differ more than others is not known"
    ),
  ]

  @Test("by librsvg: what no layout draws", arguments: HandScene.all)
  func hand(hand: HandScene) throws {
    let scene = try hand.make()
    let painter = try Fixture.painter()
    for page in scene.pages.indices {
      let worst = try SVGEye.worst(of: scene, against: scene, page: page, painter: painter)
      let bound = Self.bounds[hand.testDescription]?.bound ?? SVGEye.bound
      #expect(worst.level < bound, "page \(page + 1): \(worst)")
      if Soak.isOn { print("svg", hand.testDescription, page + 1, (worst.level * 100).rounded() / 100) }
    }
  }

  // MARK: The bound would tell

  /// 0.2 mm.
  private static let shift = Points(mm: 0.2)

  @Test("an item that lies 0.2 mm elsewhere is seen, whatever it is")
  func shiftedItem() throws {
    let scene = try SheetScene.specimen.make()
    let painter = try Fixture.painter()
    var seen: Set<String> = []
    for index in scene.pages[0].items.indices {
      let item = scene.pages[0].items[index]
      // One of each kind, and of the texts those of each size.
      guard seen.insert(item.kind).inserted else { continue }
      for (dx, dy) in [(Self.shift, Points.zero), (.zero, Self.shift)] {
        // What runs along a shift looks as before: a level line moved to the side.
        guard item.inkBox.width.value > 2, item.inkBox.height.value > 2 else { continue }
        var moved = scene
        moved.pages[0].items[index].content = .group(Group(transform: .translation(dx, dy), children: [item]))
        let worst = try SVGEye.worst(of: moved, against: scene, painter: painter)
        if Soak.isOn { print("moved", item.id, worst.level) }
        #expect(worst.level > SVGEye.bound, "\(item.id) by \(dx) \(dy): \(worst)")
      }
    }
    #expect(seen.count > 6, "\(seen)")
  }

  @Test("a glyph that lies 0.2 mm elsewhere is seen")
  func shiftedGlyph() throws {
    let scene = try SheetScene.specimen.make()
    let painter = try Fixture.painter()
    var count = 0
    for (index, item) in scene.pages[0].items.enumerated() {
      guard case .text(var runs, let fit) = item.content, let last = runs[0].glyphs.indices.last, last > 0 else {
        continue
      }
      count += 1
      guard count % 6 == 0 else { continue }
      runs[0].glyphs[last].position.x = runs[0].glyphs[last].position.x + Self.shift
      var moved = scene
      moved.pages[0].items[index].content = .text(runs, fit)
      let worst = try SVGEye.worst(of: moved, against: scene, painter: painter)
      if Soak.isOn { print("moved", item.id, worst.level) }
      #expect(worst.level > SVGEye.bound, "\(item.id): \(worst)")
    }
    #expect(count > 12)
  }
}

extension Item {
  fileprivate var kind: String {
    switch content {
    case .text(_, let fit): "text \(fit.usedSize)"
    case .shapes: "shapes"
    case .picture: "picture"
    case .code: "code"
    case .pattern: "pattern"
    case .group(let group): "group \(group.purpose)"
    }
  }
}
