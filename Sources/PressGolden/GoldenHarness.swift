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
    golden.removeActual()
    let actual: Rendering
    do throws(Faults) {
      actual = try render(golden)
    } catch {
      return Outcome(name: golden.name, differences: ["does not render:\n\(error)"])
    }
    var differences = compareScene(actual.scene, with: golden) + comparePixels(actual.png, with: golden)
    if differences.isEmpty { return Outcome(name: golden.name, differences: []) }
    do throws(Faults) {
      try golden.write(actual.png, to: golden.actualImagePath)
      try golden.write(actual.scene, to: golden.actualScenePath)
    } catch {
      differences.append("actual.png and actual.scene are not to be had:\n\(error)")
    }
    return Outcome(name: golden.name, differences: differences)
  }

  /// Renders the case and writes what it is expected to be from now on.
  /// - Returns: the files that are new or changed.
  /// - Throws: ``Faults`` if it does not render without errors, or renders to nothing: neither is ever recorded.
  public func record(_ golden: GoldenCase) throws(Faults) -> [String] {
    let actual = try render(golden)
    guard let picture = try? PixelImage(png: actual.png), !picture.isBlank else {
      let message = "'\(golden.name)' renders to a blank picture"
      throw Faults(
        .input, [Diagnostic(.error, "golden.blank", message, hint: "give the sheet something to show")])
    }
    var written: [String] = []
    for (path, bytes) in [(golden.scenePath, actual.scene), (golden.imagePath, actual.png)] {
      if (try? Files.read(path)) == bytes { continue }
      try golden.write(bytes, to: path)
      written.append(path)
    }
    golden.removeActual()
    return written
  }

  private func render(_ golden: GoldenCase) throws(Faults) -> Rendering {
    let layout = try press.layout(at: try golden.layoutPath)
    let record =
      Files.exists(golden.recordPath)
      ? try layout.record(json: golden.read(golden.recordPath, as: "record"), name: golden.name)
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
  fileprivate func removeActual() {
    Files.remove(actualImagePath)
    Files.remove(actualScenePath)
  }
}
