import CertPress
import Foundation
import TestKit

/// A layout with a record of the repository's goldens, and where the record's pictures are.
struct GoldenSheet: Sendable {
  let name: String
  let layout: String
  let record: [UInt8]
  let pictures: Pictures

  /// All cases of the goldens but those of broken layouts, and some of the sample records.
  static let all: [GoldenSheet] = {
    let golden = Repository.root.appending(path: "golden")
    var sheets: [GoldenSheet] = []
    for case let folder as URL in FileManager.default.enumerator(at: golden, includingPropertiesForKeys: nil) ?? .init()
    where !folder.path.contains("/diagnostics/") {
      let own = folder.appending(path: "sheet.layout")
      let named = try? String(contentsOf: folder.appending(path: "sheet"), encoding: .utf8)
      guard named != nil || FileManager.default.fileExists(atPath: own.path) else { continue }
      let layout = named.map { Repository.path($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? own.path
      let record = (try? Data(contentsOf: folder.appending(path: "record.json"))) ?? Data("{}".utf8)
      sheets.append(
        GoldenSheet(
          name: folder.lastPathComponent, layout: layout, record: [UInt8](record),
          pictures: .directory(folder.path)))
    }
    for (number, record) in ((try? Repository.records()) ?? []).prefix(Soak.isOn ? 200 : 24).enumerated() {
      sheets.append(
        GoldenSheet(
          name: "sample \(number)", layout: Repository.layout, record: [UInt8](record),
          pictures: .directory(Repository.data)))
    }
    return sheets.sorted { $0.name < $1.name }
  }()
}

/// All that comes of a sheet.
struct Outcome: Equatable {
  /// With places and provenance.
  var dump: String
  var diagnostics: [Diagnostic]
  /// None where an error stands in the way.
  var pdf: [UInt8]?
  var png: [UInt8]?

  init(_ sheet: GoldenSheet, of layout: Layout) throws {
    let record = try layout.record(json: sheet.record, name: sheet.name)
    let (scene, diagnostics) = layout.preview(record, pictures: sheet.pictures)
    dump = SceneDump.text(scene, places: layout.sources(with: record))
    self.diagnostics = diagnostics
    pdf = try? layout.render(record, as: .pdf, pictures: sheet.pictures).bytes
    png = try? layout.render(record, as: .png(dpi: 96), pictures: sheet.pictures).bytes
  }
}

/// The same numbers everywhere.
struct Mixer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
