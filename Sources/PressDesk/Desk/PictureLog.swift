import CertPress
import PressBytes
import Synchronization

/// Remembers which files pictures and includes were read from, so that a change of one is seen.
final class PictureLog: Sendable {
  /// By path; nil for one that was not there.
  private let stamps = Mutex<[String: FileStamp?]>([:])

  var paths: Set<String> { stamps.withLock { Set($0.keys) } }

  /// Whether any of the files is another one than was read.
  var isOutdated: Bool {
    stamps.withLock { $0.contains { path, stamp in Files.stamp(of: path) != stamp } }
  }

  /// Files of a folder, noted as they are read; what is not there is asked of `other`.
  func pictures(in folder: String, otherwise other: Pictures = .none) -> Pictures {
    let files = Pictures.directory(folder)
    return Pictures { [self] name throws(Pictures.Failure) in
      let path = folder + "/" + name
      let stamp = Files.stamp(of: path)
      stamps.withLock { $0[path] = .some(stamp) }
      do throws(Pictures.Failure) {
        return try files.read(name)
      } catch {
        if case .notFound = error { return try other.read(name) }
        throw error
      }
    }
  }
}
