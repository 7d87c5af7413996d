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
    case .bold(let was, let width, let characters): bold(was, width, characters, has: has, isNow: isNow)
    case .characterColor(let characters, let was, let paint):
      "\(has) \(Words.quoted(characters)) in \(Words.paint(paint)), not in \(Words.paint(was))"
    case .characterSize(let characters, let was, let size):
      "\(has) \(Words.quoted(characters)) set at \(size) pt, not \(was) pt"
    case .characterMoved(let characters, let by): "\(has) \(Words.quoted(characters)) \(Words.way(by)) of where it was"
    case .indented(let by): "\(s("begin")) \(Words.mm(abs(by.mm))) further \(by > 0 ? "in" : "out")"
    case .clip(nil, let edge?): "\(isNow) cut to \(edge)"
    case .clip(let edge, nil): "\(isNow) no longer cut to \(edge ?? "anything")"
    case .clip(let was?, let edge?):
      was == edge ? "\(isNow) cut at another edge" : "\(isNow) cut to \(edge), not to \(was)"
    case .gradientTurned(let degrees): "\(has) its gradient \(Words.turned(degrees))"
    case .gradientPlaced: "\(has) its gradient in another place"
    case .cell: "\(isNow) drawn otherwise: the figure that repeats is another"
    case .engraved(let was, let letters):
      "\(isNow) drawn otherwise: \(was == letters ? "other figures" : "\(letters) figures, not \(was)")"
    case .entry(_, let number): "\(isNow) entry \(number) now"
    case .onPage(let was, let page): "\(isNow) on page \(page), \(plural ? "were" : "was") on page \(was)"
    case .picture: "\(s("show")) another picture"
    case .turned(let degrees): "\(isNow) \(Words.turned(degrees))"
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

  private func bold(_ was: Points, _ width: Points, _ characters: String?, has: String, isNow: String) -> String {
    let (subject, state) = characters.map { ("\(has) \(Words.quoted($0))", "") } ?? (isNow, " now")
    if was == 0 { return "\(subject) bold\(state), by a line of \(width) pt" }
    if width == 0 { return "\(subject) no longer bold" }
    return "\(subject) bold by a line of \(width) pt, not \(was) pt"
  }
}
