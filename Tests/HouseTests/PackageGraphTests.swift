import Foundation
import Testing

/// `docs/architecture.md` says who may import whom; `Package.swift` is held against it.
@Suite("The house")
struct PackageGraphTests {
  private static let root: URL = {
    var folder = URL(filePath: #filePath)
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// C modules belong to the room that imports them; the table names them there.
  private func graphOfThePackage() throws -> [String: Set<String>] {
    let output = try run(["swift", "package", "--package-path", Self.root.path, "dump-package"])
    let package = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    let targets = try #require(package["targets"] as? [[String: Any]])
    var graph: [String: Set<String>] = [:]
    for target in targets where target["type"] as? String != "test" && target["type"] as? String != "system" {
      let name = try #require(target["name"] as? String)
      let dependencies = try #require(target["dependencies"] as? [[String: [Any]]])
      graph[name] = Set(dependencies.compactMap { $0.values.first?.first as? String })
    }
    return graph
  }

  private func graphOfTheTable() throws -> [String: Set<String>] {
    let text = try String(contentsOf: Self.root.appending(path: "docs/architecture.md"), encoding: .utf8)
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

  @Test("no room imports Foundation")
  func noFoundation() throws {
    let sources = Self.root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var seen = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      seen += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("import Foundation"), "\(file.lastPathComponent)")
    }
    #expect(seen > 50)
  }

  private func run(_ command: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A scratch folder of its own: the one in use is locked by the test run.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "certpress-graph-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    process.arguments = command + ["--scratch-path", scratch.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }
}
