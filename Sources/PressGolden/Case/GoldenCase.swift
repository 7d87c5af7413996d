import CertPress
import PressBytes
import PressDiagnostics

/// One golden: a folder with a sheet, a record and what they are expected to become.
///
/// - `sheet.layout`, or `sheet` with one line that names a layout relative to the folder that holds `golden/`
/// - `record.json`, with its pictures beside it; absent for a sheet without data
/// - `case.json`, where the case asks for something special (``CaseSettings``)
/// - `expected.png` (`expected-2.png` … for further pages), `expected.scene`, `expected.text`, `expected.structure`, and
///   `expected.warnings` if there are any
///
/// A case below `diagnostics/` is a broken layout: it has `expected.diagnostics`, `expected.layout` if fix-its mend something, and
/// `expected.remaining` if the mended layout still gives something to tell.
public struct GoldenCase: Sendable {
  /// `certificates/specimen`
  public let name: String
  let folder: String
  /// The folder that holds the golden folder: layouts are named relative to it.
  let root: String

  /// Pixels per inch of `expected.png`: enough for a QR module of 0.7 mm to have four.
  static let dpi = 150.0

  var isOfDiagnostics: Bool { name.hasPrefix("diagnostics/") }

  enum File {
    static let record = "record.json"
    static let settings = "case.json"
    static let scene = "expected.scene"
    static let text = "expected.text"
    static let structure = "expected.structure"
    static let warnings = "expected.warnings"
    static let diagnostics = "expected.diagnostics"
    static let mendedLayout = "expected.layout"
    static let remaining = "expected.remaining"

    /// - Parameter page: from 1.
    static func picture(page: Int) -> String { page == 1 ? "expected.png" : "expected-\(page).png" }

    static func isExpectation(_ name: String) -> Bool { name.hasPrefix("expected.") || name.hasPrefix("expected-") }
  }

  func path(_ file: String) -> String { folder + "/" + file }

  /// As a person names it: relative to where the golden folder is named from.
  /// - Throws: ``Faults`` where the case does not say which layout it is of.
  var layoutPath: String {
    get throws(Faults) {
      let own = path("sheet.layout")
      guard Files.exists(path("sheet")) else { return own }
      if Files.exists(own) {
        throw Self.fault("'\(folder)' has both 'sheet' and 'sheet.layout'", hint: "take away the one that is not meant")
      }
      let text = String(decoding: try read("sheet", as: "sheet"), as: UTF8.self)
      let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      guard lines.count == 1 else {
        throw Self.fault(
          "'\(path("sheet"))' has \(lines.count) lines", hint: "it names one layout: layouts/NAME.layout")
      }
      let layout = root == "." ? lines[0] : root + "/" + lines[0]
      guard Files.exists(layout) else {
        throw Self.fault(
          "'\(path("sheet"))' names the layout '\(lines[0])', which is not there",
          hint: "it counts from the folder that holds the goldens' folder")
      }
      return layout
    }
  }

  static func fault(_ message: String, hint: String) -> Faults {
    Faults(.input, [Diagnostic(.error, "golden.case", message, hint: hint)])
  }

  func read(_ file: String, as what: String) throws(Faults) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path(file), limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: what)
    }
  }

  func write(_ bytes: [UInt8], to file: String) throws(Faults) {
    do throws(FileError) {
      try Files.write(bytes, to: path(file))
    } catch {
      throw Faults(writing: error)
    }
  }

  /// What is expected, or the sentence that says why there is nothing to compare with.
  func expected(_ file: String) -> Result<[UInt8], NothingExpected> {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path(file), limit: Faults.inputLimit)
    } catch {
      let reason =
        error.isMissing
        ? "is missing: record the case once it looks right" : "cannot be read: \(error.reason)"
      return .failure(NothingExpected(sentence: "\(file) \(reason)"))
    }
    return bytes.isEmpty ? .failure(NothingExpected(sentence: "\(file) is empty")) : .success(bytes)
  }

  struct NothingExpected: Error {
    var sentence: String
  }
}
