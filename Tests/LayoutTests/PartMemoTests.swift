import PressScene
import PressTemplate
import TestKit
import Testing

@testable import CertPress
@testable import PressLayout

@Suite("What a worker keeps of layouts is bounded")
struct PartMemoTests {
  private func layout(_ press: Press, _ body: String, data: String = "") throws -> Layout {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        data { \(data) }
        \(body)
      }
      """
    return try press.layout(Array(text.utf8), name: "test.layout")
  }

  @Test("of a thousand layouts the last four are kept")
  func manyLayouts() throws {
    let press = try Press(fonts: Repository.fonts)
    var last: Layout?
    for number in 0..<1_000 {
      let loaded = try layout(press, "text \"第\(number)号\" { at: 10mm 10mm; font: song 12pt }")
      let scene = try loaded.scene(for: Record(name: "r", values: [:])).scene
      guard case .text(let runs, _) = scene.pages[0].items[0].content else {
        Issue.record("no text")
        return
      }
      // Nothing of another layout, though its parts have the same numbers.
      #expect(runs[0].text == "第\(number)号")
      last = loaded
    }
    let size = press.withWorker { $0.memo.size }
    #expect(size.plans == PartMemo.mostPlans && size.weight > 0)
    #expect(size.weight < PartMemo.mostPlans * PartMemo.mostWeight)
    #expect(last != nil)
  }

  @Test("of one layout no more than its share is kept, however many places its parts come to stand at")
  func manyPlaces() throws {
    let press = try Press(fonts: Repository.fonts)
    let loaded = try layout(
      press,
      """
      text name { id: a; at: 5mm 5mm; font: song 2pt }
      group { at: right of a + 1mm 5mm
        microtext "微缩文字" { from: 0mm 0mm; to: 60mm 0mm; font: song 1pt }
        text "固定" { at: 0mm 3mm; font: song 8pt }
      }
      """,
      data: "name text \"名\" { max: 400 }")
    var weights: [Int] = []
    for count in 1...300 {
      let name = String(repeating: "名", count: count)
      _ = loaded.preview(Record(name: "r", values: ["name": .text(name)]))
      weights.append(press.withWorker { $0.memo.size.weight })
    }
    #expect((weights.max() ?? 0) <= PartMemo.mostWeight)
    #expect(Set(weights).count > 10)
  }
}

@Suite("A table that forgets")
struct RecentlyUsedTests {
  @Test("what is used stays, what is not used goes")
  func order() {
    var table = RecentlyUsed<Int, String>(limit: 100)
    table.keep("often", as: -1, weight: 10)
    table.keep("never", as: -2, weight: 10)
    for number in 0..<50 {
      table.keep("\(number)", as: number, weight: 10)
      #expect(table[-1] == "often")
      #expect(table.weight <= 100)
    }
    #expect(table[-2] == nil && table[0] == nil && table[49] == "49")
  }

  @Test("what would fill half of it by itself is not kept")
  func heavy() {
    var table = RecentlyUsed<Int, String>(limit: 100)
    table.keep("light", as: 1, weight: 50)
    table.keep("heavy", as: 2, weight: 51)
    #expect(table[1] == "light" && table[2] == nil && table.weight == 50)
  }
}
