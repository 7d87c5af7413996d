import PressMedia
import PressScene
import Testing

@Suite("hostile SVG art")
struct HostileSVGTests {
  private func read(_ text: String) throws -> VectorArt { try SVG.read(Array(text.utf8)) }

  @Test(
    "malformed XML gives expat's sentence and place",
    arguments: [
      ("<svg viewBox='0 0 9 9'>\n <g></svg>", "mismatched tag", 2, 7), ("<svg", "unclosed token", 1, 1),
      ("hello", "syntax error", 1, 1),
      (" ", "no element found", 1, 2), ("<svg viewBox='0 0 9 9' viewBox=''/>", "duplicate attribute", 1, 24),
      ("<svg viewBox='0 0 9 9'><x:y/></svg>", "unbound prefix", 1, 24),
      ("<svg viewBox='0 0 9 9'/><svg/>", "junk after document element", 1, 25),
      ("<svg viewBox='0 0 9 9'>&x;</svg>", "undefined entity", 1, 24),
      ("<?xml version='1.0' encoding='gb2312'?><svg/>", "unknown encoding", 1, 31),
    ])
  func malformed(text: String, reason: String, line: Int, column: Int) {
    let fault = SVGFault(.malformed(reason: reason), at: .init(line: line, column: column))
    #expect(throws: MediaError.svg(fault)) { try read(text) }
  }

