import PressScene

/// What an item can paint, as boxes: together they hold all its ink, and no pixel outside of them changes.
///
/// Text is measured by its glyphs' outlines: boxes that are too large would hold back what lies beside it from the background.
struct Reach {
  /// On the page, in points.
  private(set) var boxes: [Rect] = []

  /// In pixels of the page, with one to spare on each side.
  func pixels(dpi: Double) -> [PixelBox] {
    let scale = Transform.scale(dpi / 72, dpi / 72)
    return boxes.map { box in
      let box = PixelBox(around: scale(box))
      return PixelBox(left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1)
    }
  }

  /// - Throws: where a glyph cannot be measured, with the item it belongs to.
  init(of item: Item, faces: FontFaces) throws(PaintError) {
    do throws(PaintError) {
      try add(item.content, faces: faces)
    } catch {
      var error = error
      if error.item == nil {
        error.item = item.id
        error.span = item.span
      }
      throw error
    }
  }

  private mutating func add(_ content: Content, faces: FontFaces) throws(PaintError) {
    switch content {
    case .text(let runs, _):
      for run in runs {
        if let box = try run.inkBox(faces: faces) { boxes.append(box) }
      }
    case .shapes(let shapes): boxes += shapes.map(\.paintedBox)
    case .pattern(let pattern):
      let cell = pattern.cell.paintedBox
      boxes += pattern.places.map { $0(cell) }
    case .picture, .code: boxes.append(content.paintedBox)
    case .group(let group):
      for child in group.children {
        for box in try Reach(of: child, faces: faces).boxes {
          boxes.append(group.transform(group.clip.map { box.intersection($0.controlBox) } ?? box))
        }
      }
    }
  }
}

extension GlyphRun {
  /// Around the glyphs' outlines, on the page; nil where there is no ink.
  fileprivate func inkBox(faces: FontFaces) throws(PaintError) -> Rect? {
    let face = try faces.face(face)
    let em = size.value / face.outlines.unitsPerEm
    var box: Rect?
    for glyph in glyphs {
      let ink = try face.inkBox(of: glyph.id)
      guard !ink.isEmpty else { continue }
      // Font units are y up.
      let own = Rect(
        x: glyph.position.x + ink.x * em, y: glyph.position.y - ink.maxY * em, width: ink.width * em,
        height: ink.height * em)
      box = box.map { $0.union(own) } ?? own
    }
    // A stroke reaches half its width, and twice that in a corner.
    return box.map { transform($0.grown(by: embolden)) }
  }
}
