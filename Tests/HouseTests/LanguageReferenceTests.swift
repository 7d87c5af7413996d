import CertPress
import Foundation
@testable import PressTemplate
import TestKit
import Testing

/// The page is held against the language's own tables, and its examples against the engine, so that neither can go its own way.
@Suite("docs/layout-language.md")
struct LanguageReferenceTests {
  let page: MarkdownPage

  init() throws {
    page = MarkdownPage(try String(contentsOfFile: Repository.path("docs/layout-language.md"), encoding: .utf8))
  }

  private func table(_ name: String) throws -> [[String: String]] {
    let tables = page.tables(name)
    #expect(tables.count == 1, "tables of \(name)")
    return try #require(tables.first).records
  }

  // MARK: Elements

  @Test("has every element, how it is written and where it may stand")
  func elements() throws {
    let rows = try table("element")
    let elements = Vocabulary.elements.filter { $0.name != "field" }
    #expect(rows.map { $0["element"]?.plain } == elements.map(\.name))
    for (row, element) in zip(rows, elements) {
      // The table lets a repeat stand in a repeat, so that it can be told in words of its own.
      let parents = elements.filter { $0.elements.contains(element.name) }.map(\.name)
        .filter { element.name != "repeat" || $0 != "repeat" }
      #expect(Set(row["stands in"]?.code ?? []) == Set(parents), "\(element.name) stands in")
      // Every word that may stand behind the element's is on the page as a value or a call.
      let told = page.prose.flatMap(\.text.code).flatMap { $0.matches(of: /[A-Za-z0-9-]+/).map { String($0.0) } }
      #expect(Set(told).isSuperset(of: element.words), "words of \(element.name)")
      for written in row["is written"]?.code ?? [] where element.name != "certificate" {
        #expect(written.split(separator: " ").first.map(String.init) == element.name)
        let block = ElementSamples.blocks[written] ?? ElementSamples.blocks[element.name] ?? ""
        let around = ElementSamples.around[element.name] ?? "…"
        let sheet = ReferenceSheet(around == "…" ? written + block : around.replacing("…", with: written + block))
        #expect(sheet.diagnostics.isEmpty, "\(written): \(sheet.diagnostics.map(\.message))")
      }
    }
  }

  @Test("has every kind of border and guilloche")
  func kinds() throws {
    let told = Set(page.prose.flatMap(\.text.code))
    for name in ["border", "guilloche"] {
      let element = try #require(Vocabulary.elements.first { $0.name == name })
      #expect(element.words.count > 1 && told.isSuperset(of: element.words.map { name + " " + $0 }), "\(name)")
    }
  }

  @Test("has every call that may stand in a text, and each works, in another one too")
  func calls() throws {
    let text = try #require(Vocabulary.elements.first { $0.name == "text" })
    let calls = try table("call").compactMap { $0["call"]?.plain }
    #expect(Set(calls.map { String($0.prefix { $0 != "(" }) }) == Set(text.words))
    for call in calls {
      let sheet = ReferenceSheet("text \"示\" \(call) bold(\(call)) { font: song 16pt; at: 0mm 0mm }")
      #expect(sheet.diagnostics.isEmpty, "\(call): \(sheet.diagnostics.map(\.message))")
    }
  }

