import Glibc
import PressDiagnostics
import PressSyntax
import PressTemplate

/// Files of the repository, found from this one.
enum Fixture {
  /// The layout that the repository ships.
  static let sample = String(decoding: bytes("layouts/hubei-professional-title.layout"), as: UTF8.self)
  static let records = Source(
    name: "records.ndjson", bytes: bytes("Tests/Data/records.ndjson"), isPersonal: true)

  private static func bytes(_ path: String) -> [UInt8] {
    let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen(folder + "/" + path, "rb") else { preconditionFailure("\(path) belongs in \(folder)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

/// A layout's text through parser and resolver.
struct Resolved {
  let source: Source
  let tree: SyntaxTree
  let template: Template?
  /// The parser's, then the resolver's.
  let diagnostics: [Diagnostic]

  let sources: SourceSet

  /// - Parameter files: what the layout may include, by name.
  init(_ bytes: [UInt8], files: [String: String] = [:]) {
    source = Source(name: "test.layout", bytes: bytes)
    let shelf = Shelf(files)
    let id = shelf.sources.add(source)
    let parsed = LayoutParser.parse(source, id: id)
    let resolved = Template.resolve(parsed.tree, source: source, files: shelf)
    tree = parsed.tree
    template = resolved.template
    diagnostics = parsed.diagnostics + resolved.diagnostics
    sources = shelf.sources
  }

  init(_ text: String, files: [String: String] = [:]) { self.init(Array(text.utf8), files: files) }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The text that a diagnostic points at.
  func text(_ span: Span?) -> String? { span.map { sources[$0.source].text($0.range) } }

  /// As the terminal shows them.
  var report: String { TerminalPrinter(sources: sources).text(of: diagnostics) }
}

/// Files in memory.
private final class Shelf: LayoutFiles {
  private let files: [String: String]
  var sources = SourceSet()

  init(_ files: [String: String]) { self.files = files }

  func file(_ name: String) -> Result<(source: Source, id: SourceID), LayoutFileProblem> {
    guard let text = files[name] else { return .failure(LayoutFileProblem(reason: "there is no such file")) }
    let source = Source(name: name, bytes: Array(text.utf8))
    return .success((source, sources.add(source)))
  }
}
