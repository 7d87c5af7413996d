public import CertPress
import PressBytes
import PressDiagnostics

/// A folder of goldens: its cases, and what in it belongs to none.
public struct GoldenFolder: Sendable {
  public let path: String
  /// In the order of their names: every folder with a sheet, however deep.
  public private(set) var cases: [GoldenCase] = []
  /// Whether there are cases besides those that were asked for.
  public private(set) var isPart = false
  /// Sentences about files that belong to no case: a golden that nobody compares would stay green for ever.
  public private(set) var problems: [String] = []

  static let environment = "ENVIRONMENT"
  private static let notes = "README.md"

  /// - Parameter selection: names of cases or of groups around them, or their paths; all where there is none.
  /// - Throws: ``Faults`` where there is no folder or no case, and where a name means nothing.
  public init(at path: String, named selection: [String] = []) throws(Faults) {
    self.path = path
    guard Files.isFolder(path) else {
      throw Self.fault(
        "golden.no-folder", "there is no folder '\(path)'",
        hint: "go to where the golden folder is, or name it with --golden")
    }
    visit(path, name: "")
    if cases.isEmpty, problems.isEmpty {
      throw Self.fault(
        "golden.no-cases", "there is no case in '\(path)'", hint: "a case is a folder with a sheet and a record.json")
    }
    guard !selection.isEmpty else { return }
    let selected = try Self.select(selection.map { Self.tidy($0, below: path) }, from: cases)
    isPart = selected.count < cases.count
    cases = selected
    problems = []
  }

  /// The folder that holds the goldens' folder, whatever that is called from here.
  private var root: String {
    let isNamed = path.split(separator: "/").last.map { $0 != "." && $0 != ".." } ?? false
    return Files.folder(of: isNamed ? path : Files.canonical(path) ?? path)
  }

  /// - Parameter above: the folders on the way here, without links: a link that leads back up ends there.
  private mutating func visit(_ folder: String, name: String, above: Set<String> = []) {
    guard let real = Files.canonical(folder), !above.contains(real) else { return }
    let above = above.union([real])
    let entries = Files.entries(of: folder)
    let isCase = entries.contains("sheet.layout") || entries.contains("sheet")
    if isCase { cases.append(GoldenCase(name: name, folder: folder, root: root)) }
    for entry in entries {
      if Files.isFolder(folder + "/" + entry) {
        visit(folder + "/" + entry, name: name.isEmpty ? entry : name + "/" + entry, above: above)
      } else if !isCase, !isWithinCase(name), entry != Self.notes, !(name.isEmpty && entry == Self.environment) {
        problems.append(
          "\(folder)/\(entry) belongs to no case: its folder has neither 'sheet.layout' nor 'sheet'")
      }
    }
  }

  /// A folder of pictures below a case's own is the case's affair.
  private func isWithinCase(_ name: String) -> Bool { cases.contains { name.hasPrefix($0.name + "/") } }

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

  private static func fault(_ id: String, _ message: String, hint: String) -> Faults {
    Faults(.environment, [Diagnostic(.error, id, message, hint: hint)])
  }
}

extension GoldenCase {
  fileprivate func isPart(of selection: String) -> Bool { name == selection || name.hasPrefix(selection + "/") }

  /// Files in the case's folder that are neither known nor used.
  /// - Parameters:
  ///   - expected: the expectations that the case has to have.
  ///   - used: names of the pictures that the record and the layout asked for.
  func strays(expected: [String], used: Set<String>) -> [String] {
    let known = Set(expected + ["sheet.layout", "sheet", File.record, File.settings, "README.md"]).union(used)
    func strays(in folder: String, prefix: String, above: Set<String> = []) -> [String] {
      guard let real = Files.canonical(folder), !above.contains(real) else { return [] }
      let entries = Files.entries(of: folder)
      // A case within a case looks after itself.
      if !prefix.isEmpty, entries.contains("sheet.layout") || entries.contains("sheet") { return [] }
      return entries.flatMap { entry in
        Files.isFolder(folder + "/" + entry)
          ? strays(in: folder + "/" + entry, prefix: prefix + entry + "/", above: above.union([real]))
          : known.contains(prefix + entry) ? [] : [prefix + entry]
      }
    }
    return strays(in: folder, prefix: "")
  }
}
