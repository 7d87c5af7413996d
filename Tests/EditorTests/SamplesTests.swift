import CertPress
import Foundation
import TestKit
import Testing

@testable import PressEditor

/// Invented records hold what they promise, with every layout of the repository.
@Suite struct SamplesTests {
  private static let loaded = Result { try Press(fonts: Repository.fonts) }
  static func press() throws -> Press { try loaded.get() }

  /// The layouts to start from, and those of the language's reference that want data.
  static let layouts: [String] = {
    let starters = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("layouts"))) ?? []
    let cases = (try? FileManager.default.contentsOfDirectory(atPath: Repository.path("golden/reference"))) ?? []
    return starters.sorted().filter { $0.hasSuffix(".layout") }.map { "layouts/" + $0 }
      + cases.sorted().map { "golden/reference/\($0)/sheet.layout" }.filter {
        FileManager.default.fileExists(atPath: Repository.path($0))
      }
  }()

  private func layout(_ path: String) throws -> Layout { try Self.press().layout(at: Repository.path(path)) }

  /// What presses is told by these, and by nothing else.
  private static let crowded: Set = [
    "layout.text-overflow", "layout.row-too-high", "layout.off-page", "layout.too-many-pages", "layout.seal-crowded",
    "layout.quiet-zone",
  ]

  private func errors(_ sample: SampleRecord, of layout: Layout) throws -> Set<String> {
    let record = try layout.record(json: sample.json, name: sample.name)
    return Set(
      layout.check(record, pictures: SampleRecord.pictures).filter { $0.severity == .error }.map(\.id))
  }

  @Test("there are layouts to try") func found() { #expect(Self.layouts.count > 20) }

  @Test("what is invented satisfies the layout's data; only what presses may not fit", arguments: layouts)
  func satisfies(path: String) throws {
    let layout = try layout(path)
    let samples = SampleRecord.invented(for: layout.schema)
    #expect(samples.first?.name == "usual")
    for sample in samples {
      let errors = try errors(sample, of: layout)
      switch sample.name {
      case "usual", "shortest of every field", "optional fields absent":
        #expect(errors.isEmpty, "\(sample.name): \(errors)")
      case "no picture": #expect(errors == ["media.not-found"])
      default: #expect(errors.isSubset(of: Self.crowded), "\(sample.name): \(errors)")
      }
    }
  }

  @Test(
    "the usual record prints without a warning on a layout to start from",
    arguments: layouts.filter { $0.hasPrefix("layouts/") })
  func usual(path: String) throws {
    let layout = try layout(path)
    let sample = try #require(SampleRecord.invented(for: layout.schema).first)
    let record = try layout.record(json: sample.json, name: sample.name)
    let (scene, diagnostics) = layout.preview(record, pictures: SampleRecord.pictures)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    #expect(SampleReport(scene: scene, diagnostics: diagnostics, schema: layout.schema).status != .error)
  }

  @Test("at most ten, each with a name of its own, and the same bytes again", arguments: layouts)
  func ten(path: String) throws {
    let schema = try layout(path).schema
    let samples = SampleRecord.nastiest(for: schema, given: [])
    #expect((1...10).contains(samples.count))
    #expect(samples.first?.name == "usual")
    #expect(Set(samples.map(\.name)).count == samples.count)
    let invented = SampleRecord.invented(for: schema)
    #expect(Set(invented.map(\.name)).count == invented.count)
    #expect(samples.map(\.json) == SampleRecord.nastiest(for: schema, given: []).map(\.json))
    #expect(samples.allSatisfy { $0.origin == .invented })
  }

  /// Bounds that leave little choice, every form of printing, English labels.
  private static let oddData = """
    certificate "Odd" {
      page A4
      font song "CertPress Song"
      data {
        holder    text "Holder" { min: 5; max: 6 }
        initials  text "Initials" { max: 1 }
        long      text "Remarks" { min: 300; max: 5000 }
        grade     text "等级" { one-of: "优", "良好", "不及格" }
        secret    text "Account" { print: mask(3, 4); max: 40 }
        short     text "卡号" { print: mask(6, 4) }
        hours     number "学时"
        rank      number "Rank" { print: chinese }
        sum       number "金额" { print: money }
        much      number "Total" { print: number(2, ",") }
        one       number "班" { one-of: "1", "2", "12" }
        born      date "Date of birth" { print: date("MMMM d, yyyy") }
        day       date "日期" { print: date(chinese) }
        english   date "日期（英文）" { same-as: day; print: date("d MMM yyyy") }
        tiny      url "Address" { max: 12 }
        site      url "Site" { min: 150; max: 200 }
        members   list "成员" { min: 3; max: 4; print: join("、", "和") }
        loose     list "Marks" {
          subject text "Subject" { optional }
          mark    number "Mark" { optional }
        }
        note      text "备注" { optional; default: "无" }
      }
      text "{holder}" { font: song 7pt; at: 10mm 10mm }
    }
    """

  @Test("bounds, masks, numerals and dates of every kind are kept") func odd() throws {
    let layout = try Self.press().layout(Array(Self.oddData.utf8), name: "odd.layout")
    let samples = SampleRecord.invented(for: layout.schema)
    #expect(samples.count == 11)
    for sample in samples {
      let record = try layout.record(json: sample.json, name: sample.name)
      let (filled, diagnostics) = layout.template.filled(by: record)
      #expect(diagnostics.isEmpty, "\(sample.name): \(diagnostics.map(\.message))")
      #expect(filled != nil)
      let names = Set(record.fields.map(\.name))
      #expect(!names.contains("english"), "a field that prints another one's value is in no record")
      #expect(names.contains("note") == (sample.name != "optional fields absent"))
    }
  }

  @Test("the longest is as long as the data allows, and lists have all their entries") func longest() throws {
    let layout = try Self.press().layout(at: Repository.path("layouts/transcript.layout"))
    let samples = SampleRecord.invented(for: layout.schema)
    func record(_ name: String) throws -> Record {
      let sample = try #require(samples.first { $0.name == name })
      return try layout.record(json: sample.json, name: sample.name)
    }
    let longest = try record("longest of every field")
    for field in layout.schema.fields where field.type == .text || field.type == .url {
      guard let maximum = field.maximum, case .text(let text)? = longest[field.name]?.value else {
        Issue.record("\(field.name) is bounded and given")
        continue
      }
      #expect(text.count == maximum, "\(field.name)")
    }
    guard case .list(let entries)? = try record("longest list")["courses"]?.value else {
      Issue.record("the list is given")
      return
    }
    #expect(entries.count == 90)
  }
}
