import Glibc

enum Clock {
  case wall
  /// What this thread has used of a core, in the program and in the kernel for it …
  case thread
  /// … and all threads of this process.
  case process

  fileprivate var id: clockid_t {
    switch self {
    case .wall: CLOCK_MONOTONIC
    case .thread: CLOCK_THREAD_CPUTIME_ID
    case .process: CLOCK_PROCESS_CPUTIME_ID
    }
  }
}

/// In milliseconds.
func now(_ clock: Clock) -> Double {
  var time = timespec()
  clock_gettime(clock.id, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// Processes running or waiting for a core, over the last minute.
func load() -> Double {
  var load = 0.0
  getloadavg(&load, 1)
  return load
}

struct SystemError: Error, CustomStringConvertible {
  let description: String
  init(_ what: String, code: Int32) { description = "\(what): \(String(cString: strerror(code)))" }
}

func bytes(of path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw SystemError("cannot read \(path)", code: errno) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while feof(file) == 0 {
    guard ferror(file) == 0 else { throw SystemError("cannot read \(path)", code: errno) }
    // In large pieces: a byte at a time, reading a picture would take as long as comparing it.
    bytes += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }
  return bytes
}

func write(_ bytes: [UInt8], to path: String) throws {
  guard let file = fopen(path, "w") else { throw SystemError("cannot write \(path)", code: errno) }
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else { throw SystemError("cannot write \(path)", code: errno) }
}

/// What one run of a program took.
struct ProgramRun {
  /// In milliseconds, on the wall and of all its threads.
  let wall, processor: Double

  /// - Parameter command: what it prints goes nowhere.
  init(_ command: [String]) throws {
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    let start = now(.wall)
    let code = posix_spawn(&process, command[0], &files, nil, &arguments, environ)
    guard code == 0 else { throw SystemError("cannot run \(command[0])", code: code) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    wall = now(.wall) - start
    guard status == 0 else { throw SystemError("\(command[0]) failed", code: 0) }
    processor = usage.ru_utime.milliseconds + usage.ru_stime.milliseconds
  }
}

extension timeval {
  fileprivate var milliseconds: Double { Double(tv_sec) * 1000 + Double(tv_usec) / 1000 }
}
