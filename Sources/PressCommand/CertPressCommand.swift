import ArgumentParser

@main
struct CertPressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certpress",
    abstract: "Typesets certificates: a layout file and a record become a PDF or a PNG.",
    discussion: """
      A first certificate:
        certpress render layouts/hubei-professional-title.layout --data record.json --output certificate.pdf

      Exit codes: 0 done (warnings allowed), 1 the layout or the record is at fault, 2 the work could not be done (a file \
      cannot be read or written), 64 the command line is wrong, 70 a bug of CertPress.
      """,
    version: "0.1.0",
    subcommands: [
      RenderCommand.self, CheckCommand.self, DumpCommand.self, GoldenCommand.self, FontsCommand.self,
    ])
}
