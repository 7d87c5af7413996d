import ArgumentParser
import CertPress
import PressGolden

struct GoldenRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Writes what each case is expected to become.",
    discussion: """
      Examples:
        certpress golden record
        certpress golden record certificates/specimen

      It lists what it wrote and what is otherwise from now on, and ends with exit code 1 if \
      it wrote anything: look at each picture before you commit it. A case with errors is \
      never recorded.
      """)

  @OptionGroup var selection: GoldenSelection

  func run() throws {
    var isDone = true
    try Reporter().run { () throws(Faults) in
      let harness = try selection.harness()
      let progress = Progress(count: harness.count)
      let (recordings, environment) = try harness.record { done, recording in
        progress.show(done, recording.name)
      }
      progress.end()
      var text = ""
      for recording in recordings where !recording.files.isEmpty {
        text += "\(recording.name):\n" + recording.differences.map { "  \($0.sentence)\n" }.joined()
        text += recording.files.map { "  wrote \($0)\n" }.joined()
      }
      if let environment { text += "wrote \(environment)\n" }
      if !text.isEmpty { text += "look at each before you commit it\n" }
      for recording in recordings where recording.faults != nil { text += "\(recording.name) is not recorded\n" }
      text += harness.problems.map { $0 + "\n" }.joined()
      isDone = text.isEmpty
      try writeOut(isDone ? "nothing changed\n" : text)
      let faults = recordings.compactMap(\.faults)
      for fault in faults.dropLast() { try? Reporter().report(fault.diagnostics, sources: fault.sources) }
      if let last = faults.last { throw last }
    }
    if !isDone { throw ExitCode(1) }
  }
}
