import CertPress
import Testing

@Suite("Drawings and paths")
struct DrawingTests {
  @Test("a drawing stands in the middle of its box, cut off at its edge, and is read as one figure")
  func drawing() throws {
    let sheet = try Composed(
      """
      image "emblem.svg" { id: all; at: 10mm 10mm; size: 40mm x 20mm; alt: "徽" }
      image "emblem.svg" { id: cut; at: 55mm 10mm; size: 40mm x 20mm; alt: "徽"; fit: cover }
      """)
    #expect(sheet.errors == [])
    let (all, cut) = (try sheet.item("all"), try sheet.item("cut"))
    #expect(all.role == .figure(alternative: "徽") && all.readingOrder == 0)
    #expect(near(all.inkBox.center.x, mm(30)) && near(all.inkBox.center.y, mm(20)) && near(all.inkBox.height, mm(20)))
    #expect(near(cut.inkBox.width, mm(40)) && near(cut.inkBox.height, mm(20)))
    guard case .group(let group) = cut.content, let art = group.children.first, case .shapes(let shapes) = art.content
    else { throw Missing() }
    #expect(art.id == "cut/art" && !shapes.isEmpty && group.clip?.controlBox.onGrid == cut.inkBox)
  }

  @Test("a path is as large as it reaches from where it stands, in millimetres")
  func path() throws {
    let sheet = try Composed(
      """
      path "M 5 5 L 15 5 L 15 9 Z" { id: p; at: 10mm 10mm; stroke: 1pt #000000 }
      rectangle { id: r; at: right of p below p; size: 5mm x 5mm; fill: #888888 }
      """)
    let item = try sheet.item("p")
    #expect(near(item.box.x, mm(10)) && near(item.box.width, mm(15)) && near(item.box.height, mm(9)))
    #expect(
      item.inkBox.contains(Rect(x: mm(15), y: mm(15), width: mm(10), height: mm(4)).insetBy(-0.5), tolerance: 0.002))
    #expect(try near(sheet.box("r").x, mm(25)))
  }

  @Test("an ellipse fills its box")
  func ellipse() throws {
    let sheet = try Composed("ellipse { id: e; center: 50mm 40mm; size: 30mm x 20mm; stroke: 1pt #000000 }")
    let item = try sheet.item("e")
    guard case .shapes(let shapes) = item.content, let path = shapes.first?.path else { throw Missing() }
    #expect(
      near(path.controlBox.x, mm(35)) && near(path.controlBox.width, mm(30)) && near(path.controlBox.height, mm(20)))
    #expect(near(item.inkBox.width, mm(30) + 1))
  }
}
