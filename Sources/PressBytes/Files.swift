import Glibc

/// Whole files, by POSIX: Foundation would cost more time at start than the work itself.
public enum Files {
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  public static func isRegular(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  /// Whether the path itself is a symbolic link, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The size of a regular file in bytes; nil if there is none.
  public static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// What tells a file from the same file written anew, without reading it; nil if there is none.
  public static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileStamp(
      number: status.st_ino, size: Int64(status.st_size), second: status.st_mtim.tv_sec,
      nanosecond: status.st_mtim.tv_nsec)
  }

  /// The folder of a path; `.` for a bare name.
  public static func folder(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path from the root, dots and links left as they are; a relative one counts from the current folder.
  public static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let here = canonical(".") ?? "/"
    let rest = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return (here == "/" ? "" : here) + "/" + rest
  }

  /// The path without links and dots (`realpath`); nil if there is nothing.
  public static func canonical(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Names in a folder, sorted by their bytes; hidden ones are left out. Empty if it cannot be read.
  public static func entries(of path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Creates a folder and those above it.
  public static func createFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    let parent = folder(of: path)
    if parent != path { try createFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(path: path, code: errno) }
  }

  public static func remove(_ path: String) { unlink(path) }
}

/// Which file, how long, and when it was last written.
public struct FileStamp: Sendable, Hashable {
  let number: UInt
  let size: Int64
  let second: Int
  let nanosecond: Int
}
