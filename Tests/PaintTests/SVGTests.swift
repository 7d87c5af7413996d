import CertPress
import Foundation
import FoundationXML
import PressPaint
import PressScene
import TestKit
import Testing

@Suite("SVG")
struct SVGTests {
  /// Every element's start as expat reads it: name and attributes.
  private func elements(_ text: String) throws -> [(name: String, attributes: [String: String])] {
    let reader = Elements()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.found
  }

  @Test("it is well-formed, its ids are unique, all that is called is there", arguments: SheetScene.all)
  func soundness(sheet: SheetScene) throws {
    let scene = try sheet.make()
    let painter = try Fixture.painter()
    for page in scene.pages.indices {
      let svg = try painter.svg(scene, page: page)
      let elements = try elements(svg.text)
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      #expect(svg.items.map(\.id) == scene.pages[page].items.map(\.id))
      for part in svg.definitions + svg.items { #expect(try self.elements(part.text)[0].attributes["id"] == part.id) }
      let called = svg.text.matches(of: /(?:href="#|url\(#)([^")]+)[")]/).map { String($0.1) }
      #expect(!called.isEmpty && Set(called).isSubset(of: ids))
      #expect(Set(svg.definitions.map(\.id)).isSubset(of: called), "nothing is defined in vain")
      #expect(svg.text.hasSuffix("</svg>\n"))
    }
  }

  @Test("the same scene gives the same text, whatever was painted before")
  func sameText() throws {
    let painter = try Fixture.painter()
    for sheet in SheetScene.all {
      let scene = try sheet.make()
      let first = try painter.svg(scene).text
      #expect(try first == painter.svg(scene).text && first == Fixture.painter().svg(scene).text)
    }
  }

  @Test("what one field changes, changes the items that hang on it and no other part")
  func oneEdit() throws {
    let layout = try SheetScene.specimen.layout()
    let record = try String(decoding: SheetScene.specimen.record(), as: UTF8.self)
    let changed = record.replacing("示例", with: "曹𬱖")
    try #require(changed != record)
    let painter = try Fixture.painter()
    let scenes = try [record, changed].map { try SheetScene.specimen.scene(of: layout, Array($0.utf8)) }
    let (before, after) = (try painter.svg(scenes[0]), try painter.svg(scenes[1]))
    let touched = zip(before.items, after.items).filter { $0 != $1 }.map(\.0.id)
    #expect(touched == scenes[0].pages[0].items.filter { $0.fields.contains("name") }.map(\.id))
    #expect(touched.count == 1)
    let known = Dictionary(uniqueKeysWithValues: before.definitions.map { ($0.id, $0.text) })
    for part in after.definitions { #expect(known[part.id] == nil || known[part.id] == part.text) }
    #expect(after.definitions.count { known[$0.id] == nil } == 2, "曹 and 𬱖")
  }

  @Test(
    "a hostile text stays text",
    arguments: ["]]>", "<script>alert(1)</script>", "\"' onload=\"x", "&amp;&#0;", "a\tb\nc", "\u{1}\u{FFFE}", "-->"])
  func hostileText(text: String) throws {
    var item = Fixture.text(try Fixture.runs("甲", Fixture.song, at: Point(x: 10, y: 40)))
    item.id = "甲/" + text
    item.role = .figure(alternative: text)
    item.readingOrder = 0
    let scene = Fixture.scene([item], document: DocumentInfo(title: text, language: "zh\"><x>"))
    let svg = try Fixture.painter().svg(scene)
    let elements = try elements(svg.text)
    #expect(elements.map(\.name) == ["svg", "title", "defs", "path", "rect", "g", "g", "use"])
    let shown = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value == 1 || $0.value == 0xFFFE ? Unicode.Scalar(0xFFFD)! : $0 }))
    #expect(elements[5].attributes["id"] == "甲/" + shown)
    #expect(elements[5].attributes["aria-label"] == shown)
    #expect(elements[5].attributes.keys.sorted() == ["aria-label", "id", "role"])
  }

  @Test("texts and figures say what they are, decoration says nothing")
  func words() throws {
    let scene = try SheetScene.specimen.make()
    let elements = try elements(Fixture.painter().svg(scene).text)
    let spoken = Set(elements.compactMap { $0.attributes["aria-label"] })
    for item in scene.pages[0].reading {
      switch item.role {
      case .figure(let alternative): #expect(spoken.contains(alternative))
      default:
        guard case .text(let runs, _) = item.content else { continue }
        #expect(spoken.contains(runs.map(\.text).joined()))
      }
    }
    #expect(elements.contains { $0.attributes["aria-hidden"] == "true" })
  }

  @Test("a picture's bytes are in it as they are, once")
  func picture() throws {
    let picture = try Fixture.picture("photos/000.jpg")
    let items = [10, 60].map { Fixture.place(picture, in: Rect(x: $0, y: 10, width: 10, height: 14)) }
    let text = try Fixture.painter().svg(Fixture.scene(items)).text
    let data = text.matches(of: /data:image\/jpeg;base64,([^"]*)"/)
    #expect(data.count == 1)
    #expect(try Data(base64Encoded: String(#require(data.first).1)).map { [UInt8]($0) } == picture.bytes)
    #expect(text.matches(of: /<use href="#p/).count == 2)
  }

  @Test("a QR code is read")
  func code() throws {
    let scene = Fixture.scene([
      try Fixture.code("https://example.org/7", frame: Rect(x: 8, y: 8, width: 56, height: 56))
    ])
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(Fixture.painter().svg(scene).text.utf8), as: "code.svg")
    let png = folder.url.appending(path: "code.png").path
    let result = try Tool.run("rsvg-convert", ["--dpi-x=200", "--dpi-y=200", path, "-o", png])
    try #require(result.status == 0, "\(result.complaint)")
    #expect(try Tool.scan(png: folder.read("code.png")) == "https://example.org/7")
  }
}

private final class Elements: NSObject, XMLParserDelegate {
  var found: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    found.append((name, attributes))
  }
}
