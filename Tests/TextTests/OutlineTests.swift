import PressScene
import Testing

@testable import PressText

@Suite("Outlines")
struct OutlineTests {
  @Test("a glyph's outline is closed cubic contours in em, y down, around the ink that shaping tells")
  func outline() throws {
    let shaper = Shaper(try Fixture.library())
    for family in [Fixture.song, Fixture.hei, Fixture.kai] {
      for character in ["一", "国", "g", "䶮", "A"] {
        let (text, _) = shaper.shape(character, family: family)
        let glyph = try #require(text.clusters.first?.glyphs.first)
        let path = try #require(shaper.outline(of: glyph.id, in: text.faces[text.clusters[0].face]))
        #expect(path.segments.last == .close)
        let moves = path.segments.count { if case .move = $0 { true } else { false } }
        #expect(moves > 0 && moves == path.segments.count { $0 == .close })
        let box = path.controlBox
        let tolerance = 0.001
        #expect(box.x.value <= glyph.ink.minX + tolerance && box.maxX.value >= glyph.ink.maxX - tolerance)
        #expect(box.y.value <= glyph.ink.minY + tolerance && box.maxY.value >= glyph.ink.maxY - tolerance)
        #expect(box.width.value < glyph.ink.maxX - glyph.ink.minX + 0.1, "the outline is the glyph's, not the page's")
      }
    }
  }

  @Test("a space has an empty outline")
  func space() throws {
    let shaper = Shaper(try Fixture.library())
    let (text, _) = shaper.shape(" ", family: Fixture.song)
    #expect(shaper.outline(of: text.clusters[0].glyphs[0].id, in: text.faces[0]) == Path())
  }

  @Test("an unknown face or glyph has no outline")
  func unknown() throws {
    let library = try Fixture.library()
    let shaper = Shaper(library)
    #expect(shaper.outline(of: 1, in: FaceID(name: "CertPress Song", digest: "00")) == nil)
    #expect(shaper.outline(of: 65535, in: library.files[0].face) == nil)
  }
}
