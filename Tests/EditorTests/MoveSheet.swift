import CertPress
import Foundation
import PressDiagnostics
import PressEditor
import PressScene
import PressTemplate
import TestKit
import Testing

/// A layout with the files that it includes, composed: what a drag is tried on.
struct MoveSheet {
  static let press = Result { try Press(fonts: Repository.fonts) }

  let text: String
  let name: String
  /// What it includes, by name.
  let includes: [String: [UInt8]]
  let record: [UInt8]
  let layoutFolder: String
  let recordFolder: String
  let draft: LayoutDraft
  let scene: Scene
  let inspector: Inspector

  /// - Throws: `Faults` where the layout has errors.
  init(
    text: String, name: String = "test.layout", includes: [String: [UInt8]] = [:], record: [UInt8] = Array("{}".utf8),
    layoutFolder: String = Repository.path("Tests/Data/art"),
    recordFolder: String = Repository.path("Tests/Data/pictures")
  ) throws {
    (self.text, self.name, self.includes, self.record) = (text, name, includes, record)
    (self.layoutFolder, self.recordFolder) = (layoutFolder, recordFolder)
    let files = Pictures { name throws(Pictures.Failure) in
      if let bytes = includes[name] { return bytes }
      return try Pictures.directory(layoutFolder).read(name)
    }
    draft = LayoutDraft(Array(text.utf8), name: name, files: files)
    let layout = try Self.press.get().layout(Array(text.utf8), name: name, pictures: files)
    scene =
      layout.preview(
        try layout.record(json: record, name: "test"), pictures: .directory(recordFolder)
      ).scene
    inspector = Inspector(draft, scene: scene)
  }

  /// Of a few lines in a certificate of 100 mm × 80 mm.
  init(_ body: String, data: String = "", json: String = "{}", includes: [String: String] = [:]) throws {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        \(data.isEmpty ? "" : "data { \(data) }")
      \(body)
      }

      """
    try self.init(text: text, includes: includes.mapValues { Array($0.utf8) }, record: Array(json.utf8))
  }

  /// The same with edits done.
  func applying(_ edits: [SourceEdit]) throws -> MoveSheet {
    var text = text
    var includes = includes
    for (index, source) in draft.sources.all.enumerated() {
      let own = edits.filter { $0.span.source.index == index }
      if own.isEmpty { continue }
      let bytes = source.applying(own)
      if index == draft.id.index {
        text = String(decoding: bytes, as: UTF8.self)
      } else {
        includes[source.name.components(separatedBy: "/").last ?? ""] = bytes
      }
    }
    return try MoveSheet(
      text: text, name: name, includes: includes, record: record, layoutFolder: layoutFolder,
      recordFolder: recordFolder)
  }

  func drag(
    _ item: String, _ handle: Handle, _ dx: Double, _ dy: Double, _ scope: Drag.Scope? = nil, page: Int = 0
  ) -> DragOutcome {
    inspector.drag(
      Drag(item: item, page: page, handle: handle, dx: Points(mm: dx), dy: Points(mm: dy), scope: scope))
  }

  /// The sheet after a drag that has but one outcome.
  func dragged(
    _ item: String, _ handle: Handle, _ dx: Double, _ dy: Double, _ scope: Drag.Scope? = nil, page: Int = 0
  ) throws -> MoveSheet {
    let outcome = drag(item, handle, dx, dy, scope, page: page)
    guard case .edits(let edits, _) = outcome else {
      Issue.record("\(item) by \(handle): \(outcome)")
      return self
    }
    return try applying(edits)
  }

  func item(_ id: String, page: Int = 0) throws -> InspectedItem {
    try #require(inspector.items(page: page).first { $0.id == id })
  }

  /// The lines that differ from another sheet's, of which there are as many.
  func lines(unlike other: MoveSheet) -> [String] {
    let (one, two) = (text.components(separatedBy: "\n"), other.text.components(separatedBy: "\n"))
    let (mine, its) = (one.filter { !two.contains($0) }, two.filter { !one.contains($0) })
    return mine.isEmpty && its.isEmpty ? [] : mine.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
