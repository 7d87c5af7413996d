import Glibc

/// For programs: what happens where CertPress itself is wrong: a failed precondition, a fault in a C library.
public enum Crash {
  /// Ends the process with status 70 and a sentence. Swift's own backtrace would print memory, and with it values of records.
  public static func becomesExitCode() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      signal(number) { _ in
        // Only calls that are safe in a signal handler: no allocation, no Swift string.
        let words: StaticString = """
          error: certpress has met a bug of its own [command.bug]
            = hint: please report it with the layout and the command line, but without the record

          """
        write(2, words.utf8Start, words.utf8CodeUnitCount)
        _exit(70)
      }
    }
  }
}
