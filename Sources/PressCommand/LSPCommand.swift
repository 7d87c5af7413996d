import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressLSP

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves an editor with the language of layouts.",
    discussion: """
      Examples:
        certpress lsp

      An editor starts it and talks to it on standard input and output, by the \
      Language Server Protocol: errors as you type, completion, hover, outline, \
      definitions, formatting, cures. docs/editors.md sets up VS Code, Neovim and \
      Helix.
      """)

  @OptionGroup var fonts: FontOptions

  @Flag(
    help: ArgumentHelp(
      "Standard input and output, which it always uses; some editors ask for them.", visibility: .hidden))
  var stdio = false

  func run() throws {
    // An editor that is gone is an error of writing, not a signal.
    signal(SIGPIPE, SIG_IGN)
    // Without fonts an editor is served all the same; nothing is completed behind `font`.
    let families = (try? fonts.press().coverage(of: "").families) ?? []
    var process = ServerProcess(LanguageServer(families: { families }))
    let code: Int32
    do throws(FileError) { code = try process.run() } catch { throw ExitCode(2) }
    if code != 0 { throw ExitCode(code) }
  }
}
