import CertPress
import Foundation
import TestKit
import Testing

@Suite("The library, as a service uses it")
struct CertificateServiceTests {
  private func service() throws -> CertificateService {
    try CertificateService(
      fonts: Repository.fonts, layout: Repository.layout, portraits: .directory(Repository.data))
  }

  @Test("requests answered all at once get the bytes that each gets alone")
  func concurrent() async throws {
    let service = try service()
    let bodies = try Repository.records().prefix(24).map { [UInt8]($0) }
    var alone: [[UInt8]] = []
    for (number, body) in bodies.enumerated() {
      guard case .download(let bytes) = try await service.download(body, number: number) else {
        Issue.record("request \(number) was refused")
        return
      }
      alone.append(bytes)
    }
    #expect(Set(alone).count == bodies.count)
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (number, body) in bodies.enumerated() {
        group.addTask {
          guard case .download(let bytes) = try await service.download(body, number: number) else {
            return (number, [])
          }
          return (number, bytes)
        }
      }
      for try await (number, bytes) in group { #expect(bytes == alone[number], "request \(number)") }
    }
  }

  @Test("a request without its portrait and with a wrong date is refused for both, by field")
  func refused() async throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Repository.records()[0]) as? [String: String])
    object["photo"] = nil
    object["birth"] = "1990-02-30"
    let body = [UInt8](try JSONSerialization.data(withJSONObject: object))
    guard case .refused(let faults) = try await service().download(body, number: 1) else {
      Issue.record("it was not refused")
      return
    }
    #expect(faults == ["photo": "record.missing-field", "birth": "record.not-a-date"])
  }

  @Test("a record made in code gives the bytes of the same record as JSON")
  func fromCode() throws {
    let data = try Repository.records()[0]
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    let pictures = Pictures.directory(Repository.data)
    let fromJSON = try layout.render(layout.record(json: [UInt8](data), name: "json"), as: .pdf, pictures: pictures)
    let record = Record(name: "code", values: object.mapValues { .text($0) })
    #expect(try layout.render(record, as: .pdf, pictures: pictures).bytes == fromJSON.bytes)
  }

  @Test("pictures may come from memory")
  func pictures() throws {
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    let record = try layout.record(json: [UInt8](Repository.records()[0]), name: "r")
    let photo = [UInt8](try Data(contentsOf: URL(filePath: Repository.data + "/photos/000.jpg")))
    let fromMemory = try layout.render(record, as: .pdf, pictures: .memory(["photos/000.jpg": photo]))
    #expect(try layout.render(record, as: .pdf, pictures: .directory(Repository.data)).bytes == fromMemory.bytes)
    #expect(layout.check(record).map(\.id) == ["media.not-found"])
  }

  @Test("a layout with errors is refused when it is loaded, with all of them")
  func badLayout() throws {
    let press = try Press(fonts: Repository.fonts)
    let text = "certificate \"x\" {\n  page A4\n  text \"a\" { font: nope 12pt; at: 0mm 0mm }\n  txt \"b\"\n}\n"
    let faults = #expect(throws: Faults.self) { try press.layout(Array(text.utf8), name: "bad.layout") }
    #expect(faults?.kind == .input && (faults?.diagnostics.count ?? 0) >= 2)
    #expect(faults?.description.contains("bad.layout:3:") == true)
  }

  @Test("a folder without fonts is an error of the environment")
  func noFonts() throws {
    let empty = try TemporaryFolder()
    let faults = #expect(throws: Faults.self) { try Press(fonts: empty.url.path) }
    #expect(faults?.kind == .environment && faults?.diagnostics.first?.id == "text.no-manifest")
  }
}
