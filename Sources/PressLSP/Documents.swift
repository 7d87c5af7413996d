import CertPress
import PressBytes
import PressDiagnostics
import PressEditor

/// The texts that are open, and what is understood of them. A version is looked at when it is asked about, and once: one that
/// another has followed meanwhile costs nothing.
struct Documents: Sendable {
  private(set) var open: [String: OpenDocument] = [:]
  /// Layouts from the disk that include an open file, by their paths.
  var includers: [String: OpenDocument] = [:]
  /// ``includers`` are those of the files that are open.
  var hasLooked = false
  private let families: @Sendable () -> [String]

  init(families: @escaping @Sendable () -> [String]) { self.families = families }

  subscript(uri: String) -> OpenDocument? { open[uri] }

  /// In the order of their addresses.
  var uris: [String] { open.keys.sorted() }

  mutating func open(_ document: OpenDocument) {
    open[document.uri] = document
    forgetIncluders(of: document.path)
    forgetFound()
  }

  mutating func close(_ uri: String) {
    guard let document = open.removeValue(forKey: uri) else { return }
    forgetIncluders(of: document.path)
    forgetFound()
  }

  mutating func change(_ uri: String, _ body: (inout OpenDocument) -> Void) {
    guard var document = open.removeValue(forKey: uri) else { return }
    body(&document)
    open[uri] = document
    forgetIncluders(of: document.path)
  }

  /// A file was written by somebody: who includes others reads them again.
  mutating func forgetIncluded() {
    for uri in open.keys where open[uri]?.draft?.mayInclude ?? false { open[uri]?.draft = nil }
    forgetServices()
    forgetFound()
  }

  private mutating func forgetServices() {
    for uri in open.keys {
      open[uri]?.service = nil
      open[uri]?.reading = nil
    }
  }

  private mutating func forgetFound() {
    includers = [:]
    hasLooked = false
  }

  /// Whoever includes a file, or looked for one in vain, is to be understood anew, and all that is a part of it.
  private mutating func forgetIncluders(of path: String?) {
    forgetServices()
    guard let path else { return }
    for (uri, document) in open where document.draft.map({ $0.includes(path) || $0.lacksFile }) ?? false {
      open[uri]?.draft = nil
    }
    for (name, document) in includers where document.draft?.includes(path) ?? false { includers[name]?.draft = nil }
  }

  // MARK: Understanding

  /// A document by itself.
  mutating func draft(_ uri: String) -> LayoutDraft? {
    guard let document = open[uri] else { return nil }
    if let draft = document.draft { return draft }
    let draft = read(document)
    open[uri]?.draft = draft
    return draft
  }

  /// All layouts that count: those that are open, and those from the disk that include one of them.
  mutating func drafts() -> [(uri: String, draft: LayoutDraft)] {
    var list: [(uri: String, draft: LayoutDraft)] = []
    for uri in uris { if let draft = draft(uri) { list.append((uri, draft)) } }
    lookForIncluders(list.map(\.draft))
    for path in includers.keys.sorted() {
      guard let document = includers[path] else { continue }
      let draft = document.draft ?? read(document)
      includers[path]?.draft = draft
      list.append((document.uri, draft))
    }
    return list
  }

  /// What is understood of a document: of one that a layout includes, as a part of that.
  mutating func service(_ uri: String) -> LanguageService? {
    guard let document = open[uri], let own = draft(uri) else { return nil }
    if let service = document.service { return service }
    var (draft, id) = (own, own.id)
    if let path = document.path {
      for (_, other) in drafts() {
        guard let part = other.part(path) else { continue }
        (draft, id) = (other, part)
        break
      }
    }
    let service = service(draft, of: id, text: nil, for: document)
    open[uri]?.service = service
    return service
  }

  /// What the text of a document alone tells, after what was understood of a version before: while somebody types, the answer to a key
  /// does not wait for a draft.
  mutating func reading(_ uri: String) -> LanguageService? {
    guard let document = open[uri] else { return nil }
    // Where the draft is made already, nothing is won.
    if document.draft != nil { return service(uri) }
    if let reading = document.reading { return reading }
    guard let (draft, id) = document.last else { return service(uri) }
    let reading = service(draft, of: id, text: document.text, for: document)
    open[uri]?.reading = reading
    return reading
  }

  private func service(
    _ draft: LayoutDraft, of id: SourceID, text: [UInt8]?, for document: OpenDocument
  ) -> LanguageService {
    LanguageService(
      draft, of: id, text: text, families: families,
      files: {
        guard let path = document.path else { return [] }
        return Files.entries(of: Files.folder(of: path))
      })
  }

  func read(_ document: OpenDocument) -> LayoutDraft {
    LayoutDraft(document.text, name: document.path ?? document.uri, files: files(beside: document.path))
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
