import CertPress
import Foundation
import PressScene
import TestKit
import Testing

@testable import PressGolden

/// The SVG of a scene against its PNG: other people's programs draw the one, we draw the other.
@Suite("SVG")
struct SVGTests {
  static let looked = Soak.isOn ? PainterAgreementTests.names : PainterAgreementTests.looked.sorted()

  /// Of 255, for a window of 1 mm. librsvg rounds once more than we do: 9.8 at most was measured; an item that lies 0.1 mm elsewhere is
  /// above 40.
  private static let bound = 20.0
  private static let dpi = 254.0

  private func rendering(_ name: String) throws -> Rendering {
    let harness = try RepositoryTests.harness.get()
    return try Rendering(try #require(harness.folder.cases.first { $0.name == name }), press: harness.press)
  }

  /// As librsvg draws it.
  private func drawn(_ svg: String) throws -> DrawnPage {
    let folder = try TemporaryFolder()
    let file = try folder.write(Data(svg.utf8), as: "file.svg")
    let result = try Tool.run(
      "rsvg-convert", "--dpi-x", "\(Self.dpi)", "--dpi-y", "\(Self.dpi)", "--unlimited", "-b", "white", file)
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    return try DrawnPage(Raster(png: Array(result.output)))
  }

  private func worst(_ scene: Scene, _ layout: Layout, page: Int, of other: Scene? = nil) throws -> (
    level: Double, x: Double, y: Double
  ) {
    let svg = try layout.svg(scene, page: page).text
    let png = try layout.paint(other ?? scene, as: .png(dpi: Self.dpi), page: page)
    return Agreement.worst(
      of: try drawn(svg), with: try DrawnPage(Raster(png: png)), dpi: Self.dpi, size: scene.sizes[page])
  }

  @Test("looks as the PNG does, page by page", arguments: looked)
  func looks(name: String) throws {
    let rendering = try rendering(name)
    for page in rendering.scene.pages.indices {
      let worst = try worst(rendering.scene, rendering.layout, page: page)
      print("svg", name, page + 1, (worst.level * 10).rounded() / 10, worst.x, worst.y)
      #expect(worst.level < Self.bound, "page \(page + 1), \(worst.x) mm across, \(worst.y) mm down: \(worst.level)")
    }
  }

  @Test("an item that stands 0.1 mm elsewhere is seen to", arguments: ["title", "name", "photo", "verify_url"])
  func shifted(part: String) throws {
    let rendering = try rendering("certificates/specimen")
    var scene = rendering.scene
    let index = try #require(
      scene.pages[0].items.firstIndex { item in
        part == "title" ? item.role == .heading : item.id.split(separator: "/").last == Substring(part)
      })
    scene.pages[0].items[index] = scene.pages[0].items[index].moved(by: Point(x: Points(mm: 0.1), y: 0))
    let worst = try worst(scene, rendering.layout, page: 0, of: rendering.scene)
    #expect(worst.level > Self.bound, "\(worst.level)")
  }

  @Test("Chromium's own boxes of the items are the scene's", arguments: ["certificates/specimen"])
  func boxes(name: String) throws {
    let rendering = try rendering(name)
    let folder = try TemporaryFolder()
    let file = try folder.write(Data(try rendering.layout.svg(rendering.scene).text.utf8), as: "file.svg")
    let browser = try Browser()
    try browser.open(URL(filePath: file))
    let json = try browser.run(
      """
      return JSON.stringify(Object.fromEntries([...document.querySelectorAll('svg > g')].map((g) => {
        const { x, y, width, height } = g.getBBox();
        return [g.id, [x, y, x + width, y + height]];
      })))
      """)
    let boxes = try JSONDecoder().decode([String: [Double]].self, from: Data(json.utf8))
    #expect(boxes.count == rendering.scene.pages[0].items.count)
    for item in rendering.scene.pages[0].items {
      let box = try #require(boxes[item.id], "\(item.id)")
      guard case .text(let runs, _) = item.content, runs.contains(where: { !$0.glyphs.isEmpty }) else { continue }
      // The outlines' own extremes; the scene's ink is never smaller than they are.
      let ink = item.inkBox
      for (theirs, ours) in zip(box, [ink.x, ink.y, ink.maxX, ink.maxY]) {
        #expect(abs(theirs - ours.value) < 0.06, "\(item.id): \(box) \(ink)")
      }
    }
    #expect(try browser.console() == [])
    try browser.close()
  }

  @Test("is sound XML with each id once, the same bytes twice, and asks for nothing from outside", arguments: looked)
  func sound(name: String) throws {
    let rendering = try rendering(name)
    for page in rendering.scene.pages.indices {
      let svg = try rendering.layout.svg(rendering.scene, page: page).text
      #expect(try rendering.layout.svg(rendering.scene, page: page).text == svg)
      let ids = svg.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      let places = svg.matches(of: #/(?:xlink:href="|url\()(\#|data:)?([^")]*)/#)
      for place in places {
        #expect(place.1 != nil, "\(place.0.prefix(60))")
        if place.1 == "#" { #expect(ids.contains(String(place.2)), "\(place.2)") }
      }
      #expect(XMLWellFormed.parses(svg))
    }
  }

  @Test("what a text says is told and is no markup")
  func hostile() throws {
    let press = try Press(fonts: Repository.fonts)
    let layout = try press.layout(
      Array(
        """
        certificate "x" {
          page 180mm x 30mm
          font song "CertPress Song"
          data { name text "姓名" { max: 90 } }
          text "{name}" { font: song 9pt; at: 2mm 5mm }
          text "another" { id: another; font: song 9pt; at: 2mm 15mm }
        }
        """.utf8), name: "x")
    func page(_ name: String) throws -> SVGPage {
      let json = try JSONSerialization.data(withJSONObject: ["name": name])
      return try layout.svg(layout.scene(for: layout.record(json: Array(json), name: "record")).scene)
    }
    let hostile = #"]]><script>alert(1)</script><g id="another"/>&amp;" onload='x'"#
    let svg = try page(hostile)
    #expect(XMLWellFormed.parses(svg.text))
    #expect(!svg.text.contains("<script") && !svg.text.contains("]]>"))
    #expect(svg.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    // Another value changes its own item and leaves the rest as it is.
    let other = try page("甲")
    #expect(svg.items.map(\.id) == other.items.map(\.id))
    for (one, two) in zip(svg.items, other.items) { #expect((one == two) == (one.id == "another"), "\(one.id)") }
    for part in other.definitions {
      if let same = svg.definitions.first(where: { $0.id == part.id }) { #expect(same == part) }
    }
  }
}

extension DrawnPage {
  fileprivate init(_ raster: Raster) {
    self.init(
      width: raster.width, height: raster.height,
      channels: raster.pixels.flatMap {
        [UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
      })
  }
}

private enum XMLWellFormed {
  static func parses(_ text: String) -> Bool {
    guard let folder = try? TemporaryFolder(), let file = try? folder.write(Data(text.utf8), as: "file.svg"),
      let result = try? Tool.run(
        "python3", "-c", "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])", file)
    else { return false }
    return result.status == 0
  }
}
