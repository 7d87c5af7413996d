import PressScene

extension PDFPainter {
  /// Many coordinates are worth a form of their own, which is deflated once for all documents; placing one takes about a dozen.
  private static let worthKeeping = 100

  /// The finished form of an item of much art and nothing else; nil where it is to be drawn where it stands.
  ///
  /// Whether it is kept from an earlier document changes no byte.
  func form(of item: Item) throws(PaintError) -> PDFForm? {
    guard item.content.isArt, item.content.numbers > Self.worthKeeping else { return nil }
    if let plate = item.plate, let form = kept.form(of: plate) { return form }
    let form = try form(around: item.content.paintedBox) { canvas throws(PaintError) in
      try draw(item.content, on: &canvas)
    }
    if let plate = item.plate { kept.keep(form, as: plate) }
    return form
  }

  /// A form that calls only what it brings along.
  func form(
    around box: Rect, isGroup: Bool = false, _ body: (inout Canvas) throws(PaintError) -> Void
  ) throws(PaintError) -> PDFForm {
    var canvas = Canvas(resources: PDFResources())
    try body(&canvas)
    // What is on every certificate is worth the most thorough level, which takes ten times as long.
    let deflater = isStatic ? kept.thorough : kept.quick
    // A form is clipped to its box; the margin keeps that away from the ink.
    return PDFForm(
      box: box.grown(by: 2), isGroup: isGroup, resources: canvas.resources,
      content: deflater.zlib(canvas.out.bytes))
  }

  func draw(_ shapes: [Shape], on canvas: inout Canvas) throws(PaintError) {
    for shape in shapes { try draw(shape, on: &canvas) }
  }

  /// Fills, then strokes.
  func draw(_ shape: Shape, on canvas: inout Canvas) throws(PaintError) {
    guard shape.opacity > 0, shape.fill != nil || shape.stroke != nil, !shape.path.segments.isEmpty else { return }
    guard shape.opacity == 1 || shape.fill == nil || shape.stroke == nil else {
      // Two translucent coats would show through each other.
      var opaque = shape
      opaque.opacity = 1
      let form = try form(around: shape.paintedBox, isGroup: true) { canvas throws(PaintError) in
        try draw(opaque, on: &canvas)
      }
      return canvas.draw(form, opacity: shape.opacity)
    }
    canvas.set(opacity: shape.opacity)
    if let fill = shape.fill { canvas.set(fill: fill.paint) }
    if let stroke = shape.stroke {
      canvas.set(stroke: stroke.paint)
      canvas.set(stroke.line)
    }
    canvas.out.path(shape.path)
    let isEvenOdd = shape.fill?.rule == .evenOdd
    switch (shape.fill != nil, shape.stroke != nil) {
    case (true, true): canvas.out.operation(isEvenOdd ? "B*" : "B")
    case (true, false): canvas.out.operation(isEvenOdd ? "f*" : "f")
    case (false, _): canvas.out.operation("S")
    }
  }

  /// The cell is a form where it is used often enough to be worth it, else it is drawn at each place.
  func draw(_ pattern: Pattern, on canvas: inout Canvas) throws(PaintError) {
    var cell: PDFForm?
    if pattern.places.count > 1, pattern.cell.numbers > 12 {
      cell = try form(around: pattern.cell.paintedBox) { canvas throws(PaintError) in
        try draw(pattern.cell, on: &canvas)
      }
    }
    for place in pattern.places {
      canvas.save()
      canvas.transform(by: place)
      if let cell {
        canvas.draw(cell)
      } else {
        try draw(pattern.cell, on: &canvas)
      }
      canvas.restore()
    }
  }
}

extension Content {
  /// Only shapes: nothing that is read, no font, no picture.
  var isArt: Bool {
    switch self {
    case .shapes, .pattern: true
    case .group(let group): group.isArt
    case .text, .picture, .code: false
    }
  }

  /// Coordinates to write.
  fileprivate var numbers: Int {
    switch self {
    case .shapes(let shapes): shapes.numbers
    case .pattern(let pattern): pattern.cell.numbers + 6 * pattern.places.count
    case .group(let group): group.children.reduce(0) { $0 + $1.content.numbers }
    case .text, .picture, .code: 0
    }
  }
}

extension Group {
  var isArt: Bool { children.allSatisfy { $0.readingOrder == nil && $0.content.isArt } }
}
