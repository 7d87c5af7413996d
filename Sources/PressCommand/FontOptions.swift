import ArgumentParser
import CertPress
import PressBytes
import PressDiagnostics

struct FontOptions: ParsableArguments {
  @Option(
    name: .customLong("fonts"),
    help: ArgumentHelp(
      "The folder of fonts.",
      discussion: "Default: share/certpress/fonts beside the executable's folder, else the nearest fonts/ above it.",
      valueName: "dir"))
  var directory: String?

  /// Never found by the current folder or the environment: the same command gives the same bytes wherever it is typed.
  func press() throws(Faults) -> Press {
    if let directory { return try Press(fonts: directory) }
    guard let executable = Files.canonical("/proc/self/exe") else {
      throw notFound("cannot tell where certpress is installed")
    }
    var folder = Files.folder(of: executable)
    let installed = Files.folder(of: folder) + "/share/certpress/fonts"
    if Files.exists(installed + "/manifest.json") { return try Press(fonts: installed) }
    while true {
      if Files.exists(folder + "/fonts/manifest.json") { return try Press(fonts: folder + "/fonts") }
      if folder == "/" { break }
      folder = Files.folder(of: folder)
    }
    throw notFound("no folder of fonts belongs to '\(executable)'")
  }

  private func notFound(_ message: String) -> Faults {
    let hint = "name it with --fonts DIR: the folder that holds manifest.json"
    return Faults(.environment, [Diagnostic(.error, "fonts.not-found", message, hint: hint)])
  }
}
