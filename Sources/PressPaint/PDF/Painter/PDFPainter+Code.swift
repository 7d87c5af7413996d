import PressScene

extension PDFPainter {
  /// One black path of exactly the frame, in modules: its numbers are whole.
  func draw(_ code: PlacedCode, on canvas: inout Canvas) {
    let side = Double(code.matrix.size)
    canvas.save()
    canvas.set(opacity: 1)
    canvas.set(fill: .solid(.black))
    canvas.transform(
      by: Transform(
        a: code.frame.width.value / side, b: 0, c: 0, d: code.frame.height.value / side, tx: code.frame.x,
        ty: code.frame.y))
    code.matrix.eachContourCorner { corner, isFirst in
      canvas.out.number(corner.column)
      canvas.out.number(corner.row)
      canvas.out.operation(isFirst ? "m" : "l")
    }
    canvas.out.operation("f*")  // a filled contour closes itself
    canvas.restore()
  }
}
