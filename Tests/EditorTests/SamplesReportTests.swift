import CertPress
import TestKit
import Testing

@testable import PressEditor

/// What a small picture says of its record.
@Suite struct SamplesReportTests {
  private static let layout = """
    certificate "Badge" {
      page A5
      font song "CertPress Song"
      data {
        name text "姓名"
        unit text "批准单位"
      }
      text "{name}" { font: song 20pt; at: 20mm 20mm; width: 40mm; fit: shrink(8pt) }
      text "{unit}" { font: song 20pt; at: 20mm 60mm; width: 40mm; fit: wrap(2) }
    }
    """

  private func report(name: String, unit: String) throws -> SampleReport {
    let layout = try SamplesTests.press().layout(Array(Self.layout.utf8), name: "badge.layout")
    let record = Record(name: "a sample", values: ["name": .text(name), "unit": .text(unit)])
    let (scene, diagnostics) = layout.preview(record)
    return SampleReport(scene: scene, diagnostics: diagnostics, schema: layout.schema)
  }

  @Test("what fits as asked has nothing to say") func good() throws {
    let report = try report(name: "丁一", unit: "教育局")
    #expect(report.status == .good)
    #expect(report.flags.isEmpty)
  }

  @Test("what shrinks and wraps is told by its label, with the size and the lines") func fitted() throws {
    // Eight characters in 40 mm, which are 113.4 pt.
    let report = try report(name: "一二三四五六七八", unit: "一二三四五六七八")
    #expect(report.status == .warning)
    #expect(report.flags == ["姓名 shrinks to 14.1 pt", "批准单位 wraps into 2 lines"])
  }

  @Test("an error comes first, short, and without a value") func error() throws {
    let unit = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
    let report = try report(name: "一二三四五六七八", unit: unit)
    #expect(report.status == .error)
    #expect(report.flags.count == 2)
    #expect(report.flags.last == "姓名 shrinks to 14.1 pt")
    #expect(report.flags.allSatisfy { flag in flag.count <= 90 && !unit.contains { flag.contains($0) } })
    let missing = try self.report(name: "丁一", unit: " ")
    #expect(missing.status == .error)
    #expect(missing.flags.count == 1)
  }
}
