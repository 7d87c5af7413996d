import ArgumentParser
import CertPress
import PressDiagnostics
import PressTemplate

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema of the records that a layout takes.",
    discussion: """
      Examples:
        certpress schema award.layout > award.schema.json

      The schema is of JSON Schema 2020-12: for a service that checks records before it \
      sends them, or for a program that makes a form of it. 'certpress check' sees more: \
      pictures, fonts, and whether everything fits.
      """)

  @Argument(help: "The layout file.")
  var layout: String

  func run() throws {
    let reporter = Reporter(showsValues: false)
    try reporter.run { () throws(Faults) in
      let draft = try LayoutDraft(at: layout)
      guard let template = draft.template, !draft.diagnostics.hasErrors else {
        throw Faults(.input, draft.diagnostics, sources: draft.sources)
      }
      try writeOut(template.jsonSchema + "\n")
      try reporter.report(draft.diagnostics, sources: draft.sources)
    }
  }
}
