import ArgumentParser
import CertPress
import PressGolden

struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Compares renders with those that were recorded, and says what changed.",
    discussion: """
      Examples:
        certpress golden check
        certpress golden check certificates/specimen
        certpress golden report
        certpress golden record certificates/specimen

      A case is a folder below golden/ that holds:
        sheet.layout        a layout; or a file 'sheet' with one line that names one
        record.json         the record, with its pictures beside it
        case.json           a tolerance, regions to ignore, or why it may differ; if needed
        expected.png        what 'record' has written, for 'check' to compare with: pixels,
        expected.scene      items,
        expected.text       what can be extracted from the PDF,
        expected.structure  and what the PDF is made of

      PDFs are read back by poppler and qpdf (apt-get install poppler-utils qpdf).
      """,
    subcommands: [GoldenCheck.self, GoldenReportCommand.self, GoldenRecord.self])
}

/// Which cases, and with which fonts.
struct GoldenSelection: ParsableArguments {
  @Argument(help: "Cases or groups of cases, by name. Default: all.")
  var cases: [String] = []

  @Option(help: ArgumentHelp("The folder of goldens.", valueName: "dir"))
  var golden = "golden"

  @OptionGroup var fonts: FontOptions

  func harness() throws(Faults) -> GoldenHarness {
    try GoldenHarness(press: fonts.press(), folder: GoldenFolder(at: golden, named: cases))
  }
}
