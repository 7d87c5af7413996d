import Foundation
import TestKit
import Testing

@Suite("Hostile layouts")
struct HostileLayoutTests {
  static let texts: [(name: String, data: Data)] = [
    ("an empty file", Data()),
    ("blank lines", Data("\n \n".utf8)),
    ("only a comment", Data("// nothing\n".utf8)),
    ("zeros", Data(count: 100_000)),
    ("all bytes, many times", Data((0..<400).flatMap { _ in 0...255 as ClosedRange<UInt8> })),
    ("a picture", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 16])),
    ("1 MB of {", Data(repeating: UInt8(ascii: "{"), count: 1_000_000)),
    ("1 MB of }", Data(repeating: UInt8(ascii: "}"), count: 1_000_000)),
    ("1 MB of (", Data(repeating: UInt8(ascii: "("), count: 1_000_000)),
    ("1 MB of \"", Data(repeating: UInt8(ascii: "\""), count: 1_000_000)),
    ("1 MB of one word", Data(repeating: UInt8(ascii: "a"), count: 1_000_000)),
    ("1 MB of digits", Data(repeating: UInt8(ascii: "9"), count: 1_000_000)),
    ("300,000 lines of nothing much", Data(repeating: UInt8(ascii: ";"), count: 300_000)),
    ("100,000 nested blocks", Data(String(repeating: "certificate \"x\" { ", count: 100_000).utf8)),
    ("a certificate that is not closed", Data("certificate \"x\" {\n  page A4\n".utf8)),
    ("a string that is not closed", Data("certificate \"x {\n  page A4\n}\n".utf8)),
    ("a comment that is not closed", Data("certificate \"x\" { page A4 } /* ".utf8)),
    (
      "a reference that is not closed", Data("certificate \"x\" { page A4\n data { a text \"a\" }\n text \"{a\" }".utf8)
    ),
    ("no certificate", Data("page A4\n".utf8)),
    ("a record", Data("{ \"name\": \"张三\" }\n".utf8)),
    ("two certificates", Data("certificate \"x\" { page A4 }\ncertificate \"y\" { page A4 }\n".utf8)),
    ("UTF-16", "certificate \"x\" { page A4 }".data(using: .utf16) ?? Data()),
    ("GBK", Data("certificate \"".utf8) + Data([0xD5, 0xC5]) + Data("\" { page A4 }".utf8)),
    ("a page of no size", Data("certificate \"x\" { page 0mm x 0mm }".utf8)),
    ("a page as large as the earth", Data("certificate \"x\" { page 40000km x 40000km }".utf8)),
    ("numbers without end", Data("certificate \"x\" { page \(String(repeating: "9", count: 400))mm x 1e400mm }".utf8)),
  ]

  @Test("is refused quickly, with places and no more words than a person reads", arguments: texts.indices)
  func text(index: Int) throws {
    let (name, data) = Self.texts[index]
    let desk = try Desk(layout: data)
    let result = try desk.render()
    #expect(result.status == 1, "\(name): \(result.error.prefix(500))")
    #expect(!result.ids.isEmpty, "\(name): \(result.error.prefix(500))")
    #expect(result.error.contains("sheet.layout:"), "\(name): \(result.error.prefix(500))")
    // The parser stops after 200 errors.
    #expect(result.error.utf8.count < 100_000, "\(name): \(result.error.prefix(500))")
    #expect(try desk.files() == ["record.json", "sheet.layout"])

    for stage in ["syntax", "template"] {
      #expect(try Command.run(["dump", desk.layout, "--stage", stage]).status == 1, "\(name), \(stage)")
    }
    let check = try Command.run(["check", desk.layout, "--diagnostics", "json"])
    #expect(check.status == 1, "\(name)")
    #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: check.output) }
  }
}
