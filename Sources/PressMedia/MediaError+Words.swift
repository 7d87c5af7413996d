public import PressDiagnostics
import PressScene

extension MediaError {
  /// The error in words, at the place and for the record that the caller knows.
  public func diagnostic(at span: Span? = nil, field: String? = nil, record: String? = nil) -> Diagnostic {
    let (id, message, hint) = words
    return Diagnostic(.error, "media.\(id)", message, at: span, hint: hint, field: field, record: record)
  }

  private var words: (id: String, message: String, hint: String?) {
    switch self {
    case .emptyPicture:
      ("empty-picture", "the picture file is empty", "copy or export it again")
    case .notPrintable(nil):
      ("not-a-picture", "the file is not a picture of a known format", "give a JPEG or PNG file")
    case .notPrintable(.html):
      (
        "not-a-picture", "the file is an HTML page, not a picture",
        "fetch the picture again; the server answered with a page, to log in perhaps"
      )
    case .notPrintable(.base64):
      ("not-a-picture", "the file is base64 text, not a picture", "decode it to the JPEG or PNG inside")
    case .notPrintable(let kind?):
      ("unsupported-format", "the picture's format is \(kind.rawValue)", "save it as JPEG or PNG")
    case .unsupportedJPEG(let kind):
      ("unsupported-format", kind.sentence, "save it as an ordinary JPEG: RGB or grey, 8 bits, baseline or progressive")
    case .truncated(let format):
      (
        "truncated-picture", "the \(format.name) ends before its picture does",
        "copy or export it again; the file is incomplete"
      )
    case .damaged(let format, let reason):
      (
        "damaged-picture", "the \(format.name) is damaged (\(reason))",
        "use the original file, or open this one in an image editor and save it anew if it looks right"
      )
    case .tooManyPixels(let width, let height):
      (
        "picture-too-large", "the picture measures \(width) × \(height) pixels",
        "scale it down to at most \(Pictures.maximumSide) pixels a side and \(Pictures.maximumPixels / 1_000_000) "
          + "megapixels; 300 pixels an inch of its printed size is plenty"
      )
    case .fileTooLarge(let bytes):
      (
        "picture-too-large", "the picture file has \(bytes) bytes, more than \(Pictures.maximumBytes)",
        "scale the picture down; 300 pixels an inch of its printed size is plenty"
      )
    case .outOfMemory:
      ("out-of-memory", "there is not enough memory to read the picture", nil)
    case .svg(let fault):
      fault.words
    case .emptyCode:
      ("qr-empty", "the QR code has no content", "give the address or text that it shall carry")
    case .codeTooLong(let codewords, let capacity, let level, let version):
      (
        "qr-too-long",
        "the QR code's content takes \(codewords) bytes, a version \(version) symbol at level \(level) holds \(capacity)",
        level == .L ? "shorten the content" : "shorten the content, or choose a lower level"
      )
    }
  }
}

extension Picture.Format {
  fileprivate var name: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    }
  }
}

extension MediaError.JPEGKind {
  fileprivate var sentence: String {
    switch self {
    case .cmyk: "the JPEG is in CMYK colours"
    case .components(let count): "the JPEG has \(count) colour components"
    case .precision(let bits): "the JPEG has \(bits) bits a sample"
    case .arithmetic: "the JPEG is arithmetic-coded"
    case .lossless: "the JPEG is a lossless one"
    case .hierarchical: "the JPEG is a hierarchical one"
    case .jpegLS: "the picture is a JPEG-LS file"
    case .other(let reason): "the JPEG is of a rare kind (\(reason))"
    }
  }
}

extension SVGFault {
  fileprivate var words: (id: String, message: String, hint: String?) {
    var words = problem.words
    if let place { words.message += " (line \(place.line), column \(place.column) of the SVG)" }
    return words
  }
}

