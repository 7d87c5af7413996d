import CertPress
import Foundation
import PressDiagnostics
import PressEditor
import PressScene
import TestKit
import Testing

@Suite("What an inspector tells of a page") struct InspectTests {
  @Test func anItemKnowsItsStatementItsFitAndWhatSetItsValues() throws {
    let sheet = try MoveSheet(
      """
        style note { font: song 20pt; color: #333333 }
        text "{name} 同学" { style: note; id: who; at: 10mm 20mm; width: 30mm; fit: shrink(8pt) }  // tail
      """, data: "name text \"姓名\"", json: "{\"name\": \"阿卜杜热合曼\"}")
    let item = try sheet.item("who")
    #expect(item.word == "text")
    #expect(item.title == "{name} 同学")
    #expect(item.fields == ["name"])
    #expect(item.parent == nil)
    #expect(item.handles == [.move, .e, .w])
    #expect(
      sheet.draft.sources.text(item.span)
        == "text \"{name} 同学\" { style: note; id: who; at: 10mm 20mm; width: 30mm; fit: shrink(8pt) }")
    #expect(item.fit?.askedSize == 20)
    #expect(item.fit?.step == "shrink(8pt)")
    #expect(abs(item.box.x.mm - 10) < 0.001 && abs(item.box.width.mm - 30) < 0.001)

    let size = try #require(item.properties.first { $0.name == "font.size" })
    #expect(size.value == "20pt (7.056mm)")
    #expect(size.written == "20pt")
    #expect(size.origin == .style("note"))
    #expect(size.span.map { sheet.draft.sources.text($0) } == "20pt")
    let width = try #require(item.properties.first { $0.name == "width" })
    #expect(width.origin == .literal && width.written == "30mm")
    let leading = try #require(item.properties.first { $0.name == "leading" })
    #expect(leading.origin == .default && leading.span == nil)
  }

  @Test func aBaselineRunsUnderEachLine() throws {
    let sheet = try MoveSheet(
      """
        text "一二三四五六" bold("七八") { font: song 10pt; id: a; at: 10mm 20mm; width: 15mm; fit: wrap(3) }
        text "竖" { font: song 10pt; id: b; at: 50mm 20mm; direction: vertical }
      """)
    let lines = try sheet.item("a").baselines
    #expect(lines.count == 2)
    // 0.88 em below the top, and 1.25 em further.
    #expect(lines.map { ($0.y - Points(mm: 20)).value.rounded(toPlaces: 2) } == [8.8, 21.3])
    #expect(lines.allSatisfy { abs($0.x1.mm - 10) < 0.01 })
    #expect(lines.map { ($0.x2 - $0.x1).value.rounded(toPlaces: 1) } == [40, 40])
    #expect(try sheet.item("b").baselines.isEmpty)
  }

  @Test func containersComeBeforeWhatStandsInThem() throws {
    let sheet = try MoveSheet(
      """
        column {
          id: list; at: 10mm 10mm; width: 60mm; gap: 2mm
          repeat grades { row { text course { font: song 10pt }  text score { font: song 10pt } } }
        }
        group { id: g; at: 50mm 50mm; size: 20mm; opacity: 0.5
          seal "测试专用章" { at: 1mm 1mm; diameter: 18mm; id: stamp }
        }
        border wave { width: 3mm; color: #b08d3e }
      """, data: "grades list \"成绩\" { course text \"课程\"; score text \"分数\" }",
      json: "{\"grades\": [{\"course\": \"语文\", \"score\": \"90\"}, {\"course\": \"数学\", \"score\": \"95\"}]}")
    let items = sheet.inspector.items(page: 0)
    #expect(
      items.map(\.id) == [
        "list", "list/grades/1", "list/grades/1/course", "list/grades/1/score", "list/grades/2",
        "list/grades/2/course", "list/grades/2/score", "g", "g/stamp", "border",
      ])
    #expect(items.map(\.parent).prefix(3) == [nil, "list", "list/grades/1"])
    #expect(items[8].parent == "g")
    #expect(items[2].title == "{course}" && items[8].title == "测试专用章" && items[9].title == "border wave")
    #expect(abs(items[0].box.width.mm - 60) < 0.001)
    for place in items[1].properties where place.name == "x" || place.name == "y" {
      #expect(place.origin == .derived(from: "list"))
    }
    // In a group its own place counts from the group's corner, and the box from the page's.
    #expect(abs(items[8].box.x.mm - 51) < 0.01)
    #expect(items[2].hangs?.hasPrefix("stands in row 'list/grades/1', which places it") == true)
  }

  @Test func aTurnedItemHasTheUprightBoxAroundIt() throws {
    let sheet = try MoveSheet(
      """
        group { id: g; at: 40mm 30mm; size: 20mm x 10mm; rotate: 90
          rectangle { id: r; at: 0mm 0mm; size: 20mm x 10mm; fill: #cccccc }
        }
      """)
    let box = try sheet.item("g/r").box
    #expect(abs(box.x.mm - 45) < 0.01 && abs(box.y.mm - 25) < 0.01)
    #expect(abs(box.width.mm - 10) < 0.01 && abs(box.height.mm - 20) < 0.01)
    let text = "text \"甲\" { font: song 10pt; at: 1mm 1mm; id: t }"
    for (turn, count) in [(0, 1), (90, 0), (180, 0)] {
      let sheet = try MoveSheet("  group { id: g; at: 40mm 30mm; size: 20mm; opacity: 0.5; rotate: \(turn); \(text) }")
      #expect(try sheet.item("g/t").baselines.count == count)
    }
  }

  @Test func whatIsRoundHasOneNumberForBoth() throws {
    let sheet = try MoveSheet("  guilloche rosette { id: a; center: 50mm 40mm; diameter: 40mm }")
    let sides = try sheet.item("a").properties.filter { ["width", "height", "diameter"].contains($0.name) }
    #expect(sides.map(\.written) == ["40mm", "40mm", "40mm"])
    #expect(Set(sides.map(\.span)).count == 1)
  }

  @Test func whatIsAbsentIsNotListed() throws {
    let body = """
        when note { text "{note}" { font: song 10pt; id: a; at: 10mm 10mm } }
        text "乙" { font: song 10pt; id: b; at: 10mm 20mm }
      """
    let data = "note text \"备注\" { optional }"
    #expect(try MoveSheet(body, data: data).inspector.items(page: 0).map(\.id) == ["b"])
    #expect(
      try MoveSheet(body, data: data, json: "{\"note\": \"甲\"}").inspector.items(page: 0).map(\.id) == ["a", "b"])
    #expect(try MoveSheet(body, data: data).inspector.items(page: 1).isEmpty)
  }

  @Test func allItemsOfTheRepositoryAreFoundAndNamedOnce() throws {
    for folder in SheetFolder.all {
      let sheet = try folder.sheet()
      for page in sheet.scene.pages.indices {
        let items = sheet.inspector.items(page: page)
        #expect(!items.isEmpty)
        #expect(Set(items.map(\.id)).count == items.count, "\(folder.testDescription)")
        for item in items {
          #expect(item.handles.isEmpty == (item.hangs != nil), "\(item.id)")
          #expect(!item.title.isEmpty)
          #expect(sheet.draft.sources.text(item.span).hasPrefix(item.word), "\(item.id)")
        }
      }
    }
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    let power = [1.0, 10, 100, 1000][places]
    return (self * power).rounded() / power
  }
}
