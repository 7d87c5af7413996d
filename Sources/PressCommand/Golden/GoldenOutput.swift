import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressGolden

/// In which forms a check tells what it found.
struct GoldenOutput: ParsableArguments {
  @Flag(help: "Write the findings to standard output as JSON instead of text.")
  var json = false

  @Option(help: ArgumentHelp("Write the findings as a JUnit file, too.", valueName: "file"))
  var junit: String?

  @Flag(help: "Print GitHub's annotations, too: each finding at its line of the layout.")
  var github = false

  func validate() throws {
    if json, github { throw ValidationError("--json and --github would both write to standard output") }
  }

  func check(_ selection: GoldenSelection) throws(Faults) -> GoldenReport {
    let harness = try selection.harness()
    let progress = Progress(count: harness.count)
    defer { progress.end() }
    return harness.check { done, outcome in progress.show(done, outcome.name) }
  }

  func write(_ report: GoldenReport) throws(Faults) {
    if let junit {
      do throws(FileError) {
        try Files.write(Array(report.junit.utf8), to: junit)
      } catch {
        throw Faults(writing: error)
      }
    }
    try writeOut(json ? report.json : report.text + (github ? report.annotations : ""))
  }
}

/// One line on a terminal that says how far the work has come, and goes when it is done.
struct Progress: Sendable {
  let count: Int
  private let isShown = isatty(2) == 1

  init(count: Int) { self.count = count }

  func show(_ done: Int, _ name: String) { write("\r\u{1B}[K\(done) of \(count)  \(name)") }

  func end() { write("\r\u{1B}[K") }

  private func write(_ text: String) {
    guard isShown else { return }
    try? Files.write(Array(text.utf8), descriptor: 2, path: "standard error")
  }
}
