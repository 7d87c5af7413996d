import Glibc
import Synchronization

/// Tells apart the neighbours of several writers in one process.
private let number = Atomic<Int>(0)

extension Files {
  /// Writes a file that appears whole or not at all: into a neighbour first, which then takes the name. A full disk, a crash
  /// or a second writer leaves the old file as it was. A pipe or a device is written straight.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(bytes, to: path) { () throws(FileError) in }
  }

  /// Puts other bytes into a file of which a reader knows the contents: if somebody has written it since, nothing happens.
  ///
  /// It is looked at last of all, when the new bytes are safely on the disk and only have to take the name.
  /// - Throws: ``FileError``; ``FileError/isChanged`` where the file no longer holds `known`.
  public static func replace(_ known: [UInt8], by bytes: [UInt8], in path: String) throws(FileError) {
    guard isRegular(path) else { throw FileError(path: path, code: exists(path) ? FileError.changed : ENOENT) }
    // A neighbour could take the name of a file that nobody is to write.
    guard access(path, W_OK) == 0 else { throw FileError(path: path, code: errno) }
    try write(bytes, to: path) { () throws(FileError) in
      guard try read(path, limit: known.count) == known else { throw FileError(path: path, code: FileError.changed) }
    }
  }

  private static func write(
    _ bytes: [UInt8], to path: String, unless check: () throws(FileError) -> Void
  ) throws(FileError) {
    if exists(path), !isRegular(path) {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw FileError(path: path, code: errno) }
      defer { close(file) }
      return try write(bytes, descriptor: file, path: path)
    }
    // A link stays a link; what it points to is replaced.
    let target = isLink(path) ? canonical(path) ?? path : path
    let neighbour = "\(target).\(getpid())-\(number.add(1, ordering: .relaxed).newValue).partial"
    // A new file has what the user's mask leaves of 0666, an old one keeps its mode.
    let file = open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
    do throws(FileError) {
      defer { close(file) }
      var status = stat()
      if stat(target, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
      try write(bytes, descriptor: file, path: path)
      guard fsync(file) == 0 else { throw FileError(path: path, code: errno) }
      try check()
    } catch {
      unlink(neighbour)
      throw error
    }
    guard rename(neighbour, target) == 0 else {
      let code = errno
      unlink(neighbour)
      throw FileError(path: path, code: code)
    }
  }

  /// Writes a file that was not there before: whatever has the name already stays as it is, be it a link that leads nowhere.
  /// - Throws: ``FileError``; `EEXIST` where the name is taken.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
    do throws(FileError) {
      defer { close(file) }
      try write(bytes, descriptor: file, path: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Writes to an open descriptor: 1 is standard output.
  public static func write(_ bytes: [UInt8], descriptor file: Int32, path: String) throws(FileError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN {
          // A pipe that another program has set not to block: wait until it takes more.
          var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
          continue
        }
        guard count > 0 else {
          failure = errno
          return
        }
        offset += count
      }
    }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
  }
}
