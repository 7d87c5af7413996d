/// `A4 landscape`
struct NamedPaper: Sendable {
  var paper: PaperSize
  var isLandscape: Bool
}

extension Form where Value == NamedPaper {
  static let paper = Form(
    "a paper such as A4 or A4 landscape, or a size such as 210mm x 297mm",
    words: PaperSize.allCases.map(\.rawValue) + ["landscape", "portrait"]
  ) { reader throws(Reported) in
    guard let paper = PaperSize(rawValue: try reader.word(of: PaperSize.allCases.map(\.rawValue))) else {
      throw Reported()
    }
    guard reader.next != nil else { return NamedPaper(paper: paper, isLandscape: false) }
    return NamedPaper(paper: paper, isLandscape: try reader.word(of: ["landscape", "portrait"]) == "landscape")
  }
}