  @Test("has every way of standing beside something, across and down")
  func relations() throws {
    let rows = try table("across")
    for row in rows {
      let (across, down) = (try #require(row["across"]).plain, try #require(row["down"]).plain)
      let sheet = ReferenceSheet(
        "rectangle { id: photo; at: 9mm 9mm; size: 9mm; fill: #000000 }\n"
          + "text name { font: song 16pt; at: \(across) \(down) }")
      #expect(sheet.diagnostics.isEmpty, "\(across) \(down): \(sheet.diagnostics.map(\.message))")
    }
    let at = try #require(Vocabulary.elements.flatMap(\.properties).first { $0.name == "at" })
    let cells = rows.flatMap { [$0["across"] ?? "", $0["down"] ?? ""] }
    let told = cells.flatMap(\.code).flatMap { $0.split(separator: " ").map(String.init) }
    #expect(Set(told).isSuperset(of: at.words))
  }

  // MARK: Properties

  /// A row of a table of properties, and the elements that it speaks of.
  private struct Row {
    var elements: Set<String>
    var name: String
    var value: String
    var standard: String
    var meaning: String
  }

  private func properties() throws -> [Row] {
    let visible = Vocabulary.elements.filter { $0.properties.contains { $0.name == "id" } }.map(\.name)
    return page.tables("property").flatMap { table in
      table.records.map { row in
        // The table of `data` tells of its fields.
        let heading = table.heading.code.map { $0 == "data" ? "field" : $0 }
        let elements = row["for"].map { $0 == "all" ? visible : $0.code } ?? heading
        return Row(
          elements: Set(elements), name: row["property"]?.plain ?? "", value: row["value"] ?? "",
          standard: row["default"]?.plain ?? "", meaning: row["what it does"] ?? "")
      }
    }
  }

  @Test("has every property of every element, its default and its words, and none that the language lacks")
  func everyProperty() throws {
    let rows = try properties()
    for element in Vocabulary.elements where element.name != "style" {
      let told = rows.filter { $0.elements.contains(element.name) }
      #expect(told.map(\.name).sorted() == element.properties.map(\.name).sorted(), "properties of \(element.name)")
      for property in element.properties {
        guard let row = told.first(where: { $0.name == property.name }) else { continue }
        let standard = property.standard ?? (property.isNeeded ? "needed" : "–")
        #expect(row.standard == standard, "default of \(property.name) of \(element.name)")
        let forms = Set(row.value.code.flatMap { $0.matches(of: /[a-zA-Z-]+/).map { String($0.0) } })
        #expect(forms.isSuperset(of: property.words), "words of \(property.name) of \(element.name)")
        if let range = property.wanted.firstMatch(of: /from ([\d.]+) to ([\d.]+)/) {
          #expect(row.value.contains("\(range.1) to \(range.2)"), "range of \(property.name) of \(element.name)")
        }
      }
    }
    let known = Set(Vocabulary.elements.map(\.name))
    #expect(rows.allSatisfy { !$0.elements.isEmpty && $0.elements.isSubset(of: known) })
  }

  @Test("a style holds every property of the visible elements but id")
  func styles() throws {
    let style = try #require(Vocabulary.elements.first { $0.name == "style" })
    let visible = Vocabulary.elements.filter { $0.name != "style" && $0.properties.contains { $0.name == "style" } }
    let names = Set(visible.flatMap { $0.properties.map(\.name) }).subtracting(["id"])
    #expect(Set(style.properties.map(\.name)) == names)
  }

  @Test("the language takes every value that a table gives as an example")
  func values() throws {
    var count = 0
    for row in try properties() {
      for element in row.elements {
        for value in row.value.code where value != "date" || row.name != "date" {
          let sheet = try #require(ReferenceSheet(element: element, property: row.name, value: value))
          let faults = sheet.diagnostics.map(\.message)
          #expect(faults.isEmpty, "\(element) { \(row.name): \(value) }: \(faults)")
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  @Test("the page says of each length whether it may be 0 or negative, as the language has it")
  func limits() throws {
    var count = 0
    for row in try properties() {
      let isLength = row.value.hasPrefix("a length")
      guard isLength || row.value.hasPrefix("a place") else { continue }
      for element in row.elements.sorted() {
        func takes(_ length: String) -> Bool {
          let value = isLength ? length : length + " 100mm"
          return ReferenceSheet(element: element, property: row.name, value: value)?.diagnostics.isEmpty ?? false
        }
        let limits = row.value + row.meaning
        let (zero, negative) = (limits.contains("may be 0"), limits.contains("may be negative"))
        #expect(takes("0mm") == (zero || negative), "0 as \(row.name) of \(element)")
        #expect(takes("-1mm") == negative, "a negative \(row.name) of \(element)")
        count += 1
      }
    }
    #expect(count > 70)
  }

  // MARK: Lengths and paper

  @Test("has every unit, every 字号 and every paper, with their sizes")
  func measures() throws {
    #expect(try table("unit").map { $0["unit"]?.plain } == LengthUnit.allCases.map(\.rawValue))

    let sizes = try pairs(of: "字号")
    #expect(sizes.map(\.0) == TypeSize.all.map(\.name))
    #expect(sizes.map { Double($0.1) } == TypeSize.all.map(\.points))

    let papers = try pairs(of: "page")
    #expect(papers.map(\.0) == PaperSize.allCases.map(\.rawValue))
    for (told, paper) in zip(papers, PaperSize.allCases) {
      let size = "\(paper.size.width.mm.written)mm x \(paper.size.height.mm.written)mm"
      #expect(told.1 == size)
    }
  }

  /// A table that goes on beside itself.
  private func pairs(of name: String) throws -> [(String, String)] {
    try #require(page.tables(name).first).rows.flatMap { row in
      stride(from: 0, to: row.count, by: 2).map { (row[$0].plain, row[$0 + 1]) }
    }
    .filter { !$0.0.isEmpty }
  }

  // MARK: Data

  @Test("has every type of field, and the rules that each may have")
  func types() throws {
    let rows = try table("type")
    #expect(Set(rows.map { $0["type"]?.plain }) == Set(Schema.Field.FieldType.allCases.map(\.rawValue)))
    let rules = [
      "max": "max: 40", "min": "min: 2", "one-of": "one-of: \"10\", \"20\"", "mask": "print: mask(6, 4)",
      "date": "print: date(\"yyyy\")", "number": "print: number(2)", "join": "print: join(\"、\")",
      "chinese": "print: chinese", "capital": "print: capital", "money": "print: money", "default": "default: \"无\"",
    ]
    for row in rows {
      let type = row["type"]?.plain ?? ""
      let allowed = rules.filter { ReferenceSheet("data { field \(type) \"标签\" { \($0.value) } }").diagnostics.isEmpty }
      #expect(Set(row["may have"]?.code ?? []) == Set(allowed.keys), "rules of \(type)")
    }
    // Every way of printing is one of the rules.
    let print = try #require(Vocabulary.elements.first { $0.name == "field" }?.properties.first { $0.name == "print" })
    #expect(Set(rules.keys).isSuperset(of: print.words))
  }

  @Test("what the page says of printing is printed")
  func printing() throws {
    let press = try Press(fonts: Repository.fonts)
    for row in try table("written") {
      let (rule, given) = try (#require(row["written"]).plain, #require(row["the record has"]))
      let word = rule.dropFirst("print: ".count).prefix { $0 != "(" }
      let type =
        switch word {
        case "mask": "text"
        case "date": "date"
        case "join": "list"
        default: "number"
        }
      let value =
        type == "list"
        ? "[" + given.split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ",") + "]" : "\"\(given)\""
      let sheet = ReferenceSheet("data { field \(type) \"标签\" { \(rule) } }")
      let layout = try press.layout(Array(sheet.text.utf8), name: "piece.layout")
      let record = try layout.record(json: Array("{\"field\": \(value)}".utf8), name: "test")
      let filled = try #require(layout.template.filled(by: record).filled)
      let printed: String? =
        switch filled.values["field"] {
        case .text(let text), .texts(_, let text): text
        default: nil
        }
      #expect(printed == row["printed"], "\(rule)")
    }
  }

  @Test("has every part of a date")
  func dateParts() {
    let told = Set(page.prose.flatMap(\.text.code))
    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for count in 1...5 {
        let part = String(repeating: letter, count: count)
        if DatePattern.unknownPart(of: part) == nil { #expect(told.contains(part), "\(part)") }
      }
    }
  }

  @Test("has every family of the fonts folder, and what it falls back to")
  func families() throws {
    let data = try Data(contentsOf: URL(filePath: Repository.fonts + "/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let families = try #require(manifest["families"] as? [[String: Any]])
    let rows = try table("family")
    #expect(rows.map { $0["family"]?.plain } == families.map { $0["name"] as? String })
    for family in families {
      let chain = try #require(family["chain"] as? [[String]])
      let second = try #require(chain.dropFirst().first)
      #expect(second.allSatisfy { ["song", "song-ext", "rare"].contains($0) }, "the second choice is Song")
      #expect(chain.last == ["song", "song-ext", "rare", "last-resort"])
    }
  }

  // MARK: Fitting

  /// How many lines of which size the text in a piece has; nil where it does not fit.
  private func fit(_ piece: String) throws -> (lines: String, size: String)? {
    let layout = try Press(fonts: Repository.fonts).layout(Array(ReferenceSheet(piece).text.utf8), name: "piece.layout")
    let record = Record(name: "test", values: ReferenceRecord.values(for: layout.schema))
    let (scene, diagnostics) = layout.preview(record)
    if diagnostics.contains(where: { $0.id == "layout.text-overflow" }) { return nil }
    #expect(diagnostics.isEmpty)
    for item in scene.pages[0].items {
      if case .text(_, let fit) = item.content { return (String(fit.lines), fit.usedSize.value.written + "pt") }
    }
    return nil
  }

  @Test("the example of fitting comes out as the page says")
  func fitting() throws {
    let text = "text \"\(String(repeating: "评", count: 30))\""
    func set(width: String, fit policy: String) throws -> (lines: String, size: String)? {
      try fit("\(text) { font: song 16pt; at: 10mm 10mm; width: \(width); fit: \(policy) }")
    }
    for row in try table("width") {
      let width = try #require(row["width"])
      let result = try set(width: width, fit: "shrink(12pt), wrap(2)")
      #expect(row["lines"] == result?.lines ?? "error" && row["size"] == result?.size ?? "", "\(width)")
    }
    // What stands below the table.
    let prose = page.prose.map(\.text).joined(separator: " ")
    let oneLine = try #require(try set(width: "120mm", fit: "shrink(5pt)"))
    #expect(prose.contains("In 120mm one line would need \(oneLine.size)"))
    let turned = try #require(try set(width: "150mm", fit: "wrap(2), shrink(12pt)"))
    #expect(turned == ("2", "16pt"))
    let row = "row { \(text) { font: song 16pt; fit: shrink(12pt), wrap(2) } }"
    let pitch = try #require(try fit("column { at: 10mm 10mm; width: 100mm; pitch: 10.4mm; \(row) }"))
    #expect(pitch.lines == "2" && prose.contains("`pitch: 10.4mm` they must shrink to \(pitch.size)"))
  }

  // MARK: Examples

  @Test("every example of a layout that has no picture is right, with and without what is optional")
  func examples() throws {
    let press = try Press(fonts: Repository.fonts)
    let pictured = Set(page.pictures.compactMap(\.block?.line))
    let examples = page.blocks.filter { $0.kind == "layout" && !pictured.contains($0.line) }
    #expect(!examples.isEmpty)
    for example in examples {
      let layout = try press.layout(
        Array(ReferenceSheet(example.text).text.utf8), name: "example of line \(example.line)")
      let warnings = ReferenceSheet.faults(layout.warnings)
      #expect(warnings.isEmpty, "line \(example.line): \(warnings.map(\.message))")
      for isFull in [true, false] {
        let record = Record(name: "test", values: ReferenceRecord.values(for: layout.schema, withOptional: isFull))
        let diagnostics = layout.check(record, pictures: .directory(Repository.data))
        #expect(diagnostics.isEmpty, "line \(example.line): \(diagnostics.map(\.message))")
      }
    }
  }

  @Test("the wrong example is answered as the page shows it")
  func answer() throws {
    let index = try #require(page.blocks.firstIndex { $0.kind == "layout wrong" })
    let draft = LayoutDraft(Array(page.blocks[index].text.utf8), name: "badge.layout")
    let answer = TerminalPrinter(sources: draft.sources).text(of: draft.diagnostics)
    #expect(page.blocks[index + 1].text == answer)
  }

  // MARK: Words

  @Test("has every id of a diagnostic, warnings apart, and none that is not one")
  func diagnosticIDs() throws {
    let ids = try DiagnosticIDs(sources: Repository.root.appending(path: "Sources"))
    #expect(ids.all.count > 150)
    let (errors, warnings) = try (table("errors about"), table("warnings about"))
    let told = (errors + warnings).flatMap { $0["ids"]?.code ?? [] }
    #expect(told.count == Set(told).count, "an id stands twice")
    #expect(Set(told).subtracting(ids.all).sorted() == [], "ids that are none")
    #expect(ids.all.subtracting(told).sorted() == [], "ids that the page lacks")
    #expect(Set(warnings.flatMap { $0["ids"]?.code ?? [] }) == ids.warnings)
  }

  @Test("no word in code font is unknown to the language")
  func words() throws {
    // The command, its files, families of fonts, and names that stand for others.
    var known: Set<String> = [
      "certpress", "check", "fix", "format", "schema", "fonts", "badge", "house", "layout", "json",
    ]
    known.formUnion(["CertPress", "Song", "Hei", "Kai", "LAYOUT", "RECORD", "NAME", "fields", "rgb", "rrggbb"])
    for element in Vocabulary.elements {
      known.formUnion(
        [element.name] + element.flags + element.words + element.properties.flatMap { [$0.name] + $0.words })
    }
    known.formUnion(Schema.Field.FieldType.allCases.map(\.rawValue))
    known.formUnion(PaperSize.allCases.map(\.rawValue) + ["landscape", "portrait", "x"])
    known.formUnion(LengthUnit.allCases.map(\.rawValue) + BuiltIn.names)
    known.formUnion(TypeSize.all.map(\.name) + [DatePattern.chineseName, "all"])
    for example in page.blocks.filter({ $0.kind == "layout" }).map(\.text) + [ReferenceSheet("").text] {
      known.formUnion(example.matches(of: /[\p{L}_][\p{L}\p{N}_-]*/).map { String($0.0) })
    }
    for (line, text) in page.prose {
      for code in text.code where !code.contains(/^[a-z]+\.[a-z0-9-]+$/) && !code.hasPrefix("\\") {
        let bare = code.replacing(/"[^"]*"|#[0-9a-f]+/, with: "").replacing(/\b\d[\d.]*(mm|cm|in|pt|em|%)?/, with: "")
        for word in bare.matches(of: /[\p{L}_][\p{L}\p{N}_-]*/).map({ String($0.0) }) {
          let isKnown = known.contains(word) || DatePattern.unknownPart(of: word) == nil
          #expect(isKnown, "'\(word)' in line \(line)")
        }
      }
    }
  }

  @Test("its links lead somewhere")
  func links() {
    for (line, text) in page.prose {
      for link in text.matches(of: /\]\(([^)#]+)[^)]*\)/) {
        let path = Repository.root.appending(path: "docs").appending(path: String(link.1)).standardizedFileURL.path
        #expect(FileManager.default.fileExists(atPath: path), "\(link.1) in line \(line)")
      }
    }
  }
}

extension Double {
  /// To a tenth, without the zero that says nothing.
  fileprivate var written: String {
    let tenths = Int((self * 10).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

/// What a newcomer does first has to work as it is written.
@Suite("README's first layout")
struct FirstLayoutTests {
  let layout: String
  let record: String

  init() throws {
    let page = MarkdownPage(try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8))
    layout = try #require(page.blocks.first { $0.text.hasPrefix("certificate ") }).text
    record = try #require(page.blocks.first { $0.kind == "json" }).text
  }

  private func check(_ layout: String, _ record: String) throws -> [Diagnostic] {
    let press = try Press(fonts: Repository.fonts)
    let draft = LayoutDraft(Array(layout.utf8), name: "swimming.layout")
    if draft.diagnostics.hasErrors { return draft.diagnostics }
    let layout = try press.layout(Array(layout.utf8), name: "swimming.layout")
    return layout.warnings + layout.check(try layout.record(json: Array(record.utf8), name: "lin.json"))
  }

  @Test("its layout and its record are right")
  func works() throws {
    #expect(try check(layout, record).isEmpty)
  }

  @Test("a field that may be left out may be left out")
  func optional() throws {
    let fields = try #require(try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
    let fewer = try JSONSerialization.data(withJSONObject: fields.filter { $0.key != "coach" })
    #expect(fields["coach"] != nil)
    #expect(try check(layout, String(decoding: fewer, as: UTF8.self)).isEmpty)
  }

  @Test("the slips that it proposes are answered")
  func slips() throws {
    let misspelt = try check(layout.replacing("align:", with: "aling:", maxReplacements: 1), record)
    #expect(misspelt.map(\.id) == ["template.unknown-property"] && misspelt[0].hint == "did you mean 'align'?")
    let long = try check(layout, record.replacing("林䶮", with: String(repeating: "林", count: 41)))
    #expect(long.map(\.id) == ["record.too-long"])
  }
}

/// What the elements of the table need in their blocks.
private enum ElementSamples {
  static let blocks = [
    "document": " { title: \"示例\" }", "data": " { field text \"标签\" }", "style": " { font: song 16pt }",
    "text": " { font: song 16pt; at: 0mm 0mm }", "image": " { at: 0mm 0mm; size: 30mm; alt: \"标志\" }",
    "qr": " { at: 0mm 0mm; size: 30mm; alt: \"查验\" }", "seal": " { at: 0mm 0mm; diameter: 40mm }",
    "line": " { from: 0mm 0mm; to: 30mm 0mm }", "rectangle": " { at: 0mm 0mm; size: 30mm; fill: #ffffff }",
    "ellipse": " { at: 0mm 0mm; size: 30mm; fill: #ffffff }", "path": " { at: 0mm 0mm; fill: #ffffff }",
    "border": " { width: 7mm }", "microtext": " { font: song 1.2pt; from: 0mm 0mm; to: 30mm 0mm }",
    "guilloche rosette": " { at: 0mm 0mm; diameter: 30mm }",
    "guilloche band": " { from: 0mm 10mm; to: 30mm 10mm; height: 5mm }", "watermark": " { font: song 30pt }",
    "row": " { at: 0mm 0mm; text name { font: song 16pt } }",
    "column": " { at: 0mm 0mm; text name { font: song 16pt } }",
    "table": " { at: 0mm 0mm; columns: 30mm; row { text name { font: song 16pt } } }",
    "head": " { text name { font: song 16pt } }", "repeat": " { text course { font: song 16pt } }",
    "group": " { at: 0mm 0mm; text name { font: song 16pt; at: 0mm 0mm } }",
    "when": " { text teacher { font: song 16pt; at: 0mm 0mm } }",
  ]
  /// What they stand in, where that is not the certificate: the element in place of the dots.
  static let around = ["head": "column { at: 0mm 0mm; … }", "repeat": "column { at: 0mm 0mm; … }"]
}
