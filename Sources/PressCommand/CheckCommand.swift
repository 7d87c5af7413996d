import ArgumentParser
import CertPress
import PressDiagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what is wrong with a layout, and with a record for it.",
    discussion: """
      Examples:
        certpress check award.layout
        certpress check award.layout --data zhang.json
        certpress check award.layout --data zhang.json --diagnostics json

      All errors are told in one run. Exit code 1 if there is one, 0 if there are only \
      warnings.
      """)

  @Argument(help: "The layout file.")
  var layout: String

  @OptionGroup var record: RecordOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let reporter = report.reporter
    try reporter.run { () throws(Faults) in
      let layout = try fonts.press().layout(at: layout)
      var diagnostics = layout.warnings
      var sources = layout.sources
      if record.data != nil {
        let pictures = try record.pictures()
        let record = try record.record(for: layout)
        diagnostics += layout.check(record, pictures: pictures)
        sources = layout.sources(with: record)
      }
      if diagnostics.hasErrors { throw Faults(.input, diagnostics, sources: sources) }
      try reporter.report(diagnostics, sources: sources)
      if reporter.style == .text, diagnostics.isEmpty {
        try writeOut(record.data == nil ? "\(self.layout) has no errors\n" : "the record fits the layout\n")
      }
    }
  }
}
