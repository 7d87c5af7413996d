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
}
