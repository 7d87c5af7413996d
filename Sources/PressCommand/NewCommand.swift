import ArgumentParser
import CertPress
import PressBytes
import PressDiagnostics

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a layout to start from, and a record for it.",
    discussion: """
      Examples:
        certpress new award.layout
        certpress new award.layout --language en

      The layout is an award certificate that explains itself; the record, award.json, \
      fits it. Both can be rendered as they are. A file that is there already is never \
      touched.
      """)

  @Argument(help: "The layout file to write; its name ends in .layout.")
  var layout: String

  @Option(help: ArgumentHelp("The language of the notes in it.", valueName: "language"))
  var language = Starter.Language.zh

  private static let ending = ".layout"

  /// The path without its ending.
  private var stem: String { String(layout.dropLast(Self.ending.count)) }

  func validate() throws {
    guard layout.hasSuffix(Self.ending), !stem.isEmpty, !stem.hasSuffix("/") else {
      throw ValidationError("'\(layout)' does not end in .layout, as award.layout does")
    }
  }

  func run() throws {
    try Reporter().run { () throws(Faults) in
      let starter = Starter(in: language)
      let record = stem + ".json"
      // Before anything is written: half of a pair serves nobody.
      for path in [layout, record] where Files.exists(path) { throw Self.taken(path) }
      try Self.create(starter.layout, at: layout)
      do throws(Faults) {
        try Self.create(starter.record, at: record)
      } catch {
        Files.remove(layout)
        throw error
      }
      let (sheet, data) = (ShellWord.quoted(layout), ShellWord.quoted(record))
      try writeOut(
        """
        \(layout) is the layout, \(record) a record for it. Next:
          certpress render \(sheet) --data \(data) --output \(ShellWord.quoted(stem + ".pdf"))
          certpress check \(sheet) --data \(data)

        """)
    }
  }

  private static func create(_ bytes: [UInt8], at path: String) throws(Faults) {
    do throws(FileError) {
      try Files.create(bytes, at: path)
    } catch {
      throw error.isTaken ? taken(path) : Faults(writing: error)
    }
  }

  private static func taken(_ path: String) -> Faults {
    let message = "'\(path)' is there already; nothing was written"
    let hint = "choose another name, or move the file away"
    return Faults(.environment, [Diagnostic(.error, "file.exists", message, hint: hint)])
  }
}

extension Starter.Language: ExpressibleByArgument {}
