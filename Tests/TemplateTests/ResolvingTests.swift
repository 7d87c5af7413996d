import PressDiagnostics
import PressScene
import PressSyntax
@testable import PressTemplate
import Testing

@Suite("resolving")
struct ResolvingTests {
  /// Elements among a few declarations.
  func layout(_ body: String) -> Resolved {
    Resolved(
      """
      certificate "C" {
        page A4
        font song "CertPress Song"
        data {
          name text "姓名"
          body text "单位"
          note text "备注" { optional }
          hint text "提示" { optional }
        }
        style big { font: song 20pt }
        \(body)
      }
      """)
  }

  func template(_ body: String) throws -> Template {
    let resolved = layout(body)
    #expect(resolved.errors.isEmpty, "\(resolved.report)")
    return try #require(resolved.template)
  }

  // MARK: Styles

  @Test("an element's own properties come before its style's, and that one's before the style it takes over")
  func cascade() throws {
    let template = try template(
      """
      font kai "CertPress Kai"
      style base { font: song 10pt; color: #111111; at: 1mm 1mm; width: 50% }
      style over { style: base; font: 20pt; align: right }
      text "甲" { style: over; font: kai; center: 10mm 10mm }
      """)
    let element = try #require(template.element("甲"))
    guard case .text(let text) = element.kind, case .center = element.placement.anchor else {
      return #expect(Bool(false), "\(element)")
    }
    #expect(text.style.family == "CertPress Kai" && text.style.size == 20)
    #expect(text.style.color.hex == "#111111" && text.style.alignment == .right)
    #expect(element.provenance["font.size"]?.origin == .style("over"))
    #expect(element.provenance["font.family"]?.origin == .literal)
    #expect(element.provenance["color"]?.origin == .style("base"))
    #expect(element.placement.width == template.page.area.width / 2)
  }

  @Test("properties that an element does not have are passed over, unless no user of the style has them")
  func idleProperties() {
    let shared = layout(
      """
      style both { color: #700000; level: H; font: song 9pt; fit: shrink(8pt) }
      text "甲" { style: both; at: 0 0 }
      qr "https://example.org/" { style: both; at: 0 0; size: 3cm; alt: "码" }
      """)
    #expect(!shared.diagnostics.contains { $0.id == "template.idle-style-property" }, "\(shared.report)")
    let alone = layout("style one { font: song 9pt; level: H }\ntext \"甲\" { style: one; at: 0 0 }")
    #expect(alone.diagnostics.map(\.id) == ["template.idle-style-property", "template.unused-style"].reversed())
    #expect(alone.text(alone.diagnostics.last?.span) == "level")
  }

  @Test("a style's `fit` is read as each of its users writes it")
  func sharedNames() throws {
    let template = try template(
      "style fill { fit: cover; size: 2cm }\nimage \"a.png\" { style: fill; at: 0 0; alt: \"甲\" }")
    guard case .image(let image) = try #require(template.element("image")).kind else { return #expect(Bool(false)) }
    #expect(image.fit == .cover)
  }

  @Test("what a style lacks is told once, with all its users")
  func sharedMistake() throws {
    let resolved = layout(
      """
      style plain { font: 9pt }
      style bare { align: left }
      text "甲" { style: plain; at: 0 0 }
      text "乙" { style: plain; at: 0 0 }
      text "丙" { style: bare; at: 0 0 }
      text "丁" { style: bare; at: 0 0 }
      """)
    #expect(resolved.errors.map(\.id) == ["template.missing-font", "template.missing-font"], "\(resolved.report)")
    #expect(resolved.errors.map { resolved.text($0.span) } == ["9pt", "text \"丙\""])
    #expect(resolved.errors.map(\.notes.count) == [1, 1])
  }

  // MARK: Names

  @Test("a name that is wrong in many places is one error, and its fix-it mends them all")
  func manyUses() throws {
    let uses = (0..<5).map { "text \"{nane}\($0)\" { style: big; at: 0 0 }" }.joined(separator: "\n")
    let resolved = layout(uses)
    let error = try #require(resolved.errors.first)
    #expect(resolved.errors.count == 1 && error.id == "template.unknown-field")
    #expect(error.notes.count == 5)  // four more uses and the declaration
    let fixed = error.fixIts.map { Resolved(resolved.source.applying($0.edits)) }
    #expect(fixed.count == 2 && fixed.allSatisfy(\.errors.isEmpty))
  }

  @Test("a misspelt declaration is renamed rather than all its uses")
  func misspeltDeclaration() throws {
    let resolved = layout(
      "style lable { font: song 9pt }\ntext \"甲\" { style: label; at: 0 0 }\ntext \"乙\" { style: label; at: 0 0 }")
    let fixIt = try #require(resolved.errors.first?.fixIts.first)
    #expect(resolved.errors.count == 1)
    #expect(fixIt.edits.map(\.replacement) == ["label"] && resolved.text(fixIt.edits[0].span) == "lable")
  }

