import CertPress
import Testing

@Suite("Security art on the page")
struct SecurityArtTests {
  private func stamps(_ sheet: Composed, _ id: String = "w") throws -> [Rect] {
    guard case .group(let layer) = try sheet.item(id).content,
      case .pattern(let pattern)? = layer.children.first?.content,
      let cell = pattern.cell.first?.path.controlBox
    else { throw Missing() }
    return pattern.places.map { $0.then(layer.transform)(cell) }
  }

  @Test("a watermark covers the area in a pale layer, and no stamp lies in a code's quiet zone")
  func watermark() throws {
    let mark = "watermark \"样\" { id: w; font: hei 9pt; gap: 1mm; opacity: 0.2; rotate: 0 }"
    let bare = try Composed(mark)
    let coded = try Composed(mark + "\nqr \"https://example.cn\" { id: q; at: 40mm 30mm; size: 20mm; alt: \"码\" }")
    #expect(coded.errors == [] && bare.errors == [])
    guard case .group(let layer) = try coded.item("w").content else { throw Missing() }
    #expect(layer.opacity == 0.2 && layer.clip != nil)
    guard case .code(let code) = try coded.item("q").content else { throw Missing() }
    let module = code.frame.width / Double(code.matrix.size)
    let zone = code.frame.insetBy(module * -4)
    func touches(_ stamp: Rect) -> Bool { !stamp.intersection(zone).isEmpty }
    #expect(try stamps(bare).contains(where: touches))
    #expect(try !stamps(coded).contains(where: touches))
    // Nothing else is taken away.
    #expect(try stamps(coded).count == stamps(bare).count { !touches($0) })
    #expect(try coded.item("w").role == .artifact)
  }

  @Test("a code in a turned group keeps its stamps away, and so does one beside a watermark in a group")
  func watermarkAndGroups() throws {
    let mark = "watermark \"样\" { id: w; font: hei 9pt; gap: 1mm; rotate: 0 }"
    let code = "qr \"https://example.cn\" { id: q; at: 0 0; size: 20mm; alt: \"码\" }"
    let turned = try Composed("\(mark)\ngroup { id: g; at: 40mm 30mm; size: 20mm x 20mm; rotate: 45; \(code) }")
    let square = Rect(x: mm(38), y: mm(28), width: mm(24), height: mm(24))
    #expect(try !stamps(turned).contains { !$0.intersection(square).isEmpty })
    let pale = try Composed(
      "group { id: p; at: 0 0; size: 100mm x 80mm; opacity: 0.5; \(mark) }\nqr \"https://example.cn\" { id: q; at: 40mm 30mm; size: 20mm; alt: \"码\" }"
    )
    guard case .group(let group) = try pale.item("p").content, case .group(let layer)? = group.children.first?.content,
      case .pattern(let pattern)? = layer.children.first?.content, let cell = pattern.cell.first?.path.controlBox
    else { throw Missing() }
    let inner = Rect(x: mm(40), y: mm(30), width: mm(20), height: mm(20))
    #expect(
      !pattern.places.contains { !$0.then(layer.transform).then(group.transform)(cell).intersection(inner).isEmpty })
  }

  @Test("a microtext goes along its line a whole number of times, none of it as text")
  func microtext() throws {
    let sheet = try Composed(
      "microtext \"湖北省职称\" { id: m; from: 10mm 40mm; to: 90mm 40mm; font: song 1.5pt }")
    guard case .group(let group) = try sheet.item("m").content else { throw Missing() }
    let counts = group.children.map { item -> Int in
      if case .pattern(let pattern) = item.content { pattern.places.count } else { 0 }
    }
    #expect(counts.count == 5 && Set(counts).count == 1)
    // 80 mm by five characters and half an em each.
    #expect(counts[0] == Int(mm(80).value / (1.5 * 5.5)) && sheet.errors == [])
    #expect(sheet.texts() == [])
  }

  @Test("a microtext that is longer than its line is told, and so is a seal's line that runs over its ring")
  func tooLong() throws {
    let text = String(repeating: "湖北省职称", count: 40)
    let micro = try Composed("microtext \"\(text)\" { from: 10mm 40mm; to: 40mm 40mm; font: song 1.5pt }")
    #expect(micro.errors == ["layout.text-overflow"])
    let seal = try Composed(
      "seal \"湖北省\" { id: s; center: 50mm 40mm; diameter: 30mm; font: song; bottom: \"湖北省职称改革工作领导小组办公室\" }")
    #expect(seal.errors == ["layout.seal-crowded"])
    #expect(
      try Composed("seal \"湖北省\" { id: s; center: 50mm 40mm; diameter: 30mm; font: song; bottom: \"专用章\" }").errors
        == [])
  }

  @Test("guilloches fill their boxes, the same for the same seed")
  func guilloche() throws {
    func rosette(_ seed: Int) throws -> Composed {
      try Composed("guilloche rosette { id: g; center: 50mm 40mm; diameter: 30mm; seed: \(seed) }")
    }
    let one = try rosette(7)
    #expect(try near(one.box("g").x, mm(35)) && near(one.box("g").maxY, mm(55)))
    guard case .pattern(let first) = try one.item("g").content,
      case .pattern(let same) = try rosette(7).item("g").content,
      case .pattern(let other) = try rosette(8).item("g").content
    else { throw Missing() }
    #expect(first == same && first != other)
    let ink = first.cell.reduce(Rect.zero) { $0.union(first.places[0]($1.path.controlBox)) }
    #expect(try one.box("g").insetBy(-1).contains(ink))
    let band = try Composed("guilloche band { id: b; from: 10mm 20mm; to: 90mm 20mm; height: 8mm }")
    #expect(try near(band.box("b").y, mm(16)) && near(band.box("b").width, mm(80)))
  }
}
