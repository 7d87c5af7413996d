import CertPress
import PressEditor
import PressScene
import TestKit
import Testing

/// Drag upon drag, as a designer's afternoon goes.
@Suite struct MoveWalkTests {
  @Test("after any drags a layout is still one", arguments: SheetFolder.all)
  func walk(_ folder: SheetFolder) throws {
    var sheet = try folder.sheet()
    var dice = Dice(state: 7)
    var count = 0
    for _ in 0..<(Soak.isOn ? 400 : 40) {
      let page = dice.below(sheet.scene.pages.count)
      let items = sheet.inspector.items(page: page).filter { !$0.handles.isEmpty }
      guard !items.isEmpty else { return }
      let item = items[dice.below(items.count)]
      let handle = item.handles[dice.below(item.handles.count)]
      let (dx, dy) = (Double(dice.below(161) - 80) / 10, Double(dice.below(161) - 80) / 10)
      let scope: Drag.Scope = dice.below(2) == 0 ? .here : .everywhere
      guard case .edits(let edits, _) = sheet.drag(item.id, handle, dx, dy, scope, page: page) else { continue }
      sheet = try sheet.applying(edits)
      count += 1
    }
    #expect(count > 5)
  }
}

private struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