  @Test("unused styles and fonts are warnings that a fix-it removes; unused fields are none")
  func unused() throws {
    let resolved = layout("font kai \"CertPress Kai\"\nborder plain { width: 3mm }")
    #expect(resolved.errors.isEmpty && resolved.template != nil)
    #expect(resolved.diagnostics.map(\.id) == ["template.unused-style", "template.unused-font"], "\(resolved.report)")
    let sealed = layout(
      "seal \"章\" { at: 0 0; diameter: 4cm }\nstyle idle { align: left }\ntext \"甲\" { style: big; at: 0 0 }")
    #expect(sealed.diagnostics.map(\.id) == ["template.unused-style"], "\(sealed.report)")
    let edits = resolved.diagnostics.flatMap(\.fixIts).flatMap(\.edits)
    let fixed = Resolved(resolved.source.applying(edits))
    #expect(fixed.diagnostics.map(\.id) == ["template.unused-font"])  // song was used by that style
  }

  @Test("`when` on a field that is always there is a warning")
  func alwaysPresent() {
    let resolved = layout("when name { text \"甲\" { style: big; at: 0 0 } }")
    #expect(resolved.diagnostics.map(\.id) == ["template.always-present"])
    #expect(resolved.text(resolved.diagnostics.first?.span) == "name")
  }

  // MARK: Paths

  @Test("elements of one name are numbered in the order of the file, whatever `when` stands around them")
  func collisions() throws {
    let template = try template(
      """
      text "甲" { style: big; at: 0 0 }
      when note { text "甲" { style: big; at: 0 0 } }
      text "乙" { style: big; at: 0 0; id: x }
      """)
    #expect(template.allElements.map(\.id) == ["甲", "when", "甲~2", "x"])
  }

  @Test("a given name is never numbered; the computed one gives way")
  func givenNames() throws {
    let template = try template(
      "text \"{name}\" { style: big; at: 0 0 }\ntext \"乙\" { style: big; at: 0 0; id: name }")
    #expect(template.allElements.map(\.id) == ["name~2", "name"])
  }

