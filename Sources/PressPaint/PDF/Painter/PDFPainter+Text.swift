import PressScene

extension PDFPainter {
  /// Shows the glyphs with their characters, so that the text can be found and copied.
  func draw(_ run: GlyphRun, on canvas: inout Canvas) throws(PaintError) {
    guard !run.glyphs.isEmpty, run.size.value > 0 else { return }
    let font = try document.font(run.face, faces: faces)
    let text = try PDFText(run, font: font)
    let isBold = run.embolden > 0
    // A stroke's width is measured in the space at hand, not in the text's (9.3.6).
    if isBold {
      canvas.save()
      canvas.transform(by: run.transform)
      canvas.set(stroke: run.paint)
      // Corners stay corners; a mitre longer than this would stand out of an acute one.
      canvas.set(Canvas.Line(width: run.embolden, join: .miter, miterLimit: 2))
    }
    canvas.set(opacity: 1)
    // A gradient's points are in the run's space, which is the one at hand where the run is bold.
    canvas.set(fill: run.paint, in: isBold ? .identity : run.transform)
    canvas.set(textMode: isBold ? 2 : 0)
    canvas.out.operation("BT")
    canvas.set(font: canvas.resources.name(of: font), size: run.size)
    text.write(to: &canvas.out, space: isBold ? .identity : run.transform)
    canvas.out.operation("ET")
    if isBold { canvas.restore() }
  }
}
