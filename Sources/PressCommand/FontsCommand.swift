import ArgumentParser
import CertPress

struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Lists the fonts, or verifies their files.",
    discussion: """
      Examples:
        certpress fonts
        certpress fonts --verify
      """)

  @Flag(help: "Recompute digest, size and characters of each file, and hold them against the manifest.")
  var verify = false

  @OptionGroup var fonts: FontOptions

  func run() throws {
    try Reporter().run { () throws(Faults) in
      let press = try fonts.press()
      guard verify else {
        for file in press.fontFiles {
          try writeOut("\(file.name)  \(file.tier), \(file.size >> 10) KB, \(file.licence)\n")
        }
        return
      }
      let differences = press.verifyFonts()
      if !differences.isEmpty { throw Faults(.environment, differences) }
      try writeOut("\(press.fontFiles.count) font files are as the manifest says\n")
    }
  }
}
