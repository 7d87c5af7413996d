import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressDiagnostics

/// The designer's desk is a program of its own, so that rendering does not carry a web server about.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Opens a layout on the designer's desk: a page in the browser that follows the file.",
    usage: "certpress preview <layout> [--data <file>] [--port <n>] [--no-open] …")

  @Argument(parsing: .captureForPassthrough, help: "What 'certpress preview --help' tells.")
  var arguments: [String] = []

  func run() throws {
    try Reporter().run { () throws(Faults) in
      let name = "certpress-desk"
      let folder = Files.canonical("/proc/self/exe").map(Files.folder(of:)) ?? "."
      let program = folder + "/" + name
      var words = ([program] + arguments).map { strdup($0) } + [nil]
      // Comes back only if it failed.
      execv(program, &words)
      let reason = FileError(path: program, code: errno).reason
      for word in words { free(word) }
      throw Faults(
        .environment,
        [
          Diagnostic(
            .error, "command.no-desk", "the desk '\(program)' cannot be started: \(reason)",
            hint: "it belongs beside certpress; in a checkout, 'make build' puts it there")
        ])
    }
  }
}
