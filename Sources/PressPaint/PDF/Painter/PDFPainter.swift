import PressScene

/// Draws one scene as PDF: walks its items, writes their operators, and decides nothing.
///
/// What a document has of its own is written as it comes; art that stays the same is written once a worker (``PDFKept``).
final class PDFPainter {
  let document: PDFDocument
  let faces: TrueTypeFaces
  let kept: PDFKept
  /// Of all pages and of the forms that belong to this document alone.
  let resources = PDFResources()
  /// Of the item at hand: no field of a record changes it, and it will come again.
  private(set) var (isStatic, isPlated) = (false, false)

  private init(faces: TrueTypeFaces, kept: PDFKept) {
    self.faces = faces
    self.kept = kept
    document = PDFDocument(kept: kept)
  }

  /// - Throws: the first problem, with the item it belongs to.
  static func paint(
    _ scene: Scene, faces: TrueTypeFaces, kept: PDFKept, parts: PDFParts = PDFParts()
  ) throws(PaintError) -> [UInt8] {
    guard !scene.pages.isEmpty else { throw PaintError(.noSuchPage(index: 0, count: 0)) }
    for page in scene.pages { try page.size.checkForPaper() }
    let painter = PDFPainter(faces: faces, kept: kept)
    for page in scene.pages { try painter.draw(page) }
    return try painter.document.finish(scene.document, resources: painter.resources, parts: parts)
  }

  private func draw(_ page: Page) throws(PaintError) {
    document.beginPage(page.size)
    var canvas = Canvas(resources: resources, state: .page)
    canvas.structureKey = document.structure.newKey()
    // The scene's y runs down from the paper's top.
    canvas.transform(by: Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: page.size.height))
    try draw(page.items, on: &canvas)
    document.endPage(canvas)
  }

  /// In order, the first lowest.
  func draw(_ items: [Item], on canvas: inout Canvas) throws(PaintError) {
    for item in items {
      do throws(PaintError) {
        try draw(item, on: &canvas)
      } catch {
        var error = error
        if error.item == nil {
          error.item = item.id
          error.span = item.span
        }
        throw error
      }
    }
  }

  /// Draws an item as marked content (14.6): a part of the structure where it is read, an artifact where it is decoration.
  private func draw(_ item: Item, on canvas: inout Canvas) throws(PaintError) {
    if case .group(let group) = item.content, item.readingOrder == nil, !group.isArt {
      return try draw(group, on: &canvas)  // its children say themselves what they are
    }
    guard !item.content.isEmpty else { return }
    (isStatic, isPlated) = (item.isStatic, item.plate != nil)
    let key = canvas.structureKey
    if key != nil { document.begin(item, on: &canvas) }
    canvas.structureKey = nil  // what is in it is marked with it: an artifact in a figure would be neither
    // What stands in a form is finished with it.
    if canvas.resources === resources, let form = try form(of: item) {
      canvas.draw(form)
    } else {
      try draw(item.content, on: &canvas)
    }
    canvas.structureKey = key
    if key != nil { canvas.out.operation("EMC") }
  }

  func draw(_ content: Content, on canvas: inout Canvas) throws(PaintError) {
    switch content {
    case .text(let runs, _): for run in runs { try draw(run, on: &canvas) }
    case .shapes(let shapes): try draw(shapes, on: &canvas)
    case .picture(let picture): try draw(picture, on: &canvas)
    case .code(let code): draw(code, on: &canvas)
    case .pattern(let pattern): try draw(pattern, on: &canvas)
    case .group(let group): try draw(group, on: &canvas)
    }
  }
}

extension Content {
  /// Draws nothing, so there is nothing to mark.
  fileprivate var isEmpty: Bool {
    switch self {
    case .text(let runs, _): runs.allSatisfy(\.glyphs.isEmpty)
    case .shapes(let shapes): shapes.isEmpty
    case .group(let group): group.opacity <= 0
    case .picture, .code, .pattern: false
    }
  }
}
