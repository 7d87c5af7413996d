import CertPress
import Foundation
import TestKit
import Testing

@Suite("Same bytes from tasks")
struct ConcurrencyTests {
  private static let formats: [OutputFormat] = [.pdf, .png(dpi: 150)]

  private let layout: Layout
  private let records: [Record]

  init() throws {
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    self.layout = layout
    // One in eight of the sample: 24 people, all of them different.
    records = try Repository.records().enumerated().filter { $0.offset % 8 == 1 }.prefix(24).map { index, json in
      try layout.record(json: Array(json), name: "records.ndjson:\(index + 1)")
    }
    try #require(records.count == 24)
  }

  private static func render(_ record: Record, _ layout: Layout) throws -> [[UInt8]] {
    try formats.map { try layout.render(record, as: $0, pictures: .directory(Repository.data)).bytes }
  }

  /// Each record's PDF and PNG, rendered by as many tasks at once.
  private func render(tasks: Int) async throws -> [[[UInt8]]] {
    let (layout, records) = (layout, records)
    return try await withThrowingTaskGroup(of: [(Int, [[UInt8]])].self) { group in
      for task in 0..<tasks {
        group.addTask {
          try stride(from: task, to: records.count, by: tasks).map { ($0, try Self.render(records[$0], layout)) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  @Test("24 people one after the other and by 8 tasks at once: byte by byte the same")
  func tasks() async throws {
    let alone = try records.map { try Self.render($0, layout) }
    #expect(Set(alone.flatMap(\.self)).count == 48)
    let together = try await render(tasks: 8)
    #expect(together.count == 24)
    for (index, (one, other)) in zip(alone, together).enumerated() { #expect(one == other, "\(records[index].name)") }
  }

  @Test("a press that has printed others prints the same as a fresh one, and as the command")
  func history() throws {
    for record in records.prefix(6) { _ = try Self.render(record, layout) }
    let used = try Self.render(records[7], layout)
    let fresh = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    #expect(try Self.render(records[7], fresh) == used)

    let folder = try TemporaryFolder()
    let json = try Repository.records()[Int(records[7].name.dropFirst("records.ndjson:".count)).map { $0 - 1 } ?? 0]
    let record = try folder.write(json, as: "record.json")
    for (format, bytes) in zip(["pdf", "png"], used) {
      let result = try Command.run(
        [
          "render", Repository.layout, "--data", record, "--assets", Repository.data, "--output", "-", "--format",
          format,
          "--dpi", "150",
        ])
      #expect(result.error == "")
      #expect(Array(result.output) == bytes)
    }
  }

  @Test("a record that fails between two others leaves no trace in them")
  func failures() async throws {
    let layout = layout
    let good = records[3]
    let expected = try Self.render(good, layout)
    let bad = ["\u{1F600}", "\u{0}", String(repeating: "张", count: 50) + "x", "محمد"].map { name in
      Record(
        name: "bad",
        values: Dictionary(good.fields.map { ($0.name, $0.value) }) { $1 }.merging(["name": .text(name)]) { $1 })
    }
    let equal = try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<32 {
        group.addTask {
          if index % 2 == 0 { return try Self.render(good, layout) == expected }
          return (try? Self.render(bad[index / 2 % 4], layout)) == nil
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(equal == Array(repeating: true, count: 32))
  }
}
