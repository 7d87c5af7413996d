import PressBytes
import PressDiagnostics
import PressTemplate

/// Finds the files that a layout includes, in the folder of its pictures, and keeps them as sources for diagnostics.
final class IncludeDesk: LayoutFiles {
  private let files: Pictures
  /// What is put before a name, so that a diagnostic's place can be opened.
  private let folder: String
  var sources = SourceSet()

  init(files: Pictures, layout: String) {
    self.files = files
    folder = layout.contains("/") ? Files.folder(of: layout) + "/" : ""
  }

  func file(_ name: String) -> Result<(source: Source, id: SourceID), LayoutFileProblem> {
    do throws(Pictures.Failure) {
      let source = Source(name: folder + name, bytes: try files.read(name))
      return .success((source, sources.add(source)))
    } catch {
      return .failure(LayoutFileProblem(reason: error.reason))
    }
  }
}

extension Pictures.Failure {
  fileprivate var reason: String {
    switch self {
    case .notFound: "there is no such file"
    case .outside: "the name leads out of the layout's folder"
    case .unreadable(let reason): reason
    case .tooLarge: "it is too large for a layout"
    }
  }
}
