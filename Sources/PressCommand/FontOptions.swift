import ArgumentParser
import CertPress

struct FontOptions: ParsableArguments {
  @Option(
    name: .customLong("fonts"),
    help: ArgumentHelp(
      "The folder of fonts.",
      discussion: "Default: share/certpress/fonts beside the executable's folder, else the nearest fonts/ above it.",
      valueName: "dir"))
  var directory: String?

  func press() throws(Faults) -> Press { try .installed(fonts: directory) }
}
