import CertPress
import Testing

@Suite("Vertical text on the page")
struct VerticalTextTests {
  @Test("lines go from right to left, characters from top to bottom")
  func order() throws {
    let sheet = try Composed(
      "text \"甲乙丙丁戊己庚\" { id: t; at: 40mm 10mm; height: 36pt; font: song 12pt; direction: vertical; fit: wrap(3) }")
    let item = try sheet.item("t")
    #expect(sheet.errors == [] && item.lines == ["甲乙丙", "丁戊己", "庚"])
    let places = item.runs.map(\.transform.tx)
    #expect(places == places.sorted(by: >) && near(places[0] - places[1], 15))
    #expect(near(item.box.maxX - places[0], 6) && near(item.box.width, 42) && near(item.box.height, 36))
    let first = try #require(item.runs.first)
    #expect(first.direction == .vertical && near(first.transform.ty, item.box.y))
    let down = first.glyphs.map(\.position.y)
    #expect(down == down.sorted() && near(down[1] - down[0], 12))
  }

  @Test("a text without a height is as high as it is long, and Latin lies on its side")
  func natural() throws {
    let sheet = try Composed("text \"甲ABC乙\" { id: t; at: 40mm 10mm; font: song 12pt; direction: vertical }")
    let item = try sheet.item("t")
    #expect(near(item.box.width, 12) && item.words == "甲ABC乙")
    let turned = item.runs.filter { $0.transform.b != 0 }
    #expect(turned.map(\.text) == ["ABC"] && turned[0].direction == .horizontal)
    #expect(item.box.contains(item.inkBox, tolerance: 1))
  }

  @Test("justified lines end flush at the foot, the last does not")
  func justified() throws {
    let sheet = try Composed(
      "text \"甲乙丙，丁戊己庚。辛壬癸\" { id: t; at: 40mm 10mm; height: 55pt; font: song 12pt; direction: vertical; fit: wrap(4); align: justify }"
    )
    let item = try sheet.item("t")
    let runs = item.runs
    #expect(item.lines.count > 2)
    var feet: [Points: Points] = [:]
    for run in runs {
      let last = try #require(run.glyphs.last)
      feet[run.transform.tx] = run.transform.ty + last.position.y + 12
    }
    let ordered = feet.sorted { $0.key > $1.key }.map(\.value)
    for foot in ordered.dropLast() { #expect(abs((foot - item.box.maxY).value) < 12.01) }
  }

  @Test("no column begins with a closing mark")
  func kinsoku() throws {
    for height in stride(from: 60, through: 120, by: 7) {
      let sheet = try Composed(
        "text \"经湖北省职称改革，领导小组（办公室）批准。张三《同志》具备资格；特此证明！\" { id: t; at: 10mm 5mm; height: \(height)pt; font: song 12pt; direction: vertical; fit: wrap(9) }"
      )
      #expect(sheet.errors == [])
      for line in try sheet.item("t").lines {
        #expect(!"，）。》；！".contains(line.first ?? "。") && !"（《".contains(line.last ?? "（"))
      }
    }
  }
}
