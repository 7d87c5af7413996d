import PressBytes
import PressScene

/// Writes one page as SVG: walks its items, writes their elements, and decides nothing.
///
/// What is called from several places is defined once. Its id is made of what it is, so that an edit elsewhere on the page changes
/// neither it nor who calls it.
final class SVGPainter {
  let faces: FontFaces
  private(set) var definitions: [SVGPart] = []
  private var defined: Set<String> = []

  private init(faces: FontFaces) { self.faces = faces }

  /// - Throws: the first problem, with the item it belongs to.
  static func paint(_ page: Page, of document: DocumentInfo, faces: FontFaces) throws(PaintError) -> SVGPage {
    try page.size.checkForPaper()
    let painter = SVGPainter(faces: faces)
    var items: [SVGPart] = []
    for item in page.items {
      var out = SVGText()
      try painter.draw(item, on: &out)
      items.append(SVGPart(id: item.id, text: out.string))
    }
    return SVGPage(
      size: page.size, definitions: painter.definitions, items: items, title: document.title,
      language: document.language)
  }

  /// Defines what has an id of its own, unless it is defined already.
  func define(_ id: String, _ write: (inout SVGText) throws(PaintError) -> Void) throws(PaintError) {
    guard defined.insert(id).inserted else { return }
    var out = SVGText()
    try write(&out)
    definitions.append(SVGPart(id: id, text: out.string))
  }

  /// Defines an element by what it holds, and gives its id.
  /// - Parameters:
  ///   - kind: a letter before the digest.
  ///   - head: the element's name with `<`.
  ///   - tail: what closes it.
  func define(_ kind: String, _ head: StaticString, _ body: SVGText, _ tail: StaticString) throws(PaintError) -> String
  {
    // 64 bits: of a million things on a page two are taken for one another once in a hundred million pages.
    let id = kind + SHA256.hex(of: body.bytes).prefix(16)
    try define(id) { out in
      out.raw(head)
      out.attribute("id", id)
      out.append(body.string)
      out.raw(tail)
    }
    return id
  }

  private func draw(_ item: Item, on out: inout SVGText) throws(PaintError) {
    do throws(PaintError) {
      out.raw("<g")
      out.attribute("id", item.id)
      out.meaning(of: item)
      if case .group(let group) = item.content {
        try draw(group, on: &out)
      } else {
        out.raw(">")
        try draw(item.content, on: &out)
      }
      out.raw("</g>")
    } catch {
      var error = error
      if error.item == nil {
        error.item = item.id
        error.span = item.span
      }
      throw error
    }
  }

  private func draw(_ content: Content, on out: inout SVGText) throws(PaintError) {
    switch content {
    case .text(let runs, _): for run in runs { try draw(run, on: &out) }
    case .shapes(let shapes): try draw(shapes, on: &out)
    case .picture(let picture): try draw(picture, on: &out)
    case .code(let code): draw(code, on: &out)
    case .pattern(let pattern): try draw(pattern, on: &out)
    case .group: break  // is its item's own element
    }
  }

  /// The rest of the item's tag, and what is in the group. A clip is set in the space that the tag's transform leads to, which is the
  /// children's (SVG 1.1, 14.3.5).
  private func draw(_ group: Group, on out: inout SVGText) throws(PaintError) {
    guard group.opacity > 0, group.clip?.segments.isEmpty != true else { return out.raw(">") }
    guard group.transform.isInvertible else { throw PaintError(.flatGroup) }
    out.attribute(transform: group.transform)
    if let clip = group.clip { out.attribute("clip-path", url: try define(clip: clip)) }
    if group.opacity < 1 { out.attribute("opacity", group.opacity, decimals: 6) }
    out.raw(">")
    for child in group.children { try draw(child, on: &out) }
  }

  func define(clip: Path) throws(PaintError) -> String {
    var body = SVGText()
    body.raw("><path")
    body.attribute(path: clip)
    return try define("c", "<clipPath", body, "/></clipPath>")
  }
}

extension SVGText {
  /// What a reader is to say of an item: its text, or a figure's other words. The outlines say nothing themselves.
  fileprivate mutating func meaning(of item: Item) {
    if case .figure(let alternative) = item.role {
      raw(" role=\"img\"")
      attribute("aria-label", alternative)
    } else if case .text(let runs, _) = item.content, item.role != .artifact {
      raw(" role=\"img\"")
      attribute("aria-label", runs.map(\.text).joined())
    } else if item.role == .artifact {
      raw(" aria-hidden=\"true\"")
    }
  }
}
