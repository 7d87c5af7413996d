import FlyingFox
import Dispatch
import PressBytes

/// A page of a PDF as a picture, to be laid under the sheet; what else is dropped there the browser can read itself.
enum Scan {
  /// Pixels per inch: a scan to compare with needs no more, and a browser holds it easily.
  private static let dpi = 150

  /// A PDF may ask for hours and for all of the memory: it gets this much, one at a time, and not a thread that others wait for.
  private static let (seconds, memory) = (20, 2 << 30)
  private static let queue = DispatchQueue(label: "scan")

  static func answer(pdf: [UInt8], page: Int) async -> Answer {
    guard (1...99_999).contains(page) else { return .malformed("pages count from 1") }
    return await withCheckedContinuation { done in
      queue.async { done.resume(returning: draw(pdf, page)) }
    }
  }

  private static func draw(_ pdf: [UInt8], _ page: Int) -> Answer {
    do throws(FileError) {
      let result = try Program.run(
        [
          "timeout", "-k", "1", String(seconds), "prlimit", "--as=\(memory)", "pdftoppm", "-png", "-r", String(dpi),
          "-f", String(page), "-l", String(page), "-singlefile", "-",
        ], input: pdf)
      guard result.status != 124 else {
        return .failure(.unprocessableContent, "page \(page) of that PDF takes more than \(seconds) s to draw")
      }
      guard result.status != 127 else {
        return .failure(
          .unprocessableContent,
          "PDFs are drawn by pdftoppm, which is not there; on Debian and Ubuntu: apt-get install poppler-utils")
      }
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
