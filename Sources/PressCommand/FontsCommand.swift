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

  @Flag(help: "Recompute digests, sizes and coverage of all files, and hold them against the manifest.")
  var verify = false

  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.run { () throws(Faults) in
      let press = try fonts.press()
      if verify {
        let differences = press.verifyFonts()
        if !differences.isEmpty { throw Faults(.environment, differences) }
        print("\(press.fontFiles.count) font files are as the manifest says")
      } else {
        for file in press.fontFiles {
          print("\(file.name)  \(file.tier), \(file.size >> 10) KB, \(file.licence)")
        }
      }
    }
  }
}
