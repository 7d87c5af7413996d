import CertPress
import Foundation
import PressDiagnostics
import PressEditor
import PressScene
import Testing

@Suite("Numbers that others share, and what places others") struct MoveChoiceTests {
  private func choices(_ outcome: DragOutcome) -> (here: DragChoice, everywhere: DragChoice)? {
    if case .choose(let here, let everywhere) = outcome { (here, everywhere) } else { nil }
  }

  private let styled = """
      style note { font: song 10pt; width: 20mm }   // of two
      text "甲" { style: note; id: a; at: 10mm 10mm }
      text "乙" { style: note; id: b; at: 10mm 20mm }
    """

  @Test func aNumberOfAStyleIsOfferedTwice() throws {
    let sheet = try MoveSheet(styled)
    let choice = try #require(choices(sheet.drag("a", .e, 5, 0)))
    #expect(choice.here == .offered(sentence: "writes 'width' on this text"))
    #expect(
      choice.everywhere
        == .offered(sentence: "changes style 'note' (2 texts use it: lines 6 and 7) in line 5"))
    #expect(
      try sheet.dragged("a", .e, 5, 0, .here).lines(unlike: sheet) == [
        "text \"甲\" { style: note; id: a; at: 10mm 10mm; width: 25mm }"
      ])
    #expect(
      try sheet.dragged("a", .e, 5, 0, .everywhere).lines(unlike: sheet) == [
        "style note { font: song 10pt; width: 25mm }   // of two"
      ])
  }

  @Test func aPlaceOfTheElementsOwnIsNoChoice() throws {
    let sheet = try MoveSheet(styled)
    #expect(
      try sheet.dragged("a", .move, 5, 0).lines(unlike: sheet) == [
        "text \"甲\" { style: note; id: a; at: 15mm 10mm }"
      ])
  }

  @Test func aPlaceOfAStyleIsWrittenWhole() throws {
    let sheet = try MoveSheet(
      """
        style s { at: center below b + 2mm; size: 8mm x 5mm; fill: #cccccc }
        rectangle { id: b; at: 10mm 10mm; size: 5mm; fill: #cccccc }
        rectangle { style: s; id: a }
      """)
    #expect(
      try sheet.dragged("a", .move, 0, 5, .here).lines(unlike: sheet) == [
        "rectangle { style: s; id: a; at: center below b + 7mm }"
      ])
    #expect(
      try sheet.dragged("a", .e, 4, 0, .here).lines(unlike: sheet) == [
        "rectangle { style: s; id: a; at: center + 2mm below b + 2mm; size: 12mm x 5mm }"
      ])
    let choice = try #require(choices(sheet.drag("a", .move, 0, 5)))
    #expect(choice.everywhere == .offered(sentence: "changes style 's' (only this rectangle uses it) in line 5"))
  }

  @Test func inABlockOfManyLinesAPropertyHasALineOfItsOwn() throws {
    let sheet = try MoveSheet(
      """
        text "甲" {
            id: a
            font: song 10pt; at: 10mm 10mm  // here
        }
      """)
    #expect(
      try sheet.dragged("a", .e, 5, 0).text
        == sheet.text.replacingOccurrences(of: "// here\n", with: "// here\n      width: 8.5mm\n"))
  }

  @Test func aLineEndsAsTheOthersOfItsFile() throws {
    let lines = ["  text \"甲\" {", "    id: a; font: song 10pt", "    at: 10mm 10mm;  // here", "  }"]
    let plain = try MoveSheet(lines.joined(separator: "\n"))
    let sheet = try MoveSheet(text: plain.text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(
      try sheet.dragged("a", .e, 5, 0).text
        == sheet.text.replacingOccurrences(of: "// here\r\n", with: "// here\r\n    width: 8.5mm\r\n"))
  }

  @Test func aPropertyStandsBehindTheOthersAndBeforeWhatIsInside() throws {
    let sheet = try MoveSheet(
      """
        style s { size: 20mm x 10mm }
        group { style: s; at: 10mm 10mm; id: g; rectangle { at: 1mm 1mm; size: 3mm; fill: #cccccc } }
        group {
          style: s; at: 10mm 30mm; id: h  // two
          rectangle { at: 1mm 1mm; size: 3mm; fill: #cccccc }
        }
      """)
    #expect(
      try sheet.dragged("g", .se, 5, 1, .here).text
        == sheet.text.replacingOccurrences(of: "id: g;", with: "id: g; size: 25mm x 11mm;"))
    #expect(
      try sheet.dragged("h", .se, 5, 1, .here).text
        == sheet.text.replacingOccurrences(of: "// two\n", with: "// two\n    size: 25mm x 11mm\n"))
  }

  @Test func aTurnedGroupKeepsItsOppositeCorner() throws {
    let sheet = try MoveSheet(
      """
        group { id: g; at: 40mm 30mm; size: 20mm x 10mm; rotate: 30
          rectangle { id: r; at: 0mm 0mm; size: 100% x 100%; fill: #cccccc }
        }
      """)
    // Its right edge pulled along its own upper edge, which slants by 30°.
    let after = try sheet.dragged("g", .e, 6 * 0.866, 6 * 0.5)
    let (old, new) = (try sheet.item("g/r").box, try after.item("g/r").box)
    #expect(after.text.contains("size: 26mm x 10mm"))
    // The upright box around it is bounded on the left by the lower left corner, on top by the upper left one.
    #expect(abs(old.x.mm - new.x.mm) < 0.1 && abs(old.y.mm - new.y.mm) < 0.1)
  }

  @Test func aLineIsNotPulledToNothing() throws {
    let sheet = try MoveSheet("  line { id: a; from: 10mm 20mm; to: 20mm 20mm }")
    guard case .nothing = sheet.drag("a", .to, -10, 0) else {
      Issue.record("a line without a length")
      return
    }
    #expect(try sheet.dragged("a", .from, 5, 5).text.contains("from: 15mm 25mm; to: 20mm 20mm"))
  }

  private let house = """
    style wide { width: 30mm }
    font kai "CertPress Kai"
    text "校" { font: kai 10pt; id: school; at: 10mm 5mm }

    """

  @Test func whatStandsInAnIncludedFileChangesForAll() throws {
    let sheet = try MoveSheet(
      "  include \"house.layout\"\n  text \"甲\" { id: a; style: wide; font: song 9pt; at: 1mm 20mm }",
      includes: ["house.layout": house])
    let choice = try #require(choices(sheet.drag("school", .move, 5, 0)))
    #expect(
      choice.here
        == .refused(
          reason:
            "it stands in house.layout, which other layouts may include; what is written there changes in all of them"))
    #expect(choice.everywhere == .offered(sentence: "changes line 3 of house.layout"))
    let after = try sheet.dragged("school", .move, 5, 0, .everywhere)
    #expect(after.text == sheet.text)
    #expect(
      String(decoding: after.includes["house.layout"] ?? [], as: UTF8.self)
        == house.replacingOccurrences(of: "10mm 5mm", with: "15mm 5mm"))
    guard case .hangs = sheet.drag("school", .move, 5, 0, .here) else {
      Issue.record("written into a file of others")
      return
    }
  }

  @Test func aStyleInAnIncludedFileIsOfferedTwice() throws {
    let sheet = try MoveSheet(
      "  include \"house.layout\"\n  text \"甲\" { id: a; style: wide; font: song 9pt; at: 1mm 20mm }",
      includes: ["house.layout": house])
    let choice = try #require(choices(sheet.drag("a", .e, 5, 0)))
    #expect(choice.here == .offered(sentence: "writes 'width' on this text"))
    #expect(
      choice.everywhere
        == .offered(
          sentence:
            "changes style 'wide' (only this text uses it) in line 1 of house.layout, which other layouts may include"))
  }

  @Test func whatARowPlacesHangsOnItsColumn() throws {
    let sheet = try MoveSheet(
      """
        style v { font: song 10pt }
        column {
          id: fields; at: 10mm 10mm; width: 60mm
          pitch: 8mm
          row { text "姓名" { style: v }  text "{name}" { style: v } }
        }
        border plain { width: 3mm; color: #b08d3e }
      """, data: "name text \"姓名\"", json: "{\"name\": \"王伟\"}")
    guard case .hangs(let on, let message) = sheet.drag("fields/name/name", .move, 5, 0) else {
      Issue.record("moved")
      return
    }
    #expect(on == "fields")
    #expect(
      message
        == "stands in row 'fields/name', which places it; drag column 'fields', or change its 'pitch' in line 8")
    let item = try sheet.item("fields/name/name")
    #expect(item.hangs == message)
    #expect(item.handles.isEmpty)
    #expect(item.parent == "fields/name")
    #expect(try sheet.dragged("fields", .move, 5, 0).lines(unlike: sheet) == ["id: fields; at: 15mm 10mm; width: 60mm"])
    guard case .hangs(nil, let frame) = sheet.drag("border", .move, 5, 0) else {
      Issue.record("moved")
      return
    }
    #expect(frame == "goes along the area's edge; change its 'width' in line 11")
  }

  @Test func aSmallStepIsNotLostInPercents() throws {
    let small = try MoveSheet("  rectangle { id: a; at: 50% 10mm; size: 5mm; fill: #cccccc }")
    let sheet = try MoveSheet(text: small.text.replacingOccurrences(of: "100mm x 80mm", with: "A4 landscape"))
    // 0.1% of 297 mm are 0.3 mm.
    #expect(try sheet.dragged("a", .move, 0.1, 0).text.contains("at: 50.03% 10mm"))
    #expect(try sheet.dragged("a", .move, 5, 0).text.contains("at: 51.7% 10mm"))
  }

  @Test func aStyleOfAnIncludedElementChangesForAllAsWell() throws {
    let house = """
      style wide { font: kai 10pt; width: 30mm }
      font kai "CertPress Kai"
      text "校" { style: wide; id: school; at: 10mm 5mm }

      """
    let sheet = try MoveSheet("  include \"house.layout\"", includes: ["house.layout": house])
    let choice = try #require(choices(sheet.drag("school", .w, -5, 0)))
    guard case .refused = choice.here else {
      Issue.record("written into a file of others")
      return
    }
    #expect(
      choice.everywhere
        == .offered(
          sentence:
            "changes style 'wide' (only this text uses it) in line 1 of house.layout, which other layouts may include"))
    let after = try sheet.dragged("school", .w, -5, 0, .everywhere)
    #expect(
      String(decoding: after.includes["house.layout"] ?? [], as: UTF8.self)
        == house.replacingOccurrences(of: "30mm", with: "35mm").replacingOccurrences(of: "10mm 5mm", with: "5mm 5mm"))
  }

  @Test func whatChangesNothingIsNothing() throws {
    let sheet = try MoveSheet("  rectangle { id: a; at: 10mm 10mm; size: 1mm x 5mm; fill: #cccccc }")
    for outcome in [
      sheet.drag("a", .move, 0.04, 0), sheet.drag("a", .move, 0, 0), sheet.drag("a", .e, -3, 0),
      sheet.drag("b", .move, 5, 0), sheet.drag("a", .move, 5, 0, page: 3), sheet.drag("a", .move, .nan, 0),
      sheet.drag("a", .move, 1e9, 0),
    ] {
      guard case .nothing = outcome else {
        Issue.record("\(outcome)")
        continue
      }
    }
  }

  @Test func aDragSaysWhatAnUndoWouldUndo() throws {
    let sheet = try MoveSheet("  text \"校长\" { id: a; font: song 10pt; at: 10mm 10mm }")
    guard case .edits(_, let moved) = sheet.drag("a", .move, 5, 0),
      case .edits(_, let sized) = sheet.drag("a", .e, 5, 0)
    else {
      Issue.record("no edits")
      return
    }
    #expect([moved, sized] == ["move 校长", "resize 校长"])
    guard case .edits(_, let small) = sheet.drag("a", .e, -40, 0) else {
      Issue.record("no edits")
      return
    }
    #expect(small == "resize 校长 to its smallest")
  }

  @Test func aColumnOnALaterPageMovesWhereItBeginsAgain() throws {
    let sheet = try MoveSheet(
      """
        column {
          id: list; at: 10mm 20mm; until: 70mm; again: 10mm; gap: 2mm
          repeat names { text "{names}" { font: song 20pt } }
        }
      """, data: "names list \"名单\" { max: 20 }",
      json: "{\"names\": [\"一\", \"二\", \"三\", \"四\", \"五\", \"六\", \"七\", \"八\", \"九\"]}")
    #expect(sheet.scene.pages.count == 2)
    #expect(
      try sheet.dragged("list", .move, 0, 5, page: 1).lines(unlike: sheet) == [
        "id: list; at: 10mm 20mm; until: 70mm; again: 15mm; gap: 2mm"
      ])
    #expect(
      try sheet.dragged("list", .move, 0, 5).lines(unlike: sheet) == [
        "id: list; at: 10mm 25mm; until: 70mm; again: 10mm; gap: 2mm"
      ])
    #expect(
      try sheet.dragged("list", .move, 0, -15, page: 1).lines(unlike: sheet) == [
        "id: list; at: 10mm 20mm; until: 70mm; again: 0mm; gap: 2mm"
      ])
  }
}
