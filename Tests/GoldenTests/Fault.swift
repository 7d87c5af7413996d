import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// A fault, seeded into a layout, a record or an output, and the words by which it has to be told.
struct Fault: Sendable, CustomTestStringConvertible {
  enum Seed: Sendable {
    /// Parts of the layout's text, each with what takes its place.
    case layout([(String, String)])
    /// Fields of the record; nil takes one away.
    case record([String: String?])
    /// A file of the case, with its new bytes.
    case file(String, @Sendable (Data) throws -> Data)
    /// The scene, before it is painted.
    case scene(@Sendable (inout Scene) throws -> Void)
    /// The PDF alone.
    case pdf(@Sendable (inout PDFEdit) throws -> Void)
  }

  var name: String
  var seed: Seed
  /// Sentences, or parts of them: each has to be among the differences.
  var told: [String]
  /// The text of the line of the layout that the first of them leads to; nil where it has none to lead to.
  var line: String?

  var testDescription: String { name }

  init(_ name: String, _ seed: Seed, tells told: String..., line: String? = nil) {
    self.name = name
    self.seed = seed
    self.told = told
    self.line = line
  }

  /// Parts of a layout: `old → new`.
  static func layout(_ old: String, _ new: String) -> Seed { .layout([(old, new)]) }
}

/// The certificate that faults are seeded into: a real one, its seal over a value, recorded once.
enum Specimen {
  static let layout = Result {
    let text = try String(contentsOfFile: Repository.layout, encoding: .utf8)
    let seal = "center: 188mm 150.5mm"
    guard text.contains(seal) else { throw Missing(text: seal) }
    return text.replacing(seal, with: "center: 75mm 156mm")
  }

  struct Missing: Error {
    var text: String
  }

  /// The files of the recorded case, and the environment's.
  private static let files = Result {
    let house = try House()
    try house.add("case", sheet: layout.get(), record: nil)
    try FileManager.default.removeItem(atPath: house.path("golden/group"))
    for file in ["record.json", "photo.jpg"] {
      try FileManager.default.copyItem(
        atPath: Repository.path("golden/certificates/real-record/\(file)"), toPath: house.path("golden/case/\(file)"))
    }
    let recordings = try house.record()
    if let faults = recordings.compactMap(\.faults).first { throw faults }
    return try FileManager.default.contentsOfDirectory(atPath: house.path("golden/case")).map {
      (name: $0, data: try house.read($0, in: "case"))
    } + [(name: "../ENVIRONMENT", data: try house.read("../ENVIRONMENT", in: "case"))]
  }

  /// What a check says of the recorded case after the fault.
  static func outcome(of seed: Fault.Seed? = nil) throws -> Outcome {
    let house = try House()
    try FileManager.default.removeItem(atPath: house.path("golden/group"))
    try FileManager.default.createDirectory(atPath: house.path("golden/case"), withIntermediateDirectories: true)
    for (name, data) in try files.get() { try house.write(data, name, in: "case") }
    switch seed {
    case .layout(let changes):
      var text = try layout.get()
      for (old, new) in changes {
        guard text.contains(old) else { throw Missing(text: old) }
        text = text.replacing(old, with: new)
      }
      try house.write(text, "sheet.layout", in: "case")
    case .record(let fields):
      var record = try #require(
        try JSONSerialization.jsonObject(with: house.read("record.json", in: "case")) as? [String: String])
      for (name, value) in fields { record[name] = value }
      try house.write(JSONSerialization.data(withJSONObject: record), "record.json", in: "case")
    case .file(let name, let change):
      try house.write(change(house.read(name, in: "case")), name, in: "case")
    case .scene, .pdf, nil: break
    }
    let harness = try house.harness("case")
    let golden = harness.folder.cases[0]
    switch seed {
    case .scene(let change):
      var rendering = try Rendering(golden, press: harness.press)
      try change(&rendering.scene)
      rendering = try Rendering(
        layout: rendering.layout, scene: rendering.scene, warnings: rendering.warnings, used: rendering.used)
      return try harness.compare(rendering, with: golden, CaseSettings(of: golden))
    case .pdf(let change):
      var rendering = try Rendering(golden, press: harness.press)
      var edit = try PDFEdit(rendering.pdf)
      try change(&edit)
      rendering.pdf = try edit.bytes()
      return try harness.compare(rendering, with: golden, CaseSettings(of: golden))
    default: return harness.check(golden)
    }
  }
}

/// A PDF taken apart by qpdf, to be changed and put together again.
struct PDFEdit {
  private var json: [String: Any]
  private var objects: [String: [String: Any]]

  init(_ pdf: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(pdf), as: "file.pdf")
    let output = try Tool.run(
      "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path
    ).output
    json = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    objects = try #require((json["qpdf"] as? [Any])?.last as? [String: [String: Any]])
  }

  func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var json = json
    let head = try #require((json["qpdf"] as? [Any])?.first)
    json = ["qpdf": [head, objects]]
    let path = try folder.write(
      JSONSerialization.data(withJSONObject: json, options: .withoutEscapingSlashes), as: "file.json")
    let run = try Tool.run("qpdf", "--json-input", path, folder.path("file.pdf"))
    try #require(run.status == 0, "\(run.error)")
    return Array(try Data(contentsOf: URL(filePath: folder.path("file.pdf"))))
  }

  /// Changes the dictionaries that `change` knows: plain objects and those of streams.
  /// - Parameter change: returns whether it was one of those meant.
  mutating func dictionaries(_ change: (inout [String: Any]) -> Bool) throws {
    var count = 0
    for (name, object) in objects {
      var object = object
      if var value = object["value"] as? [String: Any] {
        if change(&value) { count += 1 }
        object["value"] = value
      } else if var stream = object["stream"] as? [String: Any], var dictionary = stream["dict"] as? [String: Any] {
        if change(&dictionary) { count += 1 }
        stream["dict"] = dictionary
        object["stream"] = stream
      }
      objects[name] = object
    }
    try #require(count > 0, "nothing to change was found")
  }

  /// The name by which the page draws its picture.
  func nameOfPicture() throws -> String {
    func dictionary(_ object: [String: Any]?) -> [String: Any]? {
      object?["value"] as? [String: Any] ?? (object?["stream"] as? [String: Any])?["dict"] as? [String: Any]
    }
    for object in objects.values {
      for (name, reference) in dictionary(object)?["/XObject"] as? [String: String] ?? [:]
      where dictionary(objects["obj:" + reference])?["/Subtype"] as? String == "/Image" {
        return name
      }
    }
    throw Specimen.Missing(text: "/Image")
  }

  /// Changes the text of the streams that hold `mark`.
  mutating func streams(with mark: String, _ change: (String) throws -> String) throws {
    var count = 0
    for (name, object) in objects {
      guard var stream = object["stream"] as? [String: Any], let data = stream["data"] as? String,
        let bytes = Data(base64Encoded: data), let text = String(data: bytes, encoding: .isoLatin1), text.contains(mark)
      else { continue }
      let changed = try change(text)
      if changed == text { continue }
      stream["data"] = Data(changed.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }).base64EncodedString()
      objects[name] = ["stream": stream]
      count += 1
    }
    try #require(count > 0, "no stream with '\(mark)' was changed")
  }
}
