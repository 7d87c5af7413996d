import ArgumentParser
import CertPress
import PressDiagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what is wrong with a layout, and with a record against it.",
    discussion: """
      Examples:
        certpress check award.layout
        certpress check award.layout --data zhang.json
        certpress check award.layout --data zhang.json --diagnostics json

      All errors are told in one run. Exit status 1 if there is an error, 0 if there are warnings at most.
      """)

  @Argument(help: "The layout file.")
  var layout: String

  @OptionGroup var record: RecordOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.run { () throws(Faults) in
      let layout = try fonts.press().layout(at: layout)
      var diagnostics = layout.warnings
      var sources = layout.sources
      if record.data != nil {
        let record = try record.record(for: layout)
        diagnostics += layout.check(record, pictures: self.record.pictures)
        if let source = record.source { _ = sources.add(source) }
      }
      if diagnostics.hasErrors { throw Faults(.input, diagnostics, sources: sources) }
      report.report(diagnostics, sources: sources)
      if report.diagnostics == .text, diagnostics.isEmpty {
        print(record.data == nil ? "\(self.layout): nothing to complain about" : "the record fits the layout")
      }
    }
  }
}
