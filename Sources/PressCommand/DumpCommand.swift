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

      Stages:
        syntax    the tree as written
        template  every value resolved, with where it comes from
        scene     what will be painted; it shows the record's values
      """)

  enum Stage: String, ExpressibleByArgument, CaseIterable { case syntax, template, scene }

  @Argument(help: "The layout file.")
  var layout: String

  @Option(help: ArgumentHelp("What to print.", valueName: "stage"))
  var stage: Stage

  @OptionGroup var record: RecordOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var values: ValuesOption

  func validate() throws {
    if stage != .scene, record.data != nil { throw ValidationError("--data goes with --stage scene only") }
  }

  func run() throws {
    let reporter = Reporter(showsValues: values.showValues)
    try reporter.run { () throws(Faults) in
      if stage == .scene {
        let layout = try fonts.press().layout(at: layout)
        let record = try record.record(for: layout)
        let (scene, warnings) = try layout.scene(for: record, pictures: self.record.pictures())
        try writeOut(SceneDump.text(scene, places: layout.sources))
        try reporter.report(layout.warnings + warnings, sources: layout.sources(with: record))
        return
      }
      let draft = try LayoutDraft(at: layout)
      if stage == .syntax {
        try writeOut(draft.tree.dump(of: draft.sources[draft.id]))
      } else if let template = draft.template {
        try writeOut(template.dump(draft.sources))
      }
      if draft.diagnostics.hasErrors { throw Faults(.input, draft.diagnostics, sources: draft.sources) }
      try reporter.report(draft.diagnostics, sources: draft.sources)
    }
  }
}
