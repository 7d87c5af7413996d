import PressScene

extension Change.Fact {
  /// What became of the subject: `moved 0.30 mm right`.
  /// - Parameters:
  ///   - names: what a person calls the item of a path.
  ///   - plural: for several subjects.
  func predicate(names: (String) -> String, plural: Bool = false) -> String {
    let isNow = plural ? "are" : "is"
    let has = plural ? "have" : "has"
    func s(_ verb: String) -> String { plural ? verb : verb + "s" }
    return switch self {
    case .gone: "\(isNow) gone"
    case .new: "\(isNow) new"
    case .renamed(let old, let new): "\(isNow) called '\(new)' now, not '\(old)'"
    case .moved(let by): "moved \(Words.way(by))"
    case .resized(let was, let size): "changed size: \(Words.size(was)) → \(Words.size(size))"
    case .reads(let was, let text): "\(s("read")) \(Words.quoted(text)), not \(Words.quoted(was))"
    case .family(let was, let family): "\(isNow) set in \(family), not in \(was)"
    case .characterFamily(let characters, let was, let family):
      "\(has) \(characters) in \(family), not in \(was)"
    case .fontFile(let family): "\(isNow) drawn from another file of \(family)"
    case .size(let was, let size): "\(isNow) set at \(size) pt, not \(was) pt"
    case .fitted(let was, let size): "\(size < was ? "shrank" : "grew") from \(was) to \(size) pt"
    case .lines(let was, let lines): "\(s("take")) \(lines == 1 ? "1 line" : "\(lines) lines"), not \(was)"
    case .tracking(let by):
      "\(has) letters \(Words.mm(abs(by.mm))) \(by > 0 ? "further apart" : "closer together")"
    case .spread(let was, let width): "\(isNow) spread over \(Words.mm(width.mm)), not \(Words.mm(was.mm))"
    case .leading(let by): "\(has) lines \(Words.mm(abs(by.mm))) \(by > 0 ? "further apart" : "closer together")"
    case .letters: "\(has) letters in other places"
    case .glyphs: "\(has) characters drawn by other glyphs of the font"
    case .direction(let direction):
      "\(s("run")) \(direction == .vertical ? "from top to bottom" : "from left to right")"
    case .allowedWidth(let was, let width):
      "may be \(width.map { Words.mm($0.mm) } ?? "as") wide\(width == nil ? " as they like" : ""), not \(was.map { Words.mm($0.mm) } ?? "any width")"
    case .color(let was, let paint): "changed colour: \(Words.paint(was)) → \(Words.paint(paint))"
    case .opacity(let was, let opacity): "changed opacity: \(decimal(was)) → \(decimal(opacity))"
    case .strokeWidth(let was, let width): "\(has) a line of \(width) pt, not \(was) pt"
    case .strokeStyle: "\(has) another kind of line (dash, caps or corners)"
    case .filled(let filled): filled ? "\(isNow) filled" : "\(isNow) no longer filled"
    case .stroked(let stroked): stroked ? "\(has) a line around" : "\(has) no line any more"
    case .outline: "\(has) another outline"
    case .places(let was, let count): "\(s("repeat")) \(count) times, not \(was)"
    case .clip: "\(isNow) cut at another edge"
    case .picture: "\(s("show")) another picture"
    case .turned(let degrees):
      "\(isNow) turned by \(decimal(abs(degrees), digits: 1))° \(degrees > 0 ? "clockwise" : "anticlockwise")"
    case .mirrored: "\(isNow) mirrored"
    case .crop: "\(s("show")) another part of the picture"
    case .payload: "\(s("encode")) another text"
    case .level(let was, let level): "\(has) error correction \(level.rawValue), not \(was.rawValue)"
    case .symbol: "\(s("encode")) the same text in another symbol"
    case .kind: "\(isNow) another kind of thing"
    case .role(let was, let role): "\(isNow) read as \(Words.role(role)), not as \(Words.role(was))"
    case .alternative(let was, let text):
      "\(isNow) described as \(Words.quoted(text)), not as \(Words.quoted(was))"
    case .depends(let was, let fields): "\(s("depend")) on \(Words.list(fields)), not on \(Words.list(was))"
    case .drawnUnder(let other): "\(isNow) now drawn under \(names(other))"
    case .drawnOver(let other): "\(isNow) now drawn over \(names(other))"
    case .paintedBefore(let other): "\(isNow) now painted before \(names(other))"
    case .paintedAfter(let other): "\(isNow) now painted after \(names(other))"
    case .readBefore(let other): "\(isNow) now read before \(names(other))"
    case .readAfter(let other): "\(isNow) now read after \(names(other))"
    case .pages(let was, let count): "the document has \(count == 1 ? "1 page" : "\(count) pages"), not \(was)"
    case .pageSize(let was, let size): "the page is \(Words.size(size)), not \(Words.size(was))"
    case .area: "the certificate's area lies elsewhere on the paper"
    case .document(let what, let was?, nil): "the document's \(what) \(Words.quoted(was)) is gone"
    case .document(let what, nil, let text): "the document has a new \(what): \(Words.quoted(text ?? ""))"
    case .document(let what, let was?, let text?):
      "the document's \(what) is \(Words.quoted(text)), not \(Words.quoted(was))"
    case .otherwise:
      "\(isNow) drawn otherwise, by less than 0.001 mm or in a way that has no word yet: compare the two scenes"
    }
  }
}

