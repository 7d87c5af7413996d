import Glibc

private let slash = UInt8(ascii: "/")

/// `O_PATH` of Linux, which Swift's Glibc lacks: a folder is only named by it, and need not be readable.
private let pathOnly: Int32 = 0o10_000_000

extension Files {
  /// The bytes of a file or a pipe, to its end.
  /// - Parameter limit: bytes; a longer file is `EFBIG`, and so is a device that never ends.
  public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(file) }
    return try read(descriptor: file, path: path, limit: limit)
  }

  /// Standard input from where it stands, to its end. (`/dev/stdin` would begin a file anew, and cannot open a socket.)
  public static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    try read(descriptor: 0, path: "standard input", limit: limit)
  }

  /// A regular file in a folder or in the folders below it. No name leads out of the folder: not by `..`, not by an absolute
  /// path, not by a symbolic link.
  /// - Parameter limit: bytes; a longer file is `EFBIG`.
  /// - Throws: ``FileError``; `EXDEV` for a name that leads out.
  public static func read(_ name: String, in folder: String, limit: Int) throws(FileError) -> [UInt8] {
    func failure(_ code: Int32) -> FileError { FileError(path: name, code: code) }
    guard !name.isEmpty, !name.utf8.contains(0) else { throw failure(ENOENT) }
    // By bytes, as the system reads a name: a combining mark behind a slash makes another `Character` of the two.
    guard name.utf8.first != slash, !name.utf8.split(separator: slash).contains(where: { $0.elementsEqual("..".utf8) })
    else { throw failure(EXDEV) }
    let place = open(folder, pathOnly | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0, let root = path(ofDescriptor: place) else {
      if place >= 0 { close(place) }
      throw failure(ENOENT)
    }
    defer { close(place) }
    // Not blocking: a pipe without a writer must not hang the press.
    let file = openat(place, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    // What was opened is what is asked about, so no link can be changed in between.
    guard let real = path(ofDescriptor: file),
      real.utf8.elementsEqual(root.utf8) || real.utf8.starts(with: (root == "/" ? "/" : root + "/").utf8)
    else { throw failure(EXDEV) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw failure(EISDIR) }
    return try read(descriptor: file, path: name, limit: limit)
  }

  /// Where an open file or folder is, without links: one question to the system, where `realpath` asks for each folder on the way.
  private static func path(ofDescriptor file: Int32) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        readlink("/proc/self/fd/\(file)", $0, buffer.count)
      }
      guard count > 0, count < buffer.count else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
    }
  }

  static func read(descriptor file: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
    guard status.st_size <= limit else { throw FileError(path: path, code: EFBIG) }
    var bytes: [UInt8] = []
    // One more than its size, so that a file that is as long as it says is read by two calls.
    var room = max(Int(status.st_size) + 1, 65_536)
    var ended = false
    while !ended {
      let start = bytes.count
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
      guard bytes.count <= limit else { throw FileError(path: path, code: EFBIG) }
      room = 65_536
    }
    return bytes
  }
}