  @Test("entities are never expanded: a document type that declares is refused before it does")
  func entities() {
    let laughs = """
      <!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">
      <!ENTITY % d SYSTEM "http://localhost/d.dtd"> %d;]><svg viewBox="0 0 9 9"><title>&b;&c;</title></svg>
      """
    for text in [
      laughs, "<!DOCTYPE svg SYSTEM 'x.dtd'><svg/>", "<!DOCTYPE svg><svg/>", "<!DOCTYPE svg PUBLIC '-//X//' 'x'><svg/>",
    ] {
      let error = #expect(throws: MediaError.self) { try read(text) }
      guard case .svg(let fault) = error, fault.problem == .documentType, fault.place?.line == 1 else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
    }
    let w3c = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
    #expect(throws: Never.self) { try read(w3c + "<svg viewBox='0 0 9 9'><circle r='1'/></svg>") }
    #expect(throws: MediaError.svg(SVGFault(.entity("ns"), at: .init(line: 2, column: 24)))) {
      try read(w3c + "\n<svg viewBox='0 0 9 9'>&ns;</svg>")
    }
    #expect(throws: MediaError.svg(SVGFault(.styleSheet, at: .init(line: 1, column: 1)))) {
      try read("<?xml-stylesheet href='a.css'?><svg viewBox='0 0 9 9'><circle r='1'/></svg>")
    }
  }

  @Test("limits hold, and what is just within them is read")
  func limits() throws {
    #expect(throws: MediaError.emptyPicture) { try SVG.read([]) }
    let large = [UInt8](repeating: 0x20, count: SVG.maximumBytes + 1)
    #expect(throws: MediaError.svg(SVGFault(.tooManyBytes(large.count)))) { try SVG.read(large) }

    func nested(_ count: Int) -> String {
      String(repeating: "<g>", count: count) + "<circle r='1'/>" + String(repeating: "</g>", count: count)
    }
    #expect(throws: Never.self) { try SVGTests.art(nested(SVG.maximumDepth - 2)) }
    for text in [nested(SVG.maximumDepth), "<defs>" + nested(30_000) + "</defs>"] {
      let error = #expect(throws: MediaError.self) { try SVGTests.art(text) }
      guard case .svg(let fault) = error else { continue }
      #expect(fault.problem == .tooDeep)
    }

    let most = "M0 0" + String(repeating: "h1", count: SVG.maximumSegments - 1)
    #expect(
      try SVGTests.shape("<path d='\(most)'/>", root: "viewBox='0 0 1e5 9'").path.segments.count == SVG.maximumSegments)
    for more in [
      "<path d='\(most)h1'/>", "<path d='M0 0\(String(repeating: "a1 1 0 1 1 1 0 ", count: 40_000))'/>",
      "<polyline points='\(String(repeating: "1 1 ", count: SVG.maximumSegments + 1))'/>",
      "<path d='M0 0h90' stroke='red' stroke-dasharray='.0005'/>",
      "<path d='M0 0h90' stroke='red' stroke-dasharray='1e-300'/>",
    ] { #expect(throws: SVGTests.fault(.tooManySegments)) { try SVGTests.art(more) } }
    #expect(throws: SVGTests.fault(.tooManyDashes(100))) {
      try SVGTests.art("<path d='M0 0h90' stroke='red' stroke-dasharray='\(String(repeating: "1 ", count: 101))'/>")
    }
  }

  @Test(
    "what reaches far from the viewBox is refused, by whatever way it got there",
    arguments: [
      "<rect x='10001' width='1' height='1'/>", "<path d='M0 0L1e6 0'/>",
      "<circle r='1' stroke='red' stroke-width='10001'/>",
      "<circle r='1' transform='scale(1e9)'/>", "<path d='M0 0l9e8 0 9e8 0 9e8 0'/>",
    ])
  func farAway(element: String) {
    #expect(throws: SVGTests.fault(.farAway)) { try SVGTests.art(element) }
  }

  @Test("transforms that multiply beyond all numbers are refused, and to nothing draw nothing")
  func extremeTransforms() throws {
    func nested(_ transform: String) -> String {
      String(repeating: "<g transform='\(transform)'>", count: 60) + "<circle r='1' stroke='red'/>"
        + String(repeating: "</g>", count: 60)
    }
    let error = #expect(throws: MediaError.self) { try SVGTests.art(nested("scale(1e9)")) }
    guard case .svg(let fault) = error else { return }
    #expect(fault.problem == .farAway)
    #expect(throws: MediaError.svg(SVGFault(.empty))) { try SVGTests.art(nested("scale(1e-9)")) }
  }

  /// Whatever is read can be drawn: finite, within reach, of positive widths.
  private func isSound(_ art: VectorArt) -> Bool {
    let reach = max(art.size.width, art.size.height) * 100
    return art.size.width > 0 && art.size.height > 0 && !art.shapes.isEmpty
      && art.shapes.allSatisfy { isSound($0, reach: reach) }
  }

  private func isSound(_ shape: Shape, reach: Points) -> Bool {
    let box = shape.path.controlBox
    guard [box.x, box.y, box.maxX, box.maxY].allSatisfy({ Points($0.value.magnitude) <= reach }) else { return false }
    guard shape.opacity > 0, shape.opacity <= 1, case .move = shape.path.segments.first else { return false }
    guard let stroke = shape.stroke else { return shape.fill != nil }
    return stroke.width > 0 && stroke.width <= reach && stroke.miterLimit >= 1 && stroke.dashOffset >= 0
      && (stroke.dash.isEmpty || stroke.dash.reduce(Points.zero, +) > 0)
  }

  @Test("whatever bytes are changed, art is read or refused", arguments: ["emblem", "laurel", "features"])
  func changedBytes(name: String) throws {
    let bytes = try Fixture.bytes("art/\(name).svg")
    var dice = Dice(state: 1999)
    var accepted = 0
    for _ in 0..<1_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        changed[Int.random(in: changed.indices, using: &dice)] =
          Bool.random(using: &dice)
          ? UInt8.random(in: 0...255, using: &dice)
          : Array("0123456789.-+eMmZzAaCcLl<>/\"' ;:#%()".utf8).randomElement(using: &dice) ?? 0
      }
      guard let art = try? SVG.read(changed) else { continue }
      accepted += 1
      #expect(isSound(art))
    }
    #expect(accepted > 0 && accepted < 1_000)
  }

  @Test(
    "whatever is cut, doubled or put elsewhere, art is read or refused", arguments: ["emblem", "laurel", "features"])
  func shuffled(name: String) throws {
    let bytes = try Fixture.bytes("art/\(name).svg")
    var dice = Dice(state: 2001)
    for _ in 0..<500 {
      var changed = bytes
      let start = Int.random(in: changed.indices, using: &dice)
      let piece = Array(changed[start..<min(changed.count, start + Int.random(in: 1...60, using: &dice))])
      if Bool.random(using: &dice) { changed.removeSubrange(start..<start + piece.count) }
      if Bool.random(using: &dice) {
        changed.insert(contentsOf: piece, at: Int.random(in: 0...changed.count, using: &dice))
      }
      if let art = try? SVG.read(changed) { #expect(isSound(art)) }
    }
    for length in stride(from: 1, to: bytes.count - 8, by: 41) {
      #expect(throws: MediaError.self) { try SVG.read(Array(bytes.prefix(length))) }
    }
  }

  @Test("attributes made of SVG's own words are read or refused")
  func babble() {
    let words = [
      "M", "m", "a", "A", "c", "S", "q", "T", "z", "h", "V", "0", "1", "-1", "1e9", "-1e9", "1e-300", ".", ",", " ",
      "1 1", "0 0 1 5 5", "%",
      "rotate(", "scale(", "matrix(", "skewX(89.9999999", ")", "none", "inherit", "#", "rgb(", "px", "url(#a)", "nan",
      "inf", "9999999", "é",
    ]
    let names = [
      "d", "transform", "points", "stroke-dasharray", "stroke-width", "fill", "opacity", "r", "width", "rx", "style",
      "viewBox",
    ]
    var dice = Dice(state: 7)
    func babble() -> String {
      (0..<Int.random(in: 0...12, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined(
        separator: Bool.random(using: &dice) ? " " : "")
    }
    var accepted = 0
    for _ in 0..<8_000 {
      let element = ["path", "rect", "circle", "polygon", "ellipse"].randomElement(using: &dice) ?? ""
      var attributes = [
        "d": "M1 1h5v5", "points": "1 1 5 5 5 1", "r": "5", "rx": "3", "width": "9", "height": "9", "stroke": "red",
      ]
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        attributes[names.randomElement(using: &dice) ?? ""] = babble()
      }
      let text = attributes.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
      guard let art = try? SVGTests.art("<\(element) \(text)/>") else { continue }
      accepted += 1
      #expect(isSound(art))
    }
    #expect(accepted > 100)
  }
}
