import ArgumentParser
import CertPress

struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Lists the fonts, verifies their files, or tells who draws which character.",
    discussion: """
      Examples:
        certpress fonts
        certpress fonts --verify
        certpress fonts --text 王㺂
        certpress fonts --data zhang.json --family Kai
        certpress fonts --data records.ndjson --json

      --text and --data tell for each family which face each character takes: its own, \
      its extension's, another family's, the rare face or the last resort. Characters \
      that every core has are only counted. Each is looked at by itself; in a text, one \
      that the family lacks takes its neighbours with it. Of a record nothing is shown \
      but such characters and where they stand.

      Exit code 1 if a character has no face in a family asked for.
      """)

  @Flag(help: "Recompute digest, size and characters of each file, and hold them against the manifest.")
  var verify = false

  @Option(help: ArgumentHelp("Tell which face each character of a text takes.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The same for all texts in a file of records: one JSON object, an array, or one on each line; - reads standard input.",
      valueName: "records"))
  var data: String?

  @Option(help: ArgumentHelp("Only this family: Song, Hei or Kai. Default: all.", valueName: "name"))
  var family: String?

  @Flag(help: "Write what --text or --data tells as JSON.")
  var json = false

  @OptionGroup var fonts: FontOptions

  func validate() throws {
    if [verify, text != nil, data != nil].count(where: \.self) > 1 {
      throw ValidationError("--verify, --text and --data are three questions: ask one at a time")
    }
    guard text == nil, data == nil else { return }
    if family != nil { throw ValidationError("--family goes with --text or --data") }
    if json { throw ValidationError("--json goes with --text or --data") }
  }

  func run() throws {
    var isComplete = true
    try Reporter().run { () throws(Faults) in
      let press = try fonts.press()
      if let text {
        isComplete = try tell(press.coverage(of: text, family: family))
      } else if let data {
        isComplete = try tell(press.coverage(of: Records.read(data), family: family))
      } else if verify {
        let differences = press.verifyFonts()
        if !differences.isEmpty { throw Faults(.environment, differences) }
        try writeOut("\(press.fontFiles.count) font files are as the manifest says\n")
      } else {
        for file in press.fontFiles {
          try writeOut("\(file.name)  \(file.tier), \(file.size >> 10) KB, \(file.licence)\n")
        }
      }
    }
    if !isComplete { throw ExitCode(1) }
  }

  /// - Returns: whether every character has a face.
  private func tell(_ coverage: TextCoverage) throws(Faults) -> Bool {
    try writeOut(json ? coverage.json : CoverageTable(coverage).text)
    return coverage.isComplete
  }
}
