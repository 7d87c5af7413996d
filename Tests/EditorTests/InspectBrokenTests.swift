import CertPress
import Foundation
import PressEditor
import PressScene
import TestKit
import Testing

/// While a person types, the picture is of the text before, and the text is in pieces.
@Suite struct InspectBrokenTests {
  @Test func aHalfTypedFileIsInspectedWithoutHarm() throws {
    let folder = try #require(SheetFolder.all.first { $0.testDescription == "certificates/specimen" })
    let sheet = try folder.sheet()
    let bytes = Array(sheet.text.utf8)
    let ids = sheet.inspector.items(page: 0).map(\.id)
    var edited = 0
    for cut in stride(from: 0, to: bytes.count, by: bytes.count / 60) {
      // A hole of some bytes: most of what stands behind it is another element at the same place, or none.
      let text = Array(bytes[..<cut]) + bytes[min(bytes.count, cut + 37)...]
      let inspector = Inspector(LayoutDraft(text, name: "torn.layout"), scene: sheet.scene)
      for item in inspector.items(page: 0) {
        #expect(item.span.range.upperBound <= text.count)
        #expect(item.properties.allSatisfy { ($0.span?.range.upperBound ?? 0) <= text.count })
      }
      for id in ids {
        for handle in [Handle.move, .e, .se, .to] {
          let drag = Drag(item: id, page: 0, handle: handle, dx: 10, dy: 10, scope: .everywhere)
          guard case .edits(let edits, _) = inspector.drag(drag) else { continue }
          edited += 1
          #expect(edits.allSatisfy { $0.span.range.upperBound <= text.count })
        }
      }
    }
    #expect(edited > 100)
  }

  @Test func whatIsNoLayoutHasNoItems() throws {
    let sheet = try MoveSheet("  rectangle { id: a; at: 10mm 10mm; size: 5mm; fill: #cccccc }")
    for text in ["", "certificate", "\u{FEFF}", "}}}}", "text { at: 1mm 1mm }"] {
      let inspector = Inspector(LayoutDraft(Array(text.utf8), name: "none.layout"), scene: sheet.scene)
      #expect(inspector.items(page: 0).isEmpty)
    }
  }
}
