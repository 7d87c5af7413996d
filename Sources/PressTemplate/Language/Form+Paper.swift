import PressDiagnostics
import PressSyntax

/// `A4 landscape`
struct NamedPaper: Sendable {
  var paper: PaperSize
  var isLandscape: Bool
}

private let ways = ["landscape", "portrait"]

extension Form where Value == NamedPaper {
  static let paper = Form(
    "a paper such as A4 or A4 landscape, or a size such as 210mm x 297mm",
    words: PaperSize.allCases.map(\.rawValue) + ways
  ) { reader throws(Reported) in
    if case .word(let first, let way)? = reader.next, ways.contains(way), reader.termCount == 2 {
      _ = try reader.take()
      guard let last = reader.next,
        let paper = PaperSize(rawValue: try reader.word(of: PaperSize.allCases.map(\.rawValue)))
      else { throw Reported() }
      let whole = reader.findings.span(from: first.range.lowerBound, to: last.range.upperBound)
      reader.findings.report(
        .wrongOrder("the way a paper lies stands behind its name", cure: paper.rawValue + " " + way, at: whole))
      return NamedPaper(paper: paper, isLandscape: way == "landscape")
    }
    guard let paper = PaperSize(rawValue: try reader.word(of: PaperSize.allCases.map(\.rawValue))) else {
      throw Reported()
    }
    guard reader.next != nil else { return NamedPaper(paper: paper, isLandscape: false) }
    return NamedPaper(paper: paper, isLandscape: try reader.word(of: ways) == "landscape")
  }
}
