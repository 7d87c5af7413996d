import ArgumentParser
import CertPress
import PressBytes
import PressDiagnostics

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what is wrong with a layout, and with a record for it.",
    discussion: """
      Examples:
        certpress check award.layout
        certpress check award.layout --fix
        certpress check award.layout --data zhang.json
        certpress check award.layout --data zhang.json --diagnostics json

      All errors are told in one run. Exit code 1 if there is one, 0 if there are only \
      warnings.

      --fix writes the first fix-it of each error into the layout file and tells it with its \
      line; what then is still wrong is reported as ever. Where the fix-its of two errors \
      touch, one comes after the other. Warnings are told and not mended: a style that \
      nothing uses may be one that you are about to use. Records are never changed.
      """)

  @Argument(help: "The layout file.")
  var layout: String

  @Flag(help: "Mend the layout file where the cure of an error is known.")
  var fix = false

  @OptionGroup var record: RecordOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let reporter = report.reporter
    try reporter.run { () throws(Faults) in
      let press = try fonts.press()
      let layout = try fix ? fixedLayout(press, reporter) : press.layout(at: layout)
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

  /// The layout after its cures, which are in the file by then.
  private func fixedLayout(_ press: Press, _ reporter: Reporter) throws(Faults) -> Layout {
    let fixed = try LayoutDraft(at: layout).fixed()
    if !fixed.applied.isEmpty {
      try LayoutFile.replace(layout, by: fixed.bytes)
      var text = ""
      for cure in fixed.applied {
        let (line, column) = fixed.place(of: cure)
        text += "\(layout):\(line):\(column): fixed: \(cure.message) [\(cure.id)]\n"
      }
      switch reporter.style {
      case .text: try writeOut(text)
      // Standard output is one JSON array: what remains. That the report cannot be written changes nothing of the work.
      case .json: try? Files.write(Array(text.utf8), descriptor: 2, path: "standard error")
      }
    }
    return try press.layout(fixed.bytes, name: layout, pictures: .directory(Files.folder(of: layout)))
  }
}
