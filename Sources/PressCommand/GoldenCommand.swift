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

      A case is a folder with a sheet (sheet.layout, or a file 'sheet' with one line that names a layout), record.json and \
      what they are expected to look like. `record` ends with status 1 if it wrote anything: look at it before you commit.
      """,
    subcommands: [Check.self, Record.self])

  struct Selection: ParsableArguments {
    @Argument(help: "Cases or groups, by name. Default: all.")
    var cases: [String] = []

    @Option(help: ArgumentHelp("The folder of goldens.", valueName: "dir"))
    var golden = "golden"

    @OptionGroup var fonts: FontOptions

    func selected() throws(Faults) -> [GoldenCase] {
      let all = try GoldenCase.discover(in: golden)
      if cases.isEmpty { return all }
      for name in cases where !all.contains(where: { $0.isPart(of: name) }) {
        throw Faults(
          .environment, [.noSuchCase(name)])
      }
      return all.filter { golden in cases.contains { golden.isPart(of: $0) } }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Renders each case and tells what differs.")

    @OptionGroup var selection: Selection
    @OptionGroup var report: ReportOptions

    func run() throws {
      var failed = 0
      var count = 0
      try report.run { () throws(Faults) in
        let harness = GoldenHarness(press: try selection.fonts.press())
        for golden in try selection.selected() {
          count += 1
          let outcome = harness.check(golden)
          if outcome.differences.isEmpty { continue }
          failed += 1
          print("\(outcome.name) differs:")
          for difference in outcome.differences { print("  \(difference)") }
        }
      }
      print("\(count) golden\(count == 1 ? "" : "s") checked, \(failed) differ\(failed == 1 ? "s" : "")")
      if failed > 0 { throw ExitCode(1) }
    }
  }

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes what each case is expected to look like.")

    @OptionGroup var selection: Selection
    @OptionGroup var report: ReportOptions

    func run() throws {
      var written: [String] = []
      try report.run { () throws(Faults) in
        let harness = GoldenHarness(press: try selection.fonts.press())
        for golden in try selection.selected() { written += try harness.record(golden) }
      }
      for path in written { print("wrote \(path)") }
      if written.isEmpty {
        print("nothing changed")
      } else {
        print("look at each before you commit it")
        throw ExitCode(1)
      }
    }
  }
}
