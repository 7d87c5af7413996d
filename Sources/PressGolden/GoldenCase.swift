import CertPress
import PressBytes
import PressDiagnostics

/// One golden: a folder with a sheet, a record and what they are expected to look like.
///
/// - `sheet.layout`, or `sheet` with one line that names a layout relative to the folder that holds `golden/`
/// - `record.json`, with its pictures beside it; absent for a sheet without data
/// - `expected.png` and `expected.scene`
public struct GoldenCase: Sendable {
  /// `certificates/specimen`
  public let name: String
  let folder: String
  /// The folder that holds the golden folder: layouts are named relative to it.
  let root: String

  /// Pixels per inch of `expected.png`: enough for a QR module of 0.7 mm to have four.
  static let dpi = 150.0

  var recordPath: String { folder + "/record.json" }
  var imagePath: String { folder + "/expected.png" }
  var scenePath: String { folder + "/expected.scene" }
  var actualImagePath: String { folder + "/actual.png" }
  var actualScenePath: String { folder + "/actual.scene" }

  var layoutPath: String {
    get throws(Faults) {
      let own = folder + "/sheet.layout"
      if Files.exists(own) { return own }
      let text = String(decoding: try read(folder + "/sheet", as: "sheet"), as: UTF8.self)
      let line = text.split(whereSeparator: \.isNewline).first ?? ""
      return root + "/" + String(line.reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  func read(_ path: String, as what: String) throws(Faults) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path)
    } catch {
      throw Faults(error, reading: what)
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(Faults) {
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      throw Faults(writing: error)
    }
  }
}
