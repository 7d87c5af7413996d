import Glibc

extension Files {
  /// The bytes of a file or a pipe, to its end. Descriptor 0 is `/dev/stdin`.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(file) }
    return try read(descriptor: file, path: path)
  }

  /// A regular file in a folder or in the folders below it. No name leads out of the folder: not by `..`, not by an absolute
  /// path, not by a symbolic link.
  /// - Parameter limit: bytes; a longer file is `EFBIG`.
  /// - Throws: ``FileError``; `EXDEV` for a name that leads out.
  public static func read(_ name: String, in folder: String, limit: Int) throws(FileError) -> [UInt8] {
    func failure(_ code: Int32) -> FileError { FileError(path: name, code: code) }
    guard !name.isEmpty, !name.utf8.contains(0) else { throw failure(ENOENT) }
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { throw failure(EXDEV) }
    guard let root = canonical(folder) else { throw failure(ENOENT) }
    // Not blocking: a pipe without a writer must not hang the press.
    let file = open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    // What was opened is what is asked about, so no link can be changed in between.
    guard let real = canonical("/proc/self/fd/\(file)"), real.hasPrefix(root == "/" ? "/" : root + "/") else {
      throw failure(EXDEV)
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw failure(EISDIR) }
    guard status.st_size <= limit else { throw failure(EFBIG) }
    return try read(descriptor: file, path: name, limit: limit)
  }

  private static func read(descriptor file: Int32, path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
    var bytes: [UInt8] = []
    // One more than its size, so that a file that is as long as it says is read by two calls.
    var room = max(Int(status.st_size) + 1, 65_536)
    var ended = false
    while !ended {
      let start = bytes.count
      if start > limit { throw FileError(path: path, code: EFBIG) }
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while true {
          let length = Glibc.read(file, buffer.baseAddress, buffer.count)
          if length < 0, errno == EINTR { continue }
          if length < 0 { failure = errno }
          count = max(0, length)
          ended = length <= 0
          return
        }
      }
      guard failure == 0 else { throw FileError(path: path, code: failure) }
      if start == 0 { bytes = piece } else { bytes += piece }
      room = 65_536
    }
    return bytes
  }
}