/// How numbers and texts are told to a person.
enum Words {
  /// `0.30 mm`; three digits where two would say nothing.
  static func mm(_ value: Double) -> String { number(value) + " mm" }

  private static func number(_ value: Double) -> String {
    let digits = abs(value) < 0.005 ? 4 : 2
    let text = decimal(value, digits: digits)
    guard digits == 2 else { return text }
    let fraction = text.contains(".") ? text.split(separator: ".")[1].count : 0
    return text + (fraction == 0 ? "." : "") + String(repeating: "0", count: 2 - fraction)
  }

  static func size(_ size: Size) -> String { "\(number(size.width.mm)) × \(number(size.height.mm)) mm" }

  /// `0.30 mm right and 0.10 mm down`
  static func way(_ by: Point) -> String {
    var parts: [String] = []
    if by.x != 0 { parts.append("\(mm(abs(by.x.mm))) \(by.x > 0 ? "right" : "left")") }
    if by.y != 0 { parts.append("\(mm(abs(by.y.mm))) \(by.y > 0 ? "down" : "up")") }
    return parts.joined(separator: " and ")
  }

  /// `31.2–52.8 mm across, 44.0–49.1 mm down`
  static func place(_ rect: Rect) -> String {
    func span(_ from: Points, _ to: Points) -> String {
      "\(decimal(from.mm, digits: 1))–\(decimal(to.mm, digits: 1)) mm"
    }
    return "\(span(rect.x, rect.maxX)) across, \(span(rect.y, rect.maxY)) down"
  }

  /// In quotation marks; what has no shape is spelled out, and long text is cut.
  static func quoted(_ text: String, atMost limit: Int = 60) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "“\(result)\(text.unicodeScalars.count > limit ? "…" : "")”"
  }

  static func list(_ names: Set<String>) -> String {
    names.isEmpty ? "nothing" : names.sorted().joined(separator: ", ")
  }

  static func paint(_ paint: Paint) -> String {
    switch paint {
    case .solid(let color): color.hex
    case .linear(_, _, let stops), .radial(_, _, let stops):
      "a gradient of \(stops.map(\.color.hex).joined(separator: ", "))"
    }
  }

  static func role(_ role: Role) -> String {
    switch role {
    case .heading: "a heading"
    case .label: "a label"
    case .value: "a value"
    case .paragraph: "a paragraph"
    case .caption: "a caption"
    case .figure: "a figure"
    case .link: "a link"
    case .artifact: "decoration"
    }
  }
}
