import PressScene

extension PDFPainter {
  /// A JPEG goes into the file as it is; other pixels are deflated, their alpha as a soft mask.
  func draw(_ placed: PlacedPicture, on canvas: inout Canvas) throws(PaintError) {
    let image = try document.reference(of: placed.picture, isKept: isPlated)
    canvas.save()
    canvas.set(opacity: 1)
    // Within the rounding of the scene's grid it is all shown.
    if !placed.crop.contains(placed.box, tolerance: 0.002) { canvas.clip(to: Path(rect: placed.crop)) }
    // A PDF's picture stands in a unit square whose y runs up (8.9.5.1), the scene's in one whose y runs down.
    canvas.transform(by: Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 1).then(placed.transform))
    canvas.call("I", canvas.resources.name(of: image), "Do")
    canvas.restore()
  }
}
