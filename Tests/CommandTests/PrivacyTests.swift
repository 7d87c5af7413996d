import Foundation
import TestKit
import Testing

/// Values of a record are personal data: what the command says goes into logs that many people read.
@Suite("Privacy")
struct PrivacyTests {
  /// Faults of every kind that a record can have.
  static let faults: [(String, @Sendable (inout Desk) -> Void)] = [
    ("a forbidden character", { $0.set("name", "石洋静\n") }),
    ("a wrong type", { $0.set("name", json: Data("[\"石洋静\"]".utf8)) }),
    ("a doubled field", { $0.set("name", json: Data("\"石洋静\", \"name\": \"石洋静\"".utf8)) }),
    ("broken JSON", { $0.set("name", json: Data("\"石洋静\" x".utf8)) }),
    ("a string that is not closed", { $0.set("name", json: Data("\"石洋静".utf8)) }),
    ("a value without quotes", { $0.set("name", json: Data("石洋静".utf8)) }),
    ("invalid UTF-8", { $0.set("name", json: Data("\"石洋静".utf8) + [0xFF, 0x22]) }),
    ("a missing field", { $0.remove("title") }),
    ("an unknown field", { $0.set("nmae", "石洋静") }),
    ("too many characters", { $0.set("name", String(repeating: "石洋静", count: 40)) }),
    ("no date", { $0.set("birth", "1966年") }),
    ("no address", { $0.set("verify_url", "verify HB201206000000") }),
    (
      "an address that is too long",
      { $0.set("verify_url", "https://v.cn/HB201206000000/" + String(repeating: "k", count: 3_000)) }
    ),
    ("a value that does not fit", { $0.set("review_body", String(repeating: "荆州市农业系列", count: 11)) }),
    ("a character without a glyph", { $0.set("name", "石洋静😀") }),
    ("none of the choices", { $0.set("gender", "石洋静") }),
    ("a picture that is missing", { $0.set("photo", "石洋静-421567196608104372.jpg") }),
    ("a picture outside", { $0.set("photo", "../石洋静-421567196608104372.jpg") }),
    ("a picture that is broken", { try? Data().write(to: URL(filePath: $0.path("photo.jpg"))) }),
    ("a rare character, warned of", { $0.set("name", "\u{2A0DC}石洋静") }),
  ]

  @Test("nothing that is said holds a value of the record", arguments: faults.indices)
  func silent(index: Int) throws {
    let (name, fault) = Self.faults[index]
    var desk = try Desk()
    // The sample's own date is the one that a hint gives as an example.
    desk.set("print_date", "2021-11-30")
    fault(&desk)
    let secrets = try secretsOfTheFirstRecord() + ["石洋静", "421567", "HB2012", "1966", "荆州市农业系列", "2021-11-30"]
    for style in ["text", "json"] {
      let result = try desk.render("--diagnostics", style)
      let said = result.error + result.text
      #expect(said.contains("error") || said.contains("warning"), "\(name)")
      for secret in secrets { #expect(!said.contains(secret), "\(name), \(style): \(secret)") }
    }
  }

  @Test("with --show-values the record's line is shown")
  func shown() throws {
    var desk = try Desk()
    desk.set("name", "石洋静\n")
    let result = try desk.render("--show-values")
    #expect(result.status == 1)
    #expect(result.error.contains("\"name\": \"石洋静\\n\""))
  }

  /// Values that do not stand in the layout as well, whose lines may be shown.
  private func secretsOfTheFirstRecord() throws -> [String] {
    let layout = try String(contentsOfFile: Repository.layout, encoding: .utf8)
    let record = try JSONSerialization.jsonObject(with: try Repository.records()[0]) as? [String: String] ?? [:]
    let secrets = record.filter { $0.key != "print_date" }.values.filter { $0.count > 1 && !layout.contains($0) }
    #expect(secrets.count > 10)
    return secrets
  }
}