  @Test("a text's path has no white space and no slash, and twelve characters at most")
  func shortNames() throws {
    let template = try template(
      """
      text "甲 乙/丙　丁一二三四五六七八九十" { style: big; at: 0 0 }
      text "/ /" { style: big; at: 0 0 }
      row { at: 0 0; text "戊" { style: big } text "{name}" { style: big } }
      row { at: 0 0; text "己" { style: big } }
      """)
    #expect(
      template.allElements.map(\.id) == [
        "甲乙丙丁一二三四五六七八", "text", "name", "name/戊", "name/name", "己", "己/己",
      ])
  }

  // MARK: Dependence

  @Test("what follows a text of open width in a row depends on its fields; what has a place of its own does not")
  func rowDependence() throws {
    let template = try template(
      """
      row {
        at: 0 0; width: 10cm; id: r
        text "前" { style: big }
        text "{name}" { style: big }
        text "后" { style: big; width: 1cm }
      }
      row {
        at: 0 1cm; width: 10cm; id: s
        text "{name}" { style: big; width: 3cm }
        text "后" { style: big }
      }
      """)
    #expect(template.fields(of: "r/前") == [])
    #expect(template.fields(of: "r/后") == ["name"])
    #expect(template.fields(of: "s/后") == [])
    #expect(template.fields(of: "r") == ["name"])
  }

  @Test("a text that may shrink gives way before one that may not, and so depends on it wherever it stands")
  func givingWay() throws {
    let template = try template(
      """
      row {
        at: 0 0; width: 10cm; id: r
        text "{name}" { style: big; fit: shrink(9pt) }
        text "{body}" { style: big }
      }
      """)
    #expect(template.fields(of: "r/name") == ["name", "body"])
  }

  @Test("with a pitch the lines of a column do not depend on each other; without, those below do")
  func columnDependence() throws {
    let lines = "text \"{name}\" { style: big; fit: wrap }\ntext \"下\" { style: big }"
    let pitched = try template("column { at: 0 0; width: 5cm; pitch: 1cm; id: c\n\(lines) }")
    #expect(pitched.fields(of: "c/下") == [])
    let stacked = try template("column { at: 0 0; width: 5cm; gap: 1mm; id: c\n\(lines) }")
    #expect(stacked.fields(of: "c/下") == ["name"])
  }

  @Test("what stands behind something that may be absent depends on its condition")
  func conditions() throws {
    let template = try template(
      """
      column {
        at: 0 0; width: 5cm; pitch: 1cm; id: c
        when note { text "甲" { style: big } when hint { text "乙" { style: big } } }
        text "丙" { style: big }
      }
      when note { when hint { text "丁" { style: big; at: 0 0 } } }
      """)
    #expect(template.fields(of: "c/甲") == ["note"])
    #expect(template.fields(of: "c/乙") == ["note", "hint"])
    #expect(template.fields(of: "c/丙") == ["note", "hint"])
    #expect(template.fields(of: "丁") == ["note", "hint"])
  }

  @Test("what is centred moves with what it holds")
  func centred() throws {
    let template = try template(
      "row { center: 5cm 5cm; id: r\n text \"前\" { style: big } text \"{name}\" { style: big } }")
    #expect(template.fields(of: "r/前") == ["name"])
  }

  // MARK: Lengths

  @Test(
    "each unit comes to its length in points",
    arguments: [
      ("25.4mm", 72.0), ("2.54cm", 72), ("1in", 72), ("10.5pt", 10.5), ("五号", 10.5), ("初号", 42), ("2em", 40),
      ("50%", 297.6378), ("八号", 5),
    ])
  func units(written: String, points: Double) throws {
    let template = try template("text \"甲\" { style: big; at: 0 0; width: \(written) }")
    let width = try #require(template.element("甲")?.placement.width)
    #expect(abs(width.value - points) < 0.001)
  }

  @Test("% counts from the row or column that has a width, down to the area around them")
  func percent() throws {
    let template = try template(
      """
      column { at: 0 0; width: 10cm; id: c
        row { id: r
          text "甲" { style: big; width: 25% }
        }
      }
      """)
    #expect(abs(try #require(template.element("c/r/甲")?.placement.width).mm - 25) < 1e-9)
  }

  @Test("seals follow their diameter where nothing is written")
  func seals() throws {
    let template = try template(
      "seal \"{name}专用章\" { center: 5cm 5cm; diameter: 60mm; font: song; bottom: \"(1)\"; star: 0 }")
    let element = try #require(template.element("seal"))
    guard case .seal(let seal) = element.kind else { return #expect(Bool(false)) }
    #expect(abs(seal.ring.mm - 1.8) < 1e-9 && seal.star == 0)
    let size = try #require(Properties.characterSize.share)
    #expect(abs(seal.size.mm - 60 * size) < 1e-9 && element.provenance["size"] == .standard)
    #expect(element.role == .figure(alternative: "姓名专用章") && element.fields == ["name"])
  }

  @Test("all shapes resolve")
  func shapes() throws {
    let template = try template(
      """
      line { from: 0 100%; to: 100% 0; stroke: 1pt #ff0000; dash: 2mm, 1mm }
      rectangle { center: 5cm 5cm; width: 3cm; height: 2cm; fill: #abc; radius: 2mm }
      border fret { width: 8mm; color: #123456 }
      """)
    guard case .line(let line) = try #require(template.element("line")).kind,
      case .rectangle(let box) = try #require(template.element("rectangle")).kind,
      case .border(let border) = try #require(template.element("border")).kind
    else { return #expect(Bool(false)) }
    #expect(line.from.y == template.page.area.height && line.to.x == template.page.area.width)
    #expect(line.stroke.dash.map { $0.mm.rounded() } == [2, 1])
    #expect(box.fill == .solid(Color(red: 0xAA, green: 0xBB, blue: 0xCC)) && box.stroke == nil)
    #expect(border.ornament == .fret && border.rule == 0.6 && border.inset == 0)
    #expect(template.element("line")?.provenance["to.x"]?.written == "100%")
    #expect(template.element("line")?.provenance["dash.2"]?.written == "1mm")
  }

  // MARK: Several mistakes

  @Test("every mistake is told in one run, in the order of the file")
  func several() {
    let resolved = layout(
      """
      text "甲" { style: bigg; at: 0 0; width: 40 }
      text "乙" { style: big; aling: left; at: 1mm }
      qr lnik { at: 0 0; size: 4cm; level: X; quiet: 99 }
      border wave { inset: -2mm; width: 0 }
      """)
    #expect(
      resolved.errors.map { resolved.text($0.span) } == [
        "bigg", "40", "aling", "1mm", "lnik", "X", "99", "-2mm", "0",
      ], "\(resolved.report)")
  }

  @Test("a layout of many equal mistakes is answered in time")
  func manyMistakes() {
    let line = "text \"甲\" { style: bug; aling: left; at: 0 0; width: 3px; font: sonq 2em }\n"
    let resolved = layout(String(repeating: line, count: 2000))
    #expect(resolved.errors.count == 2 + 3 * 2000)
    #expect(resolved.errors.first?.notes.count == 2000)
  }

  @Test("the language's tables agree with themselves")
  func tables() {
    for rule in ElementRules.all where rule.name != "style" {
      let names = rule.properties.map(\.name)
      #expect(Set(names).count == names.count, "\(rule.name)")
      #expect(rule.elements.allSatisfy { ElementRules.named($0) != nil })
    }
    #expect(Vocabulary.elements.count == ElementRules.all.count)
    let text = Vocabulary.elements.first { $0.name == "text" }
    #expect(text?.properties.first { $0.name == "leading" }?.standard == "1.25em")
    #expect(
      text?.properties.first { $0.name == "align" }?.words == ["left", "center", "right", "justify", "distribute"])
  }
}
