import CertPress
import PressBytes
import PressDiagnostics
import PressRecord
import PressScene
import Synchronization

/// Everything that a case becomes: one composition, painted as PNG and PDF.
struct Rendering {
  var layout: Layout
  var scene: Scene
  /// PNG files, by page.
  var pictures: [[UInt8]]
  var pdf: [UInt8]
  var warnings: [Diagnostic]
  /// Names of the pictures that were asked for.
  var used: Set<String>

  var dump: String { SceneDump.text(scene) }

  /// One warning a line, without its place: an edit elsewhere in the layout must not change a golden.
  var warningsText: String {
    warnings.map { "[\($0.id)] \($0.message)\($0.field.map { " (field '\($0)')" } ?? "")\n" }.joined()
  }

  /// The names of the expectations that such a rendering has.
  var expectations: [String] {
    pictures.indices.map { GoldenCase.File.picture(page: $0 + 1) }
      + [GoldenCase.File.scene, GoldenCase.File.text, GoldenCase.File.structure]
      + (warnings.isEmpty ? [] : [GoldenCase.File.warnings])
  }
}

extension Rendering {
  init(_ golden: GoldenCase, press: Press) throws(Faults) {
    let used = Mutex<Set<String>>([])
    func noting(_ pictures: Pictures) -> Pictures {
      Pictures { name throws(Pictures.Failure) in
        _ = used.withLock { $0.insert(name) }
        return try pictures.read(name)
      }
    }
    let path = try golden.layoutPath
    let layout = try press.layout(
      try golden.layoutBytes(path), name: path, pictures: noting(.directory(Files.folder(of: path))))
    let file = golden.path(GoldenCase.File.record)
    if !Files.exists(file), layout.schema.fields.contains(where: { !$0.isOptional }) {
      throw GoldenCase.fault("there is no '\(file)', and the layout wants data", hint: "put a record beside the sheet")
    }
    let record =
      Files.exists(file)
      ? try layout.record(json: golden.read(GoldenCase.File.record, as: "record"), name: file)
      : Record(name: file, values: [:])
    let (scene, warnings) = try layout.scene(for: record, pictures: noting(.directory(golden.folder)))
    try self.init(layout: layout, scene: scene, warnings: layout.warnings + warnings, used: used.withLock { $0 })
  }

  init(layout: Layout, scene: Scene, warnings: [Diagnostic], used: Set<String>) throws(Faults) {
    var pictures: [[UInt8]] = []
    for page in scene.pages.indices {
      pictures.append(try layout.paint(scene, as: .png(dpi: GoldenCase.dpi), page: page))
    }
    self.init(
      layout: layout, scene: scene, pictures: pictures, pdf: try layout.paint(scene, as: .pdf), warnings: warnings,
      used: used)
  }
}

extension GoldenCase {
  func layoutBytes(_ path: String) throws(Faults) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "layout")
    }
  }
}
