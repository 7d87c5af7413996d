import PressScene
import TestKit
import Testing

@testable import PressText

@Suite("Texts that are to stand on one line")
struct OneLineTests {
  /// Without the places where lines may break.
  private func onOneLine(_ text: ShapedText) -> ShapedText {
    var text = text
    for index in text.clusters.indices { text.clusters[index].breakBefore = .none }
    return text
  }

  private func differs(_ text: String, in family: String, _ shaper: Shaper) -> Bool {
    let (whole, problems) = shaper.shape(text, family: family)
    let (line, lineProblems) = shaper.shape(text, family: family, breaks: false)
    guard problems == lineProblems, whole.text.utf8.elementsEqual(line.text.utf8), whole.faces == line.faces else {
      return true
    }
    // Where some character is no common one, it is told all the same.
    return line.clusters != whole.clusters && line.clusters != onOneLine(whole).clusters
  }

  @Test("they get the glyphs, the spaces and the problems of any other text: random characters of all kinds")
  func random() throws {
    let library = try Fixture.library()
    let shaper = Shaper(library)
    var generator = Mixer(state: 3)
    let kinds: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF60, 0x3400...0x4DBF, 0x20000...0x20100,
      0xA0...0xFF, 0x2010...0x2027, 0x300...0x310, 0x2000...0x200A,
    ]
    for number in 0..<(Soak.isOn ? 50_000 : 4_000) {
      var text = String.UnicodeScalarView()
      // Mostly of a few kinds, so that some texts are common through and through.
      let some = kinds.prefix(Int.random(in: 1...kinds.count, using: &generator))
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let kind = some.randomElement(using: &generator) ?? kinds[0]
        if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &generator)) { text.append(scalar) }
      }
      let family = library.families[number % library.families.count].name
      #expect(!differs(String(text), in: family, shaper), "\(text.map(\.value)) in \(family)")
    }
  }

  @Test("so do marks among Han, quotes, names with an interpunct, and rare characters")
  func chosen() throws {
    let library = try Fixture.library()
    let shaper = Shaper(library)
    let texts = [
      "", " ", "买买提·艾力", "“章”", "\"x\"", "say “x”", "（二）", "鄂职改办〔2022〕43号", "使用场景: 本人　有效期", "曹𬱖", "䶮", "A V",
      "AV To", "fi", "甲 ", "2022-07", "—", "……", "é", "e\u{301}", "\u{4DAE}",
    ]
    for text in texts {
      for family in library.families { #expect(!differs(text, in: family.name, shaper), "\(text) in \(family.name)") }
    }
  }

  @Test("the places where lines may break are not looked for")
  func unbroken() throws {
    let shaper = Shaper(try Fixture.library())
    let text = "湖北省人力资源和社会保障厅"
    #expect(shaper.shape(text, family: Fixture.song).0.breaks.contains(.allowed))
    #expect(!shaper.shape(text, family: Fixture.song, breaks: false).0.breaks.contains(.allowed))
  }
}

/// The same numbers everywhere.
private struct Mixer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
