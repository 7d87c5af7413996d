import Glibc

/// A call of the operating system that failed on a file.
public struct FileError: Error, Sendable, Hashable {
  public var path: String
  /// `errno`.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// As the C library says it, lower case: `no such file or directory`.
  public var reason: String { String(cString: strerror(code)).lowercased() }

  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// A new file was wanted, and the name is taken.
  public var isTaken: Bool { code == EEXIST }

  /// A port that another program has.
  public var isInUse: Bool { code == EADDRINUSE }

  /// Another program has written the file since it was read.
  public var isChanged: Bool { code == Self.changed || code == EFBIG }

  static let changed = ESTALE

  /// Longer than the reader's limit.
  public var isTooLarge: Bool { code == EFBIG }
}
