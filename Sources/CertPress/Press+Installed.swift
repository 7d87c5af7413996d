import PressBytes
import PressDiagnostics

extension Press {
  /// The engine with the fonts that belong to this program: `share/certpress/fonts` beside its folder, else the nearest `fonts/`
  /// above it. Never found by the current folder or the environment: the same command gives the same bytes wherever it is typed.
  /// - Parameter fonts: a folder to take instead.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/environment``.
  public static func installed(fonts: String? = nil) throws(Faults) -> Press {
    if let fonts { return try Press(fonts: fonts) }
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

  private static func notFound(_ message: String) -> Faults {
    let hint = "name it with --fonts DIR: the folder that holds manifest.json"
    return Faults(.environment, [Diagnostic(.error, "fonts.not-found", message, hint: hint)])
  }
}
