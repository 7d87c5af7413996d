import PressScene
import Testing

@testable import PressText

@Suite("Line breaks")
struct LineBreakTests {
  /// The text with `|` where a line may begin and `¶` where one must.
  private func marked(_ text: String) throws -> String {
    let (shaped, problems) = try Fixture.shape(text)
    #expect(problems == [])
    let scalars = Array(text.unicodeScalars)
    return shaped.clusters.map { cluster in
      let mark =
        switch cluster.breakBefore {
        case .none: ""
        case .allowed: "|"
        case .mandatory: "¶"
        }
      return mark + cluster.scalars.map { scalars[$0] == "\n" ? "↵" : String(scalars[$0]) }.joined()
    }.joined()
  }

  @Test("a line may begin before any Han character")
  func han() throws { #expect(try marked("湖北省") == "湖|北|省") }

  @Test("closing marks never begin a line, opening marks never end one (kinsoku)")
  func kinsoku() throws {
    #expect(try marked("甲，乙。（丙）、《丁》！") == "甲，|乙。|（丙）、|《丁》！")
    #expect(try marked("职〔2014〕346号") == "职|〔2014〕|346|号")
  }

  @Test("numbers, dates and words stay whole, spaces end a line")
  func words() throws {
    #expect(try marked("at 2021-09-21 end") == "at |2021-09-21 |end")
    #expect(try marked("420000*****0000") == "420000*****0000")
  }

  @Test("the interpunct of a name never begins a line")
  func interpunct() throws { #expect(try marked("买买提·艾力") == "买|买|提·|艾|力") }

  @Test("no break at a no-break space, and the two dashes stay together")
  func glue() throws {
    #expect(try marked("甲\u{A0}乙") == "甲\u{A0}乙")
    #expect(try marked("甲——乙") == "甲|——|乙")
  }

  @Test("a line feed is white space without a glyph, and a line must begin after it")
  func lineFeed() throws {
    #expect(try marked("甲\n乙\n\n丙\n") == "甲↵¶乙↵¶↵¶丙↵")
    let (text, _) = try Fixture.shape("甲\n乙")
    #expect(text.clusters[1].isSpace && text.clusters[1].glyphs.isEmpty && text.clusters[1].advance == 0)
  }

  @Test("spaces and the ideographic space vanish at a line's end, a no-break space does not")
  func spaces() throws {
    let (text, _) = try Fixture.shape("甲 乙\u{3000}丙\u{A0}丁")
    #expect(text.clusters.map(\.isSpace) == [false, true, false, true, false, false, false])
  }

  @Test("a text of line feeds alone is whole and names a face")
  func onlyLineFeeds() throws {
    let (text, problems) = try Fixture.shape("\n\n")
    #expect(problems == [] && text.isWhole && text.breaks == [.none, .mandatory])
  }
}
