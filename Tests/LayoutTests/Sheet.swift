import CertPress
import Foundation
import TestKit

/// Small layouts, composed by the real engine.
struct Sheet {
  static let press = Result { () throws(Faults) in try Press(fonts: Repository.fonts) }

  var scene: Scene
  var diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - body: elements on a sheet of 100 mm × 80 mm with the three families declared.
  ///   - data: declarations of the data block.
  init(_ body: String, data: String = "", record: [String: RecordValue] = [:]) throws {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        font hei "CertPress Hei"
        font kai "CertPress Kai"
        data { \(data) }
        \(body)
      }
      """
    let layout = try Self.press.get().layout(Array(text.utf8), name: "test.layout")
    let composed = layout.preview(
      Record(name: "test", values: record), pictures: .directory(Repository.path("Tests/Data/pictures")))
    scene = composed.scene
    // Not every test needs all three families.
    diagnostics = composed.diagnostics
  }

  subscript(id: String) -> Item? { scene.pages[0].items.first { $0.id == id } }

  func runs(_ id: String) -> [GlyphRun] {
    guard case .text(let runs, _) = self[id]?.content else { return [] }
    return runs
  }

  var ids: [String] { diagnostics.map(\.id) }
}
