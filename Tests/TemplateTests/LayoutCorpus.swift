import Foundation

/// The repository's layouts that are whole: what mistakes are made in.
struct LayoutCorpus {
  /// With what each may include, by name: the files of its folder.
  let layouts: [(name: String, bytes: [UInt8], files: [String: String])]

  static let whole = LayoutCorpus()
  /// True in `make soak`, where samples are the whole.
  static let soaks = ProcessInfo.processInfo.environment["CERTPRESS_SOAK"] != nil

  private init() {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
    var layouts: [(name: String, bytes: [UInt8])] = []
    var files: [String: [String: String]] = [:]
    for folder in ["layouts", "golden/elements", "golden/reference", "Tests/Data/layouts"] {
      let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      for path in (paths?.compactMap { $0 as? String } ?? []).sorted() where path.hasSuffix(".layout") {
        guard let data = try? Data(contentsOf: root.appending(path: folder + "/" + path)) else { continue }
        let text = String(decoding: data, as: UTF8.self)
        if text.contains("certificate \"") {
          layouts.append((folder + "/" + path, Array(data)))
        } else {
          let whole = folder + "/" + path
          files[whole.folder, default: [:]][String(whole.dropFirst(whole.folder.count))] = text
        }
      }
    }
    let page = (try? String(contentsOf: root.appending(path: "docs/layout-language.md"), encoding: .utf8)) ?? ""
    for (number, part) in page.components(separatedBy: "```layout\n").dropFirst().enumerated() {
      let text = part.components(separatedBy: "```")[0]
      // What an example includes is not on the page as a file.
      if text.contains("certificate \""), !text.contains("include \"") {
        layouts.append(("docs/layout-language.md \(number + 1)", Array(text.utf8)))
      }
    }
    self.layouts = layouts.map { ($0.name, $0.bytes, files[$0.name.folder] ?? [:]) }
  }
}

extension String {
  /// Of a path, with the slash.
  fileprivate var folder: String { lastIndex(of: "/").map { String(self[...$0]) } ?? "" }
}
