import Glibc
import PressScene
import Testing

@testable import PressText

@Suite("Shaping")
struct ShapingTests {
  @Test(
    "姓名： is three glyphs of one em each, in Song, Hei and Kai", arguments: [Fixture.song, Fixture.hei, Fixture.kai])
  func label(family: String) throws {
    let (text, problems) = try Fixture.shape("姓名：", family)
    #expect(problems == [])
    #expect(text.advances == [1, 1, 1])
    #expect(text.faces.map(\.name) == [family])
    #expect(text.clusters.map(\.scalars) == [0..<1, 1..<2, 2..<3])
    #expect(text.clusters.allSatisfy { $0.glyphs.count == 1 && !$0.glyphs[0].ink.isEmpty && !$0.isSpace })
  }

  @Test("a glyph's ink is its outline's box, y down")
  func ink() throws {
    let (text, _) = try Fixture.shape("一")
    let ink = text.clusters[0].glyphs[0].ink
    #expect(
      ink == ShapedText.EmBox(minX: 0.048, minY: -0.514, maxX: 0.959, maxY: -0.398),
      "一 is one stroke above the baseline")
  }

  @Test("numbers are exact font units: digits of Song are 0.471, 0.557 and 0.558 em wide")
  func exactUnits() throws {
    #expect(try Fixture.shape("2021").0.advances == [0.558, 0.557, 0.558, 0.471])
  }

  @Test("Latin letters are kerned: AV is closer than A and V")
  func kerning() throws {
    let pair = try Fixture.shape("AV").0.advances
    let single = try Fixture.shape("A").0.advances[0]
    #expect(pair[0] < single)
    #expect(pair[0] == 0.586)
  }

  @Test("two dashes of Song become one stroke of two em that stands for both characters")
  func ligature() throws {
    let (text, problems) = try Fixture.shape("一——二")
    #expect(problems == [])
    #expect(text.clusters.map(\.scalars) == [0..<1, 1..<3, 3..<4])
    #expect(text.advances == [1, 2, 1])
  }

  @Test("a letter with a combining accent is the accented letter, one cluster of two characters")
  func combining() throws {
    let (decomposed, problems) = try Fixture.shape("ae\u{301}b")
    let (composed, _) = try Fixture.shape("aéb")
    #expect(problems == [])
    #expect(decomposed.clusters.map(\.scalars) == [0..<1, 1..<3, 3..<4])
    #expect(decomposed.clusters.map(\.glyphs) == composed.clusters.map(\.glyphs))
  }

  @Test("characters outside the BMP are one cluster of one scalar each")
  func outsideTheBMP() throws {
    let (text, problems) = try Fixture.shape("张𬭼𠅤", Fixture.song)
    #expect(problems.allSatisfy { if case .missingCharacter = $0 { false } else { true } })
    #expect(text.clusters.map(\.scalars) == [0..<1, 1..<2, 2..<3])
    #expect(text.advances == [1, 1, 1])
  }

  @Test("the empty text has no clusters and no problems")
  func empty() throws {
    let (text, problems) = try Fixture.shape("")
    #expect(text.clusters.isEmpty && problems.isEmpty)
  }

  @Test("an unknown family is told, and the first family stands in")
  func unknownFamily() throws {
    let (text, problems) = try Fixture.shape("姓名", "CertPress Sogn")
    #expect(problems == [.unknownFamily("CertPress Sogn")])
    #expect(text.faces.map(\.name) == [Fixture.song])
  }

  @Test("a shaper gives the same again, cached or not, and a cached text comes back unchanged")
  func cache() throws {
    let shaper = Shaper(try Fixture.library())
    let texts = ["姓名：", "e\u{301}", "é", "AVA 2021", "𠅤"]
    let first = texts.map { shaper.shape($0, family: Fixture.kai, cached: true) }
    for (text, first) in zip(texts, first) {
      for cached in [true, false] {
        let (again, problems) = shaper.shape(text, family: Fixture.kai, cached: cached)
        #expect(again.clusters == first.0.clusters && again.faces == first.0.faces && problems == first.1)
        #expect(again.text.unicodeScalars.elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test("the cache empties itself before it grows past its limit")
  func cacheLimit() throws {
    let shaper = Shaper(try Fixture.library())
    let long = String(repeating: "湖北省", count: ShapingCache.limit / 6)
    for index in 0..<5 { #expect(shaper.shape(long + "\(index)", family: Fixture.song, cached: true).1.isEmpty) }
    #expect(shaper.shape(long + "0", family: Fixture.song, cached: true).0.clusters.count == long.count + 1)
  }

  @Test(
    "10,000 characters take less than 0.2 s, measured with an optimized build in 0.01 s",
    arguments: ["张三李四", "AVAB", "龍䶮A国", "张𠮷三𬺓"])
  func long(pattern: String) throws {
    let shaper = Shaper(try Fixture.library())
    let text = String(repeating: pattern, count: 2500)
    // Processor time, because the other tests run beside this one.
    let start = processorTime()
    let (shaped, _) = shaper.shape(text, family: Fixture.song)
    #expect(processorTime() - start < 0.2)
    #expect(shaped.isWhole && shaped.text == text)
  }

  /// Of this thread, in seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

@Suite("The interpunct of a name")
struct InterpunctTests {
  @Test("stands in the middle of half an em, in every family", arguments: [Fixture.song, Fixture.hei, Fixture.kai])
  func halfEm(family: String) throws {
    let (text, problems) = Shaper(try Fixture.library()).shape("买买提·艾力", family: family)
    let glyph = try #require(text.clusters[3].glyphs.first)
    #expect(problems.isEmpty && glyph.advance == 0.5)
    let middle = glyph.offsetX + (glyph.ink.minX + glyph.ink.maxX) / 2
    #expect(abs(middle - 0.25) < 0.02)
    #expect(text.text == "买买提·艾力")
  }

  @Test("between Latin letters keeps its face's width")
  func latin() throws {
    let (text, _) = Shaper(try Fixture.library()).shape("a·b", family: Fixture.song)
    #expect(text.clusters[1].glyphs[0].advance == 0.327)
  }
}
