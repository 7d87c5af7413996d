import CertPress
import PressBytes
import PressDiagnostics
import PressEditor

/// A text that the client has open.
struct OpenDocument: Sendable {
  let uri: String
  /// Nil for one that is no file yet.
  let path: String?
  var version: Int?
  private(set) var text: [UInt8]
  private(set) var lines: LineTable
  /// Of this version and of the files it includes as they are; nil until somebody asks.
  fileprivate var service: LanguageService?

  init(uri: String, version: Int?, text: [UInt8]) {
    self.uri = uri
    path = DocumentURI.path(uri)
    self.version = version
    self.text = text
    lines = LineTable(text)
  }

  mutating func replace(_ range: Range<Int>?, with bytes: [UInt8]) {
    if let range { text.replaceSubrange(range, with: bytes) } else { text = bytes }
    lines = LineTable(text)
    service = nil
  }
}

/// The texts that are open, and what is understood of them. A version is looked at when it is asked about, and once: one that
/// another has followed meanwhile costs nothing.
struct Documents: Sendable {
  private var open: [String: OpenDocument] = [:]
  let families: @Sendable () -> [String]

  init(families: @escaping @Sendable () -> [String]) { self.families = families }

  subscript(uri: String) -> OpenDocument? { open[uri] }

  /// In the order of their addresses.
  var uris: [String] { open.keys.sorted() }

  mutating func open(_ document: OpenDocument) {
    open[document.uri] = document
    forgetIncluders(of: document.path)
  }

  mutating func close(_ uri: String) {
    guard let document = open.removeValue(forKey: uri) else { return }
    forgetIncluders(of: document.path)
  }

  mutating func change(_ uri: String, _ body: (inout OpenDocument) -> Void) {
    guard var document = open.removeValue(forKey: uri) else { return }
    body(&document)
    open[uri] = document
    forgetIncluders(of: document.path)
  }

  /// A file was written by somebody: who includes others reads them again.
  mutating func forgetIncluded() {
    for uri in open.keys where open[uri]?.service?.mayInclude ?? false { open[uri]?.service = nil }
  }

  /// Whoever includes a file, or looked for one in vain, is to be understood anew.
  private mutating func forgetIncluders(of path: String?) {
    guard let path else { return }
    for uri in open.keys {
      guard let service = open[uri]?.service else { continue }
      let draft = service.draft
      let isIncluded = draft.sources.all.enumerated().contains {
        $0.offset != draft.id.index && $0.element.name == path
      }
      if isIncluded || draft.diagnostics.contains(where: { $0.id == "template.cannot-include" }) {
        open[uri]?.service = nil
      }
    }
  }

  /// What is understood of a document.
  mutating func service(_ uri: String) -> LanguageService? {
    guard let document = open[uri] else { return nil }
    if let service = document.service { return service }
    let service = LanguageService(
      LayoutDraft(document.text, name: document.path ?? uri, files: files(beside: document.path)),
      families: families,
      files: {
        guard let path = document.path else { return [] }
        return Files.entries(of: Files.folder(of: path))
      })
    open[uri]?.service = service
    return service
  }

  /// Files of a folder; of those that are open what the client has.
  private func files(beside path: String?) -> Pictures {
    guard let path else { return .none }
    let folder = Files.folder(of: path)
    let texts = Dictionary(
      open.values.compactMap { document in document.path.map { ($0, document.text) } },
      uniquingKeysWith: { first, _ in first })
    let disk = Pictures.directory(folder)
    return Pictures { name throws(Pictures.Failure) in
      if let text = texts[folder + "/" + name] { return text }
      return try disk.read(name)
    }
  }

  /// The client's own address of a file, if it has it open; else one that we write.
  func uri(ofPath path: String) -> String {
    open.values.first { $0.path == path }?.uri ?? (path.hasPrefix("/") ? DocumentURI.uri(path) : path)
  }
}

extension LanguageService {
  fileprivate var mayInclude: Bool {
    draft.sources.all.count > 1 || draft.diagnostics.contains { $0.id == "template.cannot-include" }
  }
}
