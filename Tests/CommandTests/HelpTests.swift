import TestKit
import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "each command explains itself with examples, within the width of a terminal",
    arguments: [
      [], ["new"], ["render"], ["check"], ["format"], ["dump"], ["schema"], ["golden"], ["golden", "check"],
      ["golden", "report"],
      ["golden", "record"], ["fonts"], ["lsp"],
    ])
  func help(command: [String]) throws {
    let help = try Command.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.error == "")
    #expect(help.text.contains("\nExamples:\n  certpress "))
    let prose = help.text.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
    #expect(prose.allSatisfy { $0.count <= 80 })
    // An example that wraps cannot be copied.
    let examples = prose.filter { $0.hasPrefix("  certpress ") }
    #expect(!examples.isEmpty)
    for example in examples where !command.isEmpty {
      #expect(example.hasPrefix("  certpress \(command.joined(separator: " "))"))
    }
  }

  @Test("the exit codes stand in the help")
  func exitCodes() throws {
    let help = try Command.run(["--help"]).text
    for code in ["  0   ", "  1   ", "  2   ", "  64  ", "  70  "] { #expect(help.contains("\n\(code)")) }
  }

  @Test("the version is told")
  func version() throws {
    let version = try Command.run(["--version"])
    #expect(version.status == 0)
    #expect(version.text.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }
}
