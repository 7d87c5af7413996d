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
    #expect(try marked("甲“乙”、‘丙’丁") == "甲|“乙”、|‘丙’|丁")
    #expect(try marked("增长80％以上") == "增|长|80％|以|上")
  }

  @Test("no closing mark begins a line and no opening one ends it, whatever stands beside it")
  func everyMark() throws {
    for beside in ["甲", "A", "1", "》", "（"] {
      for mark in "。，、；：？！）》」』”’…—％" {
        let (text, _) = try Fixture.shape("\(beside)\(mark)乙")
        #expect(text.breaks[1] == .none, "\(beside)\(mark)")
      }
      for mark in "（《「『“‘" {
        let (text, _) = try Fixture.shape("乙\(mark)\(beside)")
        #expect(text.breaks[2] == .none, "\(mark)\(beside)")
      }
    }
  }

  @Test("a document's number stays whole, with what stands before its year")
  func documentNumbers() throws {
    #expect(try marked("依鄂职改办〔2022〕43号文") == "依|鄂|职|改|办〔2022〕43号|文")
    #expect(try marked("职〔2014〕346号") == "职〔2014〕346号")
    #expect(try marked("鄂［2022］43号，") == "鄂［2022］43号，")
    #expect(try marked("鄂[2022]43号") == "鄂[2022]43号")
    #expect(try marked("国发〔2022〕第43号令") == "国|发〔2022〕第43号|令")
    #expect(try marked("见〔2022〕和〔甲〕") == "见〔2022〕|和|〔甲〕")
  }

  @Test("第N号 and 第N期 stay whole, and digits keep their 号")
  func ordinals() throws {
    #expect(try marked("公告第12号和第3期") == "公|告|第12号|和|第3期")
    #expect(try marked("在第十二期") == "在|第十二期")
    #expect(try marked("住8号楼") == "住|8号|楼")
    #expect(try marked("第一名") == "第|一|名")
    #expect(try marked("12名") == "12|名")
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
    #expect(try marked("甲——乙") == "甲——|乙")
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
