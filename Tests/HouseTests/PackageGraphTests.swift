import Foundation
import TestKit
import Testing

/// `docs/architecture.md` says who may import whom; `Package.swift` is held against it.
@Suite("The house")
struct PackageGraphTests {
  /// C modules belong to the room that imports them; the table names them there.
  private func graphOfThePackage() throws -> [String: Set<String>] {
    // A scratch folder of its own: the one in use is locked by the test run.
    let scratch = try TemporaryFolder()
    let output = try Tool.run(
      "swift", "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path("build"),
      "dump-package"
    ).output
    let package = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    let targets = try #require(package["targets"] as? [[String: Any]])
    var graph: [String: Set<String>] = [:]
    for target in targets where target["type"] as? String != "test" && target["type"] as? String != "system" {
      let name = try #require(target["name"] as? String)
      if name == "TestKit" { continue }
      let dependencies = try #require(target["dependencies"] as? [[String: [Any]]])
      graph[name] = Set(dependencies.compactMap { $0.values.first?.first as? String })
    }
    return graph
  }

  private func graphOfTheTable() throws -> [String: Set<String>] {
    let text = try String(contentsOf: Repository.root.appending(path: "docs/architecture.md"), encoding: .utf8)
    var graph: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { continue }
      let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      graph[cells[0].trimmingCharacters(in: ["`"])] = Set(names.filter { $0 != "–" })
    }
    return graph
  }

  @Test("every arrow of the package stands in the table of docs/architecture.md, and none more")
  func arrows() throws {
    let package = try graphOfThePackage()
    let table = try graphOfTheTable()
    #expect(package.count > 10)
    #expect(Set(package.keys) == Set(table.keys))
    for (room, imports) in package {
      #expect(imports == table[room], "the imports of \(room)")
    }
  }

  @Test("no room imports Foundation, but for the one file in which the desk hands bytes to its HTTP library")
  func noFoundation() throws {
    let sources = Repository.root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var seen = 0
    for case let file as URL in files where file.pathExtension == "swift" && file.lastPathComponent != "HTTPBytes.swift"
    {
      seen += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("import Foundation"), "\(file.lastPathComponent)")
    }
    #expect(seen > 50)
  }
}
