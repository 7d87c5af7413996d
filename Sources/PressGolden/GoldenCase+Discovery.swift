public import CertPress
import PressBytes
import PressDiagnostics

extension GoldenCase {
  /// The cases in a golden folder, `group/case`, in the order of their names: every folder with a sheet, however deep.
  /// - Parameter selection: names of cases or of groups around them, or their paths; all where there is none.
  /// - Throws: ``Faults`` where a name means nothing, where there is no case at all, and where a folder holds an expectation
  ///   or a record but no sheet: a golden that nobody compares would stay green for ever.
  public static func discover(in golden: String, named selection: [String] = []) throws(Faults) -> [GoldenCase] {
    guard Files.isFolder(golden) else {
      throw fault(
        "golden.no-folder", "there is no folder '\(golden)'",
        hint: "go to where the golden folder is, or name it with --golden")
    }
    var cases: [GoldenCase] = []
    func visit(_ path: String, name: String) throws(Faults) {
      let entries = Files.entries(of: path)
      if entries.contains("sheet.layout") || entries.contains("sheet") {
        cases.append(GoldenCase(name: name, folder: path, root: Files.folder(of: golden)))
      } else if let orphan = entries.first(where: { ["expected.png", "expected.scene", "record.json"].contains($0) }) {
        throw fault(
          "golden.no-sheet", "'\(name)' has '\(orphan)' but neither 'sheet.layout' nor 'sheet'",
          hint: "put a layout into the folder, or a file 'sheet' with one line: layouts/NAME.layout")
      }
      for entry in entries where Files.isFolder(path + "/" + entry) {
        try visit(path + "/" + entry, name: name.isEmpty ? entry : name + "/" + entry)
      }
    }
    try visit(golden, name: "")
    if cases.isEmpty {
      throw fault(
        "golden.no-cases", "there is no case in '\(golden)'", hint: "a case is a folder with a sheet and a record.json")
    }
    return try selection.isEmpty ? cases : select(selection.map { tidy($0, below: golden) }, from: cases)
  }

  private static func select(_ names: [String], from cases: [GoldenCase]) throws(Faults) -> [GoldenCase] {
    for name in names where !cases.contains(where: { $0.isPart(of: name) }) {
      let near = Suggestion.nearest(to: name, among: cases.map(\.name))
      let hint = near.map { "did you mean '\($0)'?" } ?? "names are folders below the golden folder: group/case"
      throw fault("golden.no-such-case", "there is no golden case or group '\(name)'", hint: hint)
    }
    return cases.filter { golden in names.contains { golden.isPart(of: $0) } }
  }

  /// A name as a shell completes it: `golden/certificates/specimen/`.
  private static func tidy(_ name: String, below golden: String) -> String {
    let parts = name.split(separator: "/").filter { $0 != "." }
    let above = golden.split(separator: "/").filter { $0 != "." }
    return (parts.starts(with: above) ? parts.dropFirst(above.count) : parts[...]).joined(separator: "/")
  }

  private func isPart(of selection: String) -> Bool { name == selection || name.hasPrefix(selection + "/") }

  private static func fault(_ id: String, _ message: String, hint: String) -> Faults {
    Faults(.environment, [Diagnostic(.error, id, message, hint: hint)])
  }
}
