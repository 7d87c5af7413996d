import ArgumentParser
import CertPress
import Glibc
import PressBytes
import PressDiagnostics

@main
struct DeskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certpress preview",
    abstract: "Opens a layout on the designer's desk: a page in the browser that follows the file.",
    discussion: """
      Examples:
        certpress preview award.layout
        certpress preview award.layout --data zhang.json
        certpress preview award.layout --data records.ndjson --port 8080 --no-open

      The page is for this machine and this user alone: it answers on 127.0.0.1, and only to \
      who has the address that is printed here. It ends with Ctrl-C.
      """)

  @Argument(help: "The layout file.")
  var layout: String

  @Option(
    help: ArgumentHelp(
      "Records to try it with: a JSON object, a JSON array of them, or one on each line.",
      discussion: "Default: invented ones, made from the layout's own data block.", valueName: "file"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The folder that picture names in the records count from. Default: the records' folder.", valueName: "dir"))
  var assets: String?

  @Option(
    help: ArgumentHelp(
      "The port on 127.0.0.1.",
      discussion:
        "Default: always the same for one layout, if it is free, so that the browser knows its settings again.",
      valueName: "n"))
  var port: UInt16?

  @Flag(inversion: .prefixedNo, help: "Whether to open the page in the browser.")
  var open = true

  @Option(
    help: ArgumentHelp(
      "How a line is opened in your editor: \"code -g {file}:{line}:{column}\".",
      discussion: "Default: VS Code if it is there, else what the desktop opens text files with.",
      valueName: "command"))
  var editor: String?

  @Option(
    name: .customLong("fonts"), help: ArgumentHelp("The folder of fonts. Default: CertPress's own.", valueName: "dir"))
  var fonts: String?

  func validate() throws {
    if let assets, !Files.isFolder(assets) { throw ValidationError("there is no folder '\(assets)'") }
    if let editor, editor.split(separator: " ").isEmpty { throw ValidationError("--editor names a program") }
  }

  static func main() async {
    Crash.becomesExitCode()
    Press.isolateProcess()
    await main(nil)
  }

  func run() async throws {
    let desk: Desk
    do throws(Faults) {
      desk = try Desk(
        press: .installed(fonts: fonts), layout: layout, data: data, assets: assets, editor: Editor(command: editor))
    } catch {
      let printer = TerminalPrinter(sources: error.sources, color: isatty(2) == 1)
      try? Files.write(Array(printer.text(of: error.diagnostics).utf8), descriptor: 2, path: "standard error")
      throw ExitCode(error.kind == .input ? 1 : error.kind == .environment ? 2 : 70)
    }
    // Each page and each program that calls takes one: the usual 1024 are soon gone.
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      limit.rlim_cur = limit.rlim_max
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    let server = DeskServer(desk: desk, token: .random())
    do {
      do {
        try await server.run(port: port ?? usualPort, opened: opened)
      } catch let error as FileError where port == nil && error.isInUse {
        try await server.run(port: 0, opened: opened)
      }
    } catch let error as FileError {
      let message = "error: the desk cannot answer on \(error.path): \(error.reason)\n"
      let hint =
        error.isInUse ? "  = hint: another program has the port; leave --port away and a free one is taken\n" : ""
      try? Files.write(Array((message + hint).utf8), descriptor: 2, path: "standard error")
      throw ExitCode(2)
    }
  }

  private func opened(_ address: String) {
    try? Files.write(
      Array("The desk is open at \(address)\nCtrl-C ends it.\n".utf8), descriptor: 1, path: "standard output")
    if open { try? Program.launch(["xdg-open", address]) }
  }

  /// Of this layout: one of twenty thousand that no service is registered for and the system gives to nobody by itself.
  private var usualPort: UInt16 {
    let path = Files.canonical(layout) ?? layout
    return 10_000 + UInt16(path.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 20_000 })
  }
}
