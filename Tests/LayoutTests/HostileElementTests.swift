import CertPress
import Testing

/// What somebody's database will hold one day, in every element that prints a value: it is printed as itself, or refused.
@Suite("Hostile values in every element")
struct HostileElementTests {
  enum Outcome: Equatable, Sendable {
    case prints
    /// Nothing is made, for one of these reasons.
    case refused([String])
  }

  struct Value: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var outcome: Outcome
    var testDescription: String { name }
  }

  static let values: [Value] = [
    Value(name: "a tag", text: "<b>张</b>", outcome: .prints),
    Value(name: "a field in braces", text: "{x}", outcome: .prints),
    Value(name: "the same field", text: "{v}", outcome: .prints),
    Value(name: "an inline run", text: "bold(\"x\")", outcome: .prints),
    Value(name: "a block", text: "张\" { font: hei 99pt }", outcome: .prints),
    Value(name: "a rare character", text: "张𠮷", outcome: .prints),
    Value(name: "a combining mark", text: "e\u{301}\u{323}", outcome: .refused(["text.missing-character"])),
    Value(name: "a line feed", text: "张\n三", outcome: .refused(["record.forbidden-character"])),
    Value(name: "a right-to-left override", text: "张\u{202E}三", outcome: .refused(["record.forbidden-character"])),
    Value(name: "NUL", text: "张\0三", outcome: .refused(["record.forbidden-character"])),
    Value(
      name: "an emoji of several", text: "👨‍👩‍👧",
      outcome: .refused(["text.missing-character", "record.forbidden-character"])),
    Value(
      name: "5,000 characters", text: String(repeating: "张三李四王", count: 1000),
      outcome: .refused(["layout.text-overflow", "layout.seal-crowded", "media.qr-too-long", "record.too-long"])),
  ]

  /// A layout with the field `v`, and what it prints as text around the value; nil where it prints outlines.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var printed: String?
    var isList = false
    /// True where a long value is set in as many stamps as there are, cut off at the edge.
    var takesAnyLength = false
    var testDescription: String { name }
  }

  static let places = [
    Place(name: "text", body: "text v { at: 5mm 5mm; font: song 9pt }", printed: "?"),
    Place(
      name: "text with a policy",
      body: "text \"前{v}\" { at: 5mm 5mm; width: 60mm; font: song 9pt; fit: shrink(4pt), wrap(3) }", printed: "前?"),
    Place(
      name: "justified text", body: "text v { at: 5mm 5mm; width: 60mm; font: song 9pt; align: justify; fit: wrap(3) }",
      printed: "?"),
    Place(
      name: "inline run", body: "text \"前\" bold(\"{v}\") sup(\"{v}\") { at: 5mm 5mm; font: song 9pt }", printed: "前??"),
    Place(
      name: "vertical text", body: "text v { at: 5mm 5mm; height: 60mm; font: song 9pt; direction: vertical }",
      printed: "?"),
    Place(
      name: "table cell",
      body:
        "table { at: 5mm 5mm; columns: 30mm, 50mm; row { text \"格\" { font: song 9pt } text v { font: song 9pt } } }",
      printed: "格?"),
    Place(
      name: "row",
      body:
        "row { at: 5mm 5mm; width: 80mm; text \"姓名\" { font: song 9pt } text v { font: song 9pt; fit: shrink(5pt) } }",
      printed: "姓名?"),
    Place(
      name: "group", body: "group { at: 5mm 5mm; size: 60mm x 20mm; rotate: 5; text v { at: 0 5mm; font: song 9pt } }",
      printed: "?"),
    Place(
      name: "repeat", body: "column { at: 5mm 5mm; width: 60mm; until: 60mm; repeat l { text v { font: song 9pt } } }",
      printed: "?", isList: true),
    Place(
      name: "list of a table",
      body: "table { at: 5mm 5mm; columns: 60mm; until: 60mm; repeat l { row { text v { font: song 9pt } } } }",
      printed: "?", isList: true),
    Place(name: "qr", body: "qr \"{v}\" { at: 20mm 20mm; size: 40mm; alt: \"码\" }"),
    Place(name: "seal", body: "seal \"{v}\" { center: 40mm 40mm; diameter: 40mm; font: song; alt: \"章\" }"),
    Place(
      name: "seal's line",
      body: "seal \"章\" { center: 40mm 40mm; diameter: 40mm; font: song; alt: \"章\"; bottom: \"{v}\" }"),
    Place(name: "microtext", body: "microtext \"{v}\" { from: 5mm 5mm; to: 90mm 5mm; font: song 1.5pt }"),
    Place(name: "watermark", body: "watermark \"{v}\" { font: hei 9pt }", takesAnyLength: true),
  ]

  @Test("prints as itself or is refused for the right reason, in less than a second", arguments: places, values)
  func outcome(place: Place, value: Value) throws {
    let field = "v text \"值\""
    let workshop = try Workshop(place.body, data: place.isList ? "l list \"列\" { \(field) }" : field)
    let json = Self.json(value.text)
    let clock = ContinuousClock()
    var sheet: Composed?
    let time = try clock.measure {
      sheet = try workshop.composed(place.isList ? "{\"l\": [{\"v\": \(json)}]}" : "{\"v\": \(json)}")
    }
    let composed = try #require(sheet)
    // Ten times as long as it may take: this is no optimised build, and other tests run beside it.
    #expect(time < .seconds(10))
    for diagnostic in composed.diagnostics where value.text.count > 3 {
      #expect(!diagnostic.message.contains(value.text))
    }
    switch value.outcome {
    case .refused(let reasons):
      if place.takesAnyLength, value.text.count > 1000 { return #expect(composed.errors == []) }
      // A code holds any character.
      if place.name == "qr", value.text.count < 20, composed.errors.isEmpty {
        return #expect(composed.has("v"), "\(composed.items().map(\.id))")
      }
      // What is too long may leave the sheet as well.
      let errors = composed.errors.filter { $0 != "layout.off-page" }
      if errors.isEmpty || !errors.allSatisfy(reasons.contains) { Issue.record("\(composed.errors)") }
    case .prints:
      #expect(composed.errors == [])
      #expect(composed.texts().joined() == place.printed?.replacing("?", with: value.text) ?? "")
    }
  }

  @Test("a picture's path is a name, never markup or a way out of the folder")
  func pictures() throws {
    let workshop = try Workshop(
      "image p { at: 5mm 5mm; size: 20mm x 20mm; alt: \"像\" }", data: "p image \"照片\"")
    for path in [
      "../rgb.png", "/etc/passwd", "<b>.png", "{p}", "a\0.png", String(repeating: "a", count: 5000), "👨‍👩‍👧.png",
      "e\u{301}.png",
    ] {
      let sheet = try workshop.composed("{\"p\": \(Self.json(path))}")
      #expect(sheet.errors.count == 1, "\(sheet.errors)")
      #expect(
        [
          "media.not-found", "media.outside-folder", "media.unreadable", "record.forbidden-character",
          "record.bad-path", "record.not-a-path",
        ].contains(
          sheet.errors[0]), "\(sheet.errors)")
    }
    #expect(try workshop.composed("{\"p\": \"rgb.png\"}").errors == [])
  }

  /// The text as JSON has it.
  static func json(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": json += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
