import CertPress
import Testing

@Suite("Tables")
struct TableTests {
  @Test("columns have their widths, rest takes what is left, and cells stand inside their padding")
  func columns() throws {
    let sheet = try Composed(
      """
      table { id: t; at: 10mm 10mm; width: 80mm; columns: 20mm, rest, 15mm; padding: 2mm 1mm
        row { text "一" { id: a; font: song 12pt } text "二" { id: b; font: song 12pt } text "三" { id: c; font: song 12pt; align: right } }
      }
      """)
    #expect(sheet.errors == [])
    let items = ["a", "b", "c"].compactMap { id in sheet.items().first { $0.id.hasSuffix("/" + id) } }
    #expect(near(items[0].box.x, mm(12)) && near(items[1].box.x, mm(32)))
    #expect(near(items[2].box.maxX, mm(88)))
    #expect(items.allSatisfy { near($0.box.y, mm(11)) })
  }

  @Test("cells stand in the middle of the row's height")
  func middle() throws {
    let sheet = try Composed(
      """
      table { at: 10mm 10mm; columns: 20mm, 30mm; padding: 2mm 1mm
        row { text "一" { id: a; font: song 12pt } text "一二三四五六七八九" { id: b; font: song 12pt; fit: wrap(5) } }
      }
      """)
    let (a, b) = (
      try #require(sheet.items().first { $0.id.hasSuffix("/a") }),
      try #require(sheet.items().first { $0.id.hasSuffix("/b") })
    )
    #expect(b.lines.count == 2 && near(a.box.center.y, b.box.center.y))
    #expect(near(b.box.y, mm(11)) && near(b.box.height, 27))
  }

  @Test("rules lie where rows and columns meet", arguments: ["grid", "rows", "three", "frame", "none"])
  func rules(kind: String) throws {
    let sheet = try Composed(
      """
      table { id: t; at: 10mm 10mm; columns: 20mm, 30mm; pitch: 8mm; rules: \(kind); stroke: 0.5pt #000000
        head { text "甲" { font: song 9pt } text "乙" { font: song 9pt } }
        row { text "一" { font: song 9pt } text "二" { font: song 9pt } }
        row { text "三" { font: song 9pt } text "四" { font: song 9pt } }
      }
      """)
    #expect(sheet.errors == [])
    guard kind != "none" else { return #expect(!sheet.has("t/rules")) }
    let item = try sheet.item("t/rules")
    guard case .shapes(let shapes) = item.content else { throw Missing() }
    #expect(item.role == .artifact && near(item.box.width, mm(50)) && near(item.box.height, mm(24)))
    var across: Set<Int> = []
    var down: Set<Int> = []
    for shape in shapes {
      for (from, to) in shape.path.straight {
        if from.y == to.y { across.insert(Int((from.y.mm * 10).rounded())) }
        if from.x == to.x { down.insert(Int((from.x.mm * 10).rounded())) }
      }
    }
    let (rows, columns): (Set<Int>, Set<Int>) =
      switch kind {
      case "grid": ([100, 180, 260, 340], [100, 300, 600])
      case "rows": ([100, 180, 260, 340], [])
      case "three": ([100, 180, 340], [])
      default: ([100, 340], [100, 600])
      }
    #expect(across == rows && down == columns)
    if kind == "three" {
      #expect(Set(shapes.compactMap { $0.stroke?.width }) == [0.5, 1])
    }
  }

  @Test("a table of one cell has its frame and no lines inside")
  func oneCell() throws {
    let sheet = try Composed(
      "table { id: t; at: 10mm 10mm; columns: 20mm; pitch: 8mm; row { text \"一\" { font: song 9pt } } }")
    #expect(sheet.errors == [])
    #expect(try sheet.item("t/rules").inkBox.insetBy(0.25) == sheet.box("t/rules"))
  }

  @Test("what a `when` leaves out is an empty cell, and rules stay")
  func emptyCell() throws {
    let workshop = try Workshop(
      """
      table { id: t; at: 10mm 10mm; columns: 20mm, 30mm
        row { text "一" { id: a; font: song 9pt } when note { text note { id: b; font: song 9pt } } }
      }
      """, data: "note text \"注\" { optional }")
    let (there, gone) = (try workshop.composed("{\"note\": \"有\"}"), try workshop.composed("{}"))
    #expect(there.texts() == ["一", "有"] && gone.texts() == ["一"] && gone.errors == [])
    #expect(try there.box("t/rules") == gone.box("t/rules"))
  }

  @Test("a `when` around a row takes it away, with its rules")
  func absentRow() throws {
    let workshop = try Workshop(
      """
      table { id: t; at: 10mm 10mm; columns: 20mm; pitch: 8mm
        when note { row { text note { font: song 9pt } } }
        row { text "末" { id: last; font: song 9pt } }
      }
      """, data: "note text \"注\" { optional }")
    #expect(try near(workshop.composed("{\"note\": \"有\"}").box("t/rules").height, mm(16)))
    #expect(try near(workshop.composed("{}").box("t/rules").height, mm(8)))
  }
}

extension Path {
  /// Its straight pieces.
  var straight: [(from: Point, to: Point)] {
    var (pen, start) = (Point.zero, Point.zero)
    return segments.compactMap { segment in
      defer {
        switch segment {
        case .move(let point): (pen, start) = (point, point)
        case .line(let point): pen = point
        case .curve(_, _, let end): pen = end
        case .close: pen = start
        }
      }
      return switch segment {
      case .line(let point): (pen, point)
      case .close where pen != start: (pen, start)
      default: nil
      }
    }
  }
}
