import CertPress
import PressBytes
import PressDiagnostics
import PressScene

/// The independent readers: other people's programs, which know nothing of ours.
enum PDFReader {
  static let text = "pdftotext"
  static let structure = "qpdf"
  static let raster = "pdftoppm"

  /// The text of all pages in the order of the file, a form feed behind each page (poppler's `pdftotext -raw`).
  static func text(of pdf: [UInt8]) throws(Faults) -> String {
    String(decoding: try run([text, "-raw", "-enc", "UTF-8", "-", "-"], input: pdf), as: UTF8.self)
  }

  /// Everything in the file as JSON, streams decoded (qpdf's JSON, version 2).
  static func objects(of pdf: [UInt8]) throws(Faults) -> [UInt8] {
    try run(
      [structure, "--json=2", "--json-stream-data=inline", "--decode-level=generalized", "/dev/stdin"], input: pdf)
  }

  /// All pages as poppler draws them, in grey.
  static func pages(of pdf: [UInt8], dpi: Double) throws(Faults) -> [GreyPage] {
    let stream = try run([raster, "-gray", "-r", decimal(dpi), "-"], input: pdf)
    guard let pages = GreyPage.pages(pgm: stream) else {
      throw Faults(.environment, [Diagnostic(.error, "golden.unreadable-pdf", "\(raster) writes no PGM")])
    }
    return pages
  }

  /// Names and versions of the readers.
  static func versions() throws(Faults) -> [String: String] {
    // `pdftotext version 22.12.0` on standard error, `qpdf version 11.3.0` on standard output.
    func version(_ command: [String]) throws(Faults) -> String {
      let result = try start(command, input: [])
      let line = String(decoding: result.output + result.errors, as: UTF8.self).split(separator: "\n").first ?? ""
      return line.split(separator: " ").last.map(String.init) ?? "unknown"
    }
    return ["poppler": try version([text, "-v"]), "qpdf": try version([structure, "--version"])]
  }

  private static func run(_ command: [String], input: [UInt8]) throws(Faults) -> [UInt8] {
    let result = try start(command, input: input)
    guard result.status == 0 else {
      let reason = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").first ?? "it says nothing"
      throw Faults(
        .input,
        [Diagnostic(.error, "golden.unreadable-pdf", "\(command[0]) cannot read the PDF: \(reason)")])
    }
    return result.output
  }

  private static func start(_ command: [String], input: [UInt8]) throws(Faults) -> Program.Result {
    do throws(FileError) {
      return try Program.run(command, input: input)
    } catch {
      let package = command[0] == structure ? "qpdf" : "poppler-utils"
      throw Faults(
        .environment,
        [
          Diagnostic(
            .error, "golden.no-reader",
            "goldens are read back by '\(command[0])', which cannot be run: \(error.reason)",
            hint: error.isMissing ? "on Debian and Ubuntu: apt-get install \(package)" : nil)
        ])
    }
  }
}