extension SVGFault.Problem {
  fileprivate var words: (id: String, message: String, hint: String?) {
    switch self {
    case .malformed(let reason):
      (
        "svg-malformed", "the SVG is not well-formed XML: \(reason)",
        "export it again from the drawing program; if it was edited by hand, mend it there"
      )
    case .root(let name):
      ("svg-malformed", "the file's outermost element is <\(name)>, not <svg>", "give an SVG, JPEG or PNG file")
    case .documentType:
      (
        "svg-declarations", "the SVG has a document type with declarations of its own, which are not read",
        "export it as plain SVG, or delete <!DOCTYPE …>"
      )
    case .entity(let name):
      ("svg-declarations", "the SVG refers to the entity &\(name.quoted);", "write the character itself")
    case .noSize:
      ("svg-size", "the SVG has no viewBox, nor a width and height", "give <svg> a viewBox: viewBox=\"0 0 100 100\"")
    case .size(let side):
      ("svg-size", "a side of the SVG's viewBox is \(side)", "give it sides from 0.001 to 1000000")
    case .element(let name):
      ("svg-unsupported", "<\(name.quoted)> is not drawn", Self.cure(ofElement: name))
    case .misplaced(let name, let parent):
      ("svg-unsupported", "<\(name)> stands inside of <\(parent)>", "put it beside the shape, not into it")
    case .styleSheet:
      (
        "svg-unsupported", "the SVG's style sheet is not followed",
        "export with presentation attributes or inline styles instead of internal CSS"
      )
    case .property(let name, let value):
      ("svg-unsupported", "\(name) \"\(value)\" is not followed", Self.cure(ofProperty: name))
    case .paintServer(let property):
      (
        "svg-unsupported", "\(property) refers to a gradient or pattern, which is not drawn",
        "give the shape a plain colour in the drawing program"
      )
    case .value(let value, let name):
      ("svg-bad-value", "\(name) \"\(value)\" cannot be read", Self.cure(ofValueOf: name))
    case .unit(let value, let name):
      ("svg-bad-value", "\(name) \"\(value)\" has no fixed length here", "give it in px, mm, cm, in, pt or pc")
    case .number(let number):
      ("svg-bad-value", "the number \(number) is too large", "give numbers up to 1000000000")
    case .pathData(let character):
      (
        "svg-bad-value", "character \(character) of the path's d cannot stand there",
        "export the art again; the path may have been cut off"
      )
    case .unevenStroke:
      (
        "svg-unsupported", "a stroke is scaled more one way than the other",
        "convert the stroke to a path in the drawing program, or apply the transform to the shape"
      )
    case .overlapping:
      (
        "svg-unsupported", "the opacity is of parts that overlap, or of more than \(Overlaps.maximumShapes) of them",
        "set the opacity on each shape, unite the shapes to one path, or mix the colour beforehand"
      )
    case .farAway:
      (
        "svg-too-large", "a shape reaches farther than \(Int(SVG.maximumReach)) times the size of the viewBox",
        "delete what lies outside of the page in the drawing program"
      )
    case .tooManyBytes(let bytes):
      (
        "svg-too-large", "the SVG file has \(bytes) bytes, more than \(SVG.maximumBytes)",
        "simplify its paths in the drawing program, or export it as PNG"
      )
    case .tooManySegments:
      (
        "svg-too-large", "the SVG has more than \(SVG.maximumSegments) lines, curves and dashes",
        "simplify its paths in the drawing program, or export it as PNG"
      )
    case .tooManyDashes(let limit):
      ("svg-too-large", "a stroke-dasharray has more than \(limit) lengths", "convert the stroke to a path")
    case .tooDeep:
      ("svg-too-large", "elements are nested deeper than \(SVG.maximumDepth)", "ungroup the art in the drawing program")
    case .empty:
      ("svg-empty", "the SVG paints nothing", "check that its shapes have a fill or stroke and are not hidden")
    }
  }

  private static func cure(ofElement name: String) -> String {
    switch name {
    case "text", "tspan", "textPath", "tref", "flowRoot": "convert text to paths in the drawing program"
    case "image": "trace the picture to paths, or place it in the layout by itself as JPEG or PNG"
    case "use", "symbol": "replace symbols and clones by copies: unlink or expand them in the drawing program"
    case "linearGradient", "radialGradient", "meshgradient", "pattern", "hatch", "solidColor", "solidcolor", "stop":
      "give the shapes plain colours in the drawing program"
    case "clipPath", "mask": "cut the shapes themselves, by intersecting paths in the drawing program"
    case "filter": "remove the effect in the drawing program, or export the art as PNG"
    case "marker": "convert strokes with arrowheads to paths in the drawing program"
    case "script": "remove the script; printed art does not move"
    case "animate", "animateColor", "animateMotion", "animateTransform", "set", "discard":
      "remove the animation; printed art does not move"
    case "a": "remove the link in the drawing program; a layout has links of its own"
    case "switch", "foreignObject": "export as plain SVG, without the drawing program's own data"
    case "svg": "ungroup the inner drawing in the drawing program"
    default: "remove it, or export as plain SVG"
    }
  }

  private static func cure(ofProperty name: String) -> String {
    switch name {
    case "filter", "mix-blend-mode": cure(ofElement: "filter")
    case "mask", "mask-image", "clip-path": cure(ofElement: "mask")
    case "marker", "marker-start", "marker-mid", "marker-end": cure(ofElement: "marker")
    case "transform", "transform-origin", "translate", "rotate", "scale":
      "write it as a transform attribute of a group or shape"
    case "paint-order", "vector-effect", "pathLength": "convert the stroke to a path in the drawing program"
    case "systemLanguage", "requiredExtensions", "requiredFeatures": "remove the condition"
    default: "write it as an attribute of the shape"
    }
  }

  private static func cure(ofValueOf name: String) -> String {
    switch name {
    case "fill", "stroke", "color":
      "write a colour as #rrggbb, rgb(r, g, b) or by its CSS name, and its opacity as fill-opacity or stroke-opacity"
    case "viewBox": "give four numbers: left, top, width and height"
    case "points": "give pairs of numbers"
    case "transform": "give matrix, translate, scale, rotate, skewX or skewY, with numbers in parentheses"
    case "style": "write each declaration as name: value"
    default: "see SVG 1.1 for what it can be"
    }
  }
}
