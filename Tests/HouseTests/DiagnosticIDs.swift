import Foundation

/// The ids of all diagnostics about layouts, records and sheets, read from the sources: no table in the program lists them.
struct DiagnosticIDs {
  private(set) var all: Set<String> = []
  private(set) var warnings: Set<String> = []

  init(sources: URL) throws {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
      try add(String(contentsOf: file, encoding: .utf8), of: file.lastPathComponent)
    }
    // A file that help texts speak of.
    all.remove("record.json")
  }

  private mutating func add(_ text: String, of file: String) {
    for match in text.matches(of: /"((?:template|record|layout|text|media|paint)\.[a-z][a-z0-9-]*)"/) {
      all.insert(String(match.1))
    }
    for match in text.matches(of: /\.warning,\s*"([a-z]+\.[a-z-]+)"/) { warnings.insert(String(match.1)) }
    // Ids that are put together.
    switch file {
    case "SyntaxProblem+Words.swift":
      let names = text.split(separator: "var kebabName").last?.split(separator: "var message").first ?? ""
      all.formUnion(names.matches(of: /: "([a-z0-9-]+)"/).map { "syntax." + $0.1 })
    case "MediaError+Words.swift":
      all.formUnion(text.matches(of: /\(\s*"([a-z]+(?:-[a-z]+)+)",\s/).map { "media." + $0.1 })
    case "RecordWords.swift":
      all.formUnion(text.matches(of: /fault\(\s*"([a-z-]+)"/).map { "record." + $0.1 })
      if text.contains(/"normalised"[^}]*severity = \.warning/) { warnings.insert("record.normalised") }
    case "TemplateWords.swift":
      // `unknown-\(kind)`; nothing is said of unused fields: verifiers may want them.
      for match in text.matches(of: /"template\.([a-z]+)-\\\(kind\.rawValue\)"/) {
        let kinds = match.1 == "unused" ? ["font", "style"] : ["font", "style", "field"]
        all.formUnion(kinds.map { "template.\(match.1)-\($0)" })
        if match.1 == "unused" { warnings.formUnion(kinds.map { "template.unused-" + $0 }) }
      }
    default: break
    }
  }
}
