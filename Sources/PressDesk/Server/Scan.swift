import FlyingFox
import PressBytes

/// A page of a PDF as a picture, to be laid under the sheet; what else is dropped there the browser can read itself.
enum Scan {
  /// Pixels per inch: a scan to compare with needs no more, and a browser holds it easily.
  private static let dpi = 150

  static func answer(pdf: [UInt8], page: Int) -> Answer {
    guard page > 0 else { return .malformed("pages count from 1") }
    do throws(FileError) {
      let result = try Program.run(
        ["pdftoppm", "-png", "-r", String(dpi), "-f", String(page), "-l", String(page), "-singlefile", "-"], input: pdf)
      guard result.status == 0, result.output.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
        let reason = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").first ?? "it says nothing"
        return .failure(.unprocessableContent, "that PDF has no page \(page) that can be drawn: \(reason)")
      }
      return Answer(status: .ok, type: "image/png", body: result.output)
    } catch {
      let hint = error.isMissing ? "; on Debian and Ubuntu: apt-get install poppler-utils" : ""
      return .failure(.unprocessableContent, "PDFs are drawn by pdftoppm, which cannot be run: \(error.reason)" + hint)
    }
  }
}
