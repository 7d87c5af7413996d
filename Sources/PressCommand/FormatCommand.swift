import ArgumentParser
import CertPress
import PressBytes
import PressDiagnostics

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Sets the white space of layouts right.",
    discussion: """
      Examples:
        certpress format award.layout
        certpress format layouts/*.layout --check
        certpress format - < award.layout

      Two spaces of indent, one space between terms, tables of fields and fonts in columns. \
      Lines stay as you broke them; only a line of more than 120 characters is opened at its \
      braces (a Chinese character counts as two). Comments stay where they are, and \
      what is printed stays the same.

      A layout with errors of syntax is left alone: exit code 1 and what is wrong with it.
      """)

  @Argument(help: ArgumentHelp("Layout files; - reads standard input and writes standard output.", valueName: "layout"))
  var layouts: [String]

  @Flag(help: "Write nothing; list what is not formatted, and end with exit code 1 if anything is not.")
  var check = false

  func validate() throws {
    if layouts.contains("-"), layouts.count > 1 { throw ValidationError("- goes alone") }
  }

  func run() throws {
    var worst: ExitCode?
    var isChanged = false
    for path in layouts {
      do {
        try Reporter().run { () throws(Faults) in if try format(path) { isChanged = true } }
      } catch let code as ExitCode {
        // The others are looked at all the same.
        if code.rawValue > worst?.rawValue ?? 0 { worst = code }
      }
    }
    if let worst { throw worst }
    if isChanged, check { throw ExitCode.failure }
    guard !isChanged, check || layouts != ["-"] else { return }
    try Reporter().run { () throws(Faults) in try writeOut("nothing to change\n") }
  }

  /// Formats one layout and tells so.
  /// - Returns: whether it was otherwise.
  private func format(_ path: String) throws(Faults) -> Bool {
    let isStream = path == "-"
    let draft = try isStream ? standardInput() : LayoutDraft(at: path)
    let old = draft.sources[draft.id].bytes
    let new = try draft.formatted()
    if check {
      guard new != old else { return false }
      try writeOut("\(draft.sources[draft.id].name):\(firstLine(of: old, unlike: new)): not formatted\n")
    } else if isStream {
      try writeOut(new)
    } else if new != old {
      try LayoutFile.replace(path, by: new)
      try writeOut("formatted \(path)\n")
    }
    return new != old
  }

  private func standardInput() throws(Faults) -> LayoutDraft {
    do throws(FileError) {
      return LayoutDraft(try Files.readStandardInput(limit: Faults.inputLimit), name: "standard input")
    } catch {
      throw Faults(error, reading: "layout")
    }
  }

  /// The first line, from 1, in which a text is not like another.
  private func firstLine(of old: [UInt8], unlike new: [UInt8]) -> Int {
    let equal = zip(old, new).prefix { $0 == $1 }
    return equal.count { $0.0 == UInt8(ascii: "\n") } + 1
  }
}
