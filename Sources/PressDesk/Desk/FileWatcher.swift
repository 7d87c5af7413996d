import Dispatch
import Glibc
import PressBytes
import Synchronization

/// Tells when one of some files has been written, by inotify: without a change nothing happens, not even a glance.
///
/// Folders are watched, not files: editors write a new file and give it the old one's name, and a watched file would be the one
/// that is gone. What a file holds is the reader's to compare; a change may be told twice.
final class FileWatcher: Sendable {
  private struct State {
    /// By watch descriptor; one folder may be watched under several names.
    var folders: [Int32: Set<String>] = [:]
    /// Absolute, as given and with links followed.
    var files: Set<String> = []
  }

  private let descriptor: Int32
  // Made here and cancelled at the end, and never touched in between.
  nonisolated(unsafe) private let source: any DispatchSourceRead
  private let state = Mutex(State())

  /// - Parameter changed: called on a queue of its own; what happens at once is told once.
  init(changed: @escaping @Sendable () -> Void) throws(FileError) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileError(path: "inotify", code: errno) }
    self.descriptor = descriptor
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "files"))
    source.setEventHandler { [weak self] in
      guard let self else { return }
      // One save is several events: they are told together.
      if drain() { changed() }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit { source.cancel() }

  /// Watches these files and no others; they need not be there. Relative ones count from the current folder.
  func watch(_ paths: Set<String>) {
    var files: Set<String> = []
    for path in paths {
      files.insert(Files.absolute(path))
      // A link's own folder and the one of what it leads to: either may change.
      if let real = Files.canonical(path) { files.insert(real) }
    }
    // Of a folder that is not there yet, the nearest that is: it will tell when the other comes.
    let folders = Set(files.map { Self.nearest(to: Files.folder(of: $0)) })
    state.withLock { state in
      state.files = files
      for (watch, names) in state.folders where names.isDisjoint(with: folders) {
        inotify_rm_watch(descriptor, watch)
        state.folders[watch] = nil
      }
      // Adding a folder that is watched gives its descriptor again; one that was gone and is back gives a new one.
      for folder in folders {
        let events =
          IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MOVE_SELF | IN_ONLYDIR
        let watch = inotify_add_watch(descriptor, folder, UInt32(events))
        if watch >= 0 { state.folders[watch, default: []].insert(folder) }
      }
    }
  }

  private static func nearest(to folder: String) -> String {
    var folder = folder
    while folder != "/", !Files.isFolder(folder) { folder = Files.folder(of: folder) }
    return folder
  }

  /// Reads what is there to read.
  /// - Returns: whether one of the files is in it.
  private func drain() -> Bool {
    var isConcerned = false
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        state.withLock { state in
          var offset = 0
          while offset < count {
            let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let header = MemoryLayout<inotify_event>.size
            let name = buffer[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { isConcerned = true }
            for folder in state.folders[event.wd] ?? [] {
              let path = (folder == "/" ? "" : folder) + "/" + String(decoding: name, as: UTF8.self)
              // Itself, or a folder on the way to it.
              if state.files.contains(where: { $0 == path || $0.hasPrefix(path + "/") }) { isConcerned = true }
            }
            if event.mask & UInt32(IN_MOVE_SELF) != 0, state.folders.removeValue(forKey: event.wd) != nil {
              // What has its name now is another folder, or none.
              inotify_rm_watch(descriptor, event.wd)
              isConcerned = true
            }
            if event.mask & UInt32(IN_IGNORED) != 0, state.folders.removeValue(forKey: event.wd) != nil {
              isConcerned = true
            }
            offset += header + Int(event.len)
          }
        }
      }
    }
    return isConcerned
  }
}
