import ArgumentParser
import CertPress
import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Prints a layout as one of the stages on its way to paper.",
    discussion: """
      Examples:
        certpress dump award.layout --stage syntax
        certpress dump award.layout --stage template
        certpress dump award.layout --stage scene --data zhang.json

      syntax: the tree as written. template: every value resolved, with where it came from. scene: what will be painted, \
      which shows the record's values.
      """)

  enum Stage: String, ExpressibleByArgument, CaseIterable { case syntax, template, scene }

  @Argument(help: "The layout file.")
  var layout: String

  @Option(help: ArgumentHelp("Which stage.", valueName: "stage"))
  var stage: Stage

  @OptionGroup var record: RecordOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.run { () throws(Faults) in
      if stage == .scene {
        let layout = try fonts.press().layout(at: layout)
        let (scene, warnings) = try layout.scene(for: record.record(for: layout), pictures: record.pictures)
        print(SceneDump.text(scene, places: layout.sources), terminator: "")
        report.report(layout.warnings + warnings, sources: layout.sources)
        return
      }
      let draft = try LayoutDraft(at: layout)
      if stage == .syntax {
        print(draft.tree.dump(of: draft.sources[draft.id]), terminator: "")
      } else if let template = draft.template {
        print(template.dump(draft.sources), terminator: "")
      }
      if draft.diagnostics.hasErrors { throw Faults(.input, draft.diagnostics, sources: draft.sources) }
      report.report(draft.diagnostics, sources: draft.sources)
    }
  }
}
