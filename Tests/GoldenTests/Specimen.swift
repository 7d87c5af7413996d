import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

struct Missing: Error {
  var text: String
}

/// A recorded case that faults are seeded into.
enum Specimen: Sendable {
  /// A real certificate, its seal over a value.
  case certificate
  /// A sheet of two pages with a list's table and all that art can do.
  case transcript

  private static let recorded = [
    Specimen.certificate: Result { try recordedFiles(of: .certificate) },
    Specimen.transcript: Result { try recordedFiles(of: .transcript) },
  ]

  func layout() throws -> String {
    switch self {
    case .certificate:
      try String(contentsOfFile: Repository.layout, encoding: .utf8).replacingFound(
        "center: 188mm 150.5mm", with: "center: 75mm 156mm")
    case .transcript: Transcript.layout
    }
  }

  /// The files beside the sheet.
  private func parts() throws -> [(name: String, data: Data)] {
    switch self {
    case .certificate:
      try ["record.json", "photo.jpg"].map {
        ($0, try Data(contentsOf: URL(filePath: Repository.path("golden/certificates/real-record/\($0)"))))
      }
    case .transcript:
      [
        ("house.layout", Data(Transcript.house.utf8)), ("record.json", try Transcript.record()),
        ("emblem.svg", try Data(contentsOf: URL(filePath: Repository.path("Tests/Data/art/emblem.svg")))),
      ]
    }
  }

  /// The files of the recorded case, and the environment's.
  private static func recordedFiles(of specimen: Specimen) throws -> [(name: String, data: Data)] {
    let house = try House()
    try house.add("case", sheet: specimen.layout(), record: nil)
    try FileManager.default.removeItem(atPath: house.path("golden/group"))
    for (name, data) in try specimen.parts() { try house.write(data, name, in: "case") }
    let recordings = try house.record()
    if let faults = recordings.compactMap(\.faults).first { throw faults }
    return try FileManager.default.contentsOfDirectory(atPath: house.path("golden/case")).map {
      (name: $0, data: try house.read($0, in: "case"))
    } + [(name: "../ENVIRONMENT", data: try house.read("../ENVIRONMENT", in: "case"))]
  }

  /// What a check says of the recorded case after the fault.
  func outcome(of seed: Fault.Seed? = nil) throws -> Outcome {
    let house = try House()
    try FileManager.default.removeItem(atPath: house.path("golden/group"))
    try FileManager.default.createDirectory(atPath: house.path("golden/case"), withIntermediateDirectories: true)
    for (name, data) in try Self.recorded[self]?.get() ?? [] { try house.write(data, name, in: "case") }
    try sow(seed, in: house)
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

  /// Changes the files of the case.
  private func sow(_ seed: Fault.Seed?, in house: House) throws {
    switch seed {
    case .layout(let changes):
      var text = try layout()
      for (old, new) in changes { text = try text.replacingFound(old, with: new) }
      try house.write(text, "sheet.layout", in: "case")
    case .record(let fields):
      var record = try record(in: house)
      for (name, value) in fields { record[name] = value }
      try house.write(JSONSerialization.data(withJSONObject: record), "record.json", in: "case")
    case .entries(let change):
      var record = try record(in: house)
      var entries = try #require(record["grades"] as? [[String: String]])
      change(&entries)
      record["grades"] = entries
      try house.write(JSONSerialization.data(withJSONObject: record), "record.json", in: "case")
    case .file(let name, let change):
      try house.write(change(house.read(name, in: "case")), name, in: "case")
    case .scene, .pdf, nil: break
    }
  }

  private func record(in house: House) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: house.read("record.json", in: "case")) as? [String: Any])
  }
}

extension String {
  /// All places where it stands, of which there has to be one.
  fileprivate func replacingFound(_ old: String, with new: String) throws -> String {
    guard contains(old) else { throw Missing(text: old) }
    return replacing(old, with: new)
  }
}
