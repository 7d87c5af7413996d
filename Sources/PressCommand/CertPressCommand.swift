import ArgumentParser
import CertPress

@main
struct CertPressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certpress",
    abstract: "Typesets certificates: a layout and a record become a PDF or a PNG.",
    discussion: """
      Examples:
        certpress new award.layout
        certpress preview award.layout
        certpress render award.layout --data zhang.json --output zhang.pdf
        certpress check award.layout --data zhang.json

      Exit codes:
        0   done; there may be warnings
        1   the layout, the record or a picture is at fault
        2   the work could not be done: a file cannot be read or written
        64  the command line is wrong
        70  a bug of CertPress: please report it
      """,
    version: Press.version,
    subcommands: [
      NewCommand.self, PreviewCommand.self, RenderCommand.self, CheckCommand.self, FormatCommand.self, DumpCommand.self,
      SchemaCommand.self,
      GoldenCommand.self,
      FontsCommand.self, LSPCommand.self,
    ])

  static func main() {
    Crash.becomesExitCode()
    Press.isolateProcess()
    guard let render else { return main(nil) }
    do {
      try render.run()
    } catch {
      exit(withError: error)
    }
  }

  /// `certpress render …` as it should be, read without building the tree of all commands, which takes a tenth of the time of a
  /// certificate; nil for anything else, the wrong and the helpful, which the tree answers.
  private static var render: RenderCommand? {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == RenderCommand.configuration.commandName else { return nil }
    return (try? RenderCommand.parseAsRoot(Array(arguments.dropFirst()))) as? RenderCommand
  }
}
