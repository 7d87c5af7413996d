import Glibc

enum Clock {
  case wall
  /// What this thread has used of a core, in the program and in the kernel for it.
  case processor
}

/// In milliseconds.
func now(_ clock: Clock) -> Double {
  var time = timespec()
  clock_gettime(clock == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
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

/// What one run of a program took.
struct ProgramRun {
  /// In milliseconds, on the wall and of all its threads.
  let wall, processor: Double
  /// Its largest resident memory in MB, of which shared libraries and font files are part.
  let peak: Double

  init(_ command: [String]) throws {
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let start = now(.wall)
    let code = posix_spawn(&process, command[0], nil, nil, &arguments, environ)
    guard code == 0 else { throw SystemError("cannot run \(command[0])", code: code) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    wall = now(.wall) - start
    guard status == 0 else { throw SystemError("\(command[0]) failed", code: 0) }
    processor = usage.ru_utime.milliseconds + usage.ru_stime.milliseconds
    peak = Double(usage.ru_maxrss) / 1024
  }
}

extension timeval {
  fileprivate var milliseconds: Double { Double(tv_sec) * 1000 + Double(tv_usec) / 1000 }
}
