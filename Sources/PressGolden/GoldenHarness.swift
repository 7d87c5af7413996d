public import CertPress
import PressBytes
import PressDiagnostics
import PressRecord
import PressScene

/// Renders golden cases and compares them with what was recorded.
public struct GoldenHarness: Sendable {
  let press: Press

  public init(press: Press) { self.press = press }

  /// What became of one case.
  public struct Outcome: Sendable {
    public var name: String
    /// One sentence for each difference; empty: the case is as recorded.
    public var differences: [String]
  }

  /// Renders the case and compares: every item of the scene, every pixel.
  ///
  /// A difference leaves `actual.png` and `actual.scene` beside the expected files; equality removes them.
  public func check(_ golden: GoldenCase) -> Outcome {
    do throws(Faults) {
      let actual = try render(golden)
      let differences = compareScene(actual.scene, with: golden) + comparePixels(actual.png, with: golden)
      try golden.keep(differences.isEmpty ? nil : actual)
      return Outcome(name: golden.name, differences: differences)
    } catch {
      return Outcome(name: golden.name, differences: ["does not render:\n\(error)"])
    }
  }

  /// Renders the case and writes what it is expected to be from now on.
  /// - Returns: the files that are new or changed.
  /// - Throws: ``Faults`` if it does not render without errors: a broken sheet is never recorded.
  public func record(_ golden: GoldenCase) throws(Faults) -> [String] {
    let actual = try render(golden)
    var written: [String] = []
    for (path, bytes) in [(golden.scenePath, actual.scene), (golden.imagePath, actual.png)] {
      if (try? Files.read(path)) == bytes { continue }
      try golden.write(bytes, to: path)
      written.append(path)
    }
    try golden.keep(nil)
    return written
  }

  private func render(_ golden: GoldenCase) throws(Faults) -> Rendering {
    let layout = try press.layout(at: try golden.layoutPath)
    let path = golden.folder + "/record.json"
    let record =
      Files.exists(path)
      ? try layout.record(json: golden.read(path), name: golden.name)
      : Record(name: golden.name, values: [:])
    let pictures = Pictures.directory(golden.folder)
    let scene = try layout.scene(for: record, pictures: pictures).scene
    let png = try layout.render(record, as: .png(dpi: GoldenCase.dpi), pictures: pictures).bytes
    return Rendering(scene: Array(SceneDump.text(scene).utf8), png: png)
  }
}

struct Rendering {
  var scene: [UInt8]
  var png: [UInt8]
}

extension GoldenCase {
  func read(_ path: String) throws(Faults) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path)
    } catch {
      throw Faults(error, doing: "read")
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(Faults) {
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      throw Faults(error, doing: "write")
    }
  }

  func keep(_ actual: Rendering?) throws(Faults) {
    guard let actual else {
      Files.remove(actualImagePath)
      Files.remove(actualScenePath)
      return
    }
    try write(actual.png, to: actualImagePath)
    try write(actual.scene, to: actualScenePath)
  }
}
