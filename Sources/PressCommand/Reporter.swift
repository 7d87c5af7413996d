import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressDiagnostics

/// Tells a person or a program what happened.
struct Reporter {
  enum Style: String, CaseIterable { case text, json }

  var style = Style.text
  var showsValues = false

  /// Runs the work of a command and turns what it throws into diagnostics and the exit code.
  func run(_ work: () throws(Faults) -> Void) throws {
    do throws(Faults) {
      try work()
    } catch {
      // A report that cannot be written leaves nobody to tell: the exit code still says it.
      try? report(error.diagnostics, sources: error.sources)
      throw error.exitCode
    }
  }

  /// Text goes to standard error; JSON goes to standard output, an empty array where there is nothing to tell.
  func report(_ diagnostics: [Diagnostic], sources: SourceSet) throws(Faults) {
    switch style {
    case .text:
      let printer = TerminalPrinter(sources: sources, color: isatty(2) == 1, showValues: showsValues)
      try? Files.write(Array(printer.text(of: diagnostics).utf8), descriptor: 2, path: "standard error")
    case .json:
      try writeOut(JSONPrinter(sources: sources, showValues: showsValues).text(of: diagnostics))
    }
  }
}

extension Faults {
  fileprivate var exitCode: ExitCode {
    switch kind {
    case .input: ExitCode(1)
    case .environment: ExitCode(2)
    case .bug: ExitCode(70)
    }
  }
}

/// Writes to standard output at once. `print` would keep silent about a full disk.
func writeOut(_ bytes: [UInt8]) throws(Faults) {
  do throws(FileError) {
    try Files.write(bytes, descriptor: 1, path: "standard output")
  } catch {
    throw Faults(writing: error)
  }
}

func writeOut(_ text: String) throws(Faults) { try writeOut(Array(text.utf8)) }
