import ArgumentParser
import CertPress
import PressGolden

struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Compares renders with those that were recorded.",
    discussion: """
      Examples:
        certpress golden check
        certpress golden check certificates/specimen
        certpress golden record certificates/specimen

      A case is a folder below golden/ that holds:
        sheet.layout    a layout; or a file 'sheet' with one line that names one
        record.json     the record, with its pictures beside it
        expected.scene  what 'record' has written, for 'check' to compare with
        expected.png
      """,
    subcommands: [Check.self, Record.self])

  struct Selection: ParsableArguments {
    @Argument(help: "Cases or groups of cases, by name. Default: all.")
    var cases: [String] = []

    @Option(help: ArgumentHelp("The folder of goldens.", valueName: "dir"))
    var golden = "golden"

    @OptionGroup var fonts: FontOptions

    func selected() throws(Faults) -> [GoldenCase] { try GoldenCase.discover(in: golden, named: cases) }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Renders each case and tells what differs.",
      discussion: """
        Examples:
          certpress golden check
          certpress golden check certificates/specimen

        Exit code 1 if anything differs; actual.png and actual.scene then stand beside the \
        expected files.
        """)

    @OptionGroup var selection: Selection

    func run() throws {
      var failed = 0
      try Reporter().run { () throws(Faults) in
        let harness = GoldenHarness(press: try selection.fonts.press())
        let cases = try selection.selected()
        for golden in cases {
          let outcome = harness.check(golden)
          if outcome.differences.isEmpty { continue }
          failed += 1
          try writeOut("\(outcome.name) differs:\n" + outcome.differences.map { "  \($0)\n" }.joined())
        }
        try writeOut(
          "\(cases.count) golden\(cases.count == 1 ? "" : "s") checked, \(failed) differ\(failed == 1 ? "s" : "")\n")
      }
      if failed > 0 { throw ExitCode(1) }
    }
  }

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes what each case is expected to look like.",
      discussion: """
        Examples:
          certpress golden record
          certpress golden record certificates/specimen

        Exit code 1 if it wrote anything: look at each picture before you commit it.
        """)

    @OptionGroup var selection: Selection

    func run() throws {
      var count = 0
      try Reporter().run { () throws(Faults) in
        let harness = GoldenHarness(press: try selection.fonts.press())
        for golden in try selection.selected() {
          for path in try harness.record(golden) {
            try writeOut("wrote \(path)\n")
            count += 1
          }
        }
        try writeOut(count == 0 ? "nothing changed\n" : "look at each before you commit it\n")
      }
      if count > 0 { throw ExitCode(1) }
    }
  }
}
