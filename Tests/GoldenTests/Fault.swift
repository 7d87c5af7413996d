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
    /// The entries of the record's list.
    case entries(@Sendable (inout [[String: String]]) -> Void)
    /// A file of the case, with its new bytes.
    case file(String, @Sendable (Data) throws -> Data)
    /// The scene, before it is painted.
    case scene(@Sendable (inout Scene) throws -> Void)
    /// The PDF alone.
    case pdf(@Sendable (inout PDFEdit) throws -> Void)
  }

  var name: String
  /// What it is seeded into.
  var specimen = Specimen.certificate
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

  /// Another one, seeded into that.
  func of(_ specimen: Specimen) -> Fault {
    var fault = self
    fault.specimen = specimen
    return fault
  }

  /// Parts of a layout: `old → new`.
  static func layout(_ old: String, _ new: String) -> Seed { .layout([(old, new)]) }
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
    throw Missing(text: "/Image")
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
