import CertPress
import PressBytes
import PressDiagnostics

// Layouts around a file that is a part of one.

extension Documents {
  /// Most layouts in a folder that are looked at, and the size of each.
  private static let limits = (files: 200, bytes: 1 << 20)

  /// Looks beside and above each open file that is no layout by itself for one that includes it: once, until files are opened, closed
  /// or written.
  mutating func lookForIncluders(_ drafts: [LayoutDraft]) {
    if hasLooked { return }
    hasLooked = true
    for draft in drafts where draft.isPart {
      let path = draft.sources[draft.id].name
      guard path.hasPrefix("/"), !drafts.contains(where: { $0.part(path) != nil }) else { continue }
      let folder = Files.folder(of: path)
      search: for folder in [folder, Files.folder(of: folder)] {
        for name in Files.entries(of: folder).filter({ $0.hasSuffix(".layout") }).prefix(Self.limits.files) {
          let candidate = folder + "/" + name
          guard candidate != path, !open.values.contains(where: { $0.path == candidate }),
            let text = try? Files.read(candidate, limit: Self.limits.bytes)
          else { continue }
          // Only what names it can include it.
          guard let base = path.split(separator: "/").last, String(decoding: text, as: UTF8.self).contains(base) else {
            continue
          }
          var document = OpenDocument(uri: DocumentURI.uri(candidate), version: nil, text: text)
          let layout = read(document)
          guard layout.includes(path) else { continue }
          document.draft = layout
          includers[candidate] = document
          break search
        }
      }
    }
  }
}

extension LayoutDraft {
  /// The file of that path among those it includes.
  func part(_ path: String) -> SourceID? {
    sources.all.indices.first { $0 != id.index && sources.all[$0].name == path }.map { SourceID(index: $0) }
  }

  func includes(_ path: String) -> Bool { part(path) != nil }

  /// It looked for a file in vain.
  var lacksFile: Bool { diagnostics.contains { $0.id == "template.cannot-include" } }

  var mayInclude: Bool { sources.all.count > 1 || lacksFile }

  /// It has no certificate: others include it.
  fileprivate var isPart: Bool { diagnostics.contains { $0.id == "template.missing-certificate" } }
}
