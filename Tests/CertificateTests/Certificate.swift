import CertPress
import Foundation
import Synchronization
import TestKit

/// A certificate made by the engine, and its PDF taken apart by others.
struct Certificate: Sendable {
  let scene: Scene
  let warnings: [Diagnostic]
  let pdf: [UInt8]
  let file: PDFFile
  let marks: Marks

  private init(_ record: Record, layout: Layout) throws {
    scene = try layout.scene(for: record, pictures: Engine.pictures).scene
    let document = try layout.render(record, as: .pdf, pictures: Engine.pictures)
    (warnings, pdf) = (document.warnings, document.bytes)
    file = try PDFFile(pdf)
    marks = try Marks(file)
  }

  /// A person's certificate by the layout as it is; made once, looked at by many tests.
  static func of(_ person: Person) throws -> Certificate {
    if let known = made.withLock({ $0[person.index] }) { return known }
    let certificate = try by(Engine.layout.get(), of: person)
    made.withLock { $0[person.index] = certificate }
    return certificate
  }

  private static let made = Mutex<[Int: Certificate]>([:])

  /// A certificate of one's own: by another layout, or of a person whose fields were changed.
  static func by(_ layout: Layout, of person: Person) throws -> Certificate {
    try Certificate(layout.record(json: person.json, name: person.testDescription), layout: layout)
  }

  /// The value of a field, as it is set.
  func value(of field: String) -> (item: Item, runs: [GlyphRun], fit: TextFit)? {
    for item in scene.pages.flatMap(\.items) where item.role == .value && item.fields == [field] {
      if case .text(let runs, let fit) = item.content { return (item, runs, fit) }
    }
    return nil
  }

  /// All the glyph runs of the scene, those in groups too.
  var runs: [GlyphRun] { scene.pages.flatMap(\.items).flatMap(Self.runs) }

  private static func runs(in item: Item) -> [GlyphRun] {
    switch item.content {
    case .text(let runs, _): runs
    case .group(let group): group.children.flatMap(runs)
    default: []
    }
  }
}

enum Engine {
  static let press = Result { try Press(fonts: Repository.fonts) }
  static let layout = Result { try press.get().layout(at: Repository.layout) }
  static let pictures = Pictures.directory(Repository.data)

  /// The layout with a part of its text changed.
  static func layout(changing old: String, to new: String) throws -> Layout {
    let text = try String(contentsOfFile: Repository.layout, encoding: .utf8)
    guard text.contains(old) else { throw Unreadable("the layout does not say '\(old)'") }
    return try press.get().layout(Array(text.replacing(old, with: new).utf8), name: "changed.layout")
  }
}
