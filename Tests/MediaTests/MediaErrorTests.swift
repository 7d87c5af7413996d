import PressDiagnostics
import PressMedia
import PressScene
import Testing

@Suite("words for media errors")
struct MediaErrorTests {
  static let all: [MediaError] =
    FileKind.allCases.map { .notPrintable($0) } + [
      .emptyPicture, .notPrintable(nil), .unsupportedJPEG(.cmyk), .unsupportedJPEG(.components(2)),
      .unsupportedJPEG(.precision(12)), .unsupportedJPEG(.arithmetic), .unsupportedJPEG(.lossless),
      .unsupportedJPEG(.hierarchical), .unsupportedJPEG(.jpegLS), .unsupportedJPEG(.other(reason: "r")),
      .truncated(.jpeg), .truncated(.png), .damaged(.jpeg, reason: "r"), .damaged(.png, reason: "r"),
      .tooManyPixels(width: 30_000, height: 2), .fileTooLarge(bytes: 70_000_000), .outOfMemory, .emptyCode,
      .codeTooLong(codewords: 3_000, capacity: 2_334, level: .M, version: 40),
    ] + problems.flatMap { [.svg(SVGFault($0)), .svg(SVGFault($0, at: .init(line: 3, column: 14)))] }

  static let problems: [SVGFault.Problem] =
    [
      "text", "image", "use", "linearGradient", "mask", "filter", "marker", "script", "animate", "a", "switch", "svg",
      "x",
    ]
    .map { .element($0) }
    + ["filter", "mask", "marker", "transform", "paint-order", "systemLanguage", "width"].map {
      .property($0, value: "v")
    }
    + ["fill", "viewBox", "points", "transform", "style", "r"].map { .value("v", of: $0) } + [
      .malformed(reason: "mismatched tag"), .root("html"), .documentType, .entity("e"), .noSize, .size(0),
      .misplaced("rect", inside: "path"), .styleSheet, .paintServer(property: "fill"), .unit("1em", of: "r"),
      .number("1e99"), .pathData(character: 7), .unevenStroke, .overlapping, .farAway, .tooManyBytes(5_000_000),
      .tooManySegments, .tooManyDashes(100), .tooDeep, .empty,
    ]

  @Test("each error is one sentence in lower case, with a cure", arguments: all)
  func style(error: MediaError) {
    let diagnostic = error.diagnostic()
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.id.hasPrefix("media."))
    #expect(diagnostic.message.first?.isLowercase == true || diagnostic.message.first == "<")
    #expect(diagnostic.message.last != ".")
    #expect(diagnostic.hint?.last != ".")
    #expect(diagnostic.hint?.first?.isLowercase ?? (error == .outOfMemory))
  }

  @Test("place, field and record are passed on")
  func place() {
    let span = Span(SourceID(index: 0), 3..<7)
    let diagnostic = MediaError.truncated(.jpeg).diagnostic(at: span, field: "photo", record: "line 7")
    #expect(diagnostic.span == span)
    #expect(diagnostic.field == "photo")
    #expect(diagnostic.record == "line 7")
    #expect(diagnostic.id == "media.truncated-picture")
    #expect(diagnostic.message == "the JPEG ends before its picture does")
  }

  @Test("a format is named with its cure")
  func named() {
    let diagnostic = MediaError.notPrintable(.heic).diagnostic()
    #expect(diagnostic.message == "the picture's format is HEIC")
    #expect(diagnostic.hint == "save it as JPEG or PNG")
  }
}
