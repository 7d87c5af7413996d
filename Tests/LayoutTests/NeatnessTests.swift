import CertPress
import Testing

@Suite("Checks of neatness")
struct NeatnessTests {
  private func text(_ id: String, _ place: String, _ more: String = "font: song 12pt") -> String {
    "text \"国\" { id: \(id); \(place); \(more) }\n"
  }

  @Test("left edges that nearly meet are a warning with the distance, the direction and the number to write")
  func left() throws {
    let sheet = try Sheet(text("one", "at: 30mm 20mm") + text("other", "at: 30.3mm 30mm"))
    #expect(sheet.ids == ["layout.nearly-aligned"])
    let warning = sheet.diagnostics[0]
    #expect(warning.severity == .warning)
    #expect(warning.message == "the left edge of 'other' is 0.3 mm right of that of 'one'")
    #expect(warning.hint == "x: 30mm in place of 30.3mm puts them in line")
    #expect(warning.notes.map(\.message) == ["'one' stands here"])
  }

  @Test(
    "less than an eye sees and more than a slip is none", arguments: ["30mm", "30.02mm", "29.98mm", "30.7mm", "29mm"])
  func limits(x: String) throws {
    #expect(try Sheet(text("one", "at: 30mm 20mm") + text("other", "at: \(x) 30mm")).ids == [])
  }

