import Glibc
import Synchronization

/// Runs another program to its end: what it reads is given whole, what it writes is taken whole.
///
/// Its standard streams are files without a name, not pipes, so that neither side can block the other; `/dev/stdin` can be opened
/// anew by a program that has to seek.
public enum Program {
  public struct Result: Sendable {
    /// The exit status, or 128 and the number of the signal that ended it, as a shell tells it.
    public var status: Int32
    public var output: [UInt8]
    public var errors: [UInt8]
  }

  /// - Parameters:
  ///   - command: the program, looked for in `PATH`, and its arguments.
  ///   - input: what it finds on its standard input.
  /// - Throws: ``FileError`` with the program's name: `ENOENT` where there is none.
  public static func run(_ command: [String], input: [UInt8] = []) throws(FileError) -> Result {
    let name = command.first ?? ""
    func failure(_ code: Int32) -> FileError { FileError(path: name, code: code) }
    var files: [UnsafeMutablePointer<FILE>] = []
    defer { for file in files { fclose(file) } }
    for _ in 0..<3 {
      guard let file = tmpfile() else { throw failure(errno) }
      files.append(file)
    }
    // Beyond the standard streams, which may be closed here; and of no use to a program that another thread starts just now.
    let streams = files.map { fcntl(fileno($0), F_DUPFD_CLOEXEC, 3) }
    defer { for stream in streams where stream >= 0 { close(stream) } }
    guard !streams.contains(where: { $0 < 0 }) else { throw failure(errno) }
    try Files.write(input, descriptor: streams[0], path: name)
    lseek(streams[0], 0, SEEK_SET)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(index))
    }
    keepToOurselves()
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let spawned = posix_spawnp(&child, name, &actions, nil, &arguments, environ)
    guard spawned == 0 else { throw failure(spawned) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw failure(errno) }
    }
    // WIFEXITED and its like are macros, which Swift cannot see.
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: try contents(of: streams[1], path: name),
      errors: try contents(of: streams[2], path: name))
  }

  /// Starts a program that goes on by itself, silent and without input: an editor, a browser.
  /// - Parameter command: the program, looked for in `PATH`, and its arguments.
  /// - Throws: ``FileError`` with the program's name: `ENOENT` where there is none.
  public static func launch(_ command: [String]) throws(FileError) {
    // Those that have ended since are let go: the system keeps a word of each until somebody asks.
    launched.withLock { $0.removeAll { waitpid($0, nil, WNOHANG) != 0 } }
    let name = command.first ?? ""
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in 0..<3 as Range<Int32> {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    keepToOurselves()
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let spawned = posix_spawnp(&child, name, &actions, nil, &arguments, environ)
    guard spawned == 0 else { throw FileError(path: name, code: spawned) }
    launched.withLock { $0.append(child) }
  }

  private static let launched = Mutex<[pid_t]>([])

  /// What a library has opened without a word about it, a server's sockets say, is not for the other program.
  private static func keepToOurselves() {
    for name in Files.entries(of: "/proc/self/fd") {
      guard let file = Int32(name), file > 2 else { continue }
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
  }

  private static func contents(of file: Int32, path: String) throws(FileError) -> [UInt8] {
    lseek(file, 0, SEEK_SET)
    return try Files.read(descriptor: file, path: path, limit: .max)
  }
}
