import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressDiagnostics

struct FontOptions: ParsableArguments {
  @Option(
    name: .customLong("fonts"),
    help: ArgumentHelp(
      "The folder of fonts.",
      discussion: "Default: share/certpress/fonts beside the folder of the executable, else the nearest fonts/ above it.",
      valueName: "dir"))
  var directory: String?

  /// Never found by the current folder or the environment: the same command gives the same bytes wherever it is typed.
  func press() throws(Faults) -> Press {
    if let directory { return try Press(fonts: directory) }
    guard let executable = Files.canonical("/proc/self/exe") else {
      throw Faults(.environment, [Diagnostic(.error, "fonts.not-found", "cannot tell where certpress is installed")])
    }
    var folder = Files.folder(of: executable)
    let installed = Files.folder(of: folder) + "/share/certpress/fonts"
    if Files.exists(installed + "/manifest.json") { return try Press(fonts: installed) }
    while true {
      if Files.exists(folder + "/fonts/manifest.json") { return try Press(fonts: folder + "/fonts") }
      if folder == "/" { break }
      folder = Files.folder(of: folder)
    }
    throw Faults(
      .environment,
      [
        Diagnostic(
          .error, "fonts.not-found", "no folder of fonts near '\(executable)'",
          hint: "name it with --fonts DIR; it holds manifest.json")
      ])
  }
}

struct ReportOptions: ParsableArguments {
  enum Style: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("How diagnostics are printed.", valueName: "style"))
  var diagnostics: Style = .text

  @Flag(help: "Show lines of records in diagnostics. They are personal data.")
  var showValues = false

  /// Text goes to standard error, JSON to standard output where a tool reads it.
  func report(_ diagnostics: [Diagnostic], sources: SourceSet) {
    switch self.diagnostics {
    case .text:
      let color = isatty(2) == 1
      printError(TerminalPrinter(sources: sources, color: color, showValues: showValues).text(of: diagnostics))
    case .json:
      print(JSONPrinter(sources: sources, showValues: showValues).text(of: diagnostics), terminator: "")
    }
  }

  /// Runs the work of a command and turns what it throws into diagnostics and the exit code.
  func run(_ body: () throws(Faults) -> Void) throws {
    do throws(Faults) {
      try body()
    } catch {
      report(error.diagnostics, sources: error.sources)
      throw error.exitCode
    }
  }
}

extension Faults {
  var exitCode: ExitCode {
    switch kind {
    case .input: ExitCode(1)
    case .environment: ExitCode(2)
    case .bug: ExitCode(70)
    }
  }
}

func printError(_ text: String) {
  try? Files.write(Array(text.utf8), descriptor: 2, path: "standard error")
}
