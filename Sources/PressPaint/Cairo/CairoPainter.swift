import CCairo
import PressScene

/// The walk over a scene's items that both painters share. Each draws text, pictures, codes and patterns in its own way; shapes
/// and groups are the same.
protocol CairoPainter {
  var context: CairoContext { get }
  var faces: FontFaces { get }

  func draw(_ run: GlyphRun) throws(PaintError)
  func draw(_ picture: PlacedPicture) throws(PaintError)
  func draw(_ code: PlacedCode) throws(PaintError)
  func draw(_ pattern: Pattern) throws(PaintError)
  /// Starts a layer that will hold nothing outside of `box`, which is in the current space.
  func beginLayer(around box: Rect)
}

extension CairoPainter {
  var cairo: OpaquePointer { context.pointer }

  /// Draws in order, the first lowest.
  ///
  /// - Throws: the first problem, with the item it belongs to.
  func draw(_ items: [Item]) throws(PaintError) {
    for item in items {
      do throws(PaintError) {
        try draw(item.content)
        try context.check()
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

  private func draw(_ content: Content) throws(PaintError) {
    switch content {
    case .text(let runs, _): for run in runs { try draw(run) }
    case .shapes(let shapes): for shape in shapes { draw(shape) }
    case .picture(let picture): try draw(picture)
    case .code(let code): try draw(code)
    case .pattern(let pattern): try draw(pattern)
    case .group(let group): try draw(group)
    }
  }

  private func draw(_ group: Group) throws(PaintError) {
    guard group.opacity > 0 else { return }
    try saved { () throws(PaintError) in
      transform(by: group.transform)
      try context.check()  // a transform that flattens is the group's fault, not that of its first child
      if let clip = group.clip { self.clip(to: clip) }
      if group.opacity < 1 {
        beginLayer(around: group.children.paintedBox)
        try draw(group.children)
        endLayer(opacity: group.opacity)
      } else {
        try draw(group.children)
      }
    }
  }

  func endLayer(opacity: Double) {
    cairo_pop_group_to_source(cairo)
    cairo_paint_with_alpha(cairo, opacity)
  }

  /// Draws, and leaves transform, clip and source as they were.
  func saved(_ body: () throws(PaintError) -> Void) throws(PaintError) {
    cairo_save(cairo)
    try body()
    cairo_restore(cairo)
  }

  func transform(by transform: Transform) {
    var matrix = transform.matrix
    cairo_transform(cairo, &matrix)
  }

  func clip(to path: Path) {
    trace(path)
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
    cairo_clip(cairo)
  }
}

extension Transform {
  var matrix: cairo_matrix_t { cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx.value, y0: ty.value) }
}

extension Size {
  /// A PDF page measures from 3 to 14400 units a side (ISO 32000-1, annex C.2); what has no PDF has no picture either.
  ///
  /// - Throws: ``PaintError/Problem/pageSize(width:height:)``.
  func checkForPaper() throws(PaintError) {
    let allowed = 3.0...14400.0
    guard allowed.contains(width.value), allowed.contains(height.value) else {
      throw PaintError(.pageSize(width: width.value, height: height.value))
    }
  }
}
