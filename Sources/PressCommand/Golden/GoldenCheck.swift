import ArgumentParser
import CertPress
import PressBytes
import PressGolden

struct GoldenCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Renders each case and tells what differs, in words and millimetres.",
    discussion: """
      Examples:
        certpress golden check
        certpress golden check certificates/specimen
        certpress golden check --json > golden.json
        certpress golden check --junit golden.xml --github

      Exit code 1 if anything differs. Nothing is written into the folder of goldens; to see \
      the pictures, run 'certpress golden report'.
      """)

  @OptionGroup var selection: GoldenSelection
  @OptionGroup var output: GoldenOutput

  func run() throws {
    var isFailure = false
    try Reporter().run { () throws(Faults) in
      let report = try output.check(selection)
      try output.write(report)
      isFailure = report.isFailure
    }
    if isFailure { throw ExitCode(1) }
  }
}

struct GoldenReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Checks, and writes a page that shows what differs.",
    discussion: """
      Examples:
        certpress golden report
        certpress golden report certificates --output artifacts/golden

      The page is one file, index.html, which needs no network: expected, actual and \
      difference side by side, as a blink, a slider or an onion skin, with the sentences of \
      'check'. Exit code 1 if anything differs.
      """)

  @OptionGroup var selection: GoldenSelection
  @OptionGroup var output: GoldenOutput

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The folder for index.html.", valueName: "dir"))
  var folder = "out/golden"

  func run() throws {
    var isFailure = false
    try Reporter().run { () throws(Faults) in
      let report = try output.check(selection)
      let path = folder + "/index.html"
      do throws(FileError) {
        try Files.createFolder(folder)
        try Files.write(report.page, to: path)
      } catch {
        throw Faults(writing: error)
      }
      try output.write(report)
      if !output.json { try writeOut("The page is \(path)\n") }
      isFailure = report.isFailure
    }
    if isFailure { throw ExitCode(1) }
  }
}
