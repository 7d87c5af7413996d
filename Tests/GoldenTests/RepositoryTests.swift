import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// The goldens of this repository.
@Suite("Our goldens")
struct RepositoryTests {
  static let harness = Result {
    try GoldenHarness(press: House.press.get(), folder: GoldenFolder(at: Repository.path("golden")))
  }
  static let names = (try? harness.get().folder.cases.map(\.name)) ?? []

  @Test("each case is as it was recorded", arguments: names)
  func asRecorded(name: String) throws {
    let harness = try Self.harness.get()
    let outcome = harness.check(try #require(harness.folder.cases.first { $0.name == name }))
    #expect(outcome.differences.map(\.sentence) == [])
    #expect(!outcome.isFailure)
  }

  @Test("there are certificates and single behaviours, every file belongs to one, and it is known what drew them")
  func whole() throws {
    let folder = try Self.harness.get().folder
    #expect(folder.problems == [])
    #expect(folder.cases.count { $0.name.hasPrefix("certificates/") } >= 8)
    #expect(folder.cases.contains { $0.name.hasPrefix("elements/") })
    #expect(folder.cases.contains { $0.name.hasPrefix("diagnostics/") })
    #expect(try Self.harness.get().recorded != nil)
  }

  @Test("all of it is less than 16 MB, and each picture as small as libpng makes it")
  func size() throws {
    var total = 0
    let files = FileManager.default.enumerator(atPath: Repository.path("golden"))
    for case let file as String in files ?? FileManager.DirectoryEnumerator() {
      let path = Repository.path("golden/\(file)")
      total += try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard file.hasSuffix("expected.png") else { continue }
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let best = try #require(Raster(png: bytes).smallestPNG())
      #expect(bytes.count < best.count + best.count / 20, "\(file)")
    }
    #expect(total > 1_000_000)
    #expect(total < 16_000_000)
  }
}
