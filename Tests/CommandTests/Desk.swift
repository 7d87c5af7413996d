import Foundation
import TestKit
import Testing

/// A folder with all that one certificate needs: a record that fits the sample layout, and its portrait.
///
/// Fields are kept as raw JSON, so that a test can write what no encoder would.
struct Desk {
  static let plainLayout = """
    certificate "plain" {
      page A5
      document { title: "{value}"; author: "{value}" }
      font song "CertPress Song"
      data { value text "值" }
      text "{value}" { font: song 12pt; at: 10mm 10mm; width: 100mm; fit: shrink(6pt), wrap(3) }
    }
    """

  let folder: TemporaryFolder
  var layout = Repository.layout
  var fields: [(name: String, json: Data)] = []

  /// The first of the sample records.
  init() throws { try self.init(record: 0) }

  init(record index: Int) throws {
    folder = try TemporaryFolder()
    let record = try Repository.records()[index]
    let members = try #require(try JSONSerialization.jsonObject(with: record) as? [String: String])
    for (name, value) in members.sorted(by: { $0.key < $1.key }) where name != "photo" { set(name, value) }
    try FileManager.default.copyItem(atPath: Repository.path("Tests/Data/photos/000.jpg"), toPath: path("photo.jpg"))
    set("photo", "photo.jpg")
  }

  /// A layout of one text that gives way as far as it can, and a record of one field.
  init(plain value: String) throws {
    folder = try TemporaryFolder()
    layout = try folder.write(Data(Self.plainLayout.utf8), as: "plain.layout")
    set("value", value)
  }

  /// A layout of your own, for a record without fields.
  init(layout text: Data) throws {
    folder = try TemporaryFolder()
    layout = try folder.write(text, as: "sheet.layout")
  }

  func path(_ name: String) -> String { folder.path(name) }

  mutating func set(_ name: String, _ value: String) { set(name, json: Self.json(value)) }

  mutating func set(_ name: String, json: Data) {
    fields.removeAll { $0.name == name }
    fields.append((name, json))
  }

  mutating func remove(_ name: String) { fields.removeAll { $0.name == name } }

  static func json(_ value: String) -> Data { (try? JSONEncoder().encode(value)) ?? Data() }

  var json: Data {
    var json = Data("{".utf8)
    for (index, field) in fields.enumerated() {
      json += Data("\(index == 0 ? "" : ",")\n  \"\(field.name)\": ".utf8) + field.json
    }
    return json + Data("\n}\n".utf8)
  }

  @discardableResult
  func saveRecord() throws -> String { try folder.write(json, as: "record.json") }

  /// Renders by the command, to a file `certificate.pdf` or whatever is asked for.
  func render(_ arguments: String..., output: String = "certificate.pdf") throws -> Tool.Result {
    try Command.run(
      ["render", layout, "--data", try saveRecord(), "--output", path(output)] + arguments)
  }

  /// Names of the files that are there now.
  func files() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path)) }

  func data(_ name: String = "certificate.pdf") throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

  /// What poppler reads in the PDF, each run of white space as one blank, lines kept.
  func printedText() throws -> String {
    let text = try Tool.run("pdftotext", "-raw", path("certificate.pdf"), "-").text
    return text.split(separator: "\n").map { oneBlank(String($0)) }.joined(separator: "\n")
  }
}

func oneBlank(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

enum Command {
  /// Nothing may keep the command busy for ever. A minute, since all tests share two cores; by KILL, since a test process may
  /// have blocked TERM.
  static let limit = ["timeout", "-s", "KILL", "60"]

  static func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String]? = nil, folder: String? = nil
  ) throws -> Tool.Result {
    try Tool.run(
      limit + [Repository.command] + arguments, input: input, environment: environment, folder: folder)
  }

  /// Runs a line of shell, in which `"$certpress"` is the command and `$1` the first argument.
  static func shell(_ line: String, _ arguments: String..., folder: String? = nil) throws -> Tool.Result {
    try Tool.run(
      ["env", "certpress=\(Repository.command)"] + limit + ["bash", "-c", line, "bash"] + arguments,
      folder: folder)
  }
}

extension Tool.Result {
  /// The ids of the diagnostics on standard error.
  var ids: Set<String> { Set(error.matches(of: #/\[([a-z]+\.[a-z0-9-]+)\]/#).map { String($0.1) }) }
}