  @Test("between the limits it is one", arguments: ["30.06mm", "30.69mm", "29.5mm", "85.2pt", "3.02cm"])
  func between(x: String) throws {
    #expect(
      try Sheet(text("one", "at: 30mm 20mm") + text("other", "at: \(x) 30mm")).ids == ["layout.nearly-aligned"])
  }

  @Test("the one whose number becomes rounder is to be moved, and keeps its unit")
  func rounder() throws {
    let first = try Sheet(text("one", "at: 29.87mm 20mm") + text("other", "at: 30mm 30mm"))
    #expect(first.diagnostics.first?.hint == "x: 30mm in place of 29.87mm puts them in line")
    let points = try Sheet(text("one", "at: 72pt 20mm") + text("other", "at: 73pt 30mm"))
    #expect(points.diagnostics.first?.hint == "x: 72pt in place of 73pt puts them in line")
  }

  @Test("among many in line the one that is not is told once")
  func odd() throws {
    let column = ["20mm", "30mm", "40mm"].enumerated().map { text("t\($0)", "at: 30mm \($1)") }.joined()
    let sheet = try Sheet(text("odd", "at: 30.4mm 10mm") + column)
    #expect(sheet.ids == ["layout.nearly-aligned"])
    #expect(sheet.diagnostics.first?.message == "the left edge of 'odd' is 0.4 mm right of that of 't0'")
  }

  @Test("baselines side by side count, whatever the sizes; those one below the other do not")
  func baselines() throws {
    let sheet = try Sheet(
      text("one", "baseline: 20mm 30mm") + text("other", "baseline: 40mm 30.4mm", "font: song 16pt"))
    #expect(sheet.diagnostics.map(\.message) == ["the baseline of 'other' is 0.4 mm below that of 'one'"])
    #expect(sheet.diagnostics.first?.hint == "y: 30mm in place of 30.4mm puts them in line")
    let tops = try Sheet(text("one", "at: 20mm 30mm") + text("other", "at: 40mm 30mm", "font: song 10.5pt"))
    #expect(tops.diagnostics.map(\.message) == ["the baseline of 'other' is 0.47 mm above that of 'one'"])
    // Reckoned to a tenth of a millimetre.
    #expect(try Sheet(text("one", "baseline: 20mm 30mm") + text("other", "baseline: 40mm 30.05mm")).ids == [])
  }

  @Test("texts of two sizes on one middle line are meant")
  func middles() throws {
    let large = text("large", "center: 40mm 30mm", "font: song 12pt")
    #expect(try Sheet(large + text("small", "center: 60mm 30mm", "font: song 10.5pt")).ids == [])
  }

  @Test("of a text only the edge counts that its alignment keeps")
  func alignment() throws {
    let centered = "font: song 12pt; align: center; width: 40mm"
    #expect(try Sheet(text("one", "at: 30mm 20mm") + text("other", "at: 30.3mm 30mm", centered)).ids == [])
    let two = try Sheet(text("one", "at: 30mm 20mm", centered) + text("other", "at: 30.3mm 30mm", centered))
    #expect(two.diagnostics.map(\.message) == ["the middle of 'other' is 0.3 mm right of that of 'one'"])
    // Their widths differ by a hair, and their left edges are one.
    let boxes =
      "rectangle { at: 20mm 20mm; size: 30mm x 5mm; fill: #1f3f7f }\nrectangle { at: 20mm 30mm; size: 30.4mm x 5mm; fill: #1f3f7f }"
    #expect(try Sheet(boxes).ids == [])
  }

  @Test("a place corrected by eye is in line: by its ink, not by its box")
  func byEye() throws {
    let title = "text \"湖北省职称证书\" { id: title; font: song 29pt; align: center; width: 100%; at: X 20mm }\n"
    let below = "text \"国国\" { id: below; font: song 12pt; align: center; width: 100%; at: 0mm 40mm }\n"
    #expect(try Sheet(title.replacing("X", with: "0.05mm") + below).ids == [])
    #expect(try Sheet(title.replacing("X", with: "-0.05mm") + below).ids == ["layout.nearly-aligned"])
    #expect(try Sheet(title.replacing("X", with: "0.4mm") + below).ids == ["layout.nearly-aligned"])
  }

  @Test("a large character set to the left by its white is in line, set to the right by it is not")
  func hanging() throws {
    func sheet(_ x: Double) throws -> Sheet {
      try Sheet(text("small", "at: 30mm 20mm") + text("large", "at: \(x)mm 30mm", "font: song 24pt"))
    }
    let plain = try sheet(30)
    let white = try #require(plain["large"]).inkBox.x - #require(plain["small"]).inkBox.x
    try #require(white.mm > 0.1 && white.mm < 0.6)
    let tenths = (white.mm * 100).rounded() / 100
    #expect(try sheet(30 - tenths).ids == [])
    #expect(try sheet(30 + tenths).ids == ["layout.nearly-aligned"])
  }

  @Test("what touches, lies on another or is far away is not compared")
  func apart() throws {
    let photo = "rectangle { at: 30mm 20mm; size: 28mm x 30mm; fill: #1f3f7f }\n"
    #expect(try Sheet("rectangle { at: 29.5mm 19.5mm; size: 29mm x 31mm; stroke: 0.5pt }\n" + photo).ids == [])
    #expect(try Sheet(photo + "line { from: 29.9mm 50mm; to: 60mm 50mm }").ids == [])
    let near = text("one", "at: 8mm 30mm") + text("other", "at: 75mm 30.4mm")
    #expect(try Sheet(near).ids == ["layout.nearly-aligned"])
    #expect(try Sheet(near.replacing("75mm", with: "88mm")).ids == [])
  }

  @Test("a column counts as one element, its rows are its own business")
  func columns() throws {
    let column =
      "column { id: fields; at: 20.3mm 30mm; gap: 2mm; text \"国\" { font: song 12pt }; text \"省\" { font: song 12pt } }"
    let sheet = try Sheet(text("title", "at: 20mm 20mm") + column)
    #expect(sheet.diagnostics.map(\.message) == ["the left edge of 'fields' is 0.3 mm right of that of 'title'"])
  }

  @Test("pictures and symbols side by side are compared at their heads and feet")
  func art() throws {
    let code = "qr \"https://example.gov.cn/v/1\" { id: code; at: 20mm 20mm; size: 20mm; alt: \"码\" }\n"
    func box(_ y: String, _ height: String) -> String {
      "rectangle { id: box; at: 50mm \(y); size: 20mm x \(height); fill: #1f3f7f }"
    }
    #expect(
      try Sheet(code + box("20.5mm", "25mm")).diagnostics.map(\.message) == [
        "the top of 'box' is 0.5 mm below that of 'code'"
      ])
    #expect(
      try Sheet(code + box("10mm", "29.5mm")).diagnostics.map(\.message) == [
        "the bottom of 'box' is 0.5 mm above that of 'code'"
      ])
    #expect(try Sheet(code + box("20mm", "19.5mm")).ids == [])
  }

  @Test("lines say which of their ends to move")
  func lines() throws {
    let sheet = try Sheet(
      text("name", "at: 20mm 20mm") + "line { id: rule; from: 20.3mm 30mm; to: 60mm 30mm }")
    #expect(sheet.diagnostics.map(\.hint) == ["x: 20mm in place of 20.3mm puts them in line"])
  }

  @Test("a place that a style gives is not to be changed for one element")
  func style() throws {
    let sheet = try Sheet(
      "style place { at: 30.3mm 30mm }\n" + text("one", "at: 30mm 20mm", "font: song 12pt; width: 30mm; align: left")
        + text("other", "style: place"))
    #expect(sheet.ids == ["layout.nearly-aligned"])
    #expect(sheet.diagnostics.first?.hint == "x: 30.3mm in place of 30mm puts them in line")
  }

  @Test("at most five are told, and how many more there are")
  func five() throws {
    let pairs = (0..<7).map { row in
      text("a\(row)", "at: \(10 + row * 11).4mm 12mm") + text("b\(row)", "at: \(10 + row * 11)mm 30mm")
    }
    let sheet = try Sheet(pairs.joined())
    #expect(sheet.ids == Array(repeating: "layout.nearly-aligned", count: 5))
    #expect(sheet.diagnostics.last?.message.hasSuffix("; 2 more nearly stand in line with others") == true)
    #expect(sheet.diagnostics.first?.message.contains("more") == false)
  }
}
