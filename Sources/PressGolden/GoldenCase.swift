public import CertPress
import PressBytes
public import PressDiagnostics

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

  var imagePath: String { folder + "/expected.png" }
  var scenePath: String { folder + "/expected.scene" }
  var actualImagePath: String { folder + "/actual.png" }
  var actualScenePath: String { folder + "/actual.scene" }

  var layoutPath: String {
    get throws(Faults) {
      let own = folder + "/sheet.layout"
      if Files.exists(own) { return own }
      guard let line = try? Files.read(folder + "/sheet") else {
        throw Faults(
          .environment,
          [
            Diagnostic(
              .error, "golden.no-sheet", "the case '\(name)' has neither 'sheet.layout' nor 'sheet'",
              hint: "put a layout into the folder, or a file 'sheet' with one line: layouts/NAME.layout")
          ])
      }
      let named = String(decoding: line, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return root + "/" + named
    }
  }

  /// The cases in a golden folder, `group/case`, in the order of their names: every folder with a sheet.
  public static func discover(in golden: String) throws(Faults) -> [GoldenCase] {
    guard Files.isFolder(golden) else {
      throw Faults(
        .environment,
        [
          Diagnostic(
            .error, "golden.no-folder", "there is no folder '\(golden)'",
            hint: "run this where the golden folder is, or name it with --golden")
        ])
    }
    var cases: [GoldenCase] = []
    func visit(_ path: String, name: String) {
      let entries = Files.entries(of: path)
      if entries.contains("sheet.layout") || entries.contains("sheet") {
        cases.append(GoldenCase(name: name, folder: path, root: Files.folder(of: golden)))
      }
      for entry in entries where Files.isFolder(path + "/" + entry) {
        visit(path + "/" + entry, name: name.isEmpty ? entry : name + "/" + entry)
      }
    }
    visit(golden, name: "")
    return cases
  }
}

extension GoldenCase {
  /// Whether a name on the command line means this case: its own name or that of a group around it.
  public func isPart(of selection: String) -> Bool { name == selection || name.hasPrefix(selection + "/") }
}

extension Diagnostic {
  public static func noSuchCase(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "golden.no-such-case", "there is no golden case or group '\(name)'",
      hint: "names are folders below the golden folder: certificates/specimen")
  }
}
